import type { IExecuteFunctions } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { Course } from '../transport/throttle';
import type { RunOptions } from './options';

/** Shorter runs, in milliseconds, are none that anybody would want to be faster. */
const LONG_MS = 10_000;

/** Says beside the output of a long run how fast it was sent, and why no faster. */
export function hintAtCourse(
	context: IExecuteFunctions,
	{ milliseconds, most, last, isSlower, refused, perSecond }: Course,
	{ concurrency }: RunOptions,
): void {
	if (milliseconds < LONG_MS || (concurrency !== undefined && refused === 0)) return;
	const pace =
		perSecond === undefined ? '' : `, and about ${Math.max(1, Math.round(perSecond))} a second`;
	const message = sentences(
		`Up to ${most} requests were under way at a time.`,
		isSlower ? `With more than about ${last}, the answers took longer.` : '',
		refused === 0
			? ''
			: `7Targets refused ${refused} ${refused === 1 ? 'request' : 'requests'} since there were too many, so fewer were sent from then on: in the end up to ${last} at a time${pace}.`,
	);
	context.addExecutionHints({ message, location: 'outputPane', type: 'info' });
}
