import type { IDataObject } from 'n8n-workflow';

import { networkErrorMeaning, neverConnected, type NetworkError } from './networkError';
import { asSentence, remoteText, withoutSecrets } from './remoteText';

/** What became of a request. */
export type Outcome = Done | Problem;

/** The longest that the API may ask to wait and be obeyed. */
const LONGEST_WAIT_MS = 60_000;

const PASSING = [429, 500, 502, 503, 504];

/** Not implemented, not available, and HTTP version not supported: of all 5xx, these say that nothing was begun. */
const CERTAINLY_NOT_DONE = [501, 503, 505];

export interface Done {
	ok: true;
	body: IDataObject | IDataObject[];
}

export interface Problem {
	ok: false;
	/**
	 * `refused`: certainly not carried out. `unknown`: may or may not have been carried out.
	 * `run`: refused for a reason that every other request of the run would meet too, such as a failed login.
	 */
	kind: 'refused' | 'unknown' | 'run';
	/** Whether the same request may well succeed a moment later. */
	passing: boolean;
	status?: number;
	/** Milliseconds that the API asks to wait. */
	retryAfter?: number;
	/** What went wrong, a sentence; holds the API's own message where there is one. */
	reason: string;
	/** What to do about it, a sentence or two; may be blank. */
	advice: string;
}

export interface Answer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * What an answer of the API means. Its errors are documented nowhere, so any message it holds is shown, cleaned
 * and without `secrets`, and each status has a meaning of its own.
 *
 * @param wanted a list is answered to GET, one object to all else
 */
export function outcomeOf(
	answer: Answer,
	secrets: readonly string[],
	wanted: 'list' | 'object',
): Outcome {
	const { statusCode: status, body } = answer;
	if (status >= 200 && status < 300) {
		if (wanted === 'list' ? Array.isArray(body) && body.every(isObject) : isObject(body)) {
			return { ok: true, body: withoutSecrets(body as IDataObject | IDataObject[], secrets) };
		}
		return {
			ok: false,
			kind: 'unknown',
			passing: false,
			status,
			reason: `7Targets answered with status ${status}, but not with data that can be read${shown(body, secrets)}`,
			advice:
				"Check the 'API URL' in the 7Targets credential. If it is right, write to support@7targets.com.",
		};
	}
	const message = apiMessage(body, secrets);
	const said = message === '' ? meaning(status, answer.headers, secrets) : message;
	const reason = `${said.replace(/\.$/, '')} (status ${status})`;
	const retryAfter = retryAfterOf(answer.headers);
	if (PASSING.includes(status) && retryAfter !== undefined && retryAfter > LONGEST_WAIT_MS) {
		const advice = `7Targets asks to wait ${Math.ceil(retryAfter / 60_000)} minutes. Try again after that.`;
		const kind = kindOf(status) === 'unknown' ? 'unknown' : 'run';
		return { ok: false, kind, passing: false, status, reason, advice };
	}
	return {
		ok: false,
		kind: kindOf(status),
		passing: PASSING.includes(status),
		status,
		retryAfter,
		reason,
		advice: adviceOn(status),
	};
}

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a request means that got no answer; `error` is that of Node's network stack. */
export function outcomeOfSilence(error: NetworkError, message: string): Problem {
	const meaning = asSentence(networkErrorMeaning(error.code) ?? message);
	const how = { ok: false, passing: true } as const;
	return neverConnected(error)
		? {
				...how,
				kind: 'refused',
				reason: `The 7Targets API cannot be reached: ${meaning}`,
				advice:
					"Check the 'API URL' in the 7Targets credential, and that your n8n can connect to it. Then try again.",
			}
		: {
				...how,
				kind: 'unknown',
				reason: `The connection to the 7Targets API was lost: ${meaning}`,
				advice:
					"If this happens again, raise 'Timeout' in the options, and check that your n8n can connect to 7Targets.",
			};
}

function kindOf(status: number): Problem['kind'] {
	if (status === 401) return 'run';
	return status >= 500 && !CERTAINLY_NOT_DONE.includes(status) ? 'unknown' : 'refused';
}

/** What the header `Retry-After` asks for, in milliseconds: it holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfterOf(headers: Answer['headers']): number | undefined {
	const value = headers['retry-after'];
	if (typeof value !== 'string') return undefined;
	if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Where APIs of this kind (Spring, Amazon API Gateway, OAuth2) put the sentence that is meant for people. */
const MESSAGE_KEYS = ['message', 'errorMessage', 'error_description', 'detail', 'error', 'title'];

/** The API's own message, or '' where it has none: a page of HTML counts as none. */
function apiMessage(body: unknown, secrets: readonly string[]): string {
	if (typeof body === 'string')
		return /<(!doctype|html|body)\b/i.test(body) ? '' : remoteText(body, secrets);
	if (typeof body !== 'object' || body === null) return '';
	const said = MESSAGE_KEYS.map((key) => (body as Record<string, unknown>)[key]).find(
		(value) => typeof value === 'string' && value.trim() !== '',
	);
	return typeof said === 'string' ? remoteText(said, secrets) : '';
}

function shown(body: unknown, secrets: readonly string[]): string {
	if (body === undefined || body === null || body === '') return ' (it is empty).';
	const text = remoteText(typeof body === 'string' ? body : JSON.stringify(body), secrets);
	return `: "${text}"`;
}

const UNFIT = 'A field is missing, or is not as 7Targets expects it.';

function meaning(status: number, headers: Answer['headers'], secrets: readonly string[]): string {
	if (status >= 300 && status < 400) {
		const target = typeof headers.location === 'string' ? headers.location : 'another address';
		return `The 7Targets API redirects this request to ${remoteText(target, secrets)}. The redirect was not followed, because your login would go along.`;
	}
	return (
		{
			400: UNFIT,
			401: 'The login was not accepted.',
			403: 'This login is not allowed to do that.',
			404: 'It was not found.',
			409: 'It already exists.',
			422: UNFIT,
			429: 'Too many requests in a short time.',
			503: 'The service is not available at the moment.',
		}[status] ?? (status >= 500 ? 'The service is not working as it should.' : 'It gave no reason.')
	);
}

function adviceOn(status: number): string {
	if (status >= 300 && status < 400) {
		return "Enter the new address as the 'API URL' in the 7Targets credential, if you trust it.";
	}
	switch (status) {
		case 401:
			return 'Open the 7Targets credential and press Retry to test it. If the test is successful, ask support@7targets.com whether this account may use the API.';
		case 403:
			return 'Ask support@7targets.com for access, or choose an assistant of your own account.';
		case 404:
			return "Check the email addresses and the IDs in this item, and the 'API URL' in the 7Targets credential.";
		case 409:
			return '';
		case 429:
			return "Wait a few minutes and try again, or lower 'Requests at a Time' in the options.";
		case 503:
			return 'Wait a few minutes and try again.';
	}
	return status >= 500
		? 'If this goes on, write to support@7targets.com.'
		: 'Correct the fields of this item and try again.';
}
