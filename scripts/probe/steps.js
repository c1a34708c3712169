const { randomBytes } = require('node:crypto');
const { built, isRefused } = require('./facts');

const { listOfAssistants } = built('nodes/SevenTargets/assistant/list.js');
const { TAKES_ASSISTANT_ID } = built('nodes/SevenTargets/authentication.js');
const { MAY_MEAN_ABSENT } = built('nodes/SevenTargets/lead/updateOrCreate.js');

/** The sources that the documents name without saying how the API spells them, and one that they do not name. */
const SPELLINGS = ['Cold', 'Facebook', 'LinkedIn', 'Reference', 'Twitter'];
const UNNAMED = 'n8n probe';

/** A run starts with that many requests, too. */
const AT_A_TIME = 10;

const MAY_WRITE = 'The assistant may write to that address';
const OTHERS =
	'. 7Targets may also tell your colleagues under Copy To, and a CRM that is connected to it, about the lead';
const DEFAULT_ASSISTANT =
	'. With OAuth2, the first request names the assistant by its ID alone: if 7Targets passes over that, your default assistant may write instead';
const NOBODY = 'Nobody gets an email';

const byEmail = (value) => ({ __rl: true, mode: 'email', value });
const byId = (value) => ({ __rl: true, mode: 'id', value: String(value) });

/** The form of the lead that the probe creates. Nobody has the phone number: it is one of those for films. */
const formOf = ({ address, writer, seen: { isById } }, more = {}) => ({
	name: 'Probe',
	lastName: 'One',
	email: address,
	phone: '+12025550123',
	context: 'This lead is a test of the n8n node for 7Targets.',
	assistantId: isById ? byId(writer.id) : byEmail(writer.emailid),
	...more,
});

const post = (body) => ({ method: 'POST', path: '/leads', body });
const put = (body) => ({ method: 'PUT', path: '/leads', body });

/** One page of the list of assistants. */
function pageOf(searchString, changes = {}) {
	const { qs, ...request } = listOfAssistants(searchString);
	return { ...request, qs: { ...qs, ...changes } };
}

/**
 * The steps of the probe, in their order. The user is asked before each. A step is skipped if `needs` returns false; one that `isOfLead`
 * needs an assistant.
 *
 * `title` says what is sent, and `mail` who may get an email because of it; "that address" stands for the lead's. `run` gets the probe:
 * `account`, `seen`, which it fills with facts, `address`, `writer` (the assistant), and `leadIs(which, state)`. It calls that before the
 * first request that may make the address a lead, with `sent`, and then with `there`, `refused`, or `unknown`. Leads in an answer are
 * noted without a call.
 */
