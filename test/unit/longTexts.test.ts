import type { IDataObject, INodePropertyModeValidation } from 'n8n-workflow';

import { clientCredentials } from '../../credentials/login/clientCredentials';
import { cognito } from '../../credentials/login/cognito';
import { apiBaseOf } from '../../credentials/login/method';
import { customFields } from '../../nodes/SevenTargets/lead/customFields';
import { LEAD_FIELDS } from '../../nodes/SevenTargets/lead/fields';
import { normalizedName } from '../../nodes/SevenTargets/lead/mapping/columnName';
import { mapItem } from '../../nodes/SevenTargets/lead/mapping/mapItem';
import { isSalutation, splitName } from '../../nodes/SevenTargets/lead/mapping/wholeName';
import { notToItself } from '../../nodes/SevenTargets/lead/ownAddress';
import { isAboutAssistant, meansAlreadyExists } from '../../nodes/SevenTargets/lead/updateOrCreate';
import { byEmail, byId, byIdOrBlank } from '../../nodes/SevenTargets/locator';
import { valuesHint } from '../../nodes/SevenTargets/run/hints';
import { outcomeOf } from '../../nodes/SevenTargets/transport/outcome';
import * as values from '../../nodes/SevenTargets/values';
import { replyIn, type Reply } from '../../shared/network';
import { Redaction } from '../../shared/redaction';
import { processorMs } from '../support/processorTime';

/** All who read a text that somebody else has written: a visitor of a form, a CRM, a server. */
const READERS: Record<string, (text: string) => unknown> = {
	text: (text) => values.text(text, 'Field'),
	holdsText: values.holdsText,
	wholeNumber: (text) => values.wholeNumber(text, 'Field'),
	email: (text) => values.email(text, 'Field'),
	leadEmail: (text) => values.leadEmail(text, 'Field'),
	idOrEmail: (text) => values.idOrEmail(text, 'Field', { of: 'a lead', remedy: '' }),
	trueOrFalse: (text) => values.trueOrFalse(text, 'Field'),
	quoted: values.quoted,
	unknownChoice: (text) => values.unknownChoice('Field', text),
	...Object.fromEntries(
		Object.entries(values.READERS).map(([kind, read]) => [
			`a ${kind}`,
			(text: string) => read(text, 'Field'),
		]),
	),
	mailboxOf: values.mailboxOf,
	splitName,
	'splitName beside a last name': (text) => [splitName(text, 'Doe'), splitName('Doe', text)],
	isSalutation,
	'a column that may be an opt-out': (text) =>
		read({ Consent: text, status: text, unsubscribed_at: text, optOut: text }),
	'the label of an assistant': (text) =>
		notToItself(
			{ email: 'a@b.test', assistantId: 1 },
			{ parameter: () => ({ value: 1, cachedResultName: text }) },
		),
	'a hint at values': (text) => valuesHint([{ label: text, value: text, without: text }]),
	normalizedName,
	'custom fields as JSON': (text) =>
		customFields.toBody({ custom: { specify: 'json', json: text } }, 'Custom'),
	...Object.fromEntries(
		LEAD_FIELDS.flatMap(({ property: { name, displayName }, toBody }) => [
			[`field ${name}`, (text: string) => toBody(text, displayName)],
		]),
	),
	'a column with the whole name': (text) => read({ Name: text, Email: 'a@b.test' }),
	'a column beside a last name': (text) =>
		read({ Name: text, 'Last Name': 'Doe', Email: 'a@b.test' }),
	'columns of a lead': (text) =>
		read(
			Object.fromEntries(
				LEAD_FIELDS.map(({ property }) => [property.displayName, text]),
			) as IDataObject,
		),
	'the name of a column': (text) => read({ [text]: 1, Email: 'a@b.test', 'First Name': 'A' }),
	'the name of a custom column': (text) => mapItem({ Email: 'a@b.test' }, [text]),
	...Object.fromEntries(
		[byEmail, byId, byIdOrBlank]
			.flatMap((mode) => mode('', '').validation as INodePropertyModeValidation[])
			.map(({ properties }, n) => [
				`pattern ${n} of a locator`,
				(text: string) => new RegExp(String(Object.values(properties)[0])).test(text),
			]),
	),
	'redaction of a message': (text) => new Redaction(['s3cret & <more>'], 'eyJ0.x').text(text),
	// The text is a secret that the server repeats without its last sign, which no sign-by-sign reading may try in two ways.
	'redaction of a secret that is cut off': (text) => {
		const secret = [...text.slice(0, 400)].slice(0, 100).join('');
		const echo = `${secret.slice(0, -1)} ${encodeURIComponent(secret).slice(0, -3)} ${text}`;
		return new Redaction([`${secret}!`], secret).text(echo);
	},
	'redaction of data': (text) => new Redaction([], 'eyJ0.x').data({ [text]: [text] }),
	"an answer's text": (text) => answered(text),
	"an answer's message": (text) => answered({ message: text }),
	"an answer's headers": (text) =>
		answered('', { 'retry-after': text, date: text, location: text }),
	'a refused update': (text) => isAboutAssistant({ answer: { message: text } }, {}),
	'a refused creation': (text) => meansAlreadyExists({ answer: { message: text } }),
	'an error of the network': (text) => replyIn({ message: text, code: text, messages: [text] }),
	"Cognito's answer": (text) =>
		judged(cognito.loginRequest({ ...LOGIN, username: 'u', password: 'p', cognitoUrl: URL }), text),
	"Cognito's type": (text) =>
		judged(cognito.loginRequest({ ...LOGIN, username: 'u', password: 'p', cognitoUrl: URL }), {
			__type: text,
			message: text,
			ChallengeName: text,
		}),
	"a token server's answer": (text) =>
		judged(
			clientCredentials.loginRequest({
				...LOGIN,
				clientSecret: 's',
				userIdentifier: 'u',
				accessTokenUrl: URL,
			}),
			{ error: text, error_description: text },
		),
	'the API URL': (text) => apiBaseOf({ apiUrl: text }),
};
const URL = 'https://login.test/';
const LOGIN = { clientId: 'c', apiUrl: 'https://api.test' };
const read = (json: IDataObject) => mapItem(json, []);
const answered = (body: unknown, headers = {}) => {
	const reply = (status: number): Reply => ({ kind: 'answer', status, body, headers });
	return [200, 302, 400, 429].map((status) =>
		outcomeOf(reply(status), new Redaction(['s3cret']), 'api.test', 'object'),
	);
};
function judged({ readAnswer }: ReturnType<typeof cognito.loginRequest>, body: unknown) {
	const redaction = new Redaction(['s3cret']);
	return [200, 400, 429, 500].map((status) =>
		readAnswer({ kind: 'answer', status, body, headers: {} }, (text) => redaction.text(text)),
	);
}

