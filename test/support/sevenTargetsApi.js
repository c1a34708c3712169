const { JwtRsaVerifier } = require('aws-jwt-verify');
const fastify = require('fastify');
const { answer, answerBy, FAULTS } = require('./faults');
const { leadStore } = require('./leadStore');
const { countTogether } = require('./servers');

const TEXT = { type: 'string', minLength: 1 };

/** The fields of a lead in a request: the API document of 2020, and what 7Targets takes today. */
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
const LEAD = { type: 'object', additionalProperties: false };
const NEW_LEAD = {
	...LEAD,
	required: ['name', 'email'],
	oneOf: [{ required: ['assistantId'] }, { required: ['assistantEmail'] }],
	properties: { ...FIELDS, email: TEXT },
};
const WHICH_LEAD = {
	...LEAD,
	oneOf: [{ required: ['id'] }, { required: ['email'] }],
	properties: { ...FIELDS, id: { type: 'integer' }, email: TEXT },
};

/** What the API does with leads: what a request must hold, and what the store does then. */
const PAGES = /** @type {const} */ ([
	{ method: 'POST', url: '/leads', takes: NEW_LEAD, does: 'create' },
	{ method: 'PUT', url: '/leads', takes: { ...WHICH_LEAD, minProperties: 2 }, does: 'update' },
	{ method: 'PUT', url: '/leads/stop/followup', takes: WHICH_LEAD, does: 'stop' },
]);

const HOUR_MS = 3_600_000;

/**
 * A server that stands in for the 7Targets API, because none is available to run. It keeps what it was sent, and fails by a plan.
 *
 * With `logins`, it speaks both generations, told apart by the token: for an ID token of the Cognito, that of the API document of 2020; for
 * an access token of the token server, that of today's help pages. Without, it takes any token and any fields, and unless it is told how to
 * read the documents, it carries out every request: it takes an address again and again, so that a lead that is created twice is counted and
 * not refused, and an update makes a lead that does not exist.
 *
 * @typedef {import('./faults').Fault} Fault
 * @typedef {{
 *   n: number, at: number, method: string, url: string, headers: import('node:http').IncomingHttpHeaders, body: any, email?: string,
 *   isOfToday?: boolean, done?: boolean, isAnswered?: boolean, endedAt: number, fault?: string,
 * }} Seen a request, its number since the reset, when it came and was answered, and whether it was carried out
 * @typedef {number | string | Fault | undefined} Fate the name of a fault, or the fault itself; undefined if all goes well
 * @typedef {[fate: Fate | ((request: Seen) => Fate | Promise<Fate>), which?: Record<string, any>]} Row of a plan: `which` are the requests
 * that it is for, by what is seen of them or what a lead's field holds, and the `times` that it happens
 *
 * @param {{ logins?: any, port?: number } & import('./leadStore').Reading} options
 */
