import { columnHint } from '../../nodes/SevenTargets/lead/mapping/columnHint';
import { mapItem } from '../../nodes/SevenTargets/lead/mapping/mapItem';
import { splitName } from '../../nodes/SevenTargets/lead/mapping/wholeName';
import type { ColumnUse } from '../../nodes/SevenTargets/operation';
import { DEFAULTS, mapped } from '../support/mapping';

it.each<[string, string | undefined, ReturnType<typeof splitName>]>([
	['Anna Maria Schmidt', undefined, { first: 'Anna', last: 'Maria Schmidt' }],
	['Anna', undefined, { first: 'Anna' }],
	['Prof. Dr. Anna Schmidt', undefined, { first: 'Anna', last: 'Schmidt' }],
	['Anna Maria Schmidt', 'schmidt', { first: 'Anna Maria' }],
	['Anna', 'Schmidt', { first: 'Anna' }],
	['Mr. Schmidt', 'Schmidt', {}],
	['Dr.', undefined, {}],
	['\u200bAnna\u200b', undefined, { first: 'Anna' }],
	['Schmidt, Anna', undefined, { first: 'Anna', last: 'Schmidt' }],
	['Anna Schmidt, PhD', undefined, { first: 'Anna', last: 'Schmidt' }],
	['SCHMIDT Anna', undefined, { first: 'Anna', last: 'SCHMIDT' }],
	['田中 美咲', undefined, { first: '美咲', last: '田中' }],
	['王伟', undefined, { first: '王伟' }],
	['Ковалёва Дарья Игоревна', undefined, { first: 'Дарья', last: 'Ковалёва' }],
	['Дарья Игоревна Ковалёва', undefined, { first: 'Дарья', last: 'Ковалёва' }],
	['Мельник Олена Іванівна', undefined, { first: 'Олена', last: 'Мельник' }],
	['Анна Мария Гуревич', undefined, { first: 'Анна', last: 'Мария Гуревич' }],
	['Иван П. Гуревич', undefined, { first: 'Иван', last: 'П. Гуревич' }],
	['Herr Novak', undefined, { last: 'Novak' }],
	['Herr Dipl.-Ing. Weber', undefined, { last: 'Weber' }],
	['Frau Mag. Huber', undefined, { last: 'Huber' }],
	['Mgr. Nováková', undefined, { last: 'Nováková' }],
	['Smith, John and Mary', undefined, { last: 'Smith' }],
	['Ana und Bob Lopez', undefined, {}],
	['José e Silva', undefined, { first: 'José', last: 'e Silva' }],
	['The Lopez Family', undefined, {}],
	['Meier, Max (Vertrieb)', undefined, { first: 'Max', last: 'Meier' }],
	['Frau Dr. Pavla Novak', undefined, { first: 'Pavla', last: 'Novak' }],
])('splits %j beside the last name %j', (whole, lastName, parts) => {
	expect(splitName(whole, lastName)).toEqual(parts);
});

it('a label "email" does not say that the message was sent to the lead', () => {
	const from = { name: 'Ana Lopez', email: 'ana.lopez@lead.test' };
	expect(mapItem({ labels: ['email'], from }, []).problem).toBeUndefined();
	expect(mapItem({ labels: ['SENT'], from }, []).problem).toBeDefined();
});

describe('what becomes of each column', () => {
	const usesOf = (json, asCustom: string[] = []) =>
		mapItem(json, asCustom).uses.map(({ column, ...what }) => [column, ...Object.values(what)]);

	it('is told, of those that go out first', () => {
		const person = {
			Name: 'Anna Schmidt',
			email: 'anna@example.com',
			'Work Email': 'a@example.com',
		};
		expect(usesOf({ Deal: 5, ...person, phone: '' })).toEqual([
			['Name', 'sent', 'First Name'],
			['Name', 'sent', 'Last Name'],
			['email', 'sent', 'Email'],
			['Deal', 'none'],
			['Work Email', 'passedOver'],
			['phone', 'none'],
		]);
	});

	it('is told of custom fields, too', () => {
		const json = { email: 'a@example.com', name: 'A', Budget: 5, properties: { budget: 6 } };
		expect(usesOf(json, ['Budget', 'Size']).slice(-3)).toEqual([
			['Budget', 'sent', 'Custom Fields'],
			['properties.budget', 'passedOver'],
			['Size', 'missing'],
		]);
	});

	it('is told of one that says whether the person wants emails, and not of a state', () => {
		const json = { email: 'a@example.com', name: 'A', Unsubscribed: false, Optin: '', Status: 'x' };
		expect(usesOf(json).slice(-3)).toEqual([
			['Unsubscribed', 'passedOver', 'read for an opt-out'],
			['Optin', 'none'],
			['Status', 'none'],
		]);
	});

	it('is told even if the item is no lead', () => {
		const { uses, problem } = mapItem({ Name: 'Anna' }, ['Size']);
		expect(problem?.message).toBe("There is no column for 'Email'");
		expect(uses).toContainEqual({ column: 'Size', use: 'missing' });
	});
});

describe('the hint', () => {
	const hintOf = (...items: ColumnUse[][]) => {
		const report = columnHint();
		items.forEach(report.add);
		return report.hint();
	};

	it('is left out if there were no columns', () => {
		expect(hintOf([], [{ column: 'Size', use: 'missing' }])).toBeUndefined();
	});

	it('says of each column the most that became of it', () => {
		expect(
			hintOf(
				[
					{ column: 'a', use: 'none' },
					{ column: 'b', use: 'none' },
					{ column: 'c', use: 'none' },
				],
				[
					{ column: 'a', use: 'passedOver' },
					{ column: 'b', use: 'passedOver' },
				],
				[{ column: 'a', use: 'sent', as: 'Email' }],
			),
		).toEqual({
			message: 'Mapped automatically: "a" → Email. Passed over: "b". Not used: "c".',
			type: 'info',
		});
	});

	it('warns of a named column only if every item lacks it', () => {
		const sent: ColumnUse = { column: 'a', use: 'sent', as: 'Email' };
		const missing: ColumnUse = { column: 'Size', use: 'missing' };
		expect(hintOf([sent, missing], [sent])?.type).toBe('info');
		expect(hintOf([sent, missing], [missing])).toEqual({
			message: 'There is no column "Size". Mapped automatically: "a" → Email.',
			type: 'warning',
		});
	});
});

describe('an error says where the thing is, and what to do', () => {
	const person = { first_name: 'Anna', last_name: 'Schmidt', email: 'anna@example.com' };
	it.each<[string, object, RegExp]>([
		['an empty item', {}, /^The item is empty\. Leave out such items with a Filter/],
		['a blank row', { Name: '', Email: ' ', Phone: null }, /^The row is blank\. Leave out/],
		[
			'a file with another delimiter',
			{ 'Vorname;Nachname;E-Mail': 'Anna;Schmidt;anna@example.com' },
			/The columns are separated by ";": enter it as 'Delimiter' in the options of the node that reads the file, such as 'Extract from File'\.$/,
		],
		[
			'tabs',
			{ 'First Name\tEmail': 'A\ta@example.com' },
			/separated by a tab: enter it as 'Delimiter'/,
		],
		[
			'a file with another encoding',
			{ 'First Name': '\uFFFDnne', Email: 'anne@example.com' },
			/"\uFFFDnne", which was read in the wrong encoding\. Set the encoding/,
		],
		[
			'a list in the body',
			{ body: [person, { ...person, email: 'bo@example.com' }] },
			/^'Email' could be "anna@example.com" in "body\[0\]\.email", "bo@.* add a 'Split Out' node before this one, with "body" as 'Fields To Split Out'/,
		],
		[
			'two persons',
			{ ...person, contact: { name: 'Bo Ray', email: 'bo@example.com' } },
			/^'Email' could be "anna@example.com" in "email", "bo@example.com" in "contact\.email"\. Keep/,
		],
		[
			'a row in which two persons are mixed up',
			{ 'First Name': 'Bo', 'Email Address': 'bo.ray@example.com', email: 'anna@example.com' },
			/^'Email' could be "anna@example.com" in "email", "bo.ray@example.com" in "Email Address"\. Keep/,
		],
		[
			'an address under a name that says nothing',
			{ payload: { who: 'anna@example.com' }, first: 'Bo' },
			/There is an address in "payload\.who", but its column does not say whose it is\. If/,
		],
		[
			'a colleague alone',
			{ deal: 'Pumps', owner: { name: 'Sam Rep', email: 'sam@example.com' } },
			/There is an address in "owner\.email", but it is a colleague's/,
		],
		[
			'a person whose address is blank, beside somebody else',
			{ name: 'Sam Rep', email: 'sam.rep@example.com', body: { ...person, email: '' } },
			/There is an address in "email", but the item also names another person, whose it may be/,
		],
		[
			'a company',
			{ Name: 'Nordwind GmbH', Email: 'office@nordwind.example' },
			/^There is no column for 'First Name'\. .*"Name" is "Nordwind GmbH": it may be the name of a company/,
		],
		[
			'who has sent a message, without a name',
			{ request: { requester_email_address: 'mia@lead.test' } },
			/requester_email_address"\. If it is the lead's, put the name beside it/,
		],
	])('%s', (_, item, expected) => {
		expect(mapped([item]).message).toMatch(expected);
	});
});

it.each<[string, string, string, string | undefined, string | undefined]>([
	// The last name comes first, because the column says so.
	['ФИО', 'Соколова Анна', 'x7@lead.test', 'Анна', 'Соколова'],
	['ФИО', 'Анна Соколова', 'x7@lead.test', 'Анна', 'Соколова'],
	['ФИО', 'Анна Петровна', 'x7@lead.test', 'Анна', 'Петровна'],
	['Фамилия Имя Отчество', 'Гончар Анна Петровна', 'x7@lead.test', 'Анна', 'Гончар'],
	['Họ và tên', 'Nguyễn Thị Mai', 'nguyen.mai@lead.test', 'Thị Mai', 'Nguyễn'],
	['Họ tên', 'Huỳnh Thanh Tâm', 'tam@lead.test', 'Thanh Tâm', 'Huỳnh'],
	['Họ và tên', 'Nguyen Thi Lan', 'lan@lead.test', 'Thi Lan', 'Nguyen'],
	['Họ tên', 'Lê Nam', 'nam@lead.test', 'Nam', 'Lê'],
	['Họ và tên', 'Mai Nguyen', 'mai.nguyen@lead.test', 'Mai', 'Nguyen'],
	['Nume și prenume', 'Popescu Andreea', 'x7@lead.test', 'Andreea', 'Popescu'],
	['Nume și prenume', 'Andreea Popescu', 'andreea.popescu@lead.test', 'Andreea', 'Popescu'],
	['Nume și prenume', 'Ana Popescu', 'ana@lead.test', 'Ana', 'Popescu'],
	['Cognome e nome', 'Rossi Maria Assunta', 'rossi.maria@lead.test', 'Maria Assunta', 'Rossi'],
	['Cognome e nome', 'Pier Paolo Rossi', 'x7@lead.test', 'Pier', 'Paolo Rossi'],
	['Nachname Vorname', 'Thomas Peter', 'peter.thomas@lead.test', 'Peter', 'Thomas'],
	['Nume și prenume', 'George Vlad', 'x7@lead.test', 'Vlad', 'George'],
	['Họ và tên', 'John Michael Smith', 'john.smith@lead.test', 'John', 'Michael Smith'],
	['Nume și prenume', 'Ana Popescu', 'anapopescu@lead.test', 'Ana', 'Popescu'],
	['Họ và tên', 'Lan Nguyễn', 'x7@lead.test', 'Lan', 'Nguyễn'],
	['Cognome e Nome', 'Rossi Mario', 'rossi@lead.test', 'Mario', 'Rossi'],
	['Cognome e Nome', 'Rossi Mario', 'rossi.mario@lead.test', 'Mario', 'Rossi'],
	['Name, Vorname', 'Weber Anna', 'weber@lead.test', 'Anna', 'Weber'],
	['Name, Vorname', 'Weber Ayla', 'weber@lead.test', 'Ayla', 'Weber'],
	['Nume și prenume', 'Popescu Ana', 'popescuana@lead.test', 'Ana', 'Popescu'],
	['Nazwisko i imię', 'Nowak Piotr', 'nowakpiotr@lead.test', 'Piotr', 'Nowak'],
	['Nazwisko i imię', 'Kowalska-Nowak Anna', 'kowalska@lead.test', 'Anna', 'Kowalska-Nowak'],
	// A well-known given name tells the order, whatever the column and the address say.
	['Cognome e Nome', 'Paola Rossi', 'paola@lead.test', 'Paola', 'Rossi'],
	['Nachname Vorname', 'Anna-Lena Weber', 'x7@lead.test', 'Anna-Lena', 'Weber'],
	['Nume și prenume', 'Ana Popescu', 'popescu.ana@lead.test', 'Ana', 'Popescu'],
	['Nume și prenume', 'Popescu Ana Maria', 'x7@lead.test', 'Ana Maria', 'Popescu'],
	['Nachname Vorname', 'Michael Anna', 'michael@lead.test', 'Anna', 'Michael'],
	['Cognome e Nome', 'Di Maria Giuseppe', 'x7@lead.test', 'Giuseppe', 'Di Maria'],
	['Cognome e Nome', 'De Luca Ayla', 'x7@lead.test', 'Ayla', 'De Luca'],
	['Cognome e Nome', 'De Luca', 'x7@lead.test', undefined, undefined],
	// Vietnamese last names that are given names, too.
	['Họ và tên', 'Lương Mai', 'mailuong@lead.test', 'Mai', 'Lương'],
	['Họ và tên', 'Thái Hà', 'hathai@lead.test', 'Hà', 'Thái'],
	['Họ và tên', 'Tạ Dương', 'duongta@lead.test', 'Dương', 'Tạ'],
	['Họ và tên', 'Thạch Trân', 'x7@lead.test', 'Trân', 'Thạch'],
	['Họ và tên', 'Luong Thi Lan', 'x7@lead.test', 'Thi Lan', 'Luong'],
	['Họ và tên', 'Le Nam', 'x7@lead.test', 'Nam', 'Le'],
	['Nachname Vorname', 'Schneider Mai', 'mai@lead.test', 'Mai', 'Schneider'],
	['Cognome e Nome', 'Rossi Mai', 'x7@lead.test', 'Mai', 'Rossi'],
	['First Name', 'Herr', 'herr.huber@lead.test', undefined, undefined],
	['Nume și prenume', 'Popescu Ana Maria', 'ana.popescu@lead.test', 'Ana Maria', 'Popescu'],
	// What is a form of a company elsewhere.
	['Full Name', 'Åsa Lindqvist', 'x7@lead.test', 'Åsa', 'Lindqvist'],
	['Name', 'Nordwind ASA', 'x7@lead.test', undefined, undefined],
	['Full Name', 'Huber KG', 'huber@lead.test', undefined, undefined],
	['Full Name', 'Ramesh B V', 'ramesh@lead.test', 'Ramesh', 'B V'],
	['Full Name', 'Arun KG', 'x7@lead.test', undefined, undefined],
	['Full Name', 'Huber KG', 'huber@huber.test', undefined, undefined],
	['Name', 'Huber KG', 'huber@lead.test', undefined, undefined],
	// What stands in a name.
	['Full Name', 'علی\u200cرضا محمدی', 'x7@lead.test', 'علی\u200cرضا', 'محمدی'],
	['Full Name', 'ג׳ורג׳ כהן', 'x7@lead.test', 'ג׳ורג׳', 'כהן'],
	['Full Name', 'Ulug‘bek Yo‘ldoshev', 'x7@lead.test', 'Ulug‘bek', 'Yo‘ldoshev'],
	['Full Name', 'Anna\u2011Lena Schmidt', 'x7@lead.test', 'Anna\u2011Lena', 'Schmidt'],
	['Full Name', 'Ana Lopez (she/her)', 'x7@lead.test', 'Ana', 'Lopez'],
	[
		'Full Name',
		'Ana de Sá dos Reis da Luz Lopez',
		'x7@lead.test',
		'Ana',
		'de Sá dos Reis da Luz Lopez',
	],
	// What stands behind it.
	['From', 'Ana from Acme <ana@acme.test>', '', 'Ana', undefined],
	['Name', 'Ana Lopez - Nordwind', 'ana@lead.test', 'Ana', 'Lopez'],
	['Name', 'Berg - Küche', 'mia.berg@lead.test', undefined, undefined],
	['Full Name', 'Berg - Küche', 'x7@lead.test', undefined, undefined],
	['Name', 'Nordwind - Ana Lopez', 'ana.lopez@nordwind.test', undefined, undefined],
	// The name of what is signed or booked.
	['Document Name', 'Master Agreement', 'ana.lopez@lead.test', undefined, undefined],
	['Document Name', 'Mietvertrag Lopez', 'ana.lopez@lead.test', undefined, undefined],
	['Registration Name', 'Early Bird', 'ana.lopez@lead.test', undefined, undefined],
	['Registration Name', 'Ana Lopez', 'ana.lopez@lead.test', 'Ana', 'Lopez'],
])('%s %j beside %s is %s %s', (column, text, Email, first, last) => {
	const item = Email === '' ? { [column]: text } : { [column]: text, Email };
	const names = mapped([item]).bodies.map(({ name, lastName }) => [name, lastName]);
	expect(names).toEqual(first === undefined ? [] : [[first, last]]);
});

