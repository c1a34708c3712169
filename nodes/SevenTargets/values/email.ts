import type { NoteValue } from './note';
import { FieldProblem, quoted } from './problem';
import { text, trimmed } from './text';

/**
 * What an address is made of. The part before the @, its letters and signs: WHATWG, HTML, "valid email address", which the field of a
 * browser's form takes, and beyond ASCII every visible character (RFC 6531). It has dots at any place, too, which RFC 5321 does not:
 * NTT Docomo and au gave such addresses out until 2009, and their mailboxes still take mail. Lengths in bytes: RFC 5321, 4.5.3.1.
 */
const ASCII_LOCAL = /^[\w.!#$%&'*+/=?^`{|}~-]+$/;
const ANY_LOCAL = /^[\w.!#$%&'*+/=?^`{|}~\-\u{A1}-\u{10FFFF}]+$/u;
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
/** A label of a domain: RFC 1035, 2.3.4, and RFC 1123, 2.1. The last one is not all digits: RFC 3696, 2. */
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
/** Beyond ASCII, a domain has letters, marks and digits (RFC 5892), and one of four dots (UTS 46), which `URL` makes ASCII. */
const NOT_OF_DOMAIN = /[^\p{L}\p{M}\p{N}.\-。．｡]/u;
/** Most addresses: it takes a fifth of the time of the rules. */
const ORDINARY = /^[a-z\d][\w.+-]{0,63}@(?:[a-z\d]{1,63}\.){1,3}[a-z]{2,18}$/i;

/** What no address holds: invisible characters, and marks that make variants of other characters. */
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}|\p{Variation_Selector}|[\u2800\u3164]|\u034F/gu;
const BEYOND_ASCII = /[^\x20-\x7e]/;
const LINK = /^mailto:(?:\/\/)?/i;

/** What programs and people put around an address: Outlook ', Markdown ` and *, a mail's header <, a file of CSV ", a remark (. */
const AROUND = ["''", '""', '``', '**', '<>', '()', '‘’', '“”'];

/** The address in a link, without what follows it, such as `?subject=…`; any other text as it is. */
const outOfLink = (address: string): string =>
	LINK.test(address) ? trimmed(address.replace(LINK, '').split('?')[0]) : address;

/** Whether the name before an address in <> holds no other one: that of `Ana @ Acme <ana@…>` and `"ana@…" <ana@…>` does not. */
export const isNameOnly = (name: string, address: string): boolean =>
	!name.includes('@') ||
	name
		.split(/[\s<>"'()]+/)
		.every((word) => !/[^@]@[^@]/.test(word) || address.toLowerCase().includes(word.toLowerCase()));

/** The address in `Lyra <lyra@example.com>`, as the header of a mail has it; any other text as it is. */
function outOfHeader(text: string): string {
	const [, name, address] = /^([^<>]*)<([^<>@]+@[^<>@]+)>$/.exec(text) ?? [];
	return address !== undefined && isNameOnly(name, address) ? address : text;
}

function withoutQuotes(address: string): string {
	let inner = address;
	while (inner.length > 2 && AROUND.includes(inner[0] + inner[inner.length - 1])) {
		inner = trimmed(inner.slice(1, -1));
	}
	// The mark by which a spreadsheet keeps text as it is.
	return inner.startsWith("'") && !inner.slice(1).includes("'@") ? inner.slice(1) : inner;
}

/** A domain as the servers of the net know it: in ASCII and in lower case; undefined if it is none. */
function asciiDomain(domain: string): string | undefined {
	if (!BEYOND_ASCII.test(domain)) return domain.toLowerCase();
	if (NOT_OF_DOMAIN.test(domain)) return undefined;
	const url = `http://${domain}`;
	return URL.canParse(url) ? new URL(url).hostname : undefined;
}

const bytesOf = (value: string): number =>
	BEYOND_ASCII.test(value) ? new TextEncoder().encode(value).length : value.length;

function isDomain(domain: string): boolean {
	const labels = domain.split('.');
	return (
		labels.length > 1 &&
		labels.every((label) => LABEL.test(label)) &&
		!/^\d+$/.test(labels[labels.length - 1])
	);
}

/** Whether a mail server takes a text as one address. */
function isAddress(address: string): boolean {
	if (address.length > MAX_ADDRESS) return false;
	const at = address.indexOf('@');
	const local = address.slice(0, at);
	if (at < 1 || !(ASCII_LOCAL.test(local) || (ANY_LOCAL.test(local) && !/\s|\ufffd/.test(local)))) {
		return false;
	}
	const domain = asciiDomain(address.slice(at + 1));
	return (
		domain !== undefined &&
		isDomain(domain) &&
		bytesOf(local) <= MAX_LOCAL &&
		bytesOf(local) + 1 + domain.length <= MAX_ADDRESS
	);
}

/**
 * One email address, without invisible characters, the name and signs around it, and the parts of a link (`mailto:`, `?subject=…`);
 * undefined if blank.
 *
 * @throws FieldProblem for what is not one address that a mail server takes
 */
export function email(value: unknown, label: string, note?: NoteValue): string | undefined {
	const given = text(value, label);
	if (given === undefined || ORDINARY.test(given)) return given;
	const visible = BEYOND_ASCII.test(given) ? given.replace(INVISIBLE, '') : given;
	const bare = withoutQuotes(outOfHeader(visible));
	const address = outOfLink(bare);
	if (!isAddress(address)) {
		throw new FieldProblem(
			`'${label}' must be one email address, such as john.doe@example.com, but is ${quoted(visible)}`,
			visible.indexOf('@') === visible.lastIndexOf('@')
				? 'Correct it: no mail server takes this one.'
				: 'Correct it. Of several addresses, enter one: another person needs an item of their own.',
		);
	}
	if (bare !== visible) note?.({ label, value: visible, without: 'what stands around it' });
	return address;
}

/**
 * The email address of a lead, in lower case: one mailbox is one lead, even if CRMs spell it differently; undefined if blank.
 *
 * @throws FieldProblem for what is not one address
 */
export function leadEmail(value: unknown, label: string, note?: NoteValue): string | undefined {
	const address = email(value, label, note);
	if (address === undefined || !BEYOND_ASCII.test(address)) return address?.toLowerCase();
	// In lower case, the capital İ of Turkish is an i with a second dot upon it, which no mailbox has.
	return address.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
}

/** The same text for all spellings of a domain: `müller.test` is `xn--mller-kva.test`. @param address as `leadEmail` returns it */
export function mailboxOf(address: string): string {
	if (!BEYOND_ASCII.test(address)) return address;
	const domain = address.indexOf('@') + 1;
	return address.slice(0, domain) + asciiDomain(address.slice(domain));
}