async function startSevenTargetsApi({ logins, port = 0, ...reading } = {}) {
	const usual =
		logins === undefined ? { secondPost: 'adds', unknownLead: 'makes', ...reading } : reading;
	const verifier = logins && verifierOf(logins);
	let store = leadStore(usual);
	/** @type {Seen[]} */
	const requests = [];
	/** @type {Row[]} */
	let plan = [];
	/** @type {WeakMap<Row, number>} how often each row was met */
	const used = new WeakMap();
	const together = countTogether();
	/** @type {(request: any, reply: any, n: number) => Promise<unknown>} */
	let intercept = async () => undefined;
	/** @type {((request: { method: string, url: string, sent: any }, answer: { status: number, body: any }) => { status: number, body: any }) | undefined} */
	let rewrite;
	/** @type {Array<ReturnType<typeof assistant>>} */
	const assistants = [];

	/** @type {WeakMap<object, any>} */
	const seenBy = new WeakMap();
	/** @returns {Seen} */
	const seenOf = (/** @type {import('fastify').FastifyRequest} */ { raw }) => seenBy.get(raw);

	/** The fault that a request meets; what cuts the connection before the body is read is found before that. */
	async function faultOf(/** @type {Seen} */ seen, isEarly = false) {
		const known = { ...seen.body, ...seen };
		for (const row of plan) {
			const [fate, { times = Infinity, ...which } = {}] = row;
			const isMeant = Object.entries(which).every(([name, wanted]) =>
				typeof wanted === 'function' ? wanted(known[name], known) : wanted === known[name],
			);
			if (!isMeant || (fate === 'early') !== isEarly || (used.get(row) ?? 0) >= times) continue;
			used.set(row, (used.get(row) ?? 0) + 1);
			const found = typeof fate === 'function' ? await fate(seen) : fate;
			if (found === undefined || typeof found === 'object') return found;
			const fault = FAULTS[found] ?? (typeof found === 'number' ? answer(found) : undefined);
			if (fault === undefined && !isEarly) throw new Error(`no such fault: ${found}`);
			return fault ?? {};
		}
	}

	const app = fastify({
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
		schemaErrorFormatter: ([{ instancePath, message, params }]) =>
			new Error(`body${instancePath} ${message} ${JSON.stringify(params)}`),
	});
	// The API takes only JSON, as the document shows, and not the other types that a browser or curl may send.
	if (logins === undefined) {
		app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) =>
			done(null, text),
		);
	}
	app.addHook('onRequest', async ({ method, url, headers, raw }, reply) => {
		/** @type {Seen} */
		const seen = {
			n: requests.length + 1,
			at: Date.now(),
			method,
			url,
			headers,
			body: undefined,
			endedAt: Infinity,
		};
		requests.push(seen);
		seenBy.set(raw, seen);
		together.add(reply);
		reply.raw.on('close', () => {
			seen.isAnswered = reply.raw.writableFinished;
			seen.endedAt = Date.now();
		});
		if ((await faultOf(seen, true)) === undefined) return;
		raw.socket.destroy();
		return reply.hijack();
	});
	app.addHook('preValidation', async (request, reply) => {
		const seen = seenOf(request);
		seen.body = request.body ?? undefined;
		seen.email = seen.body?.email;
		const fault = await faultOf(seen);
		if (fault === undefined) return;
		const page = PAGES.find(({ method, url }) => method === seen.method && url === seen.url);
		const carryOut = async () => {
			const { status, body } = page ? carriedOut(page.does, seen) : { status: 404, body: {} };
			const headers = { 'content-type': 'application/json' };
			return { status, headers, text: JSON.stringify(body) };
		};
		await answerBy(fault, { response: reply.hijack().raw, carryOut });
	});
	app.addHook('preHandler', async (request, reply) => {
		await intercept(request, reply, seenOf(request).n);
		if (reply.sent) return reply;
		if (verifier === undefined) return;
		const { headers } = request;
		const [, token] =
			/^Bearer (.+)$/.exec(String(headers.authorization ?? headers.authentication ?? '')) ?? [];
		let use;
		try {
			use = verifier.verifySync(token ?? '').token_use;
		} catch {
			return reply.code(401).send({ message: 'Unauthorized' });
		}
		seenOf(request).isOfToday = use === 'access';
		const { userIdentifier } = logins.tokenServer.client;
		if (use === 'access' && headers['7ts-user-identifier'] !== userIdentifier) {
			return reply.code(403).send({ message: 'User is not authorized' });
		}
	});

	app.addHook('onSend', (request, reply, payload, done) => {
		if (rewrite === undefined) return done(null, payload);
		const { method, url, body: sent } = request;
		const usual = { status: reply.statusCode, body: JSON.parse(String(payload)) };
		const { status, body } = rewrite({ method, url, sent }, usual);
		reply.code(status);
		done(null, JSON.stringify(body));
	});

	/** Does what a page does. @returns its answer */
	function carriedOut(/** @type {typeof PAGES[number]['does']} */ does, /** @type {Seen} */ seen) {
		const reply = verifier === undefined ? store[does](seen.body) : byDocument(does, seen);
		seen.done = reply.status < 300;
		return reply;
	}

	/** The same for a request whose generation is known, with the fields that the answers of that one have. */
	function byDocument(
		/** @type {typeof PAGES[number]['does']} */ does,
		/** @type {Seen} */ { body: sent, isOfToday },
	) {
		if (does === 'update') {
			return store.update(sent, (lead) =>
				Object.fromEntries(Object.keys(lead).map((field) => [field, sent[field] ?? lead[field]])),
			);
		}
		if (does !== 'create') return store[does](sent);
		const missing = (isOfToday ? ['assistantEmail'] : ['type', 'source']).find(
			(field) => !(field in sent),
		);
		if (missing !== undefined) return { status: 400, body: { message: `${missing} is mandatory` } };
		const writer = assistants.find(
			({ id, emailid }) => id === sent.assistantId || emailid === sent.assistantEmail,
		);
		if (writer === undefined) return { status: 400, body: { message: 'Assistant not found' } };
		return store.create(sent, () => ({
			name: sent.name,
			lastName: sent.lastName,
			type: sent.type ?? 'SALES',
			email: sent.email,
			phone: sent.phone,
			scheduleId: sent.scheduleId ?? writer.defaultScheduleId,
			assistantId: writer.id,
			nextScheduleTime: new Date(Date.now() + HOUR_MS).toISOString(),
			state: 'Cold',
			...(isOfToday ? { subState: 'Followup', followup: 1 } : { subState: 'Followup_1' }),
			customFields: sent.customFields,
		}));
	}

	for (const { method, url, takes, does } of PAGES) {
		const schema = verifier === undefined ? {} : { body: takes };
		app.route({
			...{ method, url, schema },
			handler: async (request, reply) => {
				const { status, body } = carriedOut(does, seenOf(request));
				return reply.code(status).send(body);
			},
		});
	}

	app.get('/leads/assistant', async (request) => {
		/** @type {Record<string, any>} */
		const query = Object(request.query);
		const { searchString = '', page = '0', size = '10', sort = '' } = query;
		const wanted = searchString.toLowerCase();
		const found = assistants.filter(({ name, emailid }) =>
			`${name} ${emailid}`.toLowerCase().includes(wanted),
		);
		// The list is in the order of `desc`.
		if (sort.endsWith(',asc')) found.reverse();
		return found.slice(page * size, page * size + Number(size));
	});

	const haveAssistants = (/** @type {number} */ count) => {
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
		/** How often a request for each address was carried out. */
		carriedOut: () => {
			/** @type {Map<string, number>} */
			const times = new Map();
			for (const { email = '', done } of requests) {
				if (done) times.set(email, (times.get(email) ?? 0) + 1);
			}
			return times;
		},
		/** The most requests that were under way at the same time since the reset. */
		mostTogether: () => together.most,
		/** From now on, the account has no leads, and the API behaves as the reading says. @returns the store of the leads */
		readAs: (/** @type {import('./leadStore').Reading} */ other) => (store = leadStore(other)),
		assistants,
		/** From now on, the account has that many assistants: 11 is Rachel, 12 is Monica, those from 21 on are Phoebe. */
		haveAssistants,
		/** From now on, requests meet the first row that is for them, and no other row; without one, all goes well. */
		plan: (/** @type {Row[]} */ ...rows) => void (plan = rows),
		/** `script(request, reply, n)` may answer the n-th request in place of the API. */
		script: (/** @type {typeof intercept} */ script) => void (intercept = script),
		/** `change({ method, url, sent }, { status, body })` returns the answer that goes out in place of the API's. */
		rewrite: (/** @type {typeof rewrite} */ change) => void (rewrite = change),
		reset: () => {
			store = leadStore(usual);
			requests.length = 0;
			together.most = 0;
			haveAssistants(12);
			plan = [];
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
function verifierOf({ cognito, tokenServer }) {
	const isFor =
		(/** @type {string} */ use) =>
		({ payload }) => {
			if (payload.token_use !== use) throw new Error(`not for ${use}`);
		};
	/** @type {any} */
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
	return verifier;
}

const assistant = (
	/** @type {number} */ id,
	/** @type {string} */ name,
	/** @type {string} */ emailid,
) => ({
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
});

module.exports = { startSevenTargetsApi };
