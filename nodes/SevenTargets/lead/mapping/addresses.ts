import { email, holdsText, isNameOnly } from '../../values';
import { columnName, SECONDARY, wordsOf } from './columnName';
import {
	columnsWithPrefixes,
	keyOf,
	MOST_ENTRIES,
	rowOf,
	withParts,
	type Column,
	type Entity,
} from './columns';
import { singleValue, textOf } from './rawValue';
import { holdBothNames, isInAddress, isName } from './names';
import { roleIn } from './roles';
import { EVENT_KEYS, NO_PERSON_KIND, NO_READER, OF_PROGRAM, PARTS } from './words';

/** An address in the item. */
export interface Address {
	value: string;
	/** As it stands in the column. */
	typed: string;
	/** The name in "Name <address>". */
	name?: string;
	column: Column;
	/** What stands against it; undefined if it is a person's who may be the lead. */
	against?: Against;
}

/** Why an address is not taken. */
export type Against = 'other' | 'noReader' | 'noPerson' | 'doubtful' | 'secondary' | 'besideOther';

/** The addresses in a column, the name before `<` taken apart. */
export function addressIn(column: Column): Address | undefined {
	const own = ownOf(singleValue(column.raw), column);
	if (typeof own !== 'string' || !own.includes('@')) return undefined;
	const raw = own.trim();
	const link = /^mailto:[^?]*/i.exec(raw.slice(0, 400))?.[0];
	if (raw.length > 400 && link === undefined) return undefined;
	const text = link ?? raw.split(' ::: ').find(holdsText) ?? '';
	const [name, bare] = apart(text, column.meaning === 'email') ?? [undefined, text];
	try {
		const value = email(bare, '');
		return value === undefined
			? undefined
			: { value: value.toLowerCase(), typed: bare, name: name?.replace(/["']/g, ''), column };
	} catch {
		return undefined;
	}
}

/** The name before an address in <>, and the address. A list of two names nobody, and elsewhere a message may name somebody in its middle: On Tuesday, Nick <nick@…> wrote. */
function apart(text: string, isOfEmails: boolean): [name: string, address: string] | undefined {
	const opens = text.lastIndexOf('<');
	const [address, behind] = text.slice(opens + 1).split('>');
	if (opens < 1 || behind === undefined) return undefined;
	const name = text.slice(0, opens);
	const isEnd = isOfEmails
		? /^(?:[^\p{L}@]*$|\s(?:via|\(|on behalf of )|\s\[external\]$)/iu.test(behind)
		: /^(?:[\s;,.'")]*$|\s(?:via|\())/.test(behind);
	return isEnd && isNameOnly(name, address) ? [name, address] : undefined;
}

/** Of several addresses in one column, the one with most words of the name beside them, or the first with all, as Nutshell lists those of a person. */
function ownOf(raw: unknown, { of }: Column): unknown {
	if (!Array.isArray(raw) || raw.length > MOST_ENTRIES) return raw;
	const words = wordsOfNameIn(of);
	const count = (one: unknown) =>
		words.filter((word) => isInAddress(word, textOf(one).slice(0, 400))).length;
	const [best, next] = raw
		.map((one) => ({ one: one as unknown, count: count(one) }))
		.sort((one, other) => other.count - one.count);
	const isWhole = words.length > 1 && best?.count === words.length;
	return best !== undefined && (isWhole || best.count > (next?.count ?? 0)) ? best.one : raw;
}

/** Kept, because a row may have thousands of lists. */
function wordsOfNameIn(entity: Entity): string[] {
	if (!words.has(entity)) {
		const name = entity.columns.filter(isName).map(({ raw }) => textOf(singleValue(raw)));
		words.set(entity, wordsOf(name.join(' ').slice(0, 200)));
	}
	return words.get(entity)!;
}
const words = new WeakMap<Entity, string[]>();

/** All addresses of the item. */
export const addressesOf = (root: Entity): Address[] =>
	withParts(root).flatMap(({ columns }) => columns.flatMap((column) => addressIn(column) ?? []));

/** All addresses of the item, with what stands against each. */
export function judged(addresses: Address[], root: Entity): Address[] {
	let known: boolean | undefined;
	const isSent = () => (known ??= withParts(root).some(({ columns }) => columns.some(saysSent)));
	const ours = addresses.filter(({ column }) => isOfCampaign(column)).map(({ value }) => value);
	return addresses.map((one) => ({
		...one,
		against: ours.includes(one.value) ? 'other' : againstOf(one, isSent),
	}));
}

function againstOf({ value, column }: Address, isSent: () => boolean): Against | undefined {
	const { of } = column;
	const role = roleIn(of);
	const { role: own } = columnName(column.key);
	const isEmail =
		column.meaning === 'email' || (['value', 'address'].includes(column.id) && role === 'person');
	if (
		role === 'other' ||
		(own === 'other' && column.meaning !== 'email') ||
		(isFrom(column) && isSent())
	)
		return 'other';
	if (NO_READER.test(value.split('@')[0]) || OF_PROGRAM.test(value)) return 'noReader';
	// Outlook keeps the kind of a guest around the address.
	const around = PARTS.has(keyOf(of)) ? (of.parent?.columns ?? []) : [];
	const bills = of.parent?.parts.filter((part) => part.role === 'billing') ?? [];
	const isNamed = () => [of, ...bills].some(({ columns }) => holdBothNames(columns));
	if (
		[...of.columns, ...around].some(
			(one) => saysNoPerson(one) && !(isTrader(one) && isNamed()) && !hasContact(of, value),
		)
	)
		return 'noPerson';
	if (column.rank >= SECONDARY) return 'secondary';
	const { isPrefix, parent } = of;
	const isOwnUnreadable = parent?.columns.some(isUnreadable) && !parent.columns.some(isReadable);
	if (isPrefix && isOwnUnreadable && !of.columns.some(isName)) return 'doubtful';
	return isEmail && (role === 'person' || role === 'billing' || role === 'address')
		? undefined
		: 'doubtful';
}

/** Fatture in Cloud and Fortnox keep the person to write to in the record of a company, beside its name. */
const hasContact = ({ columns }: Entity, address: string): boolean =>
	columns.some(({ meaning }) => meaning === 'anyName' || meaning === 'company') &&
	columns.some(
		({ id, meaning, raw }) =>
			(id === 'yourreference' || (meaning === 'wholeName' && OF_CONTACT.test(id))) &&
			isInAddress(textOf(singleValue(raw)), address),
	);
const OF_CONTACT = /[ck]onta[ck]t|contat|referent|ansprech|kapcsolat|yhteys/;

/** The own address is blank or none: then the next one may be another person's. */
const isUnreadable = (column: Column): boolean =>
	column.meaning === 'email' &&
	column.rank < SECONDARY &&
	typeof column.raw !== 'number' &&
	addressIn(column) === undefined;
const isReadable = (column: Column): boolean =>
	column.meaning === 'email' && addressIn(column) !== undefined;

/** Whether an address is that of who has sent a message: `from_email`, or Amazon SES's `mail.source`. */
export const isFrom = ({ id, of: { path } }: Column): boolean =>
	['from', 'source'].includes(id) || path.toLowerCase().includes('from');

/** Gmail, IMAP, Nylas; HubSpot. */
const SENT_KEYS = new Set([
	'labelids',
	'labels',
	'direction',
	'folder',
	'folders',
	'hsemaildirection',
]);
/** Drafts; Gorgias, Pipedrive. */
const SENT_FLAGS = new Set(['isdraft', 'draftflag', 'fromagent', 'sentflag', 'issent']);
const isCampaign = ({ id, raw }: Column) => /(?:campaign|sequence)id$/.test(id) && holdsText(raw);
/** Instantly, Smartlead, Apollo: in a campaign, the user's own mailbox writes to the lead, whoever wrote last. */
const isOfCampaign = (column: Column): boolean => {
	const { id, of } = column;
	const row = rowOf(of) ?? of;
	if (isFrom(column)) return row.parts.some((part) => part.isPrefix && keyOf(part) === 'sllead');
	const isAccount = id === 'emailaccount' || id === 'emailaccountid';
	return isAccount && columnsWithPrefixes(row).some(isCampaign);
};
/** What Mailgun, Resend, Amazon SES and Smartlead tell of a message that was sent. */
const SENT_EVENT =
	/^(?:(?:e?mail[._ ])?(?:sent|delivered|delivery|failed|bounced?)|e?mail[._ ](?:opened|open|clicked|click|complained|delivery_delayed))$/i;
/** Whether the item is a message that was sent to the lead, not by them. */
const saysSent = (column: Column): boolean => {
	const { id, raw, of } = column;
	// Simplified, Gmail's labels are a list of { id, name }.
	const isLabel = id === 'id' && keyOf(of) === 'labels';
	const text = () => [raw].flat().map(textOf).join(' ');
	return (
		(SENT_KEYS.has(id) && /\b(sent|outbound|outgoing|drafts?)\b/i.test(text())) ||
		(id === 'hsemaildirection' && raw === 'EMAIL') ||
		(isLabel && /^(sent|draft)$/i.test(text())) ||
		(SENT_FLAGS.has(id) && [true, 1].includes(raw as number)) ||
		(id === 'emailaccountid' && isOfCampaign(column)) ||
		(EVENT_KEYS.has(id) && SENT_EVENT.test(text())) ||
		(id === 'type' && raw === 'EMAIL' && keyOf(of) === 'engagement')
	);
};
/** Who sells something is a person, too: a house; and for a business, Authorize.Net tells who pays. */
const isTrader = ({ raw }: Column): boolean =>
	typeof raw === 'string' && (/^vendor$/i.test(raw) || ['supplier', 'business'].includes(raw));
const saysNoPerson = ({ id, raw }: Column): boolean =>
	['type', 'kind', 'object'].includes(id) && typeof raw === 'string' && NO_PERSON_KIND.test(raw);
