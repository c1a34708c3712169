const { uniformFloat64 } = require('pure-rand/distribution/uniformFloat64');
const { xoroshiro128plus } = require('pure-rand/generator/xoroshiro128plus');

/** Random numbers from 0 to 1, evenly, the same for the same seed. It skips the first ones: those of a small seed are not even. */
function randomFrom(seed) {
	const generator = xoroshiro128plus(seed);
	for (let n = 0; n < 20; n++) uniformFloat64(generator);
	return () => uniformFloat64(generator);
}

module.exports = { randomFrom };
