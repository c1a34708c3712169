import type { IDataObject } from 'n8n-workflow';

import { isPassingProxy, proxySaid, type Answer, type Reply } from '../../../shared/network';
import type { Redaction } from '../../../shared/redaction';
import { asSentence } from '../../../shared/text';

/** What became of a request that was sent. */
export type Outcome = Done | Problem;

/** The run had ended before the request went out. */
export interface NotSent {
	kind: 'notSent';
}

export interface Done {
	kind: 'done';
	body: IDataObject | IDataObject[];
}

export interface Problem {
	/**
	 * `refused`: 7Targets certainly did not carry it out. `unreached`: it did not get to 7Targets. `unknown`: it may or may not have
	 * been carried out. `run`: refused for a reason that every other request of the run would meet too, such as a failed login.
	 */
	kind: 'refused' | 'unreached' | 'unknown' | 'run';
	/** What went wrong, a sentence; holds the API's own message if there is one. */
	reason: string;
	/** What to do about it, a sentence or two; may be blank. Undefined if the values are to be corrected, of which the operation knows. */
	advice?: string;
	/** The status of the answer, if there was one. */
	status?: number;
	/** The whole body of the answer, for what its message does not say. It may hold secrets, so it is not to be shown. */
	answer?: unknown;
	/** Milliseconds that the API asks to wait. */
	retryAfter?: number;
}

/** If the API asks for a longer wait than this, in milliseconds, the request is not sent again. */
const LONGEST_WAIT_MS = 60_000;

/** The status with which the API refuses too many requests. */
export const TOO_MANY_REQUESTS = 429;

/** Too many requests, and not available: a web server that takes only so many at a time may answer the others with either. */
const THROTTLED = [TOO_MANY_REQUESTS, 503];

/** Not implemented, not available, and HTTP version not supported: the only 5xx that say that nothing was begun. */
const CERTAINLY_NOT_DONE = [501, 503, 505];

/** Whether 7Targets takes no more requests at the moment. */
export const isThrottled = ({ kind, status = 0 }: Problem): boolean =>
	kind === 'refused' && THROTTLED.includes(status);

/** Whether 7Targets refused, and the answer broke off before it said why: the next one may be whole. */
const isCutRefusal = (problem: Problem) =>
	problem.kind === 'refused' && (problem.status ?? 0) >= 400 && !('answer' in problem);

/** Whether the same request may well succeed, or be answered in full, a moment later. */
export const mayPass = (problem: Problem): boolean =>
	(problem.retryAfter ?? 0) <= LONGEST_WAIT_MS &&
	(problem.kind === 'unknown' ||
		problem.kind === 'unreached' ||
		isThrottled(problem) ||
		isCutRefusal(problem));

/** Whether 7Targets refused what the request holds, and not who sent it, when, or how often. */
export const refusesContent = ({ kind, status = 0 }: Problem): boolean =>
	kind === 'refused' && status >= 400 && status < 500 && ![403, TOO_MANY_REQUESTS].includes(status);

/**
 * What is known after an attempt that failed. If an earlier attempt may have done the same, no refusal of this one says that it did
 * not: only an answer that shows the result settles it.
 */
export const afterAttempt = <P extends Problem>(problem: P, mayBeDoneAlready: boolean): P =>
	mayBeDoneAlready ? { ...problem, kind: 'unknown' } : problem;

export const forTheRun = (reason: string, advice = ''): Problem => ({
	kind: 'run',
	reason,
	advice,
});

/**
 * What a reply to a request means.
 *
 * @param host where the request was to go
 * @param wanted what a good answer holds
 */
export function outcomeOf(
	reply: Reply,
	redaction: Redaction,
	host: string,
	wanted: 'list' | 'object',
): Outcome {
	switch (reply.kind) {
		case 'answer':
			return outcomeOfAnswer(reply, redaction, wanted);
		case 'proxy': {
			const { status } = reply;
			const kind = isPassingProxy(status) ? 'unreached' : 'run';
			return { kind, status, reason: proxySaid(status, host), advice: '' };
		}
		case 'brokenOff':
			return {
				kind: reply.status < 300 ? 'unknown' : kindOf(reply.status),
				status: reply.status,
				reason: `The answer of 7Targets broke off (status ${reply.status})`,
				advice: IF_AGAIN,
			};
		case 'silence': {
			const meaning = asSentence(redaction.text(reply.message));
			if (reply.code === 'BLOCKED')
				return forTheRun(`The 7Targets API at ${host} cannot be reached: ${meaning}`);
			return reply.neverSent
				? {
						kind: 'unreached',
						reason: `The 7Targets API cannot be reached: ${meaning}`,
						advice:
							"Check the 'API URL' in the 7Targets credential, and that your n8n can connect to it. Then try again.",
					}
				: {
						kind: 'unknown',
						reason: `The connection to the 7Targets API was lost: ${meaning}`,
						advice: IF_AGAIN,
					};
		}
	}
}

