const { join } = require('node:path');

/** A module of the built package. */
const built = (path) => require(join(__dirname, '../../dist', path));

const { TOO_MANY } = built('nodes/SevenTargets/transport/outcome.js');

/** Whether a fact is an answer that tells of the request, and not of a bad moment. */
const told = (fact) => fact?.status !== undefined && fact.status < 500 && fact.status !== TOO_MANY;

/** Whether 7Targets has said that it did not carry out a request. */
const isRefused = (fact) => told(fact) && !fact.ok && fact.status >= 400;

module.exports = { built, isRefused, told };
