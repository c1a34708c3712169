const { READINGS } = require('./leadStore');

/** How often each law is tried: LAWS=10000 tries it so often for each operation and each of these readings of the documents. */
const DRAWS = Number(process.env.LAWS ?? 1000);

/** Every way to read each of the things that the documents leave open, in as few readings as show them all. */
const EACH = READINGS.unknownLead.map((unknownLead, n) => ({
	secondPost: READINGS.secondPost[(n + 1) % READINGS.secondPost.length],
	unknownLead,
	putDemands: READINGS.putDemands[n % READINGS.putDemands.length],
}));

/** The readings to go through; `undefined` is any of them, drawn anew each time. */
const READINGS_DRAWN = process.env.LAWS ? EACH : [undefined];

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

module.exports = { DRAWS, READINGS_DRAWN, SEED };
