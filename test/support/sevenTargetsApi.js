const { JwtRsaVerifier } = require('aws-jwt-verify');
const fastify = require('fastify');

// The fields of a lead in a request: the API document of 2020, and what 7Targets takes today.
const LEAD_BODY = {
	type: 'object',
	additionalProperties: false,
	required: ['name', 'type', 'source', 'email'],
	anyOf: [{ required: ['assistantId'] }, { required: ['assistantEmail'] }],
	properties: {
		name: { type: 'string', minLength: 1 },
		lastName: { type: 'string' },
		type: { type: 'string', minLength: 1 },
		source: { type: 'string', minLength: 1 },
		context: { type: 'string' },
		additionalInformationLine: { type: 'string' },
		email: { type: 'string', minLength: 1 },
		phone: { type: 'string' },
		scheduleId: { type: 'integer' },
		assistantId: { type: 'integer' },
		assistantEmail: { type: 'string' },
	},
};

const HOUR_MS = 3_600_000;

/**
 * A server that stands in for the 7Targets API, of which none can be had to run. It follows the API document of
 * 2020 (create a lead) and today's help pages (list assistants), takes only ID tokens that the given Cognito signed,
 * and keeps what it was sent.
 */
async function startSevenTargetsApi({ cognito, port = 0, oncePerAddress = true }) {
	const verifier = JwtRsaVerifier.create({
		issuer: cognito.issuer,
		audience: cognito.login.clientId,
		jwksUri: 'https://unused.example/jwks.json',
		customJwtCheck: ({ payload }) => {
			if (payload.token_use !== 'id') throw new Error('not an ID token');
		},
	});
	verifier.cacheJwks({ keys: cognito.keys });

	const leads = [];
	const requests = [];
	let intercept = async () => {};
	const assistants = [
		assistant(11, 'Rachel', 'rachel@example.com'),
		assistant(12, 'Monica', 'monica@example.com'),
		...Array.from({ length: 10 }, (_, n) =>
			assistant(21 + n, `Phoebe ${n + 1}`, `phoebe${n + 1}@example.com`),
		),
	];

	const app = fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } });
	// What a browser or curl sends as another type is none of the API's: as the document shows, it takes JSON.
	app.addHook('preHandler', async (request, reply) => {
		const { method, url, headers, body } = request;
		requests.push({ method, url, headers, body });
		await intercept(request, reply, requests.length);
		if (reply.sent) return reply;
		const [, token] =
			/^Bearer (.+)$/.exec(headers.authorization ?? headers.authentication ?? '') ?? [];
		try {
			verifier.verifySync(token ?? '');
		} catch {
			return reply.code(401).send({ message: 'Unauthorized' });
		}
	});

	app.post('/leads', { schema: { body: LEAD_BODY } }, async ({ body }, reply) => {
		const writer = assistants.find(
			({ id, emailid }) => id === body.assistantId || emailid === body.assistantEmail,
		);
		if (writer === undefined) return reply.code(400).send({ message: 'Assistant not found' });
		if (oncePerAddress && leads.some(({ email }) => email === body.email)) {
			return reply.code(400).send({ message: `Lead with email ${body.email} already exists` });
		}
		const lead = {
			id: 2345 + leads.length,
			name: body.name,
			lastName: body.lastName,
			type: body.type,
			email: body.email,
			phone: body.phone,
			scheduleId: body.scheduleId ?? writer.defaultScheduleId,
			assistantId: writer.id,
			nextScheduleTime: new Date(Date.now() + HOUR_MS).toISOString(),
			state: 'Cold',
			subState: 'Followup_1',
		};
		leads.push(lead);
		return reply.code(201).send(lead);
	});

	app.get('/leads/assistant', async ({ query }) => {
		const { searchString = '', page = '0', size = '10' } = query;
		const wanted = searchString.toLowerCase();
		const found = assistants.filter(({ name, emailid }) =>
			`${name} ${emailid}`.toLowerCase().includes(wanted),
		);
		return found.slice(page * size, page * size + Number(size));
	});

	await app.listen({ host: '127.0.0.1', port });
	const { port: taken } = app.server.address();
	return {
		url: `http://127.0.0.1:${taken}`,
		/** The leads that exist, as the API gives them out, and the requests so far. */
		leads,
		requests,
		assistants,
		/** `script(request, reply, n)` may answer the n-th request in place of the API. */
		script: (script) => (intercept = script),
		reset: () => {
			leads.length = 0;
			requests.length = 0;
			intercept = async () => {};
		},
		stop: async () => {
			app.server.closeAllConnections();
			await app.close();
		},
	};
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
