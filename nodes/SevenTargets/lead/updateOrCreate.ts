import type { IDataObject } from 'n8n-workflow';

import { backOff, pause } from '../../../shared/waiting';
import type { ItemOutcome, SendItem } from '../operation';
import { afterAttempt, mayPass, refusesContent, type Problem } from '../transport/outcome';

export const CREATION = { method: 'POST', path: '/leads', repeatable: false } as const;
const UPDATE = { method: 'PUT', path: '/leads', repeatable: true } as const;

/** The statuses with which APIs of this kind say that something does not exist: which of them 7Targets uses is not documented. */
export const MAY_MEAN_ABSENT = [400, 404, 409, 410, 422];

/**
 * Updates a lead, and creates it only if 7Targets refuses the update in a way that may mean that there is no such lead: what a second
 * creation of an address does is not documented. If it is not known whether a creation was carried out, the update comes first again
 * and shows it. Each of the two requests is sent as often as the options say, at most, however often they take turns.
 *
 * @returns `refused` only if neither was carried out; `notSent` if the run ended before anything was
 */
export const updateOrCreate: SendItem = async ({ body = {} }, { client, signal }, earlier) => {
	const updates = client.newTries();
	const creations = client.newTries();
	/** The last outcome of a creation, once one may have been carried out. */
	let creation: (Problem & { wasMissing: true }) | undefined;
	let isDisproved = false;
	let last: ItemOutcome = { kind: 'notSent' };
	for (let round = 1; updates.left > 0; round++) {
		const wasMissing = creation !== undefined || earlier?.wasMissing === true;
		const update = await client.send({ ...UPDATE, body }, updates);
		if (update.kind === 'notSent') return last;
		if (update.kind === 'done') return { ...update, isNew: wasMissing };
		if (!mayMeanAbsent(update, body)) {
			const isInDoubt = creation !== undefined || earlier !== undefined;
			return { ...afterAttempt(update, isInDoubt), wasMissing };
		}
		// Both were refused, and now the update is refused again: no earlier creation was carried out.
		if (creation !== undefined && isDisproved) return { ...creation, kind: 'refused' };

		const created = await client.send({ ...CREATION, body }, creations);
		if (created.kind === 'notSent') return creation ?? created;
		if (created.kind === 'done') return { ...created, isNew: true };
		isDisproved = refusesContent(created) && !meansAlreadyExists(created);
		const refused = { ...created, updateRefusal: update.reason };
		if (creation === undefined && created.kind !== 'unknown') {
			return { ...afterAttempt(refused, earlier !== undefined && !isDisproved), wasMissing };
		}
		last = creation = { ...afterAttempt(refused, true), wasMissing: true };
		if ((!mayPass(created) && !refusesContent(created)) || updates.left === 0) return last;
		// Waits as for a busy server: it may still be working on what it did not answer.
		const asked = mayPass(created) ? (created.retryAfter ?? 0) : 0;
		await pause(Math.max(asked, backOff(round, true)), signal);
	}
	return last;
};

/**
 * Whether 7Targets' last answer to an update may mean that it does not have the lead. That counts, too, if it is not known what became of
 * the update before: no update makes a lead vanish.
 */
const mayMeanAbsent = (update: Problem, body: IDataObject) =>
	'answer' in update &&
	MAY_MEAN_ABSENT.includes(update.status ?? 0) &&
	!isAboutAssistant(update, body);

/** The name of the field `assistantEmail` in any spelling, but not within an email address. */
const ASSISTANT_EMAIL = /(?<!@)\bassistant[\s_-]?e-?mail(?![\w.+-]{0,64}@)/i;

/**
 * Whether a refused update asks for the assistant's email, which 7Targets' page on updates marks as mandatory, and which was not sent:
 * then the refusal does not say whether there is such a lead. The values of the lead are not looked at. If the answer repeats one that
 * holds these words, the lead is not created, and choosing the assistant by email, as the error says, helps all the same.
 */
export const isAboutAssistant = (update: Refusal, body: IDataObject): boolean =>
	!('assistantEmail' in body) && says(ASSISTANT_EMAIL, update);

/** Whether a refused creation means that 7Targets has the lead. */
export const meansAlreadyExists = (created: Refusal): boolean =>
	created.status === 409 ||
	says(/(?<!does not |do not |doesn['’]t )exist|already|duplicate/i, created);

type Refusal = Pick<Problem, 'status' | 'answer'>;

/** Whether the answer holds such words anywhere; true for one that nobody can read, because the words decide against a creation. */
function says(words: RegExp, { answer = '' }: Refusal): boolean {
	try {
		return words.test(JSON.stringify(answer));
	} catch {
		return true;
	}
}
