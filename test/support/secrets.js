const { createReadStream } = require('node:fs');
const { readdir } = require('node:fs/promises');
const { join } = require('node:path');

/** A part of a token is known by so many characters at its beginning. */
const HEAD = 40;
/** A part of a token is in such a run of characters, perhaps behind others: a color of the log ends with a letter. */
const RUN = new RegExp(`[\\w-]{${HEAD},}`, 'g');

/** As HTML writes them, in an order in which none is written twice. */
const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The part of a longer text's base64 that depends on the secret alone, if `at` bytes (modulo three) stand before it. */
function withinOf(secret, at, encoding) {
	const length = at + Buffer.byteLength(secret);
	return Buffer.from(' '.repeat(at) + secret)
		.toString(encoding)
		.slice(Math.ceil((at * 8) / 6), Math.floor((length * 8) / 6));
}

const inHtml = (secret) =>
	Object.entries(SIGNS).reduce((text, [sign, name]) => text.replaceAll(sign, name), secret);

/** A secret in each form in which it may have been written. */
const formsOf = (secret) => [
	...new Set([
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		inHtml(secret),
		...['base64', 'base64url'].flatMap((encoding) =>
			[0, 1, 2].map((at) => withinOf(secret, at, encoding)),
		),
	]),
];

/**
 * Looks for secrets in texts.
 *
 * @param secrets what somebody typed, by what it is called
 * @param tokens as JWTs; of each, what it says and its signature are looked for
 * @param places by what they are called, each the pieces of a text
 * @returns a line for each that was found, without the secret
 */
async function findSecrets(secrets, tokens, places) {
	const needles = Object.entries(secrets).flatMap(([name, secret]) =>
		// As the bytes of what is searched.
		formsOf(secret).map((form) => ({ name, form: Buffer.from(form).toString('latin1') })),
	);
	// Of a token that was cut off, its header, which names the key, is left.
	for (const header of new Set(tokens.map((token) => token.split('.')[0]))) {
		needles.push({ name: 'the header of a token', form: header });
	}
	const parts = new Map(
		tokens.flatMap((token, n) =>
			token
				.split('.')
				.slice(1)
				.map((part) => [part.slice(0, HEAD), `token ${n + 1}`]),
		),
	);
	const longest = Math.max(...needles.map(({ form }) => form.length), HEAD);
	const lines = [];
	for (const [place, pieces] of Object.entries(places)) {
		const found = new Set();
		let before = '';
		for await (const piece of pieces) {
			const text = before + Buffer.from(piece).toString('latin1');
			for (const { name, form } of needles) if (text.includes(form)) found.add(name);
			for (const [run] of text.matchAll(RUN)) {
				for (let at = 0; at <= run.length - HEAD; at++) {
					const name = parts.get(run.slice(at, at + HEAD));
					if (name !== undefined) found.add(name);
				}
			}
			before = text.slice(-longest);
		}
		lines.push(...[...found].map((name) => `${name} in ${place}`));
	}
	return lines;
}

async function* piecesOf(path) {
	yield* createReadStream(path, { highWaterMark: 1 << 20 });
}

/** The files below a folder, except those of packages: their content in pieces, by path. */
async function filesIn(folder) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), piecesOf(path)]));
}

module.exports = { filesIn, findSecrets };
