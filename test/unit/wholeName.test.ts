import { allFakers } from '@faker-js/faker';

import { isSalutation, splitName } from '../../nodes/SevenTargets/lead/mapping/wholeName';
import { READERS } from '../../nodes/SevenTargets/values';
import { mapped } from '../support/mapping';
import { printTable } from '../support/print';

it.each([
	['Lopez, Ana', 'Ana', 'Lopez'],
	['van der Berg, Jan', 'Jan', 'van der Berg'],
	["O'Brien, Mary, MD", 'Mary', "O'Brien"],
	["O'Brien, Mary, M.D.", 'Mary', "O'Brien"],
	['Lopez, Dr. Ana', 'Ana', 'Lopez'],
	['Ana Lopez, PhD', 'Ana', 'Lopez'],
	['Smith, John A.', 'John', 'Smith'],
	['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
	['King, Martin Luther, Jr.', 'Martin Luther', 'King Jr.'],
	['John Smith, Jr.', 'John', 'Smith Jr.'],
	['Ma, Do', 'Do', 'Ma'],
	['Ana Lopez, Head of Sales', 'Ana', 'Lopez'],
	['Ana Lopez, Acme Inc.', 'Ana', 'Lopez'],
	['Herr Max Huber', 'Max', 'Huber'],
	['Frau Dr. Eva Roth', 'Eva', 'Roth'],
	['Dipl.-Ing. Max Huber', 'Max', 'Huber'],
	['Prof. Dr. med. Eva Roth', 'Eva', 'Roth'],
	['Mag. Eva Huber, MSc', 'Eva', 'Huber'],
	['M. Jean Dupont', 'Jean', 'Dupont'],
	['M Jean Dupont', 'Jean', 'Dupont'],
	['Sr. Juan Pérez', 'Juan', 'Pérez'],
	['Dott.ssa Anna Rossi', 'Anna', 'Rossi'],
	['De heer Jan de Vries', 'Jan', 'de Vries'],
	['Fru Anna Berg', 'Anna', 'Berg'],
	['Pani Anna Nowak', 'Anna', 'Nowak'],
	['Ing. Petr Novák, Ph.D.', 'Petr', 'Novák'],
	['Eng.º Rui Costa', 'Rui', 'Costa'],
	['NOVAK Pavel', 'Pavel', 'NOVAK'],
	['DE LA CRUZ Juan', 'Juan', 'DE LA CRUZ'],
	['田中 太郎', '太郎', '田中'],
	['Dr. 田中 太郎 様', '太郎', '田中'],
	['ジョン・スミス', 'ジョン', 'スミス'],
	['李小龍', '李小龍', undefined],
	['Nguyễn Văn An', 'Văn An', 'Nguyễn'],
	['Nguyễn Thị Thu Hà', 'Thị Thu Hà', 'Nguyễn'],
	['Phạm Thu Hà', 'Thu Hà', 'Phạm'],
	['Hà Nguyễn', 'Hà', 'Nguyễn'],
	['王女士', undefined, '王'],
	['王小明 经理', '王小明', undefined],
	['서지안 과장', '서지안', undefined],
	['서지안님', '서지안', undefined],
	['田中 太郎 部長', '太郎', '田中'],
	['Dra. Retno Wulandari, M.Si.', 'Retno', 'Wulandari'],
	['Budi Santoso, S.Kom., M.M.', 'Budi', 'Santoso'],
	['Budi Santoso, S.E.', 'Budi', 'Santoso'],
	['Smith, S.E.', 'S.E. Smith', undefined],
	// Two letters are a degree only if something else says so.
	['García López, M.E.', 'M.E. García López', undefined],
	['García López, M.M.', 'M.M. García López', undefined],
	['Sharma Rao, S.K.', 'S.K. Sharma Rao', undefined],
	['Sharma Rao, S.K., PhD', 'S.K. Sharma Rao', undefined],
	['Wulandari, M.M.', 'M.M. Wulandari', undefined],
	['Budi Santoso, S.E., M.M.', 'Budi', 'Santoso'],
	['Suharto, S.H., M.Si.', 'Suharto', undefined],
	['Drs. Budi Santoso, M.M.', 'Budi', 'Santoso'],
	['Ana Lopez, M.D.', 'Ana', 'Lopez'],
	['Smith, M.D.', undefined, 'Smith'],
	// A rank behind a last name alone, behind a whole name, and behind an office.
	['김 부장님', undefined, '김'],
	['이 대표', undefined, '이'],
	['김님', undefined, '김'],
	['남궁 과장', undefined, '남궁'],
	['田中 部長', undefined, '田中'],
	['阿部 部長', undefined, '阿部'],
	['欧阳女士', undefined, '欧阳'],
	['王伟 经理', '王伟', undefined],
	['김민 과장', '김민', undefined],
	['김은실 과장', '김은실', undefined],
	['서지안 과장님', '서지안', undefined],
	['김 민수님', '민수', '김'],
	['박하님', '박하님', undefined],
	['박 하님', '하님', '박'],
	['営業部 部長', undefined, undefined],
	['영업팀 팀장', undefined, undefined],
	['사장님', undefined, undefined],
	['고객님', undefined, undefined],
	['회원님', undefined, undefined],
	['담당자님', undefined, undefined],
	// Vietnamese last names that are given names, too.
	['Lương Mai', 'Mai', 'Lương'],
	['Tạ Thị Hà', 'Thị Hà', 'Tạ'],
	['Nguyễn Hoàng Vũ', 'Hoàng Vũ', 'Nguyễn'],
	['Hoàng Anh Trương', 'Hoàng', 'Anh Trương'],
	['Thái Nguyễn', 'Thái', 'Nguyễn'],
	// Second given names, which are no last names.
	['María Fernanda Ibáñez Lozano', 'María Fernanda', 'Ibáñez Lozano'],
	['María de los Ángeles Etxeberria Ruiz', 'María de los Ángeles', 'Etxeberria Ruiz'],
	['María del Carmen López', 'María del Carmen', 'López'],
	['Ana de la Luz', 'Ana', 'de la Luz'],
	['Juan Carlos Pérez', 'Juan Carlos', 'Pérez'],
	['José Manuel García', 'José Manuel', 'García'],
	// Last names that are second given names, too.
	['Felipe Rosa dos Santos', 'Felipe', 'Rosa dos Santos'],
	['Juan Rosa Rivera', 'Juan', 'Rosa Rivera'],
	['Jose Victoria Reyes', 'Jose', 'Victoria Reyes'],
	['Luis De Jesús Rivera', 'Luis', 'De Jesús Rivera'],
	['Roberto Del Rosario Cruz', 'Roberto', 'Del Rosario Cruz'],
	['Maria Del Rosario Cruz', 'Maria', 'Del Rosario Cruz'],
	['Marcelo del Pilar Santos', 'Marcelo', 'del Pilar Santos'],
	['María del Pilar Santos', 'María del Pilar', 'Santos'],
	['Thaís Regina Albuquerque dos Santos', 'Thaís Regina', 'Albuquerque dos Santos'],
	['Ana Martín López', 'Ana', 'Martín López'],
	['Laura Elena Smith', 'Laura', 'Elena Smith'],
	['José Luis', 'José', 'Luis'],
	['Nur Aisyah binti Mohd Razali', 'Nur Aisyah', 'binti Mohd Razali'],
	['NUR AISYAH BINTI MOHD RAZALI', 'NUR AISYAH', 'BINTI MOHD RAZALI'],
	['Tan Kok Bin', 'Tan', 'Kok Bin'],
	['김민수 고객님', '김민수', undefined],
	['Ravi Kumar a/l Muthu', 'Ravi Kumar', 'a/l Muthu'],
	['Bin Zhang', 'Bin', 'Zhang'],
	['Rocío Belén Fernández Iturralde', 'Rocío Belén', 'Fernández Iturralde'],
	// The servant of God is one given name.
	['عبد الله محمد', 'عبد الله', 'محمد'],
	['عبد الله', 'عبد الله', undefined],
	['نور الدين محمد', 'نور الدين', 'محمد'],
	['محمد عبد الله', 'محمد', 'عبد الله'],
	['Abdul Rahman Khan', 'Abdul Rahman', 'Khan'],
	['Abd El Rahman Hassan', 'Abd El Rahman', 'Hassan'],
	['Abdul Khan', 'Abdul', 'Khan'],
	['Abdul Al Mamun', 'Abdul', 'Al Mamun'],
	['Abd El Rahman', 'Abd El Rahman', undefined],
	// Turkish: some given names are second ones; other words are last names.
	['Ömer Faruk Şahin', 'Ömer Faruk', 'Şahin'],
	['Zeynep Kaya Yıldız', 'Zeynep', 'Kaya Yıldız'],
	['Sabine Müller Yıldız', 'Sabine', 'Müller Yıldız'],
	['Ioana Popescu Mureşan', 'Ioana', 'Popescu Mureşan'],
	['Mustafa K. Şahin', 'Mustafa', 'K. Şahin'],
	['Ayşe Yılmaz PhD', 'Ayşe', 'Yılmaz PhD'],
	['Mehmet Ali Yıldırım', 'Mehmet Ali', 'Yıldırım'],
	['Ayşe Nur Koç', 'Ayşe Nur', 'Koç'],
	['Mehmet Yıldırım', 'Mehmet', 'Yıldırım'],
	['Yağmur van der Berg', 'Yağmur', 'van der Berg'],
	['Mehmet Ali Demir', 'Mehmet', 'Ali Demir'],
	['Mehmet Akif Yıldırım', 'Mehmet Akif', 'Yıldırım'],
	['Elif Arslan Yıldırım', 'Elif', 'Arslan Yıldırım'],
	// Somebody's son or daughter.
	['Каримов Улугбек Азиз угли', 'Улугбек', 'Каримов'],
	["Karimov Ulugbek Aziz o'g'li", 'Ulugbek', 'Karimov'],
	['Улугбек Каримов Азиз ўғли', 'Улугбек', 'Каримов'],
	['Улугбек Азиз угли Каримов', 'Улугбек', 'Каримов'],
	['Ayşən Əliyeva Rəşid qızı', 'Ayşən', 'Əliyeva'],
	['Həsənli Nigar Rəşid qızı', 'Nigar', 'Həsənli'],
	['Nigar Qasım Rəşid qızı', 'Nigar', 'Qasım'],
	['Qasım Nigar Rəşid qızı', 'Nigar', 'Qasım'],
	['Nigar Həsənli Rəşid qızı', 'Nigar', 'Həsənli'],
	['Зейналлы Вели Али оглу', 'Вели', 'Зейналлы'],
	['Mr. Rahul', undefined, 'Rahul'],
	['Dr. Klein', undefined, 'Klein'],
	['Mr and Mrs Lopez', undefined, undefined],
	['Familie Huber', undefined, 'Huber'],
	['JRR Tolkien', 'JRR', 'Tolkien'],
	['Mr.Amit Sharma', 'Amit', 'Sharma'],
	['Smt. Asha Sharma', 'Asha', 'Sharma'],
	['Shri Amit Sharma', 'Amit', 'Sharma'],
	['DI Leo Kim', 'Leo', 'Kim'],
	['Mag.a Ana Lopez', 'Ana', 'Lopez'],
	['z.Hd. Ana Lopez', 'Ana', 'Lopez'],
	['Attn Ana Lopez', 'Ana', 'Lopez'],
	['Bapak Budi Santoso', 'Budi', 'Santoso'],
	['श्री अमित शर्मा', 'अमित', 'शर्मा'],
	['डॉ. अमित शर्मा', 'अमित', 'शर्मा'],
	// An initial, or what is cut off: by the next full word, or whole.
	['J. Robert Oppenheimer', 'Robert', 'Oppenheimer'],
	['Oppenheimer, J. Robert', 'Robert', 'Oppenheimer'],
	['Md. Amit Hasan', 'Amit', 'Hasan'],
	['Sgt. Leo Kim', 'Leo', 'Kim'],
	['S. Ramesh', 'S. Ramesh', undefined],
	['S.Ramesh', 'S. Ramesh', undefined],
	['Mr. S.Ramesh', 'S. Ramesh', undefined],
	['K S Ravi', 'K S Ravi', undefined],
	['Smith, J.', 'J. Smith', undefined],
	['A. de Vries', 'A. de Vries', undefined],
	['E Smith', 'E Smith', undefined],
	['M Smith', 'M Smith', undefined],
	['Md. Rahman', 'Md. Rahman', undefined],
	// What stands behind a name, and is none.
	['Ana from Acme', 'Ana', undefined],
	['Ana Lopez - Nordwind', 'Ana', 'Lopez'],
	['Lopez, Ana - Nordwind', 'Ana', 'Lopez'],
	['Meyer - Schmidt, Anna', 'Anna', 'Meyer - Schmidt'],
	['Ana-Maria Lopez', 'Ana-Maria', 'Lopez'],
	// Nobody is greeted by these.
	['Mr.Sharma', undefined, 'Sharma'],
	['Sayın Yılmaz', undefined, 'Yılmaz'],
	['Herr Novak', undefined, 'Novak'],
	['van der Berg', undefined, 'van der Berg'],
	['Dr.', undefined, undefined],
	[' , ', undefined, undefined],
	// What is no name is not taken apart: the error of the field shows all of it.
	['Ana undefined', 'Ana undefined', undefined],
	['[not provided]', '[not provided]', undefined],
	['{{ $json.name }}', '{{ $json.name }}', undefined],
	// What looks like a title, and is a name.
	['Van Morrison', 'Van', 'Morrison'],
	['Shri Thanedar', 'Shri', 'Thanedar'],
	['DI MARIA ANGEL', 'DI', 'MARIA ANGEL'],
	['Daniel Och', 'Daniel', 'Och'],
	['Liu Bei Li', 'Liu', 'Bei Li'],
	['Ian St.John', 'Ian', 'St.John'],
	['Al Pacino', 'Al', 'Pacino'],
	['Don Smith', 'Don', 'Smith'],
	['Md Rahman', 'Md', 'Rahman'],
	['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
	['AJ Smith', 'AJ', 'Smith'],
	['An Nguyễn', 'An', 'Nguyễn'],
	['ANA LOPEZ', 'ANA', 'LOPEZ'],
])('%j is %j %j', (whole, first, last) => {
	expect(splitName(whole)).toEqual({ first, last });
});

it.each(['Lopez, Ana', 'Ana Lopez', 'Dr. Ana Lopez, PhD', 'LOPEZ Ana', 'Ana, Lopez', 'Ana'])(
	'%j is Ana beside her last name',
	(whole) => {
		expect(splitName(whole, ' Lopez ')).toEqual({ first: 'Ana' });
	},
);

it.each<[string, boolean]>([
	['Dr.', true],
	['Frau Dr.', true],
	['Prof.Dr.', true],
	['Herr', true],
	['Doctor', false],
	['Head of Sales', false],
	['Dr. House', false],
])('%j is nothing but salutations: %s', (text, expected) => {
	expect(isSalutation(text)).toBe(expected);
});

/** How many whole names are drawn of each locale. */
const NAMES = 500;
/** Where the last name comes first, and what stands between (CLDR, `nameOrderLocales`). */
const LAST_FIRST: Record<string, string> = {
	hu: ' ',
	vi: ' ',
	ja: ' ',
	ko: '',
	zh_CN: '',
	zh_TW: '',
};

/** What a whole name was split at before there were titles and commas. */
function atFirstBlank(whole: string) {
	const [first, ...others] = whole.split(' ');
	return { first, last: others.join(' ') };
}

const LOCALES = Object.entries(allFakers).filter(([, { person }]) => {
	try {
		return Boolean(person.firstName() && person.lastName());
	} catch {
		return false;
	}
});

/** Whole names with their parts: three of five plain, one with the last name before a comma, one with a salutation. */
function drawn([locale, faker]: (typeof LOCALES)[number]) {
	faker.seed(7);
	return Array.from({ length: NAMES }, (_, n) => {
		const first = faker.person.firstName();
		const last = faker.person.lastName();
		const between = LAST_FIRST[locale];
		const plain = between === undefined ? `${first} ${last}` : `${last}${between}${first}`;
		const prefix = n % 5 === 4 ? prefixOf(faker) : '';
		return { whole: n % 5 === 3 ? `${last}, ${first}` : `${prefix}${plain}`, first, last };
	});
}

function prefixOf(faker: (typeof LOCALES)[number][1]): string {
	try {
		return `${faker.person.prefix()} `;
	} catch {
		return '';
	}
}

it('names of all locales are split right more often than at the first blank, and never worse', () => {
	const rows = LOCALES.map((locale) => {
		const names = drawn(locale);
		const right = (split: typeof splitName) =>
			names.filter(({ whole, ...parts }) => {
				const { first, last } = split(whole);
				return first === parts.first && last === parts.last;
			});
		const [before, after] = [right(atFirstBlank), right(splitName)];
		const worse = before.filter((name) => !after.includes(name));
		expect([locale[0], worse]).toEqual([locale[0], []]);
		expect(names.filter(({ whole }) => splitName(whole).first === undefined)).toEqual([]);
		return [locale[0], before.length, after.length];
	});
	printTable(['Locale', `Right of ${NAMES} at the first blank`, 'Right of splitName'], rows);
	const [before, after] = [1, 2].map((column) =>
		rows.reduce((sum, row) => sum + Number(row[column]), 0),
	);
	printTable(
		['Locales', 'Names', 'At the first blank', 'Right'],
		[[rows.length, rows.length * NAMES, before, after]],
	);
	expect(rows.length).toBeGreaterThanOrEqual(60);
	expect(after / (rows.length * NAMES)).toBeGreaterThan(0.9);
});

it.each(['greeting', 'name', 'text'] as const)(
	'no name of any locale is refused or changed as a %s, but for invisible characters at its ends',
	(kind) => {
		const changed = LOCALES.flatMap(drawn)
			.flatMap(({ first, last }) => [first, last])
			.filter((name) => READERS[kind](name, 'X', (note) => expect(note).toBeUndefined()) !== name);
		expect(changed.filter((name) => !/^\s|[\s\u200c\u200f\u200e]$/.test(name))).toEqual([]);
	},
);

describe('the name in columns', () => {
	it.each<[string, object, { [field: string]: string }]>([
		[
			'a company beside the first name is no last name',
			{ Vorname: 'Anna', Name: 'Acme GmbH', Email: 'anna@acme.test' },
			{ name: 'Anna', company: 'Acme GmbH' },
		],
		[
			'nor is one under Nom',
			{ Prénom: 'Anne', Nom: 'Dupont SARL', Email: 'anne@dupont.test' },
			{ name: 'Anne', company: 'Dupont SARL' },
		],
		[
			'nor is one that is called like the person',
			{ Vorname: 'Anna', Name: 'Anna Müller GmbH', Email: 'anna@lead.test' },
			{ name: 'Anna', company: 'Anna Müller GmbH' },
		],
		[
			'a last name stays one',
			{ Vorname: 'Anna', Name: 'Müller', Email: 'anna@lead.test' },
			{ name: 'Anna', lastName: 'Müller' },
		],
		[
			'also one that ends like a company',
			{ Prénom: 'Anne', Nom: 'DE SA', Email: 'anne@lead.test' },
			{ name: 'Anne', lastName: 'DE SA' },
		],
		[
			'a salutation that the address has is a first name',
			{ 'First Name': 'Fru', 'Last Name': 'Ndi', Email: 'fru.ndi@lead.test' },
			{ name: 'Fru', lastName: 'Ndi' },
		],
		[
			'also in Indonesian',
			{ 'First Name': 'Ibu', 'Last Name': 'Diallo', Email: 'ibu.diallo@lead.test' },
			{ name: 'Ibu', lastName: 'Diallo' },
		],
		[
			'and a last name of two words',
			{ 'First Name': 'Jan', 'Last Name': 'de Heer', Email: 'jan.deheer@lead.test' },
			{ name: 'Jan', lastName: 'de Heer' },
		],
		[
			'behind an initial',
			{ 'First Name': 'Anna', 'Last Name': 'Pani', Email: 'apani@lead.test' },
			{ name: 'Anna', lastName: 'Pani' },
		],
		[
			'but not one that the address has not',
			{ 'First Name': 'Anna', 'Last Name': 'Dott', Email: 'x7@lead.test' },
			{ name: 'Anna' },
		],
		[
			'nor one that is never a name',
			{ 'First Name': 'Anna', 'Last Name': 'Frau', Email: 'anna.frau@lead.test' },
			{ name: 'Anna' },
		],
		[
			'the middle name of a Vietnamese does not begin the last name',
			{ FirstName: 'Quang', MiddleName: 'van', LastName: 'Nguyen', Email: 'x7@lead.test' },
			{ name: 'Quang', lastName: 'Nguyen' },
		],
		[
			'that of a Dutchman does',
			{ FirstName: 'Jan', MiddleName: 'van', LastName: 'Meulen', Email: 'x7@lead.test' },
			{ name: 'Jan', lastName: 'van Meulen' },
		],
	])('%s', (_, item, { name, lastName, company }) => {
		const [body] = mapped([item]).bodies;
		expect([body?.name, body?.lastName, body?.company]).toEqual([name, lastName, company]);
	});
});

describe('a whole name in a column', () => {
	it.each<[string, string, string, string | undefined]>([
		// The address may have the last name first, too.
		['Cognome e nome', 'Andrea Rossi', 'rossi.andrea@lead.test', 'Andrea'],
		['Cognome e nome', 'Rossi Andrea', 'rossi.andrea@lead.test', 'Andrea'],
		['Cognome Nome', 'Pietro Rossi', 'rossipietro@lead.test', 'Pietro'],
		['Nume și prenume', 'Bogdan Popescu', 'popescu.bogdan@lead.test', 'Bogdan'],
		['Nazwisko i imię', 'Marek Kowalski', 'kowalski.marek@lead.test', 'Marek'],
		['Nachname, Vorname', 'Thomas Müller', 'mueller.thomas@lead.test', 'Thomas'],
		['ФИО', 'Роман Мельник', 'melnyk.roman@lead.test', 'Роман'],
		['Név', 'Gábor Kovács', 'kovacs.gabor@lead.test', 'Gábor'],
		// Of two given names, the address tells the last name.
		['Cognome e nome', 'Leonardo Ginevra', 'ginevra.leonardo@lead.test', 'Ginevra'],
		['Név', 'Gábor Imre', 'gabor.imre@lead.hu', 'Imre'],
		// The initial of the last name.
		['Név', 'Kovács Gábor', 'kgabor@lead.test', 'Gábor'],
		['Nume și prenume', 'Popescu Andrei', 'pandrei@lead.test', 'Andrei'],
		['ФИО', 'Мельник Роман', 'm.roman@lead.test', 'Роман'],
		['ФИО', 'Милана Тарас', 'mtaras@lead.test', 'Милана'],
		// Hungarians and Turks without accents, and foreigners with some.
		['Név', 'Varga Bence', 'varga.bence@lead.test', 'Bence'],
		['Név', 'Bence Varga', 'bence.varga@lead.hu', 'Bence'],
		['Név', 'Szabo Lujzi', 'szabo.lujzi@lead.test', 'Lujzi'],
		['Név', 'Ravi Menon', 'ravi.menon@lead.test', 'Ravi'],
		['Név', 'José García', 'jose.garcia@lead.test', 'José'],
		['Kapcsolattartó', 'Siobhan Murphy', 'siobhan.murphy@lead.hu', 'Siobhan'],
		['Soyadı Adı', 'Demir Gokben', 'demir.gokben@lead.test', 'Gokben'],
		['Soyadı Adı', 'Yılmaz Ayşe Nur', 'aysenur.yilmaz@lead.test', 'Ayşe Nur'],
		['Ad Soyad', 'Ahmet Berk Kaya', 'x7@lead.test', 'Ahmet Berk'],
		['Ad Soyad', 'Zeynep Kaya Demir', 'x7@lead.test', 'Zeynep'],
		// A remark counts, unless a well-known given name and a last name stand before it.
		['Name', 'Bella Italia (Restaurant)', 'bella.italia@lead.test', undefined],
		['Name', 'Casa Blanca - Hotel', 'casablanca@lead.test', undefined],
		['Name', 'Huber (Vertrieb)', 'huber@lead.test', undefined],
		['Name', 'Felix (Support)', 'felix@lead.test', 'Felix'],
		['Name', 'Felix (Restaurant)', 'felix@lead.test', undefined],
		['Name', 'Hans Huber (Autohaus Huber)', 'hans.huber@lead.test', 'Hans'],
		// So does a word of a firm.
		['Name', 'Fortis Hospital', 'fortis.hospital@lead.test', undefined],
		['Name', 'Maria Hilf Hospital', 'maria.hospital@lead.test', undefined],
		['Name', 'Vicente Hospital', 'vicente.hospital@lead.test', 'Vicente'],
		['Name', 'Hansen Bakeri', 'hansen.bakeri@lead.test', undefined],
		['Name', 'Hamid Bakeri', 'hamid.bakeri@lead.test', 'Hamid'],
		['Imię i nazwisko', 'Kadry i Płace', 'kadry@lead.test', undefined],
		['Name', 'Ventas y Compras', 'ventas@lead.test', undefined],
		// A mailbox and its domain.
		['Osoba kontaktowa', 'Kadry Acme', 'kadry@acme.test', undefined],
		['Osoba kontaktowa', 'Kadry Mohamed', 'kadry@acme.test', 'Kadry'],
		['Name', 'Victoria Newsroom', 'newsroom@victoria.test', undefined],
		['Name', 'Marie Curie', 'curie@marie.test', 'Marie'],
		['Full Name', 'Anna Huber', 'info@annahuber.test', 'Anna'],
		// In Cyrillic letters.
		['Name', 'Транснефть', 'transneft@transneft.test', undefined],
		['Name', 'Кравченко', 'svetlana.kravchenko@lead.test', undefined],
		['Name', 'Светлана', 'svetlana@lead.test', 'Светлана'],
	])('in %s, %j beside %s is greeted as %s', (column, text, Email, first) => {
		const names = mapped([{ [column]: text, Email }]).bodies.map(({ name }) => name);
		expect(names).toEqual(first === undefined ? [] : [first]);
	});
});
