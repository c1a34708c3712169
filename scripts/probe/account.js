const { startEngine } = require('../../test/support/engine');
const { built, Interrupted } = require('./facts');

const { apiBaseOf } = built('credentials/login/method.js');
const { loginMethodOf } = built('nodes/SevenTargets/authentication.js');
const { Deadline } = built('nodes/SevenTargets/transport/deadline.js');
const { exchange } = built('nodes/SevenTargets/transport/exchange.js');
const { outcomeOf } = built('nodes/SevenTargets/transport/outcome.js');
const { Redaction } = built('shared/redaction.js');

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
	const id = authentication === 'password' ? '1' : 'client';
	const [, { credentialType, secretsIn, tokenField }] = loginMethodOf(authentication);
	let isFinishing = false;
	const mayGoOn = () => {
		if (signal.aborted && !isFinishing) throw new Interrupted();
	};
	const told = (request, fact) => {
		const { status, ok, said = '' } = fact;
		say(`  ${request}: ${ok ? 'done' : status === undefined ? said : `status ${status}`}`);
		return fact;
	};

	/** Sends one request with the package's own transport; `change` may change it after it was signed. */
	async function send({ method, path, qs, body, list }, change) {
		mayGoOn();
		const context = engine.contextOf({ authentication }, change);
		const data = await context.getCredentials(credentialType);
		const redaction = new Redaction(secretsIn(data), String(data[tokenField]));
		const baseURL = apiBaseOf(data);
		const request = { method, baseURL, url: path, qs, body };
		const deadline = new Deadline(TIMEOUT_MS, () => {});
		const reply = await exchange(context, credentialType, data, request, deadline, new Set());
		const judge = (answer) => outcomeOf(answer, redaction, baseURL, list ? 'list' : 'object');
		return told(`${method} ${path}`, factOf(reply, redaction, judge));
	}

	/** Runs the node itself with one item. */
	async function run(name, parameters, options = {}) {
		mayGoOn();
		const { items, error } = await engine.run({
			items: [{}],
			credential: id,
			parameters: { authentication, ...parameters, options },
		});
		const fact = error ? factOfError(error) : { status: 200, ok: true, body: items[0]?.json };
		return name === '' ? fact : told(name, fact);
	}

	return {
		authentication,
		/** The fields of the credential's form. */
		fields: engine.fieldsOf(authentication),
		enter: (credentials) => void (stored[id] = credentials),
		get token() {
			return stored[id][tokenField];
		},
		/** The result of the login: until when the node uses its token, and, if that is a JWT, its lifetime and the claims with the user's name. */
		login: () => {
			const { username, loginMark, [tokenField]: token } = stored[id];
			const claims = claimsIn(token);
			const isUser = (value) => String(value).toLowerCase() === username?.trim().toLowerCase();
			return {
				end: Number(loginMark.split('.')[0]),
				lifetime: claims && claims.exp - claims.iat,
				namesOfUser: claims && Object.keys(claims).filter((name) => isUser(claims[name])),
			};
		},
		/** From now on, requests go out even if the probe was told to end. */
		finish: () => void (isFinishing = true),
		send,
		run,
		/** The body that the node would send for a new lead. */
		bodyOf: async (form) =>
			(await run('', { operation: 'create', ...form, dryRun: true })).body.lead,
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

function factOf(reply, redaction, judge) {
	if (!('status' in reply) && reply.kind !== 'silence')
		return { ok: false, said: redaction.text(reply.why ?? reply.message) };
	const { status, body } = reply;
	const judged = judge(reply);
	if (judged.kind === 'done') return { status, ok: true, body: judged.body };
	if (reply.kind !== 'answer') return { ok: false, said: judged.reason };
	// What the node says about the same answer without a body.
	const { reason } = judge({ ...reply, body: undefined });
	const hasSentence = judged.reason !== reason;
	const names = Object.keys(Object(typeof body === 'string' ? {} : body));
	const keys = names.filter((name) => /^\w+$/.test(name));
	return { status, ok: false, said: judged.reason, hasSentence, keys };
}

module.exports = { openAccount };