const STEPS = [
	{
		key: 'list',
		title:
			'Log in, and ask for the list of your assistants in several ways (about ten GET requests).',
		mail: NOBODY,
		async run({ account, seen }) {
			const { send, run } = account;
			const begun = Date.now();
			seen.list = await run('Assistant: Get Many', {
				resource: 'assistant',
				operation: 'getAll',
				returnAll: true,
				simplify: false,
			});
			if (!account.token) return;
			seen.login = { begun, ...account.login() };
			seen.page = await send(pageOf(''));
			if (!seen.page.ok || seen.page.body.length === 0) return;
			seen.nextPage = await send(pageOf('', { page: 1 }));
			seen.nothing = await send(pageOf(`no assistant ${randomBytes(4).toString('hex')}`));
			seen.found = await send(pageOf(String(seen.page.body[0].name)));
			if (seen.page.body.length === 1) return;
			seen.first = await send(pageOf('', { page: 0, size: 1 }));
			seen.second = await send(pageOf('', { page: 1, size: 1 }));
			seen.reversed = await send(pageOf('', { sort: 'lastModifiedDate,asc' }));
		},
	},
	{
		key: 'headers',
		title:
			'Ask for one assistant with the token under one header alone, then under the other, then with a token that is spoiled, and with an older one (four GET requests, and a login after each that is refused).',
		mail: NOBODY,
		needs: ({ account }) => Boolean(account.token),
		async run({ account, seen }) {
			const { send } = account;
			const one = pageOf('', { size: 1 });
			const names = ['Authorization', 'Authentication'];
			const without = (name) => (request) => {
				delete request.headers[name];
				return request;
			};
			const withToken = (change) => (request) => {
				for (const name of names) request.headers[name] = change(request.headers[name]);
				return request;
			};
			const older = account.token;
			seen.authorization = await send(one, without('Authentication'));
			seen.authentication = await send(one, without('Authorization'));
			// Changes a letter in the middle, so that it still looks like a token.
			const spoil = (token) => token.replace(/.(?=.{20}$)/, (sign) => (sign === 'A' ? 'B' : 'A'));
			seen.spoiled = await send(one, withToken(spoil));
			if (account.token === older) return;
			seen.olderToken = await send(
				one,
				withToken(() => `Bearer ${older}`),
			);
		},
	},
	{
		key: 'many',
		title: `Ask for one assistant ${AT_A_TIME} times at the same moment (${AT_A_TIME} GET requests), as a run of many leads begins.`,
		mail: NOBODY,
		needs: ({ account }) => Boolean(account.token),
		async run({ account: { send }, seen }) {
			const one = pageOf('', { size: 1 });
			seen.many = await Promise.all(Array.from({ length: AT_A_TIME }, () => send(one)));
		},
	},
	{
		key: 'incomplete',
		title: 'Send a lead without an email address (one POST request), which 7Targets should refuse.',
		mail: `${NOBODY}, as there is no address`,
		isOfLead: true,
		async run(probe) {
			const { account, seen } = probe;
			const { email: _, ...body } = await account.bodyOf(formOf(probe));
			seen.incomplete = { ...(await account.send(post(body))), sent: body };
		},
	},
	{
		key: 'unknown',
		title:
			'Update a lead that 7Targets does not have yet (one PUT request), which it should refuse.',
		mail: `${MAY_WRITE} if 7Targets makes a lead of it${OTHERS}`,
		isOfLead: true,
		async run(probe) {
			const { account, seen, address, isFresh, leadIs } = probe;
			const body = await account.bodyOf(formOf(probe));
			leadIs({ email: address }, 'sent');
			seen.unknown = { ...(await account.send(put(body))), sent: body, isFresh };
			leadIs({ email: address }, stateOf(seen.unknown));
			if (seen.unknown.ok) Object.assign(seen, { lead: seen.unknown.body, taken: body });
		},
	},
	{
		key: 'create',
		title:
			'Create the lead (one to three POST requests, until one is accepted), and update it at once (one PUT request).',
		mail: `${MAY_WRITE}${DEFAULT_ASSISTANT}${OTHERS}`,
		isOfLead: true,
		needs: ({ seen }) => seen.lead === undefined,
		async run(probe) {
			const { account, seen, address, leadIs } = probe;
			leadIs({ email: address }, 'sent');
			const last = await created(probe);
			leadIs({ email: address }, stateOf(last));
			if (!last.ok) return;
			seen.lead = last.body;
			const body = await account.bodyOf(formOf(probe));
			seen.atOnce = { ...(await account.send(put(body))), sent: body };
		},
	},
	{
		key: 'again',
		title: 'Create the same lead once more, with another last name (one POST request).',
		mail: `${MAY_WRITE} once more${OTHERS}`,
		isOfLead: true,
		needs: ({ seen }) => seen.lead !== undefined,
		async run(probe) {
			const { account, seen } = probe;
			const body = { ...seen.taken, lastName: 'Two' };
			seen.again = { ...(await account.send(post(body))), sent: body };
		},
	},
	{
		key: 'update',
		title:
			'Update the lead in several ways: whole, its last name only, the same once more, by its ID, its further fields, with the address in capitals (six to eight requests).',
		mail: `${MAY_WRITE}${OTHERS}`,
		isOfLead: true,
		needs: ({ seen }) => seen.lead !== undefined,
		run: updateIt,
	},
	{
		key: 'sources',
		title: `Set the source of the lead to ${SPELLINGS.join(', ')} and to one of no document (six PUT requests).`,
		mail: `${MAY_WRITE}${OTHERS}`,
		isOfLead: true,
		needs: ({ seen }) => seen.lead !== undefined,
		async run(probe) {
			const { account, seen, address } = probe;
			const along = seen.partial?.ok ? { email: address } : await account.bodyOf(formOf(probe));
			seen.sources = {};
			for (const source of [...SPELLINGS, UNNAMED]) {
				seen.sources[source] = await account.send(put({ ...along, source }));
			}
		},
	},
];

/**
 * Creates the lead by several requests, until one is accepted. A refused request leaves nothing; if it is not known what became of a
 * request, nothing more is sent.
 */
