// For each assumption that the probe tries (scripts/probe/assumptions.js, by its key): a change that makes the new stand-ins behave
// otherwise.

const { sleep } = require('n8n-workflow');

const refuse = (reply, message, status = 400) => reply.code(status).send({ message });
const isOAuth2 = ({ headers }) => '7ts-user-identifier' in headers;

/** Refuses the requests for which `isMeant` returns true. */
const refusing =
	(isMeant, message, status) =>
	({ api }) =>
		api.script(async (request, reply) => {
			if (isMeant(request)) return await refuse(reply, message, status);
		});

const is = (method, url) => (request) => request.method === method && request.url.startsWith(url);
const isPut = (request) => request.method === 'PUT' && request.url === '/leads';

/** Changes the body of the successes for which `isMeant` returns true. */
const answering =
	(isMeant, change) =>
	({ api }) =>
		api.rewrite((request, { status, body }) => ({
			status,
			body: status < 300 && isMeant(request) ? change(body, request) : body,
		}));

const aboutLead = ({ url }) => !url.startsWith('/leads/assistant');
const aboutAssistants = ({ url }) => url.startsWith('/leads/assistant');

/**
 * `change(world)` makes the stand-ins behave otherwise; `login` is the login with which that shows, by default the password; `also` names
 * the other assumptions that are then wrong; `cannotStop` is set if the probe cannot see that the follow-up has stopped.
 *
 * @type {Record<string, {
 *   change: (world: any) => void, login?: 'password' | 'oAuth2', also?: string[], cannotStop?: boolean, username?: string,
 * }>}
 */
