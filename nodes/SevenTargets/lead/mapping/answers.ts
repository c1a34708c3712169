import type { IDataObject } from 'n8n-workflow';

import { holdsText } from '../../values';
import { OF_PERSON } from './affix';
import { columnName, SECONDARY, type ColumnName } from './columnName';
import { byId, holdsObject, isObject, parsed, textOf } from './rawValue';

/** The keys of an answer that hold its value, and those that hold its label. */
const ANSWERS = [
	'value',
	'values',
	'stringvalue',
	'answer',
	'response',
	'rawvalue',
	'fieldvalue',
	'identifier',
	'answertext',
	'text',
	'result',
];
/** Omnisend: { type: "email", id: "…" } */
const IDENTIFIERS: Record<string, RegExp> = { email: /@/, phone: /^\+?\d+$/ };
const LABELS = [
	'column',
	'columnid',
	'field',
	'ref',
	'key',
	'label',
	'title',
	'question',
	'name',
	'columnname',
	'fieldname',
	'fieldlabel',
	'questiontext',
	'inputname',
	'id',
	'type',
];

const OF_A_RECORD = new Set(['email', 'name', 'lastName', 'phone', 'location']);

/** The name and the value of an answer such as `{ label: "Email", value: "…" }`; undefined if the object is something else. */
export function labelled(
	object: IDataObject,
	name: ColumnName,
): { label?: string; value: unknown } | undefined {
	// JSContact and JSON-LD tell what an object is, and Fastmail's and EGroupware's phones are a fax, too.
	if (/^[A-Z]/.test(textOf(object['@type']))) return undefined;
	const held = byId(object);
	const type = textOf(held.get('type'));
	const ownType = columnName(type).id;
	const answer = keyOfAnswer(held, type, ownType);
	if (answer === undefined) return undefined;
	const value = chosen(unwrapped(held.get(answer)), held.get('options'));
	const others = Object.keys(object).filter(
		(key) => ![...LABELS, answer, ownType].includes(columnName(key).id),
	);
	const isRecord = others.some((key) => {
		const { meaning = '', role } = columnName(key);
		return OF_A_RECORD.has(meaning) || (role === 'person' && holdsObject(object[key]));
	});
	if (isRecord) return undefined;
	// Auto-lead Data Format: <name part="first">
	const part = held.get('part');
	if (name.meaning === 'anyName' && typeof part === 'string')
		return { label: `${part} name`, value };
	const labels = labelsIn(held, name.id, answer);
	const isNamed =
		name.owner !== 'thing' &&
		!(name.role === 'person' && name.meaning === 'anyName') &&
		![undefined, 'customFields'].includes(name.meaning);
	// Kizeo: the type is "text", and the key a name.
	const isTyped =
		name.meaning !== undefined &&
		columnName(type).meaning === undefined &&
		labels.every((label) => label === type);
	if (labels.length === 0 || isTyped || isNamed)
		return [value, ...others.map((key) => object[key])].some(holdsObject) ? undefined : { value };
	return { label: likeliest(labels), value };
}

/** An object with the titles of a form's fields in its answers, as Typeform's webhook has them in `definition`, apart from the answers. */
export function withTitles(object: IDataObject): IDataObject {
	const { definition, answers } = object;
	if (!isObject(definition) || !Array.isArray(definition.fields) || !Array.isArray(answers))
		return object;
	const fields = definition.fields.filter(isObject);
	const inner = fields.flatMap(({ subfields }) => (Array.isArray(subfields) ? subfields : []));
	const titles = new Map(
		[...fields, ...inner.filter(isObject)].map(({ id, title }) => [id, title]),
	);
	const titled = (answer: unknown) =>
		isObject(answer) && isObject(answer.field)
			? { ...answer, field: { title: titles.get(answer.field.id), ...answer.field } }
			: answer;
	return { ...object, answers: answers.map(titled) as IDataObject[] };
}

