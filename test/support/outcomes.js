/** @typedef {import('../../nodes/SevenTargets/transport/outcome').Problem} Problem */

/** A request that was carried out, and one that did not go out. */
const DONE = /** @type {const} */ ({ kind: 'done', body: { id: 1 } });
const NOT_SENT = /** @type {const} */ ({ kind: 'notSent' });

/**
 * A request that failed.
 *
 * @param {Problem['kind']} kind
 * @param {Partial<Problem>} more
 * @returns {Problem}
 */
const problem = (kind, more = {}) => ({
	kind,
	reason: 'No.',
	advice: '',
	...more,
});

/** With full jitter, a wait is this part of its span, if the test uses `useFixedJitter`. */
const PART = 0.5;

/** Each test of a file has a clock of its own, and no wait is random. */
function useFixedJitter() {
	beforeEach(() => {
		jest.useFakeTimers();
		jest.spyOn(Math, 'random').mockReturnValue(PART);
	});
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}

module.exports = { DONE, NOT_SENT, PART, problem, useFixedJitter };
