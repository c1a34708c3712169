const { JwtRsaVerifier } = require('aws-jwt-verify');
const fastify = require('fastify');
const { leadStore } = require('./leadStore');

const TEXT = { type: 'string', minLength: 1 };

// The fields of a lead in a request: the API document of 2020, and what 7Targets takes today.
const FIELDS = {
	name: TEXT,
	lastName: TEXT,
	type: TEXT,
	source: TEXT,
	context: TEXT,
	additionalInformationLine: TEXT,
	phone: TEXT,
	scheduleId: { type: 'integer' },
	scheduleName: TEXT,
	assistantId: { type: 'integer' },
	assistantEmail: TEXT,
	company: TEXT,
	designation: TEXT,
	industry: TEXT,
	location: TEXT,
	crm: TEXT,
	externalId: TEXT,
	customFields: {
		type: 'array',
		items: {
			type: 'object',
			additionalProperties: false,
			required: ['name', 'value'],
			properties: { name: TEXT, value: TEXT },
		},
	},
};
const NEW_LEAD = {
	type: 'object',
	additionalProperties: false,
	required: ['name', 'email'],
	oneOf: [{ required: ['assistantId'] }, { required: ['assistantEmail'] }],
	properties: { ...FIELDS, email: TEXT },
};
const WHICH_LEAD = {
	type: 'object',
	additionalProperties: false,
	oneOf: [{ required: ['id'] }, { required: ['email'] }],
	properties: { ...FIELDS, id: { type: 'integer' }, email: TEXT },
};
const CHANGED_LEAD = { ...WHICH_LEAD, minProperties: 2 };

const HOUR_MS = 3_600_000;

/**
 * A server that stands in for the 7Targets API, because none is available to run. It speaks both generations, told apart by
 * the token: for an ID token of the given Cognito, that of the API document of 2020; for an access token of the given token
 * server, that of today's help pages. It keeps what it was sent.
 *
 * @typedef {{ status: number, body: any }} Answer
 */