/** The key that holds the value of an answer. */
function keyOfAnswer(
	held: Map<string, unknown>,
	type: string,
	ownType: string,
): string | undefined {
	// monday.com codes the value, and tells its text.
	const isCoded = holdsText(held.get('text')) && /^["{]/.test(textOf(held.get('value')));
	if (isCoded) return 'text';
	const isId = () =>
		IDENTIFIERS[columnName(type).meaning ?? '']?.test(textOf(held.get('id'))) ?? false;
	const hasOwn = () => held.has(ownType) && !isObject(held.get(ownType));
	return ANSWERS.find((one) => held.has(one)) ?? (isId() ? 'id' : hasOwn() ? ownType : undefined);
}

/** The labels of an answer. Jotform asks in a text, and makes a key of it: managersEmail. */
function labelsIn(held: Map<string, unknown>, id: string, answer: string): string[] {
	const own = answer === 'answer' ? [...LABELS, 'text'] : LABELS;
	return (id === 'telecom' ? ['system'] : own)
		.flatMap((one) => {
			const label = held.get(one);
			return isObject(label)
				? [label.ref, label.title, label.label, label.name, label.id]
				: [label];
		})
		.filter((label): label is string => typeof label === 'string' && label !== '')
		.map((label) => label.replace(/(?<=[eo]r)s(?=[A-Z])/, ''));
}

/** Kizeo: { result: { value: "…" } } */
const unwrapped = (answer: unknown): unknown =>
	isObject(answer) && Object.keys(answer).join() === 'value' ? answer.value : answer;

/** The texts of what was chosen: Tally answers with IDs, and has the texts beside them. */
function chosen(answer: unknown, options: unknown): unknown {
	if (!Array.isArray(options)) return answer;
	const texts = new Map(options.filter(isObject).map(({ id, text }) => [id, text] as const));
	const textFor = (id: unknown): unknown => texts.get(id as string) ?? id;
	return Array.isArray(answer) ? answer.map(textFor) : textFor(answer);
}

/** Whether a person has written a label, and no program. */
const isWritten = (label: string): boolean => /\s|^\p{Lu}\p{Ll}/u.test(label);

/** Labels by which an answer is the reader's, whatever its key says; a sender or a store may be who fills in the form. */
const OF_READER =
	/\b(?:your|ihre?|deine?|votre|vos|[ts]ua?|[st]eu|tuo|uw|jouw)\b|^(?:ab)?sender|^store/i;

/** Keys of another person's, whoever fills in the form: an owner or a doctor may be who does. */
const NEVER_READERS =
	/refer|emergenc|manager|creat|updat|assign|added|spouse|salesperson|sales_?rep/i;

/** Of the labels of an answer, the one that means most: another person's or a second one, a field's name, what a person has written, and then an ID. */
function likeliest(labels: string[]): string {
	const named = labels.filter((label) => columnName(label).meaning !== undefined);
	const isSecond = (label: string) => columnName(label).rank >= SECONDARY;
	const own = named.filter((label) => columnName(label).prefix === '' && !isSecond(label));
	const isOthers = (label: string) => columnName(label).owner === 'other';
	return (
		named.find((label) => isWritten(label) && (isOthers(label) || isSecond(label))) ??
		(labels.some((label) => OF_READER.test(label))
			? undefined
			: named.find((label) => isOthers(label) && NEVER_READERS.test(label))) ??
		// More than "Name" or "Place".
		own.find((label) => OF_PERSON.has(columnName(label).meaning!)) ??
		own[0] ??
		named[0] ??
		labels.find(isWritten) ??
		labels[0]
	);
}

/** What forms call the fields that they number, and n8n's Notion node the properties of a page, "property_email". Wufoo tells it, and in Gravity Forms a name has the parts 3, 6 and 8; an address has no part 8. */
export function labelsOf(object: IDataObject, keys: string[]): Map<string, string> | undefined {
	if ('FieldStructure' in object) return labelsOfWufoo(parsed(object.FieldStructure));
	if (/^https:\/\/[^/]*notion\.(?:so|com|site)(?:\/|$)/.test(textOf(object.url)))
		return new Map(keys.map((key) => [key, key.replace(/^property_(?=.)/, '')]));
	if (!('form_id' in object)) return undefined;
	const first = keys.filter((key) => /^\d{1,4}\.3$/.test(key)).map((key) => key.slice(0, -2));
	const [n, ...others] = first.filter((n) => `${n}.6` in object && `${n}.8` in object);
	if (n === undefined || others.some((n) => holdsText(object[`${n}.3`]))) return undefined;
	return new Map([
		[`${n}.3`, 'First Name'],
		[`${n}.6`, 'Last Name'],
	]);
}

function labelsOfWufoo(structure: unknown): Map<string, string> {
	const fields = isObject(structure) && Array.isArray(structure.Fields) ? structure.Fields : [];
	return new Map(
		(fields.filter(isObject) as IDataObject[]).flatMap(({ ID, Title, SubFields }) => [
			[String(ID), String(Title)] as const,
			...(Array.isArray(SubFields) ? SubFields.filter(isObject) : []).map(
				(part) => [String(part.ID), `${String(part.Label)} ${String(Title)}`] as const,
			),
		]),
	);
}

/** Clerk's webhooks tell which address counts, as `primary_email_address_id` beside `email_addresses`; its SDK in camel case. */
const PRIMARY = new Map([
	['email', ['primary_email_address_id', 'primary_email_id', 'primaryEmailAddressId']],
	['phone', ['primary_phone_number_id', 'primary_phone_id', 'primaryPhoneNumberId']],
]);
export function primaryFirst(list: unknown[], key: string, object: IDataObject): unknown[] {
	const ids = (PRIMARY.get(columnName(key).meaning ?? '') ?? []).map((one) => object[one]);
	const primary = list.findIndex(
		(one) => isObject(one) && holdsText(one.id) && ids.includes(one.id),
	);
	return primary < 1 ? list : [list[primary], ...list.filter((_, n) => n !== primary)];
}
