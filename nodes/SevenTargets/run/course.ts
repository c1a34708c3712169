import type { IExecuteFunctions } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { SendingStats } from '../transport/throttle/throttle';
import type { RunOptions } from './options';

/** A run that takes less than this, in milliseconds, is fast enough for everybody. */
const LONG_MS = 10_000;

/** Adds a hint to the output of a long run: how fast it was sent, and why not faster. */
export function hintAtCourse(
	context: IExecuteFunctions,
	stats: SendingStats,
	{ concurrency }: Pick<RunOptions, 'concurrency'>,
): void {
	const { milliseconds, refused } = stats;
	if (milliseconds < LONG_MS || (concurrency !== undefined && refused === 0)) return;
	context.addExecutionHints({ message: textOf(stats), location: 'outputPane', type: 'info' });
}

function textOf({ most, slowedAt, refused, last, perSecond }: SendingStats): string {
	const pace =
		perSecond === undefined
			? ''
			: `, and no more than about ${Math.max(1, Math.round(perSecond))} a second`;
	return sentences(
		most === 1
			? 'One request was under way at a time.'
			: `Up to ${most} requests were under way at a time.`,
		slowedAt === undefined ? '' : `With ${slowedAt}, the answers took longer.`,
		refused === 0
			? ''
			: `7Targets refused ${refused} ${refused === 1 ? 'request' : 'requests'} for the moment.`,
		refused > 0 && last > 1 && last < most
			? `In the end, no more than ${last} were sent at a time${pace}.`
			: '',
	);
}