const IF_AGAIN =
	"If this happens again, raise 'Timeout' in the options, and check that your n8n can connect to 7Targets.";

/** The API's errors are documented nowhere, so any message in the answer is shown; without one, the meaning of its status. */
function outcomeOfAnswer(answer: Answer, redaction: Redaction, wanted: 'list' | 'object'): Outcome {
	const { status, body, headers } = answer;
	if (status >= 200 && status < 300) {
		const fits = wanted === 'list' ? Array.isArray(body) && body.every(isObject) : hasId(body);
		const data = fits ? readable(body as IDataObject | IDataObject[], redaction) : undefined;
		if (data !== undefined) return { kind: 'done', body: data };
		const lack =
			wanted === 'object' && isObject(body) ? "without an 'id'" : 'not with data that can be read';
		return {
			kind: 'unknown',
			status,
			reason: `7Targets answered with status ${status}, but ${lack}${shown(body, redaction)}`,
			advice:
				"Check the 'API URL' in the 7Targets credential. If it is right, write to support@7targets.com.",
		};
	}
	const { meaning, advice } = statusMeaning(answer, redaction);
	const said = apiMessage(body, redaction) || meaning;
	const retryAfter = retryAfterOf(headers);
	const kind = kindOf(status);
	const problem: Problem = {
		kind,
		reason: `${said.replace(/\.$/, '')} (status ${status})`,
		advice,
		status,
		answer: body,
		retryAfter,
	};
	const waits = kind === 'unknown' || isThrottled(problem);
	if (!waits || retryAfter === undefined || retryAfter <= LONGEST_WAIT_MS) return problem;
	return {
		...problem,
		kind: kind === 'unknown' ? kind : 'run',
		advice: `7Targets asks to wait ${Math.ceil(retryAfter / 60_000)} minutes. Try again after that.`,
	};
}

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A success without the ID of what was saved proves nothing. */
const hasId = (value: unknown) =>
	isObject(value) && /^(number|string)$/.test(typeof value.id) && value.id !== '';

/** The data without the token; undefined if it is nested too deep to be written as JSON. */
function readable<T extends object>(body: T, redaction: Redaction): T | undefined {
	try {
		return redaction.data(body);
	} catch {
		return undefined;
	}
}

function kindOf(status: number): Problem['kind'] {
	if (status === 401) return 'run';
	// It was carried out, and the result is elsewhere (RFC 9110, 15.4.4).
	if (status === 303) return 'unknown';
	return status >= 500 && !CERTAINLY_NOT_DONE.includes(status) ? 'unknown' : 'refused';
}

/**
 * What the header `Retry-After` asks for, in milliseconds: it holds seconds or a date (RFC 9110, 10.2.3). A date counts from the
 * answer's own `Date`, because this machine's clock may be wrong.
 */
