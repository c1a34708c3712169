const { createReadStream } = require('node:fs');
const { readdir } = require('node:fs/promises');
const { join } = require('node:path');

/** Each part of a token is such a run, and so may be other things. */
const RUN = /[\w-]{40,}/g;

/** A secret in each form in which it may be written down. */
const formsOf = (secret) => [
	...new Set([
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		Buffer.from(secret).toString('base64').replace(/=+$/, ''),
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
		formsOf(secret).map((form) => ({ name, form })),
	);
	const parts = new Map(
		tokens.flatMap((token, n) =>
			token
				.split('.')
				.slice(1)
				.map((part) => [part, `token ${n + 1}`]),
		),
	);
	const longest = Math.max(
		...needles.map(({ form }) => form.length),
		...[...parts.keys()].map((part) => part.length),
	);
	const lines = [];
	for (const [place, pieces] of Object.entries(places)) {
		const found = new Set();
		let before = '';
		for await (const piece of pieces) {
			const text = before + Buffer.from(piece).toString('latin1');
			for (const { name, form } of needles) if (text.includes(form)) found.add(name);
			for (const [run] of text.matchAll(RUN)) if (parts.has(run)) found.add(parts.get(run));
			before = text.slice(-longest);
		}
		lines.push(...[...found].map((name) => `${name} in ${place}`));
	}
	return lines;
}

async function* piecesOf(path) {
	yield* createReadStream(path, { highWaterMark: 1 << 20 });
}

/** The files below a folder, but for those of packages, as pieces by their path. */
async function filesIn(folder) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), piecesOf(path)]));
}

module.exports = { filesIn, findSecrets };