const OTHERWISE = {
	passwordLogin: {
		change: ({ cognito }) =>
			cognito.script(async () => ({
				status: 400,
				headers: { 'x-amzn-errortype': 'InvalidParameterException' },
				body: '{"message":"USER_PASSWORD_AUTH flow not enabled for this client"}',
			})),
	},
	clientLogin: {
		login: 'oAuth2',
		change: ({ tokenServer }) =>
			tokenServer.script(async () => ({ status: 400, body: '{"error":"unauthorized_client"}' })),
	},
	expiry: { change: ({ cognito }) => cognito.tokensLast(7200) },
	// The emulator knows a user by the address in its claims: here, another name leads to the same user.
	user: {
		change: ({ cognito }) => cognito.knowsAs('nathan', cognito.login.username),
		username: 'nathan',
	},
	userIdentifier: {
		login: 'oAuth2',
		change: refusing(isOAuth2, 'No such header', 403),
		also: ['scope'],
	},
	header: {
		change: refusing(
			({ headers }) => 'authorization' in headers && 'authentication' in headers,
			'Unauthorized',
			401,
		),
		also: ['idToken'],
	},
	refusedToken: {
		change: ({ api }) =>
			api.rewrite((_, { status, body }) => ({ status: status === 401 ? 403 : status, body })),
	},
	olderTokens: {
		change: ({ api }) => {
			const known = [];
			api.script(async ({ headers }, reply) => {
				const token = headers.authorization ?? headers.authentication;
				if (!known.includes(token)) known.push(token);
				else if (token !== known.at(-1)) return await refuse(reply, 'Unauthorized', 401);
			});
		},
	},
	idToken: {
		change: refusing(is('GET', '/leads/assistant'), 'Forbidden', 403),
		also: ['noList'],
	},
	noList: {
		change: refusing(is('GET', '/leads/assistant'), 'Forbidden', 403),
		also: ['idToken'],
	},
	scope: {
		login: 'oAuth2',
		change: refusing(is('GET', '/leads/assistant'), 'insufficient_scope', 403),
		also: ['userIdentifier'],
	},
	json: {
		change: ({ api }) => api.rewrite(() => ({ status: 307, body: '' })),
		also: ['idToken'],
		cannotStop: true,
	},
	errorBody: {
		change: ({ api }) =>
			api.rewrite((_, { status, body }) => ({
				status,
				body: status < 300 ? body : { code: 7, reason: body.message },
			})),
		also: ['missing', 'saysItIsThere'],
	},
	missing: {
		change: ({ api }) =>
			api.rewrite(({ method, sent }, answer) =>
				method === 'POST' && !('email' in sent) ? { status: 400, body: { message: 'No' } } : answer,
			),
	},
	atATime: {
		change: ({ api }) => {
			let underWay = 0;
			api.script(async (_, reply) => {
				underWay++;
				await sleep(20);
				const isTooMany = underWay > 5;
				underWay--;
				if (isTooMany) return await refuse(reply, 'Slow down', 429);
			});
		},
	},
	answerHasId: {
		change: answering(
			({ method }) => method === 'POST',
			(lead) => ({ lead }),
		),
	},
	updateHasId: { change: answering(isPut, (lead) => ({ lead })) },
	wholeNumbers: {
		change: answering(aboutLead, (lead) => ({ ...lead, id: `lead-${lead.id}` })),
	},
	answerFields: { change: answering(aboutLead, ({ subState: _, ...lead }) => lead) },
	nextScheduleTime: {
		change: answering(aboutLead, (lead) => ({
			...lead,
			nextScheduleTime: lead.nextScheduleTime && Date.parse(lead.nextScheduleTime),
		})),
	},
	phone: {
		change: answering(aboutLead, ({ phone, ...lead }) => ({ ...lead, phoneno: phone })),
	},
	salesType: { change: answering(aboutLead, (lead) => ({ ...lead, type: 'OTHER' })) },
	website: {
		change: refusing(
			(request) => request.method !== 'GET' && 'source' in request.body,
			'No such source: Website',
		),
	},
	secondPost: { change: ({ api }) => api.readAs({ secondPost: 'returns' }) },
	saysItIsThere: {
		change: ({ api }) =>
			api.rewrite((_, answer) =>
				/exists/.test(answer.body.message) ? { status: 422, body: { message: 'No' } } : answer,
			),
	},
	oneLead: { change: ({ api }) => api.readAs({ secondPost: 'adds' }), also: ['secondPost'] },
	unknownLead: { change: ({ api }) => api.readAs({ unknownLead: 403 }) },
	atOnce: {
		change: ({ api }) => {
			let isNew = false;
			api.script(async (request, reply) => {
				if (isPut(request) && isNew) {
					isNew = false;
					return await refuse(reply, 'Lead not found', 404);
				}
				isNew = request.method === 'POST' && api.leads.length === 0;
			});
		},
	},
	wholeUpdate: {
		change: refusing((request) => isPut(request) && 'type' in request.body, 'type cannot change'),
	},
	updateFields: {
		change: refusing(
			(request) =>
				isPut(request) && !('assistantEmail' in request.body) && !('source' in request.body),
			'assistantEmail is mandatory',
		),
	},
	leftOut: {
		change: answering(isPut, (lead, { sent }) => ({ ...lead, phone: sent.phone ?? null })),
	},
	updateStartsNothing: {
		change: ({ api }) => {
			let times = 0;
			answering(isPut, (lead) => ({
				...lead,
				nextScheduleTime: new Date(Date.now() + ++times * 60_000).toISOString(),
			}))({ api });
		},
	},
	byIdAlone: {
		change: refusing((request) => isPut(request) && 'id' in request.body, 'email is mandatory'),
	},
	capitals: {
		change: refusing(
			(request) => isPut(request) && /[A-Z]/.test(request.body.email),
			'Lead not found',
			404,
		),
	},
	furtherFields: {
		change: refusing((request) => isPut(request) && 'crm' in request.body, 'crm is not known'),
	},
	sources: {
		change: refusing((request) => isPut(request) && request.body.source === 'LinkedIn', 'No'),
	},
	anySource: {
		change: refusing((request) => isPut(request) && request.body.source === 'n8n probe', 'No'),
	},
	defaultSequence: {
		change: answering(aboutLead, (lead) => ({ ...lead, scheduleId: 99 })),
	},
	assistantEmail: {
		change: refusing(
			(request) => request.method === 'POST' && 'assistantEmail' in request.body,
			'assistantId is mandatory',
		),
	},
	assistantId: {
		login: 'oAuth2',
		change: ({ api }) =>
			api.script(async ({ method, body }) => {
				if (method !== 'POST' || !('assistantId' in body)) return;
				body.assistantEmail = api.assistants.find(({ id }) => id === body.assistantId).emailid;
				delete body.assistantId;
			}),
	},
	type: {
		login: 'oAuth2',
		change: refusing(({ body }) => body && 'type' in body, 'type is not known'),
		also: ['wholeUpdate'],
	},
	stopFields: {
		change: refusing(
			(request) => request.url === '/leads/stop/followup' && !('assistantEmail' in request.body),
			'assistantEmail is mandatory',
		),
	},
	stopAnswer: {
		change: answering(
			({ url }) => url === '/leads/stop/followup',
			(lead) => ({ ...lead, nextScheduleTime: '2030-01-01T00:00:00Z' }),
		),
		cannotStop: true,
	},
	stopTwice: {
		change: (world) => {
			let stops = 0;
			const isSecond = ({ url }) => url === '/leads/stop/followup' && ++stops > 1;
			refusing(isSecond, 'It is stopped already', 409)(world);
		},
	},
	listShape: { change: answering(aboutAssistants, (content) => ({ content })) },
	pages: {
		change: ({ api }) =>
			api.script(async (request) => {
				if (aboutAssistants(request)) request.query.page = Math.max(0, request.query.page - 1);
			}),
		also: ['largestPage'],
	},
	largestPage: {
		change: ({ api }) =>
			api.script(async (request) => {
				if (aboutAssistants(request)) request.query.size = Math.min(5, request.query.size);
			}),
	},
	order: {
		change: ({ api }) =>
			api.script(async (request) => {
				if (aboutAssistants(request)) request.query.sort = '';
			}),
	},
	search: {
		change: ({ api }) =>
			api.script(async (request) => {
				if (aboutAssistants(request)) request.query.searchString = '';
			}),
	},
	assistantFields: {
		change: answering(aboutAssistants, (list) =>
			list.map(({ emailid, ...one }) => ({ ...one, email: emailid })),
		),
	},
};
module.exports = { OTHERWISE };