function retryAfterOf(headers: Answer['headers']): number | undefined {
	const value = headers['retry-after'];
	if (typeof value !== 'string') return undefined;
	// Some servers give a fraction, in no standard form.
	if (/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return Math.ceil(Number(value) * 1000);
	const date = Date.parse(value);
	const now = Date.parse(String(headers.date)) || Date.now();
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The keys under which APIs of this kind (Spring, Amazon API Gateway, OAuth2) put the message for people. */
const MESSAGE_KEYS = [
	'message',
	'msg',
	'errorMessage',
	'error_description',
	'detail',
	'error',
	'title',
];

/** Whether the body is a web page for people, not an answer of an API. */
export const isPage = (body: unknown): boolean =>
	typeof body === 'string' && /<(!doctype|html|body)\b/i.test(body);

/** The API's own message, or '' if it has none: a page of HTML counts as none. */
function apiMessage(body: unknown, redaction: Redaction): string {
	if (typeof body === 'string') return isPage(body) ? '' : redaction.text(body);
	const said = isObject(body)
		? [
				textIn(body, MESSAGE_KEYS),
				...errorsIn([body.error].filter(isObject)),
				...errorsIn(body.errors),
			]
		: errorsIn([body].flat().filter(isObject));
	return redaction.text([...new Set(said.filter(Boolean))].join('; '));
}

const textIn = (object: IDataObject, keys: string[]): string =>
	keys
		.map((key) => object[key])
		.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';

/** Where such APIs name the field of one error among several, and what they say of it. */
const FIELD_KEYS = ['field', 'path', 'property', 'param'];
const REASON_KEYS = ['defaultMessage', ...MESSAGE_KEYS];
const MOST_ERRORS = 5;

/** What a text or a list of errors says, or an object of them by field: "email: must not be blank". */
function errorsIn(errors: unknown): string[] {
	const byField: Array<[string, unknown]> = isObject(errors)
		? Object.entries(errors).flatMap(([field, said]) =>
				[said].flat().map((one): [string, unknown] => [field, one]),
			)
		: [errors].flat().map((error: unknown) => ['', error]);
	return byField.slice(0, MOST_ERRORS).map(([key, error]) => {
		const field = isObject(error) ? textIn(error, FIELD_KEYS) || key : key;
		const said = isObject(error)
			? textIn(error, REASON_KEYS)
			: typeof error === 'string'
				? error
				: '';
		// Spring's path is that of the request.
		return said === '' || field === '' || field.startsWith('/') ? said : `${field}: ${said}`;
	});
}

function shown(body: unknown, redaction: Redaction): string {
	if (body === undefined || body === null || body === '') return ' (it is empty).';
	if (typeof body === 'string') return `: "${redaction.text(body)}"`;
	try {
		return `: "${redaction.text(JSON.stringify(body))}"`;
	} catch {
		return ' (it is nested too deep).';
	}
}

type StatusMeaning = { meaning: string } & Pick<Problem, 'advice'>;

const NOT_THIS_API: StatusMeaning = {
	meaning: 'It takes no requests of this kind.',
	advice:
		"Check the 'API URL' in the 7Targets credential. If it is right, write to support@7targets.com.",
};
const UNFIT = { meaning: 'A field is missing, or has a value that 7Targets does not accept.' };

/** What a status means if the API gives no reason, and what to do about it. */
const STATUSES: Record<number, StatusMeaning> = {
	400: UNFIT,
	401: {
		meaning: 'The login was not accepted.',
		advice:
			'Open the 7Targets credential and press Retry to test it. If the test is successful, ask support@7targets.com whether this account may use the API.',
	},
	403: {
		meaning: 'This login is not allowed to do that.',
		advice:
			"Check the 'User Identifier', if the 7Targets credential has one, and that the assistant is of your own account. Otherwise, ask support@7targets.com for access.",
	},
	404: {
		meaning: 'It was not found.',
		advice:
			"Check the email addresses and the IDs in this item, and the 'API URL' in the 7Targets credential.",
	},
	...Object.fromEntries([405, 406, 415, 421, 431].map((status) => [status, NOT_THIS_API])),
	408: { meaning: 'The request did not arrive in time.', advice: 'Try again.' },
	425: { meaning: 'It does not take the request so early.', advice: 'Try again.' },
	// Each operation says itself what to do about it.
	409: { meaning: 'It already exists.', advice: '' },
	422: UNFIT,
	[TOO_MANY_REQUESTS]: {
		meaning: 'Too many requests in a short time.',
		advice:
			'Wait a few minutes and try again. If this goes on, find out which other programs use the same 7Targets account.',
	},
	503: {
		meaning: 'The service is not available at the moment.',
		advice: 'Wait a few minutes and try again.',
	},
};

function statusMeaning({ status, headers }: Answer, redaction: Redaction): StatusMeaning {
	if (status >= 300 && status < 400) {
		const target = redaction.text(headers.location ?? 'another address');
		return {
			meaning: `The 7Targets API redirects this request to ${target}. The redirect was not followed, because your login would go along.`,
			// That of a result is none for the API.
			advice:
				status === 303
					? ''
					: "Enter the new address as the 'API URL' in the 7Targets credential, if you trust it.",
		};
	}
	if (status in STATUSES) return STATUSES[status];
	return status >= 500
		? {
				meaning: 'The service is not working as it should.',
				advice: 'If this goes on, write to support@7targets.com.',
			}
		: { meaning: 'It gave no reason.' };
}