/** In characters. By its square, the long one takes 10,000,000,000 steps. */
const LENGTHS = [2_000, 100_000];
/** Each kind of repetition, with what comes before it, and what spoils it at the end. */
const PARTS = [
	...[' ', '\t', '\n', '\u00a0', '\u200b', '@', '.', '-', '_', '/', ':', '#', '?', '<', '&', '"'],
	...['\\', '%', '+', '=', ',', ';', '(', '0', '7', 'a', 'é', '😀', 'a@', 'a.', '@a.', 'a@b.'],
	...['mr ', 'Dr. ', 'mailto:', 'eyJ-', 'eyJa.', '-eyJ', 'Bearer ', 'Bearer\t', '<a', '<script>'],
	...['<!', '</', '</script', '&#0', '&#x0', '%2', '\\u00', 's3cre', 'assistant', 'assistantEmail'],
	...[
		'added ',
		'M.',
		'Dr.-',
		'de heer ',
		'undefined',
		'&euml;',
		'&#1',
		'%A',
		'${',
		'{!',
		'<b ',
		'p:',
		"'",
	],
	...['assistantEmail.', ' ::: ', '{{', '$json.', '*|', 'connect E', '","', '\\"', '[{'],
];
const FRAMES: Array<[before: string, after: string]> = [
	['', ''],
	['x', '!'],
	['mailto:', '?\nx'],
	['a@', ' x'],
	['<script>', '<'],
];

/**
 * Whether a reader takes longer than a text of the length is long: at most 0.1 s here. It counts the time that the processor works on it,
 * not that in which a busy machine does something else, and asks again before it says so.
 */
function isSlow<T>(reader: (read: T) => unknown, toRead: T) {
	const isSlowOnce = () => {
		const began = processorMs();
		try {
			reader(toRead);
		} catch (error) {
			expect(error).toBeInstanceOf(values.FieldProblem);
		}
		return processorMs() - began > 1_000;
	};
	return isSlowOnce() && isSlowOnce();
}

it.each(Object.entries(READERS))(
	'%s: no text of 100,000 characters takes longer than it is long',
	(_, reader) => {
		for (const part of PARTS) {
			for (const [before, after] of FRAMES) {
				// If it takes the cube, the long text never ends: the short one shows that.
				const slow = LENGTHS.find((length) =>
					isSlow(reader, before + part.repeat(Math.ceil(length / part.length)) + after),
				);
				// The first one is enough.
				expect([before, part, after, slow]).toEqual([before, part, after, undefined]);
			}
		}
	},
);

const VALUES = ['v', 'Ana Lopez', 'a#@b.test', ['a#@b.test', 'b#@b.test'], { email: 'a#@b.test' }];
const KEYS = ['k#', 'k#_email', 'Email #', 'owner#_email', 'k#_name', 'k.#.name', 'k[#][tags]'];

it.each(KEYS.flatMap((key) => VALUES.map((value) => [key, JSON.stringify(value)])))(
	'no row of 4,000 columns %s: %s takes longer than it is long',
	(key, value) => {
		const columns = Array.from({ length: 4_000 }, (_, n) => [
			key.replace('#', String(n)),
			JSON.parse(value.replaceAll('#', String(n))) as unknown,
		]);
		const row = { ...(Object.fromEntries(columns) as IDataObject), First: 'A', Email: 'a@b.test' };
		expect(isSlow(read, row)).toBe(false);
	},
);
