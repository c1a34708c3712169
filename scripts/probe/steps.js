const { randomBytes } = require('node:crypto');
const { built, isRefused } = require('./facts');

const { listOfAssistants } = built('nodes/SevenTargets/assistant/list.js');
const { LARGEST_PAGE } = built('nodes/SevenTargets/transport/pages.js');
const { TAKES_ASSISTANT_ID } = built('nodes/SevenTargets/authentication.js');

/** The sources that the documents name without saying how the API spells them, and one that they do not name. */
const SPELLINGS = ['Cold', 'Facebook', 'LinkedIn', 'Reference', 'Twitter'];
const UNNAMED = 'n8n probe';

const NOBODY = 'Nobody gets an email';
const MAY_WRITE = 'The assistant may write to that address';
const OTHERS =
	'. 7Targets may also tell your colleagues under Copy To, and a CRM that is connected to it, about the lead';
const DEFAULT_ASSISTANT =
	'. With OAuth2, the first request names the assistant by its ID alone: if 7Targets passes over that, your default assistant may write instead';

const byEmail = (value) => ({ __rl: true, mode: 'email', value });
const byId = (value) => ({ __rl: true, mode: 'id', value: String(value) });

const hasToken = ({ account }) => Boolean(account.token);
const hasLead = ({ seen }) => seen.lead !== undefined;
const hasId = ({ writer }) => writer.id !== undefined;
const takesId = ({ account }) => TAKES_ASSISTANT_ID[account.authentication];
const count = ({ seen }) => (seen.page?.ok ? seen.page.body.length : 0);

/** One page of the list of assistants. `change` gets the headers after the request was signed. */
async function list({ account }, changes, search = '', change = (_) => {}) {
	const { qs, ...request } = listOfAssistants(search);
	return await account.send(
		{ ...request, qs: { page: 0, size: LARGEST_PAGE, ...qs, ...changes } },
		(signed) => {
			change(signed.headers);
			return signed;
		},
	);
}
const one = (state, change) => list(state, { size: 1 }, '', change);
const setToken = (to, token) => Object.assign(to, { Authorization: token, Authentication: token });
/** Changes a letter in the middle, so that it still looks like a token. */
const spoiled = (token) => token.replace(/.(?=.{20}$)/, (sign) => (sign === 'A' ? 'B' : 'A'));

/** The form of the lead that the probe creates. Nobody has the phone number: it is one of those for films. */
const formOf = ({ address, writer, seen }, changes = {}) => ({
	name: 'Probe',
	lastName: 'One',
	email: address,
	phone: '+12025550123',
	context: 'This lead is a test of the n8n node for 7Targets.',
	assistantId: seen.isById ? byId(writer.id) : byEmail(writer.emailid),
	...changes,
});

/** The body that the node would send for a new lead, without the fields that are named. */
async function bodyOf(state, ...without) {
	const body = await state.account.bodyOf(formOf(state));
	return Object.fromEntries(Object.entries(body).filter(([name]) => !without.includes(name)));
}

/** A request about a lead that the node does not make. */
async function send({ account }, method, body, changes = {}) {
	const sent = { ...(await body), ...changes };
	return { ...(await account.send({ method, path: '/leads', body: sent })), sent };
}

/** Create a lead, by the node. */
async function create({ account }, form) {
	const sent = await account.bodyOf(form);
	return { ...(await account.run('Lead: Create', { operation: 'create', ...form })), sent };
}

const mandatory = ({ writer }) => ({ name: 'Probe', assistantId: byEmail(writer.emailid) });
/** Update the lead, by the node. Once an update without the mandatory fields was sent twice and refused, they go along. */
async function update(state, fields, lead = byEmail(state.address)) {
	const { account, seen } = state;
	const along = seen.repeated && isRefused(seen.partial) ? mandatory(state) : {};
	const parameters = { operation: 'update', lead, updateFields: { ...fields, ...along } };
	return await account.run('Lead: Update', parameters);
}

// The steps of the probe, in their order, laid out by hand. `title` says what is sent, and `mail` who may get an email because of it;
// "that address" stands for the lead's. A step that is `ofLead` needs an assistant; one that `makes` may make the address a lead.
//
// `asks` are its requests: the name under which the fact is kept in `seen`, what is sent, and when. What is sent gets the state of the
// probe (`account`, `seen`, `address`, `writer`), and returns a fact. `when` is left out if it is always sent.

