const { startEngine } = require('../../test/support/engine');
const { built } = require('./facts');
const { Interrupted } = require('./interrupted');

const { apiBaseOf } = built('credentials/login/method.js');
const { loginMethodOf } = built('nodes/SevenTargets/authentication.js');
const { Deadline } = built('nodes/SevenTargets/transport/deadline.js');
const { exchange } = built('nodes/SevenTargets/transport/exchange.js');
const { outcomeOf } = built('nodes/SevenTargets/transport/outcome.js');
const { Redaction } = built('shared/redaction.js');

const IDS = { password: '1', oAuth2: 'client' };
const TIMEOUT_MS = 30_000;

/**
 * An account of 7Targets, as the built node in n8n's engine reaches it. What the user entered is kept only in memory.
 *
 * The result of each request is a fact: `{ status, ok, said, body }`. Without a `status`, no answer came; `ok` means that the answer holds
 * what was asked for; otherwise, `said` is the reason in the words of the node.
 *
 * @param say called with one line for each request
 * @param signal ends the probe: then no further request is sent
 */
async function openAccount(authentication, { say, signal }) {
	const stored = {};
	const engine = await startEngine(stored);
	const id = IDS[authentication];
	const [, method] = loginMethodOf(authentication);
	let isFinishing = false;
	const mayGoOn = () => {
		if (signal.aborted && !isFinishing) throw new Interrupted();
	};
	const shown = (
		/** @type {{ status?: number, ok: boolean, said?: string }} */ { status, ok, said = '' },
	) => (ok ? 'done' : status === undefined ? said : `status ${status}`);

	/** Sends one request with the package's own transport; `change` may change it after it was signed. */
	async function send({ method: verb, path, qs, body, list }, change) {
		mayGoOn();
		const context = engine.contextOf({ authentication }, change);
		const data = await context.getCredentials(method.credentialType);
		const redaction = new Redaction(method.secretsIn(data), String(data[method.tokenField]));
		const baseURL = apiBaseOf(data);
		const request = { method: verb, baseURL, url: path, qs, body };
		const deadline = new Deadline(TIMEOUT_MS, () => {});
		const type = method.credentialType;
		const reply = await exchange(context, type, data, request, deadline, new Set());
		const fact = factOf(reply, redaction, baseURL, list ? 'list' : 'object');
		say(`  ${verb} ${path}: ${shown(fact)}`);
		return fact;
	}

	/** Runs the node itself with one item. @returns a fact, whose `items` are the output */
	async function run(name, parameters, options = {}) {
		mayGoOn();
		const { items, error } = await engine.run({
			items: [{}],
			credential: id,
			parameters: { authentication, ...parameters, options },
		});
		const fact =
			error === undefined
				? { status: 200, ok: true, body: items[0]?.json, items: items.map(({ json }) => json) }
				: factOfError(error);
		if (!options.dryRun) say(`  ${name}: ${shown(fact)}`);
		return fact;
	}

	return {
		authentication,
		/** The fields of the credential's form. */
		fields: engine.fieldsOf(authentication),
		enter: (credentials) => void (stored[id] = credentials),
		get token() {
			return stored[id][method.tokenField];
		},
		/** The result of the login: until when the node uses its token, and, if that is a JWT, its lifetime and the claims with the user's name. */
		login: () => {
			const { username, loginMark } = stored[id];
			const claims = claimsIn(stored[id][method.tokenField]);
			const isUser = ([, value]) => String(value).toLowerCase() === username?.trim().toLowerCase();
			return {
				end: Number(loginMark.split('.')[0]),
				lifetime: claims && claims.exp - claims.iat,
				namesOfUser:
					claims &&
					Object.entries(claims)
						.filter(isUser)
						.map(([name]) => name),
			};
		},
		/** From now on, requests go out even if the probe was told to end. */
		finish: () => void (isFinishing = true),
		send,
		run,
		/** The body that the node would send for a new lead. */
		bodyOf: async (parameters) =>
			(await run('', { operation: 'create', ...parameters }, { dryRun: true })).body.lead,
	};
}

function claimsIn(token) {
	try {
		return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
	} catch {
		return undefined;
	}
}

const factOfError = ({ message, description, httpCode }) => ({
	status: Number(httpCode) || undefined,
	ok: false,
	said: message.replace(/ \[item 0\]/, ''),
	advice: description ?? '',
});

function factOf(reply, redaction, baseURL, wanted) {
	if (!('status' in reply) && reply.kind !== 'silence')
		return { ok: false, said: redaction.text(reply.why ?? reply.message) };
	const judged = outcomeOf(reply, redaction, baseURL, wanted);
	if (judged.kind === 'done') return { status: reply.status, ok: true, body: judged.body };
	const { reason } = judged;
	if (reply.kind !== 'answer') return { ok: false, said: reason };
	const { status, body } = reply;
	// What the node says about the same answer without a body.
	const without = outcomeOf({ ...reply, body: undefined }, redaction, baseURL, wanted).reason;
	return { status, ok: false, said: reason, hasSentence: reason !== without, keys: keysOf(body) };
}

const keysOf = (body) =>
	typeof body === 'object' && body !== null
		? Object.keys(body).filter((key) => /^\w+$/.test(key))
		: [];

module.exports = { openAccount };