it.each<[string, string, string, string | undefined]>([
	// The address is in the order of the column, and so is the name.
	['Họ và tên', 'Nguyen Van Anh', 'nguyen.anh@lead.test', 'Van Anh'],
	['Họ tên', 'Le Minh Duc', 'le.duc@lead.test', 'Minh Duc'],
	['Họ và tên', 'Tran Thi Mai', 'tmai@lead.test', 'Thi Mai'],
	['Cognome e nome', 'Rossi Anna Maria', 'rossi.maria@lead.test', 'Anna Maria'],
	['Cognome e nome', 'Rossi Anna Assunta', 'rossi.anna@lead.test', 'Anna Assunta'],
	['Nume și prenume', 'Popescu Andrei Mihai', 'popescu.mihai@lead.test', 'Andrei Mihai'],
	['Nazwisko i imię', 'Kowalska Anna Maria', 'kowalska.maria@lead.test', 'Anna Maria'],
	// Or the name is not.
	['Cognome e nome', 'Gian Marco Rossi', 'gianmarco.rossi@lead.test', 'Gian'],
	['Cognome e nome', 'Rosa Maria Bruni', 'rosamaria.bruni@lead.test', 'Rosa Maria'],
	['Nazwisko i imię', 'Bożena Maria Nowak', 'x7@lead.test', 'Bożena'],
	['Nachname Vorname', 'Aileen Maria Schulz', 'aschulz@lead.test', 'Aileen'],
	['Nachname Vorname', 'Schulz Maria Aileen', 'aileen@lead.test', 'Maria Aileen'],
	['Cognome e nome', 'Ferri Gian Luca', 'gianluca.ferri@lead.test', 'Gian Luca'],
	['Cognome e nome', 'Dott. Rossi Ayla', 'x7@lead.test', 'Ayla'],
	['Cognome e nome', 'Rossi Ayla (Nordwind)', 'x7@lead.test', 'Ayla'],
	['ФИО', 'Анна Мороз', 'x7@lead.test', 'Анна'],
	['ФИО', 'Мороз Анна', 'x7@lead.test', 'Анна'],
	['ФИО', 'Андрей Берг', 'x7@lead.test', 'Андрей'],
	['ПІБ', 'Марія Король', 'x7@lead.test', 'Марія'],
	['ФИО', 'Агата Анна Щербакова', 'x7@lead.test', 'Агата'],
	['ФИО', 'Роман Анна Петровна', 'x7@lead.test', 'Анна'],
	['ФИО', 'Ким Улугбек Азиз угли', 'x7@lead.test', 'Улугбек'],
	['Név', 'Kovács Anna', 'kovacs.anna@lead.test', 'Anna'],
	['Név', 'Dr. Nagy Ibolya', 'nagy.ibolya@lead.test', 'Ibolya'],
	['Név', 'Nagy Zsófia Réka', 'x7@lead.test', 'Zsófia Réka'],
	['Név', 'Anna Kovács', 'x7@lead.test', 'Anna'],
	['Név', 'Kovács Kft.', 'x7@lead.test', undefined],
	['Név', 'Nagy Ibolya Jolán', 'x7@lead.test', 'Ibolya Jolán'],
	['Teljes név', 'Szabó Péter', 'szabopeter@lead.test', 'Péter'],
	['Név', 'Kovács Ibolya', 'k.ibolya@lead.test', 'Ibolya'],
	['Kapcsolattartó', 'Horváth Dóra', 'x7@lead.test', 'Dóra'],
	['Ügyfél neve', 'Horváth Dóra', 'horvath.dora@lead.test', 'Dóra'],
	['Ad Soyad', 'Mehmet Ali Demir', 'x7@lead.test', 'Mehmet Ali'],
	['Ad Soyad', 'Jan van Meulen', 'x7@lead.test', 'Jan'],
	['Full Name', 'Mehmet Ali Demir', 'x7@lead.test', 'Mehmet'],
	// An office, a job or a shop is nobody.
	['Contact Name', 'General Manager', 'gm@lead.test', undefined],
	['Contact Name', 'HR Manager', 'hr@lead.test', undefined],
	['Contact Name', 'Head of Operations', 'x7@lead.test', undefined],
	['Contact Name', 'Bank Manager', 'x7@lead.test', undefined],
	['Contact Name', 'Di', 'x7@lead.test', 'Di'],
	['Contact Name', 'Rajesh Manager', 'x7@lead.test', 'Rajesh'],
	['Contact Name', 'Hr. Jens Hansen', 'x7@lead.test', 'Jens'],
	['Contact Name', 'Md', 'x7@lead.test', 'Md'],
	['Contact Name', 'Winter', 'x7@lead.test', 'Winter'],
	['Full Name', 'Managing Director', 'md@lead.test', undefined],
	['Name', 'Managing Director', 'x7@lead.test', undefined],
	['Foo', 'General Manager', 'general.manager@lead.test', undefined],
	['Contact Person', 'Reservations', 'x7@lead.test', undefined],
	['Ansprechpartner', 'Die Geschäftsführung', 'gf@lead.test', undefined],
	['Persona de contacto', 'Recursos Humanos', 'x7@lead.test', undefined],
	['Contatto', 'Ufficio Acquisti', 'x7@lead.test', undefined],
	['Name', 'Bäckerei Huber', 'baeckerei.huber@lead.test', undefined],
	['From', 'Acme Purchasing <purchasing@acme.test>', '', undefined],
	['From', 'General Manager <gm@acme.test>', '', undefined],
	['From', 'Acme Newsroom <newsroom@acme.test>', '', undefined],
	['From', 'Max Huber <huber@max-huber.test>', '', 'Max'],
	['From', 'Anna Acme <anna@acme.test>', '', 'Anna'],
	['From', 'Anna <anna@anna.test>', '', 'Anna'],
])('%s %j beside %s is greeted as %s', (column, text, Email, first) => {
	const item = Email === '' ? { [column]: text } : { [column]: text, Email };
	const names = mapped([item]).bodies.map(({ name }) => name);
	expect(names).toEqual(first === undefined ? [] : [first]);
});

it.each<[object, object]>([
	[
		{ 'First Name': 'Heer', 'Last Name': 'Patel' },
		{ name: 'Heer', lastName: 'Patel' },
	],
	[
		{ 'First Name': 'Patel', 'Last Name': 'Heer' },
		{ name: 'Patel', lastName: 'Heer' },
	],
	[{ Anrede: 'Herr', Name: 'H. Patel' }, { name: 'H. Patel' }],
	[
		{ 'First Name': 'Heer', 'Last Name': 'KG', Contact: 'Heer KG' },
		{ name: 'Heer', lastName: 'KG' },
	],
])('%j is the person whom the address names', (item, lead) => {
	const { bodies } = mapped([{ ...item, Email: 'heer.patel@lead.test' }]);
	expect(bodies).toEqual([{ ...DEFAULTS, ...lead, email: 'heer.patel@lead.test' }]);
});

describe('nobody is greeted by what is no first name', () => {
	const email = 'greta.lindqvist@example.com';
	it.each<[string, object]>([
		['the last name after a salutation', { Anrede: 'Frau', Name: 'Lindqvist', Email: email }],
		['a salutation as first name', { Vorname: 'Frau', Nachname: 'Lindqvist', Email: email }],
		['a place behind the name', { Name: 'Greta Lindqvist, Malmö', Email: email }],
		['a couple', { 'Full Name': 'Mr and Mrs Lindqvist', Email: email }],
		['a family', { 'Full Name': 'Familie Lindqvist', Email: email }],
		['who pays by card', { email, cardholder_name: 'Anders Holm' }],
		['the sender of a parcel', { address_from: { name: 'Joe Smith', email } }],
	])('%s', (_, item) => {
		expect(mapped([item]).bodies).toEqual([]);
	});

	it('whom the address tells apart is turned', () => {
		const item = { Name: 'García Márquez, Gabriel', Email: 'gabriel@example.com' };
		const [body] = mapped([item]).bodies;
		expect(body).toMatchObject({ name: 'Gabriel', lastName: 'García Márquez' });
	});
});