async function created(probe) {
	const { account, seen, writer } = probe;
	const byNode = async (form) =>
		await account.run('Lead: Create', { operation: 'create', ...form });
	const whole = await account.bodyOf(formOf(probe));
	const { assistantEmail, type, source, ...rest } = whole;
	const { id: assistantId } = writer;
	const takesId = TAKES_ASSISTANT_ID[account.authentication];
	const inFull = ['byEmail', whole, async () => await byNode(formOf(probe))];
	const formById = { ...formOf(probe), assistantId: byId(assistantId) };
	const ways = takesId
		? [inFull, ['byId', { ...rest, type, source, assistantId }, async () => await byNode(formById)]]
		: [['byId', { ...rest, assistantId }], inFull, ['withoutType', { ...rest, assistantEmail }]];
	let last = { ok: false };
	for (const [name, body, send = async () => await account.send(post(body))] of ways) {
		if (name === 'byId' && assistantId === undefined) continue;
		last = seen[name] = await send();
		if (last.ok) {
			seen.taken = body;
			seen.isById = takesId && name === 'byId';
		}
		if (!isRefused(last)) return last;
	}
	return last;
}

const stateOf = (fact) => (fact.ok ? 'there' : isRefused(fact) ? 'refused' : 'unknown');

async function updateIt(probe) {
	const { account, seen, address, writer } = probe;
	const update = async (lead, updateFields) =>
		await account.run('Lead: Update', { operation: 'update', lead, updateFields });
	seen.upsert = await account.run('Lead: Create or Update', {
		operation: 'upsert',
		...formOf(probe, { lastName: 'Three' }),
	});
	seen.partial = await update(byEmail(address), { lastName: 'Four' });
	seen.repeated = await update(byEmail(address), { lastName: 'Four' });
	let along = {};
	if (isRefused(seen.partial)) {
		along = { name: 'Probe', assistantId: byEmail(writer.emailid) };
		seen.demanded = await update(byEmail(address), { lastName: 'Four', ...along });
	}
	seen.byIdOfLead = await update(byId(seen.lead.id), { lastName: 'Five', ...along });
	seen.further = await update(byEmail(address), {
		company: 'Probe Inc.',
		designation: 'Tester',
		industry: 'Software',
		location: 'Berlin, Germany',
		crm: 'N8N',
		externalId: 'probe',
		...along,
	});
	// If an update creates a lead that does not exist, this one would create another.
	if (isRefused(seen.unknown)) {
		const body = { ...(await account.bodyOf(formOf(probe))), email: address.toUpperCase() };
		seen.capitals = await account.send(put(body));
	}
}

const stop = async ({ run }, lead, additionalFields) =>
	await run(
		'Lead: Stop Follow-Up',
		{ operation: 'stopFollowUp', lead, additionalFields },
		{ maxTries: 10 },
	);

/**
 * Stops the follow-up of the leads that the probe created, or may have: first with only what the node requires, then with more fields.
 *
 * @returns those that may still be followed up
 */
async function stopAll({ account, seen, writer }, leads) {
	const left = [];
	const stopped = new Set();
	for (const { state, ...which } of leads) {
		if (stopped.has(which.id)) continue;
		const lead = which.id === undefined ? byEmail(which.email) : byId(which.id);
		const along = { name: 'Probe', assistantId: byEmail(writer.emailid) };
		const ways = [
			[lead, {}],
			...(state === 'refused' ? [] : [[lead, along]]),
			...(which.id === undefined && seen.lead ? [[byId(seen.lead.id), along]] : []),
		];
		const facts = [];
		let way;
		do {
			way = ways[facts.length];
			facts.push(await stop(account, ...way));
		} while (isRefused(facts.at(-1)) && facts.length < ways.length);
		const last = facts.at(-1);
		const isStopped = last.ok && last.body.nextScheduleTime === null;
		if (isStopped) stopped.add(last.body.id);
		if (state === 'there') {
			seen.stop ??= facts[0];
			seen.stopped ??= last;
			if (isStopped) seen.stopAgain ??= await stop(account, ...way);
		}
		const isAbsent =
			(state === 'refused' && isRefused(last)) ||
			(state !== 'there' && isRefused(last) && MAY_MEAN_ABSENT.includes(last.status));
		if (!isStopped && !isAbsent) left.push(which);
	}
	return left;
}

module.exports = { SPELLINGS, STEPS, stopAll, UNNAMED };
