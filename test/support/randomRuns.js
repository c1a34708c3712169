const { READINGS } = require('./leadStore');

/** How often each law is tried: LAWS=10000 tries it that often for each operation and each of the readings below. */
const DRAWS = Number(process.env.LAWS ?? 1000);

/** The smallest list of readings in which every way to read each thing that the documents leave open occurs. */
const EACH = READINGS.unknownLead.map((unknownLead, n) => ({
	secondPost: READINGS.secondPost[(n + 1) % READINGS.secondPost.length],
	unknownLead,
	putDemands: READINGS.putDemands[n % READINGS.putDemands.length],
}));

/** The readings to go through; `undefined` draws one for each try. */
const READINGS_DRAWN = process.env.LAWS ? EACH : [undefined];

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

module.exports = { DRAWS, READINGS_DRAWN, SEED };