it('the number of a field in a form is no part of its name', () => {
	const item = { name_1523: 'Ana Lopez', email_1525: 'ana@lead.test', phone_1527: '+4915112345' };
	expect(mapped([item]).bodies).toEqual([
		{ ...DEFAULTS, name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test', phone: '+4915112345' },
	]);
});

it('words that only join others name no column', () => {
	const item = { Vorname: 'Ana', 'E-Mail': 'ana@lead.test', Firma: 'Acme', Adresse: 'Weg 3' };
	const [body] = mapped([item]).bodies;
	expect(body).toMatchObject({ company: 'Acme' });
});

it('fields of the lead that a form repeats in its custom fields go out once', () => {
	const others = [
		{ name: 'Budget', value: '5' },
		{ name: 'Industry Segment', value: 'Pumps' },
		{ name: 'Type', value: 'Hot' },
	];
	const rows = [{ name: 'First Name', value: 'Ana' }, ...others];
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', custom_fields: rows };
	const [body] = mapped([item]).bodies;
	expect(body).toMatchObject({ name: 'Ana', customFields: others });
});

describe('whom a message is from', () => {
	const name = { name: 'Ana Lopez', email: 'ana.lopez@lead.test' };
	const colleague = { name: 'Bea Kurz', email: 'bea@firm.test' };
	it.each<[string, object, string[]]>([
		[
			'a sender who says that it is a contact',
			{ message: { text: 'Hello', sender: { type: 'contact', ...name } }, assignee: colleague },
			['Ana'],
		],
		[
			'a user who says that it is a visitor',
			{ user: { role: 'visitor', ...name }, operator: { role: 'operator', ...colleague } },
			['Ana'],
		],
		['an author who says nothing', { author: name }, []],
		['an agent', { user: { type: 'agent', ...name } }, []],
	])('%s', (_, item, names) => {
		expect(mapped([item]).bodies.map((body) => body.name)).toEqual(names);
	});
});

describe('a message that was sent to the lead is from a colleague', () => {
	const header = { From: 'Mia Berg <mia.berg@us.test>', To: 'Ana Lopez <ana.lopez@lead.test>' };
	const [from, to] = [
		{ name: 'Mia Berg', email: 'mia.berg@us.test' },
		{ name: 'Ana Lopez', email: 'ana.lopez@lead.test' },
	];
	it.each<[string, object]>([
		['Gmail, simplified', { ...header, labels: [{ id: 'SENT', name: 'SENT' }] }],
		['Gmail, a draft', { ...header, labelIds: ['DRAFT'] }],
		[
			'HubSpot, a logged email',
			{ engagement: { id: 1, type: 'EMAIL' }, metadata: { from, to: [to], subject: 'Offer' } },
		],
		[
			'Mailgun',
			{ 'event-data': { event: 'delivered', message: { headers: { from: header.From } } } },
		],
		['Emailit', { type: 'email.delivered', data: { from: header.From, to: [to.email] } }],
		[
			'Amazon SES',
			{
				eventType: 'Delivery',
				mail: { source: from.email, commonHeaders: { from: [header.From], to: [header.To] } },
			},
		],
		['Nylas', { data: { object: { folders: ['SENT'], from: [from], to: [to] } } }],
		['Gorgias', { from_agent: true, source: { from, to: [to] } }],
		['Pipedrive', { from: [from], to: [to], subject: 'Offer', sent_flag: 1, draft_flag: 0 }],
		['Smartlead', { event_type: 'EMAIL_SENT', first_name: 'Mia', from_email: from.email }],
		[
			'a log that does not say so, with the name of who got it',
			{ 'First Name': 'Ana', 'Last Name': 'Lopez', from_email: from.email, to_email: to.email },
		],
	])('%s', (_, item) => {
		expect(mapped([item]).bodies).toEqual([]);
	});

	it.each<[string, object]>([
		['a message that came', { From: header.To, To: header.From, labels: [{ id: 'INBOX' }] }],
		['an email that came', { engagement: { type: 'INCOMING_EMAIL' }, metadata: { from: to } }],
		['a ticket that was opened', { action: 'opened', from: to }],
		['flags of none', { sent_flag: 0, draft_flag: 0, from: [to], to: [from] }],
	])('not %s', (_, item) => {
		expect(mapped([item]).bodies).toMatchObject([{ name: 'Ana', email: to.email }]);
	});
});

describe('a form that a site sends by mail', () => {
	it.each<[string, object]>([
		['in the name of who filled it in', { from: 'Ana Lopez <form-submission@site.test>' }],
		['the same, from WordPress', { from: 'Ana Lopez <wordpress@us.test>' }],
		['from a mailbox of its own', { from: 'Ana Lopez <web@us.test>', replyTo: 'ana@lead.test' }],
		[
			'the answer goes to an object',
			{
				from: { value: [{ address: 'web@us.test', name: 'Ana Lopez' }] },
				replyTo: { value: [{ address: 'ana@lead.test', name: 'Ana Lopez' }] },
			},
		],
		['that is called after its mailbox', { from: 'Kontaktformular <kontaktformular@us.test>' }],
		['that is called WordPress', { from: 'WordPress <wordpress@us.test>' }],
		[
			'or a message that did not arrive',
			{ from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@us.test>' },
		],
	])('%s is not from the lead', (_, item) => {
		expect(mapped([{ subject: 'New form', ...item }]).bodies).toEqual([]);
	});

	it('is no message with an answer to the same person', () => {
		const item = { from: 'Ana Lopez <ana@lead.test>', replyTo: 'lopez@lead.test', subject: 'Hi' };
		expect(mapped([item]).bodies).toMatchObject([{ name: 'Ana', email: 'ana@lead.test' }]);
	});
});

describe('a colleague or a room', () => {
	const mia = { name: 'Mia Berg', email: 'mia.berg@us.test' };
	it.each<[string, object]>([
		['who is not external', { ...mia, is_external: false }],
		['of the own firm', { ...mia, affiliation: 'Internal' }],
		['that is a resource', { attendees: [{ ...mia, resource: true }] }],
		['of that type', { type: 'resource', emailAddress: { ...mia, address: mia.email } }],
		['of Google', { ...mia, email: 'c_188@resource.calendar.google.com' }],
		['who leads a client', { 'Client Lead Name': mia.name, 'Client Lead Email': mia.email }],
	])('%s is no lead', (_, item) => {
		expect(mapped([item]).bodies).toEqual([]);
	});

	it('is another one than who says the opposite', () => {
		const guest = { ...mia, is_external: true, affiliation: 'External', resource: false };
		expect(mapped([guest]).bodies).toMatchObject([{ name: 'Mia' }]);
	});
});

it('a name that a newsletter keeps in its custom fields is read', () => {
	const item = {
		subscriber: {
			email: 'ana@lead.test',
			custom_fields: { first_name: 'Ana', last_name: 'Lopez', shoe_size: '38' },
		},
	};
	const [body] = mapped([item]).bodies;
	expect(body).toMatchObject({ name: 'Ana', lastName: 'Lopez' });
});

describe('a second person is not taken for the lead', () => {
	const bob = { first_name: 'Bob', last_name: 'Smith', email: 'bob.smith@firm.test' };
	const info = { email: 'info@acme.test' };
	const ana = { name: 'Ana Kos', email: 'ana.kos@lead.test' };
	it.each<[string, object, string[]]>([
		[
			'a colleague beside a shared mailbox',
			{ contact: info, user: { ...bob, phone: '+1 555 0100' } },
			[],
		],
		[
			'nor if the name stands beside that',
			{ name: 'Ana Kos', emails: { work: 'info@kos.test' }, partner: bob },
			[],
		],
		['a colleague whose role is Lead', { manager: { ...bob, role: 'Lead' } }, []],
		['an owner of the type Lead', { owner: { ...bob, type: 'Lead' } }, []],
		['a user whose role is Lead', { user: { ...bob, role: 'Lead' } }, []],
		['who has referred a customer', { referrer: { ...bob, type: 'customer' } }, []],
		['whoever it was before', { before: { ...bob, type: 'lead' }, after: null }, []],
		['the guest of a hotel', { Email: 'ak77@gmail.com', 'Guest Name': 'Bob Yew' }, ['Bob']],
		['the guest of an agency', { Email: 'ak77@lead.test', 'Guest Name': 'Bob Yew' }, []],
		['guests of an event', { ...ana, guests: [bob] }, ['Ana']],
		[
			'a guest in columns',
			{ ...ana, 'Guest Name': 'Bob Yew', 'Guest Email': 'bob@lead.test' },
			['Ana'],
		],
		['a contact that was added to it: the user must choose', { ...ana, contact_added: bob }, []],
		[
			'the groom beside the bride',
			{
				Bride: 'Ana Kos',
				'Email bride': 'ana.kos@lead.test',
				Groom: 'Bob Yew',
				'Email groom': 'bob.yew@lead.test',
			},
			[],
		],
		[
			'a pupil beside a parent without an address',
			{ 'Student Name': 'Bob Smith', 'Parent Name': 'Ana Kos', Email: 'ana.kos@lead.test' },
			['Ana'],
		],
		[
			'a pupil beside a parent with one',
			{
				'Student Name': 'Bob Smith',
				'Parent Name': 'Ana Kos',
				'Parent Email': 'ana.kos@lead.test',
			},
			['Ana'],
		],
		[
			'whose address alone stands beside a name',
			{ 'First Name': 'Ana', 'Last Name': 'Kos', Phone: '+1 555 0100', Caller: 'bob@firm.test' },
			[],
		],
		[
			'the contact of a company, whose name the address has not',
			{
				email: 'ana.kos@lead.test',
				organization: { name: 'Lead Ltd', contact: { first_name: 'Bob', last_name: 'Smith' } },
			},
			[],
		],
		[
			'who has sent a mail to the lead',
			{
				'Full Name': 'Max Berg',
				'Sender Email': 'max.berg@firm.test',
				'Recipient Email': 'ana@lead.test',
			},
			[],
		],
		[
			'who has sent a form, and another one',
			{
				'Absender E-Mail': 'ana.kos@lead.test',
				Vorname: 'Ana',
				Nachname: 'Kos',
				Ort: 'Wil',
				contact: { ...bob },
			},
			[],
		],
		['who asks for a signature, and who gives it', { requester: ana, signer: bob }, []],
		[
			'a project manager of a table',
			{
				pm_name: 'Bob Smith',
				pm_email: bob.email,
				pm_phone: '1',
				project: 'X',
				client_name: 'Ana Kos',
			},
			[],
		],
		[
			'another one beside a table',
			{
				xy_name: 'Bob Smith',
				xy_email: bob.email,
				xy_phone: '1',
				xy_id: 1,
				name: 'Ana Kos',
				email: ana.email,
			},
			['Ana'],
		],
		[
			'who is in brackets',
			{ name: 'Ana Kos', email: ana.email, 'Email (ex husband)': bob.email },
			['Ana'],
		],
		[
			'the owner of a table',
			{ own_name: 'Bob Smith', own_email: bob.email, own_phone: '1', own_id: 5 },
			[],
		],
		[
			'the team that hires',
			{ candidate: ana, hiringTeam: [bob, { ...bob, email: 'tom@firm.test' }] },
			['Ana'],
		],
		['one of the own staff', { ...ana, hiredDate: '2024-03-01', supervisorEmployeeId: 88 }, []],
		['who has written a note', { email: 'ak77@lead.test', notes: [{ ...bob, body: 'Hot' }] }, []],
		['who has sent a result of a search', { query: 'from:bob', message: 'Hi', sender: bob }, []],
		['a second contact', { ...ana, second_contact: bob }, ['Ana']],
		['whoever was the contact before', { email: '', old_contact: bob }, []],
		['a child beside its parent', { student_details: { ...bob }, parent_details: { ...ana } }, []],
	])('%s', (_, item, names) => {
		expect(mapped([item]).bodies.map((body) => body.name)).toEqual(names);
	});

	it.each<[string, object]>([
		['a guest of a hotel', { reservation: { guest: bob } }],
		['a contact of an event', { type: 'contact.created', contactCreated: bob }],
		['who says where they work', { ...bob, employment_status: 'Full-time' }],
		['a member of a club', { ...bob, Eintrittsdatum: '2020-01-01' }],
		['what a form calls user_info', { user_info: bob }],
		['who wants the answers elsewhere', { ...bob, _replyto: 'forms@firm.test' }],
	])('%s is the lead', (_, item) => {
		expect(mapped([item]).bodies).toMatchObject([
			{ name: 'Bob', lastName: 'Smith', email: 'bob.smith@firm.test' },
		]);
	});
});

it.each([
	['van der', 'Meulen', 'van der Meulen'],
	['de', 'de Vries', 'de Vries'],
	['keine', 'Müller', 'Müller'],
	['Junior', 'Müller', 'Müller'],
	['', 'Müller', 'Müller'],
])('the prefix %j and the last name %j are %j', (prefix, lastName, expected) => {
	const item = {
		Voornaam: 'Ana',
		Tussenvoegsel: prefix,
		Achternaam: lastName,
		Email: 'a@lead.test',
	};
	expect(mapped([item]).bodies).toMatchObject([{ name: 'Ana', lastName: expected }]);
});

it.each([
	[{ organization: { name: 'Acme', value: 77 } }, 'Acme'],
	[{ company: { name: 'Acme', value: 'Enterprise plan' } }, 'Acme'],
	[{ company: { name: 'Your company', value: 'Acme', type: 'text' } }, 'Acme'],
	[{ Company: 'Recaro' }, 'Recaro'],
	[{ Company: 'Recommendationify' }, 'Recommendationify'],
	[{ Company: ['recA1b2C3d4E5f6G7'], 'Company Name': 'Acme' }, 'Acme'],
])('the company in %j is %j', (more, company) => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', ...more };
	expect(mapped([item]).bodies).toMatchObject([{ company }]);
});

describe('the keys of a form, as n8n hands them on', () => {
	const ana = { first_name: 'Ana', last_name: 'Lopez', email: 'ana@lead.test' };

	it('are read as the lists that they are', () => {
		const item = {
			'contacts[add][0][name]': 'Ana Lopez',
			'contacts[add][0][custom_fields][0][name]': 'Email',
			'contacts[add][0][custom_fields][0][values][0][value]': 'ana@lead.test',
			'contacts[add][0][custom_fields][1][name]': 'Телефон',
			'contacts[add][0][custom_fields][1][values][0][value]': '+4930555019',
		};
		expect(mapped([item]).bodies).toMatchObject([
			{ name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test', phone: '+4930555019' },
		]);
	});

	it.each<[string, object]>([
		['do not take the place of a plain one', { 'email[0][value]': 'bob@firm.test' }],
		['leave what every object has as it is', JSON.parse('{"__proto__[x][0]":"yes"}') as object],
		['may be called as what every object has', { 'a[toString][0]': 'x', 'constructor[a][0]': 'y' }],
		['may be of two kinds', { 'a[0][b]': 'x', 'a[0][b][c]': 'y', 'a[1]': 'z' }],
	])('%s', (_, more) => {
		const item = { ...ana, ...more };
		const before = JSON.stringify(item);
		expect(mapped([item]).bodies).toMatchObject([
			{ name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test' },
		]);
		expect(JSON.stringify(item)).toBe(before);
		expect(({} as { x?: unknown }).x).toBeUndefined();
		expect(`${{} as unknown as string}`).toBe('[object Object]');
	});

	it.each([
		['answers[0][budget]', 1],
		['answers[3][budget]', 1],
		['rows[11][v11]', 12],
	])('%s is found by who types it as a custom field', (key, count) => {
		const rows = Array.from({ length: count - 1 }, (_, n) => [`rows[${n}][v${n}]`, n]);
		const { uses } = mapItem({ ...ana, ...Object.fromEntries(rows), [key]: '5000' }, [key]);
		expect(uses.filter(({ use }) => use === 'missing')).toEqual([]);
	});
});

describe('an object beside the person', () => {
	const ana = { first_name: 'Ana', last_name: 'Lopez', email: 'ana@lead.test' };
	const lead = { name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test', ...DEFAULTS };
	const firm = { company: 'Us GmbH', phone: '+49 800 1234567', city: 'Berlin' };

	it.each<[string, object, object]>([
		[
			'with the same address and another name',
			{ body: ana, audit: { name: 'Tom', ...firm, email: ana.email } },
			{},
		],
		['with the same address and no name', { ...ana, notification: { to: ana.email, ...firm } }, {}],
		[
			'with the same address and name',
			{ ...ana, others: { ...ana, ...firm } },
			{ company: 'Us GmbH', phone: '+49 800 1234567', location: 'Berlin' },
		],
		[
			'that is a company of another domain',
			{ contact: ana, account: { name: 'Lead Studio', website: 'https://lead.test.design' } },
			{},
		],
		[
			"that is a provider's customer",
			{ contact: ana, account: { name: 'Bobs', email: 'bobs@lead.test' } },
			{},
		],
		[
			'that is the company of the domain',
			{ contact: ana, company: { name: 'Lead Labs', website: 'https://www.lead.test/de' } },
			{ company: 'Lead Labs' },
		],
		[
			'around it, with an answer beside',
			{ ...ana, address: { id: 7, city: 'Wil', text: 'Wil 5' } },
			{ location: 'Wil' },
		],
		[
			'around that has parts',
			{ ...ana, endereco: { geral: { municipio: 'Recife' } } },
			{ location: 'Recife' },
		],
		[
			'with the whole name, where an order goes',
			{
				customer_email: ana.email,
				customer_data: { full_name: 'Ana Lopez', phone: '+49 800 1234567' },
				shipping_address: { name: 'Ana Lopez', city: 'Berlin' },
			},
			{ phone: '+49 800 1234567', location: 'Berlin' },
		],
		[
			'with another name, where an order goes',
			{ ...ana, shipping_address: { name: 'Ana Gomez', phone: firm.phone, city: 'Berlin' } },
			{},
		],
		[
			'where the bill goes',
			{
				InvoiceContact: ana,
				InvoiceAddress: { Organisation: 'Lopez Ltd', City: 'Bath' },
			},
			{ company: 'Lopez Ltd', location: 'Bath' },
		],
		[
			'where the bill of another one goes',
			{ contact: ana, InvoiceAddress: { name: 'Bea Ruiz', City: 'Bath' } },
			{},
		],
		['for sale', { ...ana, properties: [{ listPrice: 5, city: 'Berlin' }] }, {}],
		['of kin', { ...ana, contact: { relationship: 'N', name: 'Bob', email: 'bob@kin.test' } }, {}],
		[
			'that holds the name alone',
			{
				email: ana.email,
				organization: { name: 'Us Inc', contact: { first: 'Ana', last: 'Lopez' } },
			},
			{ company: 'Us Inc' },
		],
		['with who pays as the key of the address', { buyer: ana.email, buyer_name: 'Ana Lopez' }, {}],
		[
			'with custom fields of a program',
			{ ...ana, customfields: [{ name: 'Level', value: 'A', type: 'text' }] },
			{},
		],
		[
			'with a prefix, beside the sender of a form',
			{ 'Absender E-Mail': 'ana.lopez@lead.test', Vorname: 'Ana', Nachname: 'Lopez', Ort: 'Wil' },
			{ email: 'ana.lopez@lead.test', location: 'Wil' },
		],
		['with a login', { prenume: 'Ana', nume: 'Lopez', email: ana.email, username: 'a.l' }, {}],
		[
			'with a middle name that begins the last name',
			{ FirstName: 'Ana', MiddleName: 'van der', LastName: 'Meulen', Email: ana.email },
			{ lastName: 'van der Meulen' },
		],
		[
			'with a middle name',
			{ FirstName: 'Ana', MiddleName: 'Van', LastName: 'Lopez', Email: ana.email },
			{},
		],
		[
			'with a bill beside an attendee',
			{ attendee: ana, billing: { company: 'Globex Corp', phone: firm.phone, city: 'Rome' } },
			{},
		],
		[
			'of a namesake who is a colleague',
			{ customer: ana, sales_rep: { name: 'Ana Lopez', phone: firm.phone, company: 'Us Inc' } },
			{},
		],
		['of the settings', { ...ana, general: { company: 'Us GmbH', phone: firm.phone } }, {}],
		['of a device', { ...ana, device: { system: 'Company', text: 'Windows' } }, {}],
		[
			'with whom the account has the company in common',
			{
				event: 'customer.created',
				company_id: 'a3',
				customer: { ...ana, company_id: 'a3', company_name: 'Us GmbH' },
			},
			{},
		],
		[
			'with an ID of its company',
			{
				deal: {
					company_id: 'a3',
					customer: { ...ana, company_id: 'a3', company_name: 'Lead Ltd' },
				},
			},
			{ company: 'Lead Ltd' },
		],
		[
			'with more answers than persons are read',
			{
				answers: [
					...Array.from({ length: 15 }, (_, n) => ({ name: `question ${n}`, value: 'yes' })),
					{ name: 'First Name', value: 'Ana' },
					{ name: 'Last Name', value: 'Lopez' },
					{ name: 'Email', value: ana.email },
				],
			},
			{},
		],
		[
			'with Chinese questions',
			{ '1、您的姓名是？': '欧阳雪', '3、您的邮箱是？': ana.email, '6、您所在的城市是？': '杭州' },
			{ name: '欧阳雪', lastName: undefined, location: '杭州' },
		],
		[
			'with an example in the question',
			{ ...ana, 'Phone (e.g. 555 0100)': firm.phone },
			{ phone: firm.phone },
		],
		['with a schedule of appointments', { ...ana, schedule_id: 418822, start: '10:00' }, {}],
		['with an evening class', { ...ana, 'Schedule Name': 'Evening class B' }, {}],
		['with a requisition for a job', { ...ana, job_title: 'REQ-123' }, {}],
		[
			'with two labels of an answer',
			{
				fields: [{ label: 'Name', name: 'last_name', value: 'Lopez' }],
				first_name: 'Ana',
				email: ana.email,
			},
			{},
		],
		['with a code that is a job', { ...ana, job_title: 'SDE-2' }, { designation: 'SDE-2' }],
		['with a code for a job', { ...ana, job_title: 'HR-OPN-2026-0003' }, {}],
		[
			'with a job in one word',
			{ ...ana, Title: 'Salgskonsulent' },
			{ designation: 'Salgskonsulent' },
		],
		['with permissions', { ...ana, permissions: [{ channel: 'email' }, { channel: 'sms' }] }, {}],
		['that is a job', { job: { id: 5, name: 'Roof repair', customer: ana } }, {}],
		['that is a post', { post: { text: 'hi', contact: ana } }, {}],
		[
			'beside a colleague who says so',
			{
				contact: ana,
				target: { type: 'user', name: 'Bob Yew', email: 'bob.yew@firm.test', phone: '+1 555 0100' },
			},
			{},
		],
		['with a time in _', { body: { _: '1712345678', type: 'lead', contact: ana } }, {}],
	])('%s', (_, item, more) => {
		const { bodies, message } = mapped([item]);
		expect([message, bodies]).toEqual([undefined, [{ ...lead, ...more }]]);
	});

	it.each<[string, object]>([
		[
			'a user beside a deal',
			{
				event: 'order.created',
				crm: { deal: { pipeline: 'B2B', stage: 'won' } },
				user: { name: 'Maria Weber', email: 'maria.weber@us.test' },
			},
		],
		[
			'who made a task',
			{ history: { orderindex: 5 }, user: { name: 'Maria Weber', email: 'maria.weber@us.test' } },
		],
		[
			'a child whose parent pays',
			{
				Nom: 'Perrin',
				Prénom: 'Léa',
				Email: 'famille.perrin@courrier.test',
				'Nom acheteur': 'Vidal',
				'Prénom acheteur': 'Sandrine',
			},
		],
		[
			'an employee',
			{
				Imię: 'Bartosz',
				Nazwisko: 'Głowacki',
				Email: 'b@firm.test',
				'ID Pracownika': 23,
				Nadgodziny: 8,
			},
		],
		['an anonymous in Chinese', { 姓名: '匿名', 邮箱: 'a@firm.test' }],
		['a company in Japanese', { 氏名: '山田商事株式会社', メールアドレス: 'a@firm.test' }],
		[
			'two visitors in a form, one without a name',
			{
				'visitors[1][email]': 'anna.berg@x.test',
				'visitors[2][first_name]': 'Peter',
				'visitors[2][last_name]': 'Berg',
			},
		],
		['the name of a place', { email: 'a.k@mail.test', location_name: 'New York' }],
		[
			'two persons, one with a role',
			{
				email: 'max.koch@ours.test',
				name: 'Max Koch',
				form: {
					name: 'Anna Berg',
					email: 'anna.berg@lead.test',
					phone: '+49 30 1234567',
					role: 'Owner',
				},
			},
		],
	])('%s is an error', (_, item) => {
		expect(mapped([item]).bodies).toEqual([]);
	});

	it.each<[string, object]>([
		['who pays, as the bank writes it', { ...ana, payer_name: 'ANA LOPEZ' }],
		['who earns something', { ...ana, 'Employment Status': 'Employed', Salary: '52000' }],
		['what a customer wrote', { ...ana, message_from_customer: 'We met your marketing group' }],
		['a newsletter', { name: 'Newsletter Nordwind GmbH', body: { data: ana } }],
		[
			'a customer of the domain who is a person',
			{ contact: ana, client: { name: 'Peter Maier', title: 'CEO', website: 'lead.test' } },
		],
		[
			'who pays the bill',
			{
				attendee: ana,
				billing: { phone: '+1 555 0100', company: 'Zahler GmbH', email: 'buchhaltung@zahler.test' },
			},
		],
		[
			'another person of the same first name',
			{ ...ana, second: { ...ana, last_name: 'Koch', phone: '+1 555 0100' } },
		],
		[
			'an advert',
			{ Ad: 'Spring Promo', 'Full Name': 'Ana Lopez', 'Last Name': 'Lopez', Email: ana.email },
		],
	])('%s adds nothing', (_, item) => {
		const { bodies, message } = mapped([item]);
		expect([message, bodies]).toEqual([undefined, [lead]]);
	});

	it.each<[string, object]>([
		[
			'of an address',
			{ email: { address: 'ana@lead.test', name: { toString: 'x' } }, first_name: 'Ana' },
		],
		['of an answer', { ...ana, q: { type: 'email', id: { toString: 1 } } }],
		['of a company', { ...ana, company: { name: { toString: 1 }, value: 5 } }],
	])('an object without a text in the place %s is no crash', (_, item) => {
		expect(() => mapped([item])).not.toThrow();
	});
});

it.each<[string, object, string | undefined]>([
	['a place on a page', { position: 'bottom-right' }, undefined],
	['a rank', { position: '1st' }, undefined],
	['a job', { Position: 'Innkjøpsleder', Title: 'Innkjøpsleder' }, 'Innkjøpsleder'],
	['what else is there', { position: 'Sidebar' }, undefined],
	['a post', { company: 'Nord', post: 'Ten tips' }, undefined],
	[
		"Bitrix24's post",
		{ COMPANY_TITLE: 'Nord', TITLE: 'Form 7', POST: 'Buyer', ASSIGNED_BY_ID: 1 },
		'Buyer',
	],
	['a job by its title', { 'Company Title': 'Head of Purchasing' }, undefined],
	['a vacancy', { company: 'Nord', job: 'Backend Developer' }, undefined],
	["Dropcontact's job", { civility: 'Madame', job: 'Acheteuse' }, 'Acheteuse'],
])('%s as a job title', (_, more, designation) => {
	const { bodies } = mapped([{ 'First Name': 'Ana', Email: 'ana@lead.test', ...more }]);
	expect(bodies.map((body) => body.designation)).toEqual([designation]);
});

it('a second address that is verified goes before one that is not', () => {
	const email_addresses = ['unverified', 'verified'].map((status) => ({
		email_address: `${status}@lead.test`,
		verification: { status },
	}));
	expect(mapped([{ first_name: 'Ana', last_name: 'Lopez', email_addresses }]).bodies).toMatchObject(
		[{ email: 'verified@lead.test' }],
	);
});

describe('a name', () => {
	const name = { name: 'Ana', lastName: 'Lopez' };
	it.each<[string, object, object[]]>([
		[
			'beside the last name that it ends with',
			{ name: 'Ana Lopez', surname: 'Lopez', email: 'a.lopez@lead.test' },
			[name],
		],
		[
			'of a firm beside a last name',
			{ name: 'Studio Lopez', surname: 'Lopez', email: 'ana.lopez@lead.test' },
			[],
		],
		['that is the last one alone', { Name: 'Lopez', Email: 'ana.lopez@lead.test' }, []],
		[
			'before a name in a shared mailbox',
			{ Name: 'Ana', Email: 'info.ana@lead.test' },
			[{ name: 'Ana' }],
		],
		['of three Chinese signs', { name: '林晓岚', email: 'lx@lead.test' }, [{ name: '林晓岚' }]],
		['of a Chinese lady', { name: '李女士', email: 'lx@lead.test' }, []],
		['of a Korean department', { name: '구매팀', email: 'lx@lead.test' }, []],
		['of three Korean signs', { name: '한서윤', email: 'hs@lead.test' }, [{ name: '한서윤' }]],
		['of a Chinese company', { name: '腾讯', email: 'lx@lead.test' }, []],
		['under Kunde', { Kunde: 'Ana Lopez', Email: 'ana.lopez@lead.test' }, [name]],
		[
			'under the word behind the address',
			{ Cliente: 'Ana Lopez', 'E-mail cliente': 'ana.lopez@lead.test' },
			[name],
		],
		['under a key that says nothing', { Foo: 'Ana Lopez', Email: 'ana.lopez@lead.test' }, [name]],
		['of a firm under Kunde', { Kunde: 'Lopez Team', Email: 'lopez.team@lead.test' }, []],
		['of a colleague', { Owner: 'Ana Lopez', Email: 'ana.lopez@lead.test' }, []],
		['of somebody else', { Foo: 'Ana Lopez', Email: 'bo.lopez@lead.test' }, []],
	])('%s', (_, item, names) => {
		expect(mapped([item]).bodies).toMatchObject(names);
	});
});

describe('a company', () => {
	const ana = { first_name: 'Ana', last_name: 'Lopez', email: 'ana@lead-labs.test' };
	it.each<[string, object, string | undefined]>([
		['a parent company', { ...ana, 'Parent Name': 'Nordwind GmbH' }, 'Nordwind GmbH'],
		['a parent that may be a person', { ...ana, 'Parent Name': 'Bea Lopez' }, undefined],
		['a parent in an object', { ...ana, parent: { name: 'Bea Lopez' } }, undefined],
		[
			'a parent beside what is called a child in Odoo',
			{
				...ana,
				child_ids: [7],
				parent_id: [5, 'Johnson Controls'],
				parent_name: 'Johnson Controls',
			},
			'Johnson Controls',
		],
		[
			'beside a visitor, by its domain',
			{ visitor: ana, organization: { name: 'Lead Labs' } },
			'Lead Labs',
		],
		['of another domain', { visitor: ana, organization: { name: 'Our Labs' } }, undefined],
		[
			'with a shared mailbox',
			{
				ContactPerson: [ana],
				Client: { name: 'Lead Labs, s. r. o.', email: 'info@lead-labs.test' },
			},
			'Lead Labs, s. r. o.',
		],
		['as the name beside those of the person', { ...ana, name: 'Lead Labs' }, 'Lead Labs'],
		[
			'as the name of a person',
			{ ...ana, name: 'Ana Lopez', email: 'ana@analopez.test' },
			undefined,
		],
		[
			'of a colleague',
			{ ...ana, account: { name: 'Garage Acme Auto' }, advisor: { email: 'tom@acmeauto.test' } },
			undefined,
		],
		[
			'of the same domain as a colleague',
			{ ...ana, company: 'Lead Labs', owner: { email: 'tom@lead.test' } },
			'Lead Labs',
		],
		[
			'with a word of a colleague’s domain',
			{ ...ana, company: 'Northern Trust', owner: { email: 'bob@north.test' } },
			'Northern Trust',
		],
		[
			'of the lead’s own colleagues',
			{ ...ana, company: 'Acme Solar', manager_email: 'bob@acmesolar.test' },
			'Acme Solar',
		],
		[
			'in the title of a task',
			{ ...ana, name: 'Demo with Leadlabs', email: 'ana@leadlabs.test' },
			undefined,
		],
		[
			'that is a login',
			{ ...ana, username: 'ana@leadlabs.test', email: 'ana@leadlabs.test' },
			undefined,
		],
		['of a seller', { ...ana, pro_name: 'Acme GmbH', pro_email: 'info@acme.test' }, undefined],
		['around a deal', { deal: { contact: ana, company: { name: 'Acme' } } }, 'Acme'],
		['around a booking', { booking: { contact: ana, company: { name: 'Acme' } } }, undefined],
		['in a heading with another word', { ...ana, 'HOA / Company': 'Acme' }, 'Acme'],
		['in a heading with a remark', { ...ana, 'Firma (falls vorhanden)': 'Acme' }, 'Acme'],
		['in a heading of an event', { ...ana, 'Company (event in May)': 'Acme' }, undefined],
	])('%s', (_, item, company) => {
		const { bodies } = mapped([item]);
		expect(bodies.map((body) => body.company)).toEqual([company]);
	});
});

describe('an address', () => {
	const ana = { name: 'Ana Lopez', email: 'ana.lopez@lead.test' };
	it.each<[string, object, number]>([
		[
			'in an object that has a value, too',
			{ charge: { value: 5000, type: 'DYNAMIC', customer: ana } },
			1,
		],
		[
			'in an answer under the key of a form',
			{
				fields: {
					contactForm_email: { title: 'Email', value: 'x7@lead.test' },
					a: { title: 'Name', value: ana.name },
				},
			},
			1,
		],
		[
			"beside an affiliate's",
			{ contact: ana, affiliations: [{ contact_email: 'bo@firm.test' }] },
			1,
		],
		[
			'of somebody whose name is in other letters',
			{ id: 5, insured: { name: '한서윤', email: 's@lead.test', phone: '+821055501234' } },
			1,
		],
		[
			'of such a person without contact data',
			{ id: 5, assured: { first_name: '서윤', last_name: '한', email: 's@lead.test' } },
			0,
		],
		['of an employee', { profile: { ...ana, userType: 'Employee', employeeNumber: '4471' } }, 0],
		['behind a remark', { Name: 'Ana Lopez', 'Email (Ehefrau)': 'bea@lead.test' }, 0],
	])('%s', (_, item, count) => {
		expect(mapped([item]).bodies).toHaveLength(count);
	});
});

it.each(['Phone (neighbor)', 'Last name (of the child)'])('%s is another person’s', (heading) => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', [heading]: '+1 202 555 0100' };
	expect(mapped([item]).bodies).toEqual([{ ...DEFAULTS, name: 'Ana', email: 'ana@lead.test' }]);
});

it.each<[string, object]>([
	['a town', { Ort: 'Sala' }],
	['an address with an ID alone', { location: { id: 'l1', city: 'Sala' } }],
])('%s is where somebody lives', (_, more) => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', ...more };
	expect(mapped([item]).bodies).toMatchObject([{ location: 'Sala' }]);
});

it('a donor has a job', () => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', donation_id: 5 };
	expect(mapped([{ ...item, Designation: 'Sales Manager' }]).bodies).toMatchObject([
		{ designation: 'Sales Manager' },
	]);
});

it.each<[string, object]>([
	['Jumpseller', { x_customer_first_name: 'Ana', x_customer_email: 'ana@lead.test' }],
	['a Korean order', { 주문자명: 'Ana', 주문자이메일: 'ana@lead.test', 수령자명: 'Bob' }],
])('who has ordered is the lead: %s', (_, item) => {
	expect(mapped([item]).bodies).toMatchObject([{ name: 'Ana', email: 'ana@lead.test' }]);
});

it('where somebody has signed up is no source of a lead', () => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test', signupSource: 'API' };
	expect(mapped([item]).bodies).toEqual([{ ...DEFAULTS, name: 'Ana', email: 'ana@lead.test' }]);
});

