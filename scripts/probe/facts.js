const { join } = require('node:path');

/** A module of the built package. */
const built = (path) => require(join(__dirname, '../../dist', path));

const { TOO_MANY_REQUESTS } = built('nodes/SevenTargets/transport/outcome.js');

/** The person who runs the probe ends it. */
class Interrupted extends Error {}

/** Whether a fact is an answer, and not the result of a server that is busy or failing. */
const isAnswer = (fact) =>
	fact?.status !== undefined && fact.status < 500 && fact.status !== TOO_MANY_REQUESTS;

/** Whether a fact is a success that does not hold what was asked for: it proves nothing else. */
const isOfOtherShape = (fact) => isAnswer(fact) && fact.status < 300 && !fact.ok;

/** Whether a fact shows if the request was accepted. */
const told = (fact) => isAnswer(fact) && !isOfOtherShape(fact);

/** Whether 7Targets said that it did not carry out a request. */
const isRefused = (fact) => told(fact) && !fact.ok && fact.status >= 400;

module.exports = { built, Interrupted, isAnswer, isOfOtherShape, isRefused, told };
