import { listed } from '../../../../shared/text';
import { FieldProblem, holdsText, orLeaveOut, quoted } from '../../values';
import { keyOf, type Column } from './columns';
import { singleValue } from './rawValue';
import { isFrom, type Address } from './addresses';

const BY_FIELD = "set 'Mapping Mode' to 'Map Each Field Below', which does not look for opt-outs";
const EDIT_FIELDS = "with an Edit Fields node that has 'Include Other Input Fields' on";
const ONLY_ID =
	'If the trigger sends only an ID, put the node of your CRM that gets the person before this one.';
const NO_EMAIL = "There is no column for 'Email'";
const NO_NAME = "There is no column for 'First Name'";

/** What is wrong with the item as a whole; undefined if it holds columns with values. */
export function problemOfItem(columns: Column[]): FieldProblem | undefined {
	if (columns.every(({ raw }) => !holdsValue(raw))) {
		// Extract from File makes an item without fields of a line of commas.
		return new FieldProblem(
			columns.length === 0 ? 'The item is empty' : 'The row is blank',
			'Leave out such items with a Filter node before this one.',
		);
	}
	const signs = columns.length === 1 ? [';', '\t', '|'] : [];
	const delimiter = signs.find((sign) => columns[0].key.includes(sign));
	return delimiter === undefined
		? undefined
		: new FieldProblem(
				NO_EMAIL,
				`The columns are separated by ${delimiter === '\t' ? 'a tab' : quoted(delimiter)}: enter it as 'Delimiter' in the options of the node that reads the file, such as 'Extract from File'.`,
			);
}

const holdsValue = (raw: unknown): boolean => {
	const value = singleValue(raw);
	return (typeof value === 'object' && value !== null) || holdsText(value);
};

const AGAINST = {
	other: "it is a colleague's, a recipient's or another person's",
	noReader: 'nobody reads it',
	noPerson: 'it is that of a company or a group',
	doubtful: 'its column does not say whose it is',
	secondary: 'it is a second one',
	besideOther: 'the item also names another person, whose it may be',
};

/** An answer has a label besides its place. */
const calledAs = ({ name, key }: Column): string =>
	name.endsWith(']') ? `${quoted(name)} (${quoted(key)})` : quoted(name);

const placeOf = ({ value, column }: Address): string => `${quoted(value)} in ${calledAs(column)}`;

/**
 * @param addresses all of the item, none of which is surely the lead's
 * @param taken the column of an address that goes out as a custom field
 */
export function noAddress(
	columns: Column[],
	addresses: Address[],
	{ lacksName, taken }: { lacksName: boolean; taken?: Column },
): FieldProblem {
	if (taken !== undefined) return takenAsCustom(NO_EMAIL, taken);
	if (addresses.length === 0) {
		const names = columns.map(({ name }) => quoted(name));
		const rename = lacksName
			? 'Rename those that hold them to Email and First Name'
			: 'Rename the one that holds it to Email';
		return new FieldProblem(
			lacksName ? `${NO_EMAIL}, and none for 'First Name'` : NO_EMAIL,
			`The columns are ${listed(names)}. ${rename}, or ${BY_FIELD}. ${ONLY_ID}`,
		);
	}
	const [{ column, against = 'doubtful' }] = [...addresses].sort(
		(one, other) => Number(one.against !== 'doubtful') - Number(other.against !== 'doubtful'),
	);
	return new FieldProblem(
		NO_EMAIL,
		`There is an address in ${calledAs(column)}, but ${AGAINST[against]}. ${orLeaveOut(`If it is the lead's, put it into a column Email ${EDIT_FIELDS}, or ${BY_FIELD}, and choose it there. If it is not, add the lead's own`)}${against === 'doubtful' ? ` ${ONLY_ID}` : ''}`,
	);
}

/** @param address a column that is blank */
export const noAddressNorName = (address: Column): FieldProblem =>
	new FieldProblem(
		`${quoted(address.name)} is blank, and there is no column for 'First Name'`,
		`7Targets needs both for every lead: fill in the address, and put the name into the columns First Name and Last Name, or ${BY_FIELD}.`,
	);

export function severalPersons(addresses: Address[]): FieldProblem {
	const lists = new Set(addresses.map(({ column }) => /^(.+?)\[\d+\]/.exec(column.name)?.[1]));
	const [list] = lists;
	return new FieldProblem(
		`'Email' could be ${listed(addresses.map(placeOf))}`,
		list !== undefined && lists.size === 1
			? `The item holds a list of persons: add a 'Split Out' node before this one, with ${quoted(list)} as 'Fields To Split Out', so that each of them becomes an item.`
			: `Keep only the lead's in the item, or ${BY_FIELD}, and choose it there.`,
	);
}

/** @param column that says so */
export const personOptedOut = (column: string): FieldProblem =>
	new FieldProblem(
		`This person opted out of emails (column ${quoted(column)})`,
		orLeaveOut(`If that is no longer so, correct ${quoted(column)}`),
	);

export const mailsBounce = (column: string): FieldProblem =>
	new FieldProblem(
		`Emails to this person bounce (column ${quoted(column)})`,
		orLeaveOut(`If the address is a new one, correct ${quoted(column)}`),
	);

/** @param passedOver a column that might hold the name, and does not look like that of a person */
export function noName(address: Address, passedOver?: Column, taken?: Column): FieldProblem {
	if (taken !== undefined) return takenAsCustom(NO_NAME, taken);
	const found = `The address is in ${quoted(address.column.name)}.`;
	if (passedOver === undefined) {
		const { column } = address;
		// In a message that was sent to the lead, that is a colleague's.
		const isSenders = isFrom(column) || keyOf(column.of) === 'requester';
		return new FieldProblem(
			NO_NAME,
			`${found} ${isSenders ? "If it is the lead's, put" : 'Put'} the name beside it, into the columns First Name and Last Name, ${EDIT_FIELDS}, or ${BY_FIELD}. ${ONLY_ID}`,
		);
	}
	return new FieldProblem(
		NO_NAME,
		`${found} ${quoted(passedOver.name)} is ${quoted(String(singleValue(passedOver.raw)))}: it may be the name of a company, a login or a thing, or a last name alone. ${orLeaveOut(`If it is a person's, put it into the columns First Name and Last Name, ${EDIT_FIELDS}, or ${BY_FIELD}. If it is not, put the name of a person there`)}`,
	);
}

const takenAsCustom = (message: string, { name }: Column): FieldProblem =>
	new FieldProblem(message, `Take ${quoted(name)} out of 'Columns for Custom Fields'.`);