describe('a sheet kept by hand', () => {
	const row = (text: string) =>
		Object.fromEntries(
			text.split(' | ').map((cell) => cell.split('= ').map((part) => part.trim())),
		);

	it.each([
		[
			'English',
			'Who= Ana Lopez | Where from (co.)= Mill Lane | Best email= ana@lead.test | Cell= +1 555 010 0142 | Town= Bath | Rep= Tom Reed',
			['Ana', 'Lopez', '+1 555 010 0142', 'Mill Lane', undefined, 'Bath'],
		],
		[
			'German',
			'Vor- u. Nachname= Ana Lang | E-Mail-Anschrift= ana@lead.test | Natel-Nr.= +41 44 555 01 23 | Firmenwortlaut= Lang Bau | Tätigkeit= Einkäuferin | Gemeinde= Wil | Erfasst von= Max Frei',
			['Ana', 'Lang', '+41 44 555 01 23', 'Lang Bau', 'Einkäuferin', 'Wil'],
		],
		[
			'Polish',
			'Osoba do kontaktu= Ana Wilk | Adres mailowy= ana@lead.test | Nr tel. kom.= +48 22 555 01 23 | Nazwa instytucji= Huta Nowa | Zajmowane stanowisko= Kierownik | Miejscowość/miasto= Lublin | Kto dzwonił= Ewa Maj',
			['Ana', 'Wilk', '+48 22 555 01 23', 'Huta Nowa', 'Kierownik', 'Lublin'],
		],
		[
			'Slovenian',
			'Ime udeleženca= Ana | Priimek udeleženca= Kos | E-naslov= ana@lead.test | Mobilna št.= +386 1 555 01 23 | Naziv podjetja= Kovine | Del. mesto= Vodja nabave | Mesto/kraj= Celje',
			['Ana', 'Kos', '+386 1 555 01 23', 'Kovine', 'Vodja nabave', 'Celje'],
		],
		[
			'Italian',
			'Nominativo= Ana Conti | Recapito mail= ana@lead.test | N. cell.= +39 333 555 0142 | Ditta= Conti Ricambi | Ruolo ricoperto= Buyer | Località= Pavia | Agente= Ugo Riva',
			['Ana', 'Conti', '+39 333 555 0142', 'Conti Ricambi', 'Buyer', 'Pavia'],
		],
		[
			'Finnish',
			'Yhteyshenkilö= Ana Salo | S-posti= ana@lead.test | Puh. nro= +358 9 555 0123 | Työpaikka= Salo Puu | Titteli= Ostaja | Kotikunta= Turku',
			['Ana', 'Salo', '+358 9 555 0123', 'Salo Puu', 'Ostaja', 'Turku'],
		],
		[
			'Turkish',
			'Adınız soyadınız= Ana Demir | Mail adresi= ana@lead.test | Cep tel no= +90 312 555 01 23 | Kurum adı= Demir Tekstil | Göreviniz= Satın alma | Yaşadığınız şehir= Bursa',
			['Ana', 'Demir', '+90 312 555 01 23', 'Demir Tekstil', 'Satın alma', 'Bursa'],
		],
		[
			'Bulgarian',
			'Лице за контакт= Ана Петрова | Ел. поща= ana@lead.test | Мобилен номер= +359 2 555 0123 | Име на фирма= Роза | Заемана длъжност= Мениджър | Населено място= Русе',
			['Ана', 'Петрова', '+359 2 555 0123', 'Роза', 'Мениджър', 'Русе'],
		],
	])('in %s is read', (_, text, [name, lastName, phone, company, designation, location]) => {
		const { bodies, message } = mapped([row(text)]);
		const lead = { name, lastName, email: 'ana@lead.test', phone, company, location };
		const right = designation === undefined ? lead : { ...lead, designation };
		expect([message, bodies]).toEqual([undefined, [{ ...DEFAULTS, ...right }]]);
	});

	it.each([
		[
			'of the own staff',
			'Etunimi= Ana | Sukunimi= Salo | Sähköposti= ana@firm.test | Lomapäiviä jäljellä= 12 | Esimies= Jari Niemi',
		],
		[
			'with the address of a sender who is somebody else',
			'Absender E-Mail= tom.reed@firm.test | Vorname= Ana | Nachname= Wilk',
		],
		[
			'with the address of a colleague alone',
			'Imię= Ana | Nazwisko= Wilk | E-mail handlowca= ana.wilk@firm.test',
		],
	])('%s is an error', (_, text) => {
		expect(mapped([row(text)]).bodies).toEqual([]);
	});
});