/** @type {any[]} */
// prettier-ignore
const STEPS = [
	{ key: 'list', mail: NOBODY,
		title: 'Log in, and ask for the list of your assistants in several ways (about ten GET requests).',
		asks: [
			['list', (s) => {
				s.begun = Date.now();
				return s.account.run('Assistant: Get Many', { resource: 'assistant', operation: 'getAll', returnAll: true, simplify: false });
			}],
			['login', ({ account, begun }) => ({ begun, ...account.login() }), hasToken],
			['page', (s) => list(s, {}), hasToken],
			['nextPage', (s) => list(s, { page: 1 }), (s) => count(s) > 0],
			['nothing', (s) => list(s, {}, `no assistant ${randomBytes(4).toString('hex')}`), (s) => count(s) > 0],
			['found', (s) => list(s, {}, String(s.seen.page.body[0].name)), (s) => count(s) > 0],
			['first', (s) => list(s, { page: 0, size: 1 }), (s) => count(s) > 1],
			['second', (s) => list(s, { page: 1, size: 1 }), (s) => count(s) > 1],
			['reversed', (s) => list(s, { sort: 'lastModifiedDate,asc' }), (s) => count(s) > 1],
		] },
	{ key: 'headers', when: hasToken, mail: NOBODY,
		title: 'Ask for one assistant with the token under one header alone, then under the other, then with a token that is spoiled, and with an older one (four GET requests, and a login after each that is refused).',
		asks: [
			['authorization', (s) => {
				s.older = s.account.token;
				return one(s, (headers) => delete headers.Authentication);
			}],
			['authentication', (s) => one(s, (headers) => delete headers.Authorization)],
			['spoiled', (s) => one(s, (headers) => setToken(headers, spoiled(headers.Authorization)))],
			['olderToken', (s) => one(s, (headers) => setToken(headers, `Bearer ${s.older}`)), ({ account, older }) => account.token !== older],
		] },
	{ key: 'many', when: hasToken, mail: NOBODY,
		title: 'Ask for one assistant 10 times at the same moment (10 GET requests), as a run of many leads begins.',
		asks: [['many', (s) => Promise.all(Array.from({ length: 10 }, () => one(s)))]] },
	{ key: 'incomplete', ofLead: true, mail: `${NOBODY}, as there is no address`,
		title: 'Send a lead without an email address (one POST request), which 7Targets should refuse.',
		asks: [['incomplete', (s) => send(s, 'POST', bodyOf(s, 'email'))]] },
	{ key: 'unknown', ofLead: true, makes: true, mail: `${MAY_WRITE} if 7Targets makes a lead of it${OTHERS}`,
		title: 'Update a lead that 7Targets does not have yet (one PUT request), which it should refuse.',
		asks: [['unknown', (s) => send(s, 'PUT', bodyOf(s))]] },
	{ key: 'create', ofLead: true, makes: true, when: (s) => !hasLead(s), mail: `${MAY_WRITE}${DEFAULT_ASSISTANT}${OTHERS}`,
		title: 'Create the lead (one to three POST requests, until one is accepted), and update it at once (one PUT request).',
		asks: [
			// A refused request leaves nothing; if it is not known what became of a request, nothing more is sent.
			['byId', (s) => send(s, 'POST', bodyOf(s, 'assistantEmail', 'type', 'source'), { assistantId: s.writer.id }), (s) => !takesId(s) && hasId(s)],
			['byEmail', (s) => create(s, formOf(s)), ({ seen }) => seen.byId === undefined || isRefused(seen.byId)],
			['byId', (s) => create(s, formOf(s, { assistantId: byId(s.writer.id) })), (s) => takesId(s) && hasId(s) && isRefused(s.seen.byEmail)],
			['withoutType', (s) => send(s, 'POST', bodyOf(s, 'type', 'source')), (s) => !takesId(s) && isRefused(s.seen.byEmail)],
			['atOnce', (s) => send(s, 'PUT', bodyOf(s)), hasLead],
		] },
	{ key: 'again', ofLead: true, when: hasLead, mail: `${MAY_WRITE} once more${OTHERS}`,
		title: 'Create the same lead once more, with another last name (one POST request).',
		asks: [['again', (s) => send(s, 'POST', s.seen.taken, { lastName: 'Two' })]] },
	{ key: 'update', ofLead: true, when: hasLead, mail: `${MAY_WRITE}${OTHERS}`,
		title: 'Update the lead in several ways: whole, its last name only, the same once more, by its ID, its further fields, with the address in capitals (six to eight requests).',
		asks: [
			['upsert', (s) => s.account.run('Lead: Create or Update', { operation: 'upsert', ...formOf(s, { lastName: 'Three' }) })],
			['partial', (s) => update(s, { lastName: 'Four' })],
			['repeated', (s) => update(s, { lastName: 'Four' })],
			['demanded', (s) => update(s, { lastName: 'Four' }), ({ seen }) => isRefused(seen.partial)],
			['byIdOfLead', (s) => update(s, { lastName: 'Five' }, byId(s.seen.lead.id))],
			['further', (s) => update(s, { company: 'Probe Inc.', designation: 'Tester', industry: 'Software', location: 'Berlin, Germany', crm: 'N8N', externalId: 'probe' })],
			// If an update creates a lead that does not exist, this one would create another.
			['capitals', (s) => send(s, 'PUT', bodyOf(s), { email: s.address.toUpperCase() }), ({ seen }) => isRefused(seen.unknown)],
		] },
	{ key: 'sources', ofLead: true, when: hasLead, mail: `${MAY_WRITE}${OTHERS}`,
		title: `Set the source of the lead to ${SPELLINGS.join(', ')} and to one of no document (six PUT requests).`,
		asks: [...SPELLINGS, UNNAMED].map((source) => [source, (s) => send(s, 'PUT', s.seen.partial?.ok ? { email: s.address } : bodyOf(s), { source })]) },
];

module.exports = { byEmail, byId, mandatory, SPELLINGS, STEPS, takesId, UNNAMED };
