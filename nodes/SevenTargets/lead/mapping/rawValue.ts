import type { IDataObject } from 'n8n-workflow';

import { holdsText } from '../../values';
import { columnName } from './columnName';
import { QUALIFIERS } from './words';

/** The keys of an object that hold what it stands for. */
const VALUES = [
	'value',
	'values',
	'address',
	'email',
	'emailaddress',
	'formatednumber',
	'fullnumber',
	'number',
	'phonenumber',
	'phone',
	'freeformnumber',
	'formattednumber',
	'full',
	'name',
	'cityname',
	'displayname',
	'refname',
	'text',
	'plaintext',
	'content',
];
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !holdsText(value);

/** '' for what is no text or number, which may have no text at all. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const holdsObject = (value: unknown): boolean =>
	isObject(value) || (Array.isArray(value) && value.some(isObject));

/** An object or a list that was sent as text. */
export function parsed(raw: unknown): unknown {
	if (typeof raw !== 'string' || !/^\s?[[{]"?/.test(raw) || raw.length > 100_000) return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}

/** Its keys, folded. The text of an XML element is in `_`. */
export const byId = (object: IDataObject): Map<string, unknown> => {
	const isElement = typeof object._ === 'string' && !Object.values(object).some(holdsObject);
	return new Map(
		Object.entries(object).map(([key, value]) => [
			key === '_' && isElement ? 'value' : columnName(key).id,
			value,
		]),
	);
};

/** The one value in an object or a list, such as Pipedrive's list of addresses; undefined if there is none. A list of several plain values stays as it is, and of Odoo's [7, "Acme"] it is the name. */
export function singleValue(raw: unknown, meaning?: string): unknown {
	if (Array.isArray(raw)) {
		if (raw.length === 2 && typeof raw[0] === 'number' && typeof raw[1] === 'string') return raw[1];
		const entries = raw.filter((entry) => entry !== null && entry !== '');
		if (!entries.some(isObject)) return entries.length > 1 ? raw : entries[0];
		const objects = entries.filter(isObject).map(byId);
		const isPrimary = (entry: Map<string, unknown>) =>
			['primary', 'isprimary'].some((key) => entry.get(key) === true);
		// Clerk's primary one is always a verified one.
		const isVerified = (entry: Map<string, unknown>) => {
			const verification = entry.get('verification');
			return isObject(verification) && verification.status === 'verified';
		};
		const best = [isPrimary, isVerified].map((is) => objects.findIndex(is)).find((n) => n >= 0);
		return singleValue(entries.filter(isObject)[best ?? 0]);
	}
	if (!isObject(raw)) return raw;
	const held = byId(raw);
	const kinds = [...held.keys()]
		.filter((key) => QUALIFIERS.has(key))
		.sort((one, other) => QUALIFIERS.get(one)! - QUALIFIERS.get(other)!);
	// { name: "Your company", value: "Acme" } is an answer; { name: "Acme", value: 77 } is a company.
	const isAnswer = () =>
		held.has('value') && columnName(textOf(held.get('name'))).meaning === 'company';
	const isCompany = meaning === 'company' && !isAnswer();
	for (const key of isCompany ? ['name', ...VALUES] : [...VALUES, ...kinds]) {
		const value = singleValue(held.get(key));
		if (value !== undefined && !isObject(value) && !Array.isArray(value) && holdsText(value))
			return value;
	}
	return undefined;
}