describe('what is not the person’s', () => {
	const ana = { first_name: 'Ana', last_name: 'Lopez', email: 'ana@lead.test' };
	const lead = { ...DEFAULTS, name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test' };
	const bob = { name: 'Bob Yew', phone: '+39 02 555 0100', title: 'CEO', city: 'Rome' };
	it.each<[string, object]>([
		['a good in the cart', { items: [{ name: 'Rome trip', city: 'Rome', company: 'Hotel GmbH' }] }],
		['the title of a good', { items: [{ title: 'Sales Manager Training' }] }],
		['a place that is asked for', { 'Property City': 'Rome', 'Property Phone': '+39 02 555 0100' }],
		['another record', { records: [bob] }],
		['another answer', { responses: [bob, { name: 'Cy Yew' }] }],
		['another person in a part that says nothing', { body: bob }],
		['a guest', { 'Guest Phone': '+39 02 555 0100', 'Guest Company': 'Acme' }],
		[
			'a customer of another name',
			{ 'Customer Name': 'Bob Yew', 'Customer Phone': '+39 02 555 0100' },
		],
		['a partner', { 'Partner Name': 'Bob Yew' }],
		[
			'the account of the program',
			{ event: 'contact_created', account: { id: 1, name: 'Our Workspace' } },
		],
		['an office of ours', { location: { id: 'l1', name: 'Our Agency', city: 'Bonn' } }],
		['where somebody wants to buy', { 'Preferred Location': 'Rome', 'Preferred City': 'Rome' }],
		['what somebody likes', { 'Preferred Company': 'Acme' }],
		['what a donation is for', { donationDate: '2026-02-03', designation: 'Fish ladders' }],
		['a house', { property: { address: { city: 'Rome' }, list_price: '250000' } }],
	])('%s adds nothing', (_, more) => {
		expect(mapped([{ ...ana, ...more }]).bodies).toEqual([lead]);
	});

	it.each<[string, object, string | undefined]>([
		['a good', { email: 'x7@lead.test', items: [{ name: 'Running Shoes' }] }, undefined],
		[
			'an item beside the customer',
			{ Email: 'x7@l.test', 'Item Name': 'Shoes', 'Customer Name': 'Ana Lopez' },
			'Ana',
		],
		['a company in a header', { from: 'Acme GmbH <info@acme.test>' }, undefined],
		['a team in a header', { from: 'Newsletter Team <news@acme.test>' }, undefined],
		['a person with a firm in a header', { from: '"Max Meier, Acme" <m@acme.test>' }, undefined],
		['a person through a list', { from: '"Ana Lopez via Sales" <sales@us.test>' }, undefined],
		['a department', { 'Contact Name': 'Einkauf', Email: 'x7@lead.test' }, undefined],
		[
			'a contact with a firm',
			{ 'Contact Name': 'Ana Lopez, Acme', Email: 'x7@lead.test' },
			undefined,
		],
		[
			'a note beside the contact',
			{ Name: 'Call back', Contact: 'Ana Lopez', Email: 'ana.lopez@lead.test' },
			'Ana',
		],
		[
			'another contact',
			{ Name: 'Ana Lopez', 'Contact Name': 'Bob Yew', Email: 'ana.lopez@lead.test' },
			undefined,
		],
		[
			'a contact person beside a firm',
			{ Name: 'Sunny Days', 'Contact Person': 'Mary Smith', Email: 'sunnydays@gmail.com' },
			'Mary',
		],
		[
			'a name beside a login',
			{ username: 'SunnyDays', name: 'Mary Smith', email: 'sunnydays@gmail.com' },
			'Mary',
		],
		[
			'somebody who writes from a shared mailbox',
			{ from: 'Sophie Martin <contact@atelier.test>' },
			'Sophie',
		],
		['one word at anybody’s domain', { from: 'Sophie <sunny77@gmail.com>' }, 'Sophie'],
		['a last name that is an office, too', { from: 'Peter Bank <peter.bank@gmx.de>' }, 'Peter'],
		['a degree', { 'Full Name': 'Jane Doe, CPA', Email: 'jdoe@lead.test' }, 'Jane'],
		[
			'a last name of two words',
			{ 'Full Name': 'De Vries, Anna', Email: 'a.devries@lead.test' },
			'Anna',
		],
		['flattened keys', { 'result.email': 'hr77@gmail.com', 'result.name': 'Ana Lopez' }, 'Ana'],
		[
			'a blank address beside the contact’s',
			{ Email: '', 'Contact Email': 'hr77@gmail.com', 'Contact First Name': 'Ana' },
			'Ana',
		],
		[
			'a parent company',
			{
				parent_id: [5, 'Johnson Controls'],
				parent_name: 'Johnson Controls',
				name: 'Ana Lopez',
				email: 'ana@jc.test',
			},
			'Ana',
		],
		[
			'a loan',
			{
				Vorname: 'Ana',
				Nachname: 'Koch',
				'E-Mail': 'ana@lead.test',
				Bruttogehalt: '4200',
				Steuerklasse: '1',
			},
			'Ana',
		],
		[
			'an address that was registered',
			{ 'Nome completo': 'Ana Reis', 'E-mail cadastrado': 'ana@lead.test' },
			'Ana',
		],
		['no opt-out', { 'First Name': 'Ana', Email: 'ana@lead.test', email_opt_out: '0.0' }, 'Ana'],
		['a domain of bounces', { 'First Name': 'Ana', Email: 'ana@air-bounce.test' }, 'Ana'],
	])('%s is greeted right, or not', (_, item, name) => {
		expect(mapped([item]).bodies.map((body) => body.name)).toEqual(
			name === undefined ? [] : [name],
		);
	});

	const sam = { name: 'Sam Rep', email: 'sam.rep@us.test', phone: '+39 02 555 0100' };
	it.each<[string, object]>([
		['who has added it', { added_by: sam }],
		['who has entered it', { erfasst_von: sam }],
		['who was the contact', { previous_contact: sam }],
		['a user whose timer stopped', { event: 'timer.stopped', user: sam }],
		['a user with a task about a domain', { title: 'Register domain', user: sam }],
		['a user in an order of sorting', { sort_order: 5, user: sam }],
		[
			'a user beside the customer',
			{ invoice_no: 5, customer: { name: 'Ana Lopez', phone: '+1 555' }, user: sam },
		],
		[
			'whose address stands beside a blank one',
			{ ...ana, email: '', 'Billing Email': 'bob.smith@x.test' },
		],
		['a new colleague', { slug: 'new-employee-onboarding', data: ana }],
		['a mailbox that nobody reads', { ...ana, email: 'jira-noreply@lead.test' }],
		['of a firm under Kunde', { Kunde: 'Bäckerei Huber', 'E-Mail': 'huber@gmx.de' }],
		[
			'of a pupil at a parent’s address',
			{ 'Student Name': 'Bob Lopez', 'Parent Email': 'ana@lead.test' },
		],
		['of a child at its mother’s address', { Student: 'Tim Huber', Email: 'maria.huber@gmx.de' }],
		[
			'of a student at a parent’s',
			{ 'First Name': 'Tim', 'Last Name': 'Huber', 'Parent Email': 's77@gmail.com' },
		],
		['of a copy, in other letters', { 姓名: '王伟', 手机: '13800001111', 抄送: 'boss@corp.cn' }],
		[
			'of a partner',
			{
				first_name: 'Ana',
				phone: '+1 555 0100',
				partner: { first_name: 'Bob', last_name: 'Yew', email: 'bob.yew@y.test' },
			},
		],
		['with the last name first', { 'Nume / Prenume': 'Popescu Ana', Email: 'x7@lead.test' }],
	])('%s is not written to', (_, item) => {
		expect(mapped([item]).bodies).toEqual([]);
	});
});

it.each([
	['Lopez Ana', 'x7@lead.test', 'Ana'],
	['Ana Lopez', 'ana.lopez@lead.test', 'Ana'],
	['Lopez Ana', 'ana.lopez@lead.test', 'Ana'],
	['Lopez, Ana', 'x7@lead.test', 'Ana'],
	['LOPEZ Ana', 'x7@lead.test', 'Ana'],
])(
	'of %j under "Cognome e nome", with the address %s, the first name is %s',
	(whole, Email, first) => {
		expect(mapped([{ 'Cognome e nome': whole, Email }]).bodies).toMatchObject([{ name: first }]);
	},
);

it.each<[object, string | undefined]>([
	[{ contact_person: 'Ing. Pier Dal Molin' }, 'Pier'],
	[{ YourReference: 'Pier Dal Molin', OurReference: 'Karin Holm' }, 'Pier'],
	[{ YourReference: 'PO 4711' }, undefined],
	[{ contact_person: 'Bob Smith' }, undefined],
])(
	'in the record of a company, %j is whom to write to if the address says so: %s',
	(more, name) => {
		const item = {
			name: 'Sartori S.r.l.',
			type: 'company',
			email: 'dalmolin@sartori.test',
			...more,
		};
		expect(mapped([item]).bodies).toMatchObject(
			name === undefined ? [] : [{ name, lastName: 'Dal Molin', company: 'Sartori S.r.l.' }],
		);
	},
);

it.each([
	['Олена Бондаренко', 'o.bondarenko', true],
	['Юлия Щербакова', 'shcherbakova.y', true],
	['Yuliya Shcherbakova', 'y.shcherbakova', true],
	['Евгений Жуковский', 'zhukovskiy', true],
	['Олена Бондаренко', 'x12', true],
	['Anna Huber', 'x12', true],
	['Nokuthula Dlamini', 'x12', true],
	['Blue Widgets GmbH', 'x12', false],
	['Sales Team', 'x12', false],
])('the name %s in a form is that of a person, %s@: %s', (name, local, isPerson) => {
	for (const more of [
		{ formid: 'form8', formname: 'Call' },
		{ Message: 'Hi' },
		{ Subject: 'Hi' },
	]) {
		const item = { Name: name, Email: `${local}@lead.test`, ...more };
		expect(mapped([item]).bodies).toHaveLength(isPerson ? 1 : 0);
	}
});

it.each([
	['Anna Huber', 'x12', 0],
	['Anna Huber', 'anna12', 1],
	['Helene Fischer', 'kunde77', 0],
])(
	'the name %s beside a start may be an event, unless %s has a word of it',
	(Name, local, count) => {
		const item = { Name, Email: `${local}@lead.test`, 'Start Date': '2026-05-01' };
		expect(mapped([item]).bodies).toHaveLength(count);
	},
);

const lead = (item: Record<string, unknown>) => mapped([item as never]).bodies[0];
const nobody = undefined;

it.each<[string, Record<string, unknown>, object | undefined]>([
	// Who is greeted.
	['a title of a form', { Name: 'Neue Anfrage', Nachricht: 'Hallo', Email: 'k@lead.test' }, nobody],
	['a product', { order_id: 2, name: 'Emma Sofa', sku: 'E', email: 'k@lead.test' }, nobody],
	['a deal', { Name: 'Philip Morris', Stage: 'Won', Email: 'j@lead.test' }, nobody],
	['a login', { customerUsername: 'ana.lopez', customerEmail: 'ana@lead.test' }, nobody],
	['a Thai company', { contactName: 'บริษัท ล้านนา จำกัด', Email: 'a@lead.test' }, nobody],
	[
		'a Thai title',
		{ 'Full Name': 'คุณสุภาวดี ศรีวงศ์', Email: 'a@lead.test' },
		{ name: 'สุภาวดี', lastName: 'ศรีวงศ์' },
	],
	[
		'Thai letters that begin like a title',
		{ 'Full Name': 'คุณากร ศรีวงศ์', Email: 'a@lead.test' },
		{ name: 'คุณากร' },
	],
	['what somebody did', { Description: 'Ana Lopez replied', Email: 'ana.lopez@lead.test' }, nobody],
	[
		'two given names in the address',
		{ 'Full Name': 'João Pedro Alves Reis', Email: 'joaopedro@lead.test' },
		{ name: 'João Pedro', lastName: 'Alves Reis' },
	],
	[
		'a first and a last name there',
		{ 'Full Name': 'Felipe Rosa dos Santos', Email: 'felipe.rosa@lead.test' },
		{ name: 'Felipe', lastName: 'Rosa dos Santos' },
	],
	[
		'a last name of two words at the start',
		{ 'Full Name': 'De Luca Giusy', Email: 'giusy.deluca@lead.test' },
		{ name: 'Giusy', lastName: 'De Luca' },
	],
	[
		'such a first name',
		{ 'Full Name': 'La Toya Jackson', Email: 'latoya.jackson@lead.test' },
		{ name: 'La', lastName: 'Toya Jackson' },
	],
	[
		'a Hungarian last name before a given one',
		{ 'Full Name': 'Tóth Erzsébet', Email: 'x@lead.test' },
		{ name: 'Erzsébet', lastName: 'Tóth' },
	],
	[
		'Radu, which is a last name, too',
		{ 'Nume și prenume': 'Radu Matei', Email: 'matei@lead.test' },
		{ name: 'Matei', lastName: 'Radu' },
	],
	[
		'given names beside a last name',
		{ customer: { name: 'Giulia', surname: 'Sala', email: 'x1@lead.test' } },
		{ name: 'Giulia', lastName: 'Sala' },
	],
	[
		'a name beside the first one, both in the address',
		{ firstname: 'Maëlys', name: 'Le Goff', email: 'maelys.legoff@lead.test' },
		{ lastName: 'Le Goff' },
	],
	[
		'the first name once more',
		{ first_name: 'Maria', last_name: null, name: 'Maria', email: 'maria@lead.test' },
		{ name: 'Maria', lastName: undefined },
	],
	[
		'a name beside the first one that is a company',
		{ firstname: 'Maëlys', name: 'Acme', email: 'maelys@acme.test' },
		{ name: 'Maëlys' },
	],
	// Who is written to.
	[
		'the mailbox of a site',
		{ from: 'web@shop.test', subject: 'New quote', name: 'Kate Turner' },
		nobody,
	],
	[
		'who has written',
		{ from: 'kate@lead.test', subject: 'New quote', name: 'Kate Turner' },
		{ name: 'Kate' },
	],
	[
		'the mailbox of a campaign',
		{
			campaign_id: 1,
			email_account: 'u@our.test',
			from: 'Uli Our <u@our.test>',
			to: 'Lea Adams <lea@lead.test>',
		},
		nobody,
	],
	[
		'its lead',
		{
			event_type: 'EMAIL_REPLY',
			from_email: 'u@our.test',
			to_email: 'lea@lead.test',
			to_name: 'Lea Adams',
			sl_lead_email: 'lea@lead.test',
		},
		{ email: 'lea@lead.test', name: 'Lea' },
	],
	[
		'an agent of Zendesk',
		{ name: 'Adi Kay', email: 'adi@our.test', role: 'agent', restricted_agent: false },
		nobody,
	],
	[
		'an end-user there',
		{ name: 'Adi Kay', email: 'adi@lead.test', role: 'end-user', restricted_agent: false },
		{ name: 'Adi' },
	],
	[
		'an address of a board',
		{
			name: 'Rosa Ax',
			email: 'our_pulse_1@use1.mx.monday.com',
			text: { label: 'Email', value: 'rosa@lead.test' },
		},
		{ email: 'rosa@lead.test' },
	],
	[
		'a mailbox beside the contact of a company',
		{
			name: 'Padaria Sol, Lda',
			email: 'geral@sol.test',
			contact_name: 'Bea Cruz',
			contact_email: 'bea@sol.test',
		},
		{ email: 'bea@sol.test', name: 'Bea' },
	],
	[
		'the mailbox of the place of an event',
		{
			email_address: 'ana@lead.test',
			first_name: 'Ana',
			last_name: 'Lopez',
			location: { id: 1, name: 'Salt House', email: 'events@salt.test' },
		},
		{ email: 'ana@lead.test' },
	],
	[
		'the one contact of a company',
		{
			name: 'Talleres Ibarra S.L.',
			email: 'info@ibarra.test',
			contactPersons: [{ name: 'Bea Cruz', email: 'bea@ibarra.test' }],
		},
		{ email: 'bea@ibarra.test', company: 'Talleres Ibarra S.L.' },
	],
	[
		'one of two',
		{
			name: 'Talleres Ibarra S.L.',
			contactPersons: [
				{ name: 'Bea Cruz', email: 'bea@ibarra.test' },
				{ name: 'Ana Sol', email: 'ana@ibarra.test' },
			],
		},
		nobody,
	],
	[
		'who gets an order',
		{
			order: {
				shipping_service_name: 'Flat',
				recipient: { name: 'Ana Lopez', email: 'ana@lead.test' },
			},
		},
		{ name: 'Ana' },
	],
	[
		'who asks a broker',
		{
			payload: {
				responseLink: 'x',
				sender: { name: 'خالد المنصوري', contacts: [{ type: 'email', value: 'k@lead.test' }] },
			},
		},
		{ email: 'k@lead.test' },
	],
	[
		'who has no preference',
		{
			first_name: 'Ana',
			last_name: 'Sol',
			email: 'ana@lead.test',
			preferences: { newsletter: 'false', marketing: 'false' },
		},
		nobody,
	],
	[
		'who has one',
		{
			first_name: 'Ana',
			last_name: 'Sol',
			email: 'ana@lead.test',
			preferences: { newsletter: 'false', marketing: 'true' },
		},
		{ name: 'Ana' },
	],
	// Headers.
	[
		'an address as a name',
		{ Email: '"ana@lead.test" <ana@lead.test>', Name: 'Ana Lopez' },
		{ email: 'ana@lead.test' },
	],
	[
		'an @ in the name',
		{ Email: 'Ana @ Acme <ana@lead.test>', Name: 'Ana Lopez' },
		{ email: 'ana@lead.test' },
	],
	[
		'a remark behind it',
		{ From: 'Ana Lopez <ana@lead.test> [External]', Subject: 'Hi' },
		{ email: 'ana@lead.test' },
	],
	['two addresses', { Email: 'bob@lead.test, Ana <ana@lead.test>', Name: 'Ana Lopez' }, nobody],
	// Rows with a beginning or an end in common.
	[
		'a beginning',
		{
			cp_id: '1',
			cp_givenname: 'Ana',
			cp_last_name: 'Lopez',
			cp_email: 'a1@lead.test',
			cp_city: 'Ulm',
		},
		{ email: 'a1@lead.test', name: 'Ana', location: 'Ulm' },
	],
	[
		'an end',
		{
			id22: '1',
			first_name22: 'Ana',
			last_name22: 'Lopez',
			email22: 'a1@lead.test',
			phone22: '+49 30 123456',
		},
		{ email: 'a1@lead.test', phone: '+49 30 123456' },
	],
	[
		'a beginning that is short for a colleague',
		{
			mgr_id: '1',
			mgr_first_name: 'Uli',
			mgr_last_name: 'Our',
			mgr_email: 'u@our.test',
			mgr_city: 'Ulm',
		},
		nobody,
	],
	[
		'a beginning beside a key that says whose it is',
		{
			zz_id: '1',
			zz_first_name: 'Uli',
			zz_last_name: 'Our',
			zz_email: 'u@our.test',
			zz_city: 'Ulm',
			client_company: 'Acme',
		},
		nobody,
	],
	[
		'a second person',
		{
			first_name2: 'Uli',
			last_name2: 'Our',
			email2: 'u@our.test',
			phone2: '+49 30 1',
			city2: 'Ulm',
		},
		nobody,
	],
	[
		'who has left, behind the address',
		{ Email: 'Ana Lopez <ana@lead.test> - unsubscribed' },
		nobody,
	],
	['a first name of Egypt', { 'Full Name': 'Nagy Samir', Email: 'x@lead.test' }, { name: 'Nagy' }],
	[
		'a list of two leads, one with a mailbox',
		{
			leads: [
				{ name: 'Petra Kraus', email: 'info@a.test' },
				{ name: 'Max Mohr', email: 'max.mohr@b.test' },
			],
		},
		nobody,
	],
	['a profile', { name: 'Ana Lopez', summary: 'Buyer', email: 'x12@lead.test' }, { name: 'Ana' }],
	[
		'capitals',
		{
			OXID: '1',
			OXUSERID: '2',
			OXFNAME: 'Ana',
			OXLNAME: 'Lopez',
			OXEMAIL: 'a1@lead.test',
			OXCITY: 'Ulm',
		},
		{ email: 'a1@lead.test', name: 'Ana' },
	],
	[
		'a beginning that says whose they are',
		{
			owner_id: '1',
			owner_first_name: 'Uli',
			owner_last_name: 'Our',
			owner_email: 'u@our.test',
			owner_city: 'Ulm',
		},
		nobody,
	],
	[
		'an address without the beginning',
		{
			cp_id: '1',
			cp_first_name: 'Ana',
			cp_last_name: 'Lopez',
			cp_email: 'a1@lead.test',
			cp_city: 'Ulm',
			email: 'b2@lead.test',
		},
		nobody,
	],
	// What belongs to the person.
	[
		'answers to a shop',
		{
			client: { email: 'ana@lead.test', name: 'Ana Lopez' },
			fields_values: [
				{ name: 'Company', value: 'Acme' },
				{ name: 'Email', value: '' },
			],
		},
		{ company: 'Acme' },
	],
	[
		'the company of the event',
		{ event_name: 'Fair', org_name: 'Club', email: 'ana.lopez@lead.test', name: 'Ana Lopez' },
		{ company: undefined },
	],
	[
		'the place of the person before that of the company',
		{
			first_name: 'Ana',
			last_name: 'Sol',
			email: 'ana@lead.test',
			job_company_name: 'Acme',
			job_company_location_locality: 'Oslo',
			location_locality: 'Bergen',
		},
		{ location: 'Bergen', company: 'Acme' },
	],
	[
		'the phone of the contact before that of the company',
		{
			Name: 'Bygg AB',
			Telephone: '0611-555 00',
			ContactPersonName: 'Ana Berg',
			ContactPersonEmail: 'ana.berg@bygg.test',
			ContactPersonMobile: '070-555 01 23',
		},
		{ phone: '070-555 01 23', company: 'Bygg AB' },
	],
	[
		'the place of a company beside it',
		{
			company: {
				name: 'Huber GmbH',
				contactPersons: [{ firstName: 'Ana', lastName: 'Sol', emailAddress: 'ana@huber.test' }],
			},
			addresses: { billing: [{ city: 'Ulm' }] },
		},
		{ location: 'Ulm' },
	],
	[
		'where an order goes',
		{
			customer: { email: 'a@lead.test', first_name: 'Ana', last_name: 'Sol' },
			deliveryAddress: { city: 'Turku', receiver: 'Ana Sol' },
		},
		{ location: 'Turku' },
	],
	[
		'where an order goes, to somebody of whom only the first name is known',
		{
			customer: { email: 'a@lead.test', first_name: 'Ana' },
			deliveryAddress: { city: 'Turku', receiver: 'Ana' },
		},
		{ location: 'Turku' },
	],
	[
		'where an order goes, to somebody else',
		{
			customer: { email: 'a@lead.test', first_name: 'Ana', last_name: 'Sol' },
			deliveryAddress: { city: 'Turku', receiver: 'Uli Our' },
		},
		{ location: undefined },
	],
	[
		'what a shop keeps of a customer',
		{ email: 'ana@lead.test', name: 'Ana Sol', metadata: { businessName: 'Acme' } },
		{ company: 'Acme' },
	],
	[
		'a CRM that is off',
		{ email: 'ana@lead.test', name: 'Ana Sol', crm: 'Disabled' },
		{ crm: undefined },
	],
	[
		'elements of an XML namespace',
		{ 'inv:customer': { 'typ:email': 'ana@lead.test', 'typ:name': 'Ana Sol', 'typ:city': 'Brno' } },
		{ name: 'Ana', location: 'Brno' },
	],
	[
		'a vacancy with its contact, beside a candidate',
		{
			candidate: { firstName: 'Ana', lastName: 'Sol', email: 'ana@lead.test' },
			job: { contact: { firstName: 'Uli', lastName: 'Our', email: 'u@our.test' } },
		},
		{ email: 'ana@lead.test' },
	],
	[
		'a job with its contact',
		{ job: { contact: { firstName: 'Ana', lastName: 'Sol', email: 'ana@lead.test' } } },
		{ email: 'ana@lead.test' },
	],
	[
		'a second name behind a first one',
		{ name: 'Айгуль', secondName: 'Сафина', email: 'a.safina@lead.test' },
		{ name: 'Айгуль', lastName: 'Сафина' },
	],
	[
		'a second name that is the father’s',
		{ NAME: 'Anna', SECOND_NAME: 'Петровна', LAST_NAME: '', EMAIL: 'anna@lead.test' },
		{ name: 'Anna', lastName: undefined },
	],
	[
		'a last name apart from its beginning',
		{
			first_name: 'Femke',
			insertion: 'van der',
			name: 'Meulen',
			email: 'femke.vdmeulen@lead.test',
		},
		{ name: 'Femke', lastName: 'van der Meulen' },
	],
	[
		'who pays for a business',
		{
			customer: { type: 'business', email: 'ana.sol@lead.test' },
			billTo: { firstName: 'Ana', lastName: 'Sol', company: 'Acme' },
		},
		{ name: 'Ana', company: 'Acme' },
	],
	[
		'who pays for a business at another address',
		{
			customer: { type: 'business', email: 'office@lead.test' },
			billTo: { firstName: 'Ana', lastName: 'Sol', company: 'Acme' },
		},
		nobody,
	],
	[
		'a wage beside the day of hiring',
		{
			firstName: 'Uli',
			lastName: 'Our',
			email: 'u@our.test',
			hireDate: '2019-10-10',
			hourlyRate: '95',
		},
		nobody,
	],
	[
		'a number in parts',
		{
			name: 'Ana Sol',
			email: 'ana@lead.test',
			phone: { number: '98555', formated_number: '(31) 98555-0122' },
		},
		{ phone: '(31) 98555-0122' },
	],
	[
		'a salutation under Title',
		{ title: 'mister', firstname: 'Reto', lastname: 'Sol', company: 'Acme', email: 'r@lead.test' },
		{ designation: undefined },
	],
	[
		'a job in Turkish under Title',
		{ title: 'Satın Alma Müdürü', name: 'Ayşe', surname: 'Sol', email: 'ayse@lead.test' },
		{ designation: 'Satın Alma Müdürü' },
	],
	[
		'a client without an address, and a therapist with one',
		{ Client: 'Sarah Miller', Therapist: 'Tom Reed', 'Therapist Email': 'tom.reed@our.test' },
		nobody,
	],
	[
		'a client with an address, and a therapist',
		{ Client: 'Sarah Miller', Email: 'sarah.miller@lead.test', Therapist: 'Tom Reed' },
		{ name: 'Sarah' },
	],
	[
		'a child beside a parent or guardian',
		{
			'Camper Name': 'Leo Miller',
			'Parent or Guardian Name': 'Sarah Miller',
			Email: 'bluesky77@gmail.com',
		},
		{ name: 'Sarah' },
	],
	[
		'a first name that is none',
		{ 'First Name': 'Info', 'Last Name': '', Email: 'info@lead.test' },
		nobody,
	],
	[
		'a customer without a name, as shops call them',
		{ 'First Name': 'Valued', 'Last Name': 'Customer', Email: 'x7@lead.test' },
		nobody,
	],
	[
		'a team in two columns',
		{ 'First Name': 'Sales', 'Last Name': 'Team', Email: 'sales@lead.test' },
		nobody,
	],
	[
		'a man called Office Smith',
		{ 'First Name': 'Guy', 'Last Name': 'Office', Email: 'guy@lead.test' },
		{ name: 'Guy', lastName: 'Office' },
	],
	['a homeowner', { 'Homeowner Name': 'Sarah Miller', Email: 'zz9@gmail.com' }, { name: 'Sarah' }],
	['an attendee alone', { Attendee: 'Sarah Miller', Email: 'zz9@lead.test' }, { name: 'Sarah' }],
	[
		'a customer at a private address',
		{ Customer: 'Sarah Miller', 'Customer Email': 'zz9@gmail.com' },
		{ name: 'Sarah' },
	],
	[
		'a customer that is a firm',
		{ Customer: 'Sunny Kitchens', 'Customer Email': 'zz9@gmail.com' },
		nobody,
	],
	[
		'a degree behind the name',
		{ Name: 'Sarah Miller, MD', Email: 'bluesky77@gmail.com' },
		{ name: 'Sarah', lastName: 'Miller' },
	],
	[
		'a flower behind the name',
		{ Name: 'Sarah Miller 🌸', Email: 'bluesky77@gmail.com' },
		{ name: 'Sarah', lastName: 'Miller' },
	],
	[
		'two addresses of one person',
		{
			'First Name': 'Sarah',
			'Last Name': 'Miller',
			Email: 'bluesky77@gmail.com',
			'Work Email': 's.miller@oak.test',
		},
		{ email: 'bluesky77@gmail.com' },
	],
	[
		'a mailbox of the firm beside first and last name',
		{ 'First Name': 'Sarah', 'Last Name': 'Miller', 'Company Email': 'bluesky77@gmail.com' },
		{ email: 'bluesky77@gmail.com' },
	],
	[
		'a shared mailbox of the firm alone',
		{ 'First Name': 'Sarah', 'Last Name': 'Miller', 'Company Email': 'info@lead.test' },
		nobody,
	],
	[
		'a question for the address',
		{
			'First Name': 'Sarah',
			'Last Name': 'Miller',
			'What email should we use?': 'bluesky77@gmail.com',
		},
		{ email: 'bluesky77@gmail.com' },
	],
	[
		'a question with a greeting',
		{ "Hi there! What's your first name?": 'Sarah', Email: 'bluesky77@gmail.com' },
		{ name: 'Sarah' },
	],
	[
		'a question for the company',
		{ Name: 'Ana Sol', Email: 'ana@lead.test', "What's the name of your company?": 'Acme' },
		{ company: 'Acme' },
	],
	[
		'a course beside the name',
		{ Name: 'Anna Schmidt', Email: 'mausi84@web.de', StartDate: '2026-02-01', Kurs: 'Yoga' },
		{ name: 'Anna' },
	],
	[
		'what is sold under Name',
		{ order_id: 2002, email: 'kbrown@gmail.com', name: 'Emma Sofa', sku: 'EM-3S' },
		nobody,
	],
	[
		'who owns a firm, at its domain',
		{ Firma: 'Friseur Krause', Inhaber: 'Klaus Krause', 'E-Mail': 'klaus@friseur-krause.test' },
		{ name: 'Klaus' },
	],
	[
		'an Inhaber elsewhere',
		{ Firma: 'Acme', Inhaber: 'Klaus Krause', 'E-Mail': 'klaus.krause@our.test' },
		nobody,
	],
	[
		'fields of Notion',
		{
			url: 'https://www.notion.so/x',
			property_first_name: 'Sarah',
			property_last_name: 'Miller',
			property_email: 'bluesky77@gmail.com',
		},
		{ name: 'Sarah' },
	],
	[
		'a house',
		{ property_name: 'Villa Ana', property_city: 'Leeds', property_email: 'bluesky77@gmail.com' },
		nobody,
	],
	[
		'titles of Typeform apart from its answers',
		{
			form_response: {
				definition: {
					fields: [
						{ id: 'a1', title: 'First name' },
						{ id: 'b2', title: 'Your email' },
					],
				},
				answers: [
					{ type: 'text', text: 'Sarah', field: { id: 'a1', type: 'short_text', ref: '0a-1' } },
					{
						type: 'email',
						email: 'bluesky77@gmail.com',
						field: { id: 'b2', type: 'email', ref: '0b-2' },
					},
				],
			},
		},
		{ name: 'Sarah', email: 'bluesky77@gmail.com' },
	],
	[
		'a fax beside a phone, by JSContact',
		{
			fullName: 'Ana Sol',
			emails: { work: { '@type': 'EmailAddress', email: 'ana@lead.test' } },
			phones: {
				tel_work: { '@type': 'Phone', phone: '+49 631 5552041' },
				tel_fax: { '@type': 'Phone', phone: '+49 631 5552099' },
			},
		},
		{ phone: '+49 631 5552041' },
	],
	[
		'a prefix of all keys',
		{
			PCD_PAYER_NAME: 'Ana Sol',
			PCD_PAYER_EMAIL: 'ana@lead.test',
			PCD_PAY_OID: 't1',
			PCD_PAY_TYPE: 'card',
			PCD_PAY_RST: 'success',
		},
		{ name: 'Ana' },
	],
	[
		'an attribute and an element of one name, in one list by the node XML',
		{ customer: { name: ['Ana Sol', 'Bob Yew'], email: 'x7@lead.test' } },
		nobody,
	],
	[
		'a state that is an attribute, and another one that is an element',
		{ customer: { name: 'Ana Sol', email: 'ana@lead.test', status: ['active', 'unsubscribed'] } },
		nobody,
	],
	[
		'who has sent a form',
		{
			formName: 'demo',
			data: { sender: { firstName: 'Ana', lastName: 'Sol', email: 'x7@lead.test' } },
		},
		{ name: 'Ana' },
	],
	[
		'who has sent a mail',
		{
			subject: 'demo',
			data: { sender: { firstName: 'Uli', lastName: 'Our', email: 'x7@our.test' } },
		},
		nobody,
	],
	[
		'the company of a vacancy',
		{
			stage: { name: 'Applied' },
			company: { name: 'Our Ltd' },
			candidate: { name: 'Ana Sol', email: 'ana@lead.test' },
		},
		{ company: undefined },
	],
	[
		'a name that is an object under a question',
		{
			answers: [
				{ title: '¿Cómo te llamas?', value: { firstName: 'Ana', lastName: 'Sol' } },
				{ title: 'Correo', value: 'x7@lead.test' },
			],
		},
		{ name: 'Ana', lastName: 'Sol' },
	],
	[
		'a patient at an address of the house',
		{ Patient: 'Sarah Miller', Therapist: 'Tom Reed', Email: 'tr7@our.test' },
		nobody,
	],
	[
		'a patient at the address of his wife',
		{ Patient: 'Tom Weber', Email: 'idaweber@gmail.com' },
		nobody,
	],
	[
		'two addresses, of which the name is in the second',
		{ Name: 'Ida Klein', Email: 'tom.weber@lead.test', 'Personal Email': 'ida.klein@gmx.de' },
		nobody,
	],
	[
		'the address of somebody else that a form asks for',
		{ Name: 'Ida Klein', 'What is the email of your landlord?': 'tw@gmail.com' },
		nobody,
	],
	[
		'a relation to an XML namespace that is none',
		{ Name: 'Ida Klein', 'to:email': 'tw@our.test' },
		nobody,
	],
	[
		'a partnership with a place',
		{ Name: 'Ana Sol', Email: 'ana@lead.test', partnership: { city: 'Ulm' } },
		{ location: undefined },
	],
	[
		'a company that is no value, beside one that is',
		{ Name: 'Ana Sol', Email: 'ana@lead.test', Company: 'N/A', 'Company Name': 'Acme' },
		{ company: 'Acme' },
	],
	[
		'the title of a record of Bitrix24',
		{
			TITLE: 'Website request',
			COMPANY_TITLE: 'Acme',
			NAME: 'Ana',
			LAST_NAME: 'Sol',
			EMAIL: 'ana@lead.test',
		},
		{ designation: undefined },
	],
	[
		'an ID that is none',
		{ id: '0', first_name: 'Ana', last_name: 'Sol', email: 'ana@lead.test' },
		{ externalId: undefined },
	],
])('%s', (_, item, expected) => {
	const body = lead(item);
	if (expected === undefined) expect(body).toBeUndefined();
	else
		expect({
			...expected,
			...Object.fromEntries(Object.keys(expected).map((key) => [key, body?.[key]])),
		}).toEqual(expected);
});

it.each<[string, string, string, string | undefined]>([
	// The address tells a last name that is a given name, too.
	['Név', 'Gábor Zsófi', 'zsofi.gabor@lead.test', 'Zsófi'],
	['Név', 'Gábor Villő', 'villo.gabor@lead.test', 'Villő'],
	['Név', 'László Villő', 'v.laszlo@lead.test', 'Villő'],
	['Cognome e nome', 'Rosa Ylenia', 'ylenia.rosa@lead.test', 'Ylenia'],
	['Nachname Vorname', 'Konrad Lennart', 'lennartkonrad@lead.test', 'Lennart'],
	['Nachname Vorname', 'Konrad Lennart', 'x7@lead.test', 'Lennart'],
	['Nachname Vorname', 'Hans Weber', 'hans.weber@lead.test', 'Hans'],
	['Cognome e nome', 'De Luca Ylenia', 'deluca.ylenia@lead.test', 'Ylenia'],
	['ПІБ', 'Роман Злата', 'zlata.roman@lead.test', 'Злата'],
	['ФИО', 'Тарас Милана', 'm.taras@lead.test', 'Милана'],
	['ФИО', 'Милана Тарас', 'm.taras@lead.test', 'Милана'],
	['ФИО', 'Роман Мороз', 'roman.moroz@lead.test', 'Роман'],
	['ФИО', 'Мороз Роман', 'roman.moroz@lead.test', 'Роман'],
	['ФИО', 'Мороз Милана', 'moroz.milana@lead.test', 'Милана'],
	['NAME', 'ΠΑΠΑΔΟΠΟΥΛΟΥ ΕΛΕΝΗ', 'e.papadopoulou@lead.test', 'ΕΛΕΝΗ'],
	['NAME', 'Γιώργος Ελένης', 'x7@lead.test', 'Γιώργος'],
	['NAME', 'Μαρία Ελένη', 'x7@lead.test', 'Μαρία'],
	// The address says it.
	['Name', 'Rossi Giulia', 'giulia.rossi@lead.test', 'Giulia'],
	['Name', 'Martina Rossi', 'rossi.martina@lead.test', 'Martina'],
	['Name', 'Martina Maria', 'maria.martina@lead.test', 'Martina'],
	['Apellidos y nombre', 'García Lucía', 'x7@gmail.com', 'Lucía'],
	// And a foreigner in a form of Hungarians or Turks.
	['Név', 'Priya Sharma', 'priya.sharma@lead.test', 'Priya'],
	['Kapcsolattartó', 'Thijs Bakker', 'thijs.bakker@lead.test', 'Thijs'],
	['Név', 'Nagy Villő', 'nagy.villo@lead.test', 'Villő'],
	['Név', 'Nagy Dalma', 'nagy.dalma@lead.hu', 'Dalma'],
	['Soyadı Adı', 'Yılmaz Ayşe', 'yilmaz.ayse@lead.test', 'Ayşe'],
	['Soyadı, Adı', 'Yılmaz Ayşe Nur', 'aysenur.yilmaz@lead.test', 'Ayşe Nur'],
	['Ad Soyad', 'Elif Yılmaz Demir', 'x7@lead.test', 'Elif'],
	// An office behind a name, or a last name that is one.
	['Name', 'Sarah Miller (Finance)', 'sarah.miller@lead.test', 'Sarah'],
	['Name', 'Marco Bianchi - Officina Bianchi', 'marco.bianchi@lead.test', 'Marco'],
	['Contact', 'Jean Dupont - Direction', 'jean.dupont@lead.test', 'Jean'],
	['From', 'Lucía Gómez (Farmacia Central) <lucia.gomez@lead.test>', '', 'Lucía'],
	['Name', 'Apotheke am Markt - Anna Huber', 'anna.huber@lead.test', undefined],
	['Name', 'Nordwind Elektro - Hotel', 'info@lead.test', undefined],
	['From', 'Hotel Post (Reception) <hotel.post@lead.test>', '', undefined],
	['Name', 'Ahmed Kadry', 'ahmed.kadry@lead.test', 'Ahmed'],
	['Full Name', 'Kadry Mohamed', 'kadry@lead.test', 'Kadry'],
	['Full Name', 'Kadry', 'kadry@lead.test', undefined],
	['Name', 'Hamid Bakeri', 'hamid.bakeri@lead.test', 'Hamid'],
	['Name', 'Vicente Hospital', 'vicente.hospital@lead.test', 'Vicente'],
	['Name', 'Hospital San Juan', 'hospital.sanjuan@lead.test', undefined],
	['From', 'Marie Curie <curie@marie.test>', '', 'Marie'],
])('whatever %s says, %j beside %s is greeted as %s', (column, text, Email, first) => {
	const item = Email === '' ? { [column]: text } : { [column]: text, Email };
	const names = mapped([item]).bodies.map(({ name }) => name);
	expect(names).toEqual(first === undefined ? [] : [first]);
});