async function startSevenTargetsApi({ cognito, tokenServer, port = 0, ...reading }) {
	const verifier = verifierOf(cognito, tokenServer);
	let store = leadStore(reading);
	const requests = [];
	/** @type {(request: import('fastify').FastifyRequest, reply: import('fastify').FastifyReply, n: number) => Promise<unknown>} */
	let intercept = async () => undefined;
	/** @type {((request: { method: string, url: string, sent: any }, answer: Answer) => Answer) | undefined} */
	let rewrite;
	const assistants = [];

	const app = fastify({
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
		schemaErrorFormatter: ([{ instancePath, message, params }]) =>
			new Error(`body${instancePath} ${message} ${JSON.stringify(params)}`),
	});
	app.decorateRequest('isOfToday', false);
	// The API takes only JSON, as the document shows, and not the other types that a browser or curl may send.
	app.addHook('preHandler', async (request, reply) => {
		const { method, url, headers, body } = request;
		requests.push({ method, url, headers, body });
		await intercept(request, reply, requests.length);
		if (reply.sent) return reply;
		const [, token] =
			/^Bearer (.+)$/.exec(String(headers.authorization ?? headers.authentication ?? '')) ?? [];
		let isOfToday;
		try {
			isOfToday = verifier.verifySync(token ?? '').token_use === 'access';
		} catch {
			return reply.code(401).send({ message: 'Unauthorized' });
		}
		Object.assign(request, { isOfToday });
		const { userIdentifier } = tokenServer.client;
		if (isOfToday && headers['7ts-user-identifier'] !== userIdentifier) {
			return reply.code(403).send({ message: 'User is not authorized' });
		}
	});

	app.addHook('onSend', (request, reply, payload, done) => {
		if (rewrite === undefined) return done(null, payload);
		const { method, url, body: sent } = request;
		const answer = { status: reply.statusCode, body: JSON.parse(String(payload)) };
		const { status, body } = rewrite({ method, url, sent }, answer);
		reply.code(status);
		done(null, JSON.stringify(body));
	});

	const refuse = (reply, message) => reply.code(400).send({ message });
	const taking = (body) => ({ schema: { body } });
	const give = (reply, { status, body }) => reply.code(status).send(body);

	app.post('/leads', taking(NEW_LEAD), async (/** @type {any} */ { body, isOfToday }, reply) => {
		const missing = isOfToday ? ['assistantEmail'] : ['type', 'source'];
		for (const field of missing) {
			if (!(field in body)) return refuse(reply, `${field} is mandatory`);
		}
		const writer = assistants.find(
			({ id, emailid }) => id === body.assistantId || emailid === body.assistantEmail,
		);
		if (writer === undefined) return refuse(reply, 'Assistant not found');
		const toLead = () => ({
			name: body.name,
			lastName: body.lastName,
			type: body.type ?? 'SALES',
			email: body.email,
			phone: body.phone,
			scheduleId: body.scheduleId ?? writer.defaultScheduleId,
			assistantId: writer.id,
			nextScheduleTime: new Date(Date.now() + HOUR_MS).toISOString(),
			state: 'Cold',
			...(isOfToday ? { subState: 'Followup', followup: 1 } : { subState: 'Followup_1' }),
			customFields: body.customFields,
		});
		return give(reply, store.create(body, toLead));
	});

	app.put('/leads', taking(CHANGED_LEAD), async (/** @type {any} */ { body }, reply) => {
		const changesOf = (lead) =>
			Object.fromEntries(Object.keys(lead).map((field) => [field, body[field] ?? lead[field]]));
		return give(reply, store.update(body, changesOf));
	});

	app.put(
		'/leads/stop/followup',
		taking(WHICH_LEAD),
		async (/** @type {any} */ { body }, reply) => {
			return give(reply, store.stop(body));
		},
	);

	app.get('/leads/assistant', async (/** @type {any} */ { query }) => {
		const { searchString = '', page = '0', size = '10', sort = '' } = query;
		const wanted = searchString.toLowerCase();
		const found = assistants.filter(({ name, emailid }) =>
			`${name} ${emailid}`.toLowerCase().includes(wanted),
		);
		// The list is in the order of `desc`.
		if (sort.endsWith(',asc')) found.reverse();
		return found.slice(page * size, page * size + Number(size));
	});

	const haveAssistants = (count) => {
		const all = [
			assistant(11, 'Rachel', 'rachel@example.com'),
			assistant(12, 'Monica', 'monica@example.com'),
			...Array.from({ length: Math.max(0, count - 2) }, (_, n) =>
				assistant(21 + n, `Phoebe ${n + 1}`, `phoebe${n + 1}@example.com`),
			),
		];
		assistants.splice(0, assistants.length, ...all.slice(0, count));
	};
	haveAssistants(12);

	return {
		url: await app.listen({ host: '127.0.0.1', port }),
		/** The leads that exist, as the API gives them out, how often each address was started, and the requests so far. */
		get leads() {
			return store.leads;
		},
		get starts() {
			return store.starts;
		},
		requests,
		/** From now on, the account has no leads, and the API behaves as the reading says. */
		readAs: (other) => void (store = leadStore(other)),
		assistants,
		/** From now on, the account has that many assistants: 11 is Rachel, 12 is Monica, those from 21 on are Phoebe. */
		haveAssistants,
		/** `script(request, reply, n)` may answer the n-th request in place of the API. */
		script: (script) => (intercept = script),
		/** `change({ method, url, sent }, { status, body })` returns the answer that goes out in place of the API's. */
		rewrite: (change) => (rewrite = change),
		reset: () => {
			store = leadStore(reading);
			requests.length = 0;
			haveAssistants(12);
			intercept = async () => {};
			rewrite = undefined;
		},
		stop: async () => {
			app.server.closeAllConnections();
			await app.close();
		},
	};
}

/**
 * A verifier that accepts the tokens of both servers.
 *
 * @returns {{ verifySync: (token: string) => import('aws-jwt-verify/jwt-model').JwtPayload }}
 */
function verifierOf(cognito, tokenServer) {
	const isFor =
		(use) =>
		({ payload }) => {
			if (payload.token_use !== use) throw new Error(`not for ${use}`);
		};
	const verifier = JwtRsaVerifier.create([
		{
			issuer: cognito.issuer,
			audience: cognito.login.clientId,
			jwksUri: `${cognito.issuer}/unused`,
			customJwtCheck: isFor('id'),
		},
		{
			issuer: tokenServer.issuer,
			audience: null,
			scope: 'leads/post',
			jwksUri: `${tokenServer.issuer}/unused`,
			customJwtCheck: isFor('access'),
		},
	]);
	verifier.cacheJwks({ keys: cognito.keys }, cognito.issuer);
	verifier.cacheJwks({ keys: tokenServer.keys }, tokenServer.issuer);
	return /** @type {any} */ (verifier);
}

function assistant(id, name, emailid) {
	return {
		id,
		name,
		organisationId: 7,
		completeSignature: `<p>${name}<br>Sales</p>`,
		emailid,
		description: `${name} writes to leads`,
		role: 'Sales Assistant',
		defaultScheduleId: 50,
		defaultScheduleIdForEmailCC: 51,
		perDayEmailLimit: 200,
	};
}

module.exports = { startSevenTargetsApi };
