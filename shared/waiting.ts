import { sleep } from 'n8n-workflow';

// The AWS SDKs' standard mode: exponential back-off with full jitter, a longer base if the server is busy.
const BASE_MS = 100;
const THROTTLED_BASE_MS = 500;
const LONGEST_MS = 20_000;
const SLICE_MS = 100;

/** Milliseconds to wait after attempt number `tries`: a random part of a span that doubles with each, up to 20 s. */
export function backOff(tries: number, throttled: boolean): number {
	const span = (throttled ? THROTTLED_BASE_MS : BASE_MS) * 2 ** tries;
	return Math.random() * Math.min(LONGEST_MS, span);
}

/** Waits for `ms` milliseconds, or until `signal` is aborted. (n8n's own abortable sleep has another name in each of its release lines.) */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	// Not by the clock on the wall, which may be set back.
	const end = performance.now() + ms;
	for (let left = ms; left > 0 && !signal?.aborted; left = end - performance.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}

/** While a node computes, n8n answers nobody: long work lets it after so many milliseconds. */
const LONGEST_TURN_MS = 20;

/** Returns what to call at each step of long work: it lets n8n do other things if it could not for 20 ms. */
export function takingTurns(): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < LONGEST_TURN_MS) return;
		await sleep(0);
		since = performance.now();
	};
}
