// What the node assumes about 7Targets and Cognito: the only source of docs/assumptions.md and of the table that the probe prints.

const { built, isAnswer, isOfOtherShape, isRefused, told } = require('./facts');
const { SPELLINGS, UNNAMED } = require('./steps');

const { isAboutAssistant, MAY_MEAN_ABSENT, meansAlreadyExists } = built(
	'nodes/SevenTargets/lead/updateOrCreate.js',
);
const { LARGEST_PAGE } = built('nodes/SevenTargets/transport/pages.js');

/** The documents by their names in the rows, and where a reader finds them. */
const DOCUMENTS = {
	2020: '7Targets, document "API" ("Integrate using API"), dated 2020-02-25, with _Authenticate_ and _Create a Lead_; 7Targets gives it out on request',
	'Nov 2020, March 2022, Oct 2022':
		"earlier states of 7Targets' help page _API_ ([help.7targets.com/integrate/api](https://help.7targets.com/integrate/api/))",
	'Jan 2023': 'the same page, as it is since January 2023',
	Salesforce: "the code of 7Targets' public Salesforce integration",
	Help: "7Targets' FAQ, release notes and upload sheet, in its help pages",
	AWS: 'Amazon Cognito: API reference, _InitiateAuth_, and developer guide',
	RFC: 'RFC 9110 (HTTP), RFC 6585 (status 429) and RFC 6749 (OAuth 2.0)',
};

const FIELDS = 'nodes/SevenTargets/lead/fields.ts';
const NEW_LEAD = 'nodes/SevenTargets/lead/newLead.ts';
const LIST = 'nodes/SevenTargets/assistant/list.ts';
const OUTCOME = 'nodes/SevenTargets/transport/outcome.ts';
const UPDATE_OR_CREATE = 'nodes/SevenTargets/lead/updateOrCreate.ts';
const COGNITO = 'credentials/login/cognito.ts';
const CLIENT = 'credentials/login/clientCredentials.ts';
const SCHEMA = 'nodes/SevenTargets/__schema__/v1.0.0/lead/create.json';

/** Text of 7Targets goes between these quotation marks: there, a report shows only the words of a fixed list. */
const quoted = (said) => `“${String(said).replace(/[“”]/g, '"')}”`;

const refusal = ({ said }) => `refused: ${quoted(said)}`;

const found = (fact) => (fact.ok ? 'accepted' : refusal(fact));

/** The verdict: true if each success holds what was asked for. */
function isInEach(facts) {
	const successes = facts.filter((fact) => fact?.ok || isOfOtherShape(fact));
	if (successes.length === 0) return undefined;
	const other = successes.find(isOfOtherShape);
	return [
		other === undefined,
		other === undefined ? 'it is' : `answered with status ${other.status}, but not as expected`,
	];
}

/** The verdict: true if the request was accepted. */
const isAccepted = (fact) => (told(fact) ? [fact.ok, found(fact)] : undefined);

/** The assistant whose lead it is. */
const writerOf = ({ lead, page }) => page?.body?.find(({ id }) => id === lead?.assistantId);

const idsOf = (fact) => (fact?.ok ? fact.body.map(({ id }) => id) : undefined);

/** All facts of the probe that are answers. */
const answersIn = (seen) =>
	[...Object.values(seen), ...Object.values(seen.sources ?? {}), ...(seen.many ?? [])].filter(
		isAnswer,
	);

/** Whether the login works for listing, updating and stopping. */
function worksForAll({ list, upsert, stop }) {
	const barred = [list, upsert, stop].find(
		(fact) => isRefused(fact) && [401, 403].includes(fact.status),
	);
	return isAccepted(barred ?? list);
}

/** The fields of a lead that the documents show in an answer, except those with their own row. */
const ANSWERED = ['name', 'lastName', 'type', 'email', 'assistantId', 'state', 'subState'];

const formOfTime = (value) => {
	if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return 'ISO 8601';
	return typeof value === 'string'
		? `text such as ${value.replace(/\d/g, '9').replace(/\p{L}/gu, 'a').slice(0, 40)}`
		: typeof value === 'number'
			? `a number of ${String(value).length} digits`
			: `no text, but ${value === null ? 'null' : typeof value}`;
};

/** The success among the answers to the creations. Without one: with OAuth2 the last answer, with a password the first. */
const creationIn = ({ withoutType, byEmail, byId }) =>
	[withoutType, byEmail, byId].find((fact) => fact?.ok) ?? withoutType ?? byEmail ?? byId;

/**
 * One row each:
 *
 * - `what` is assumed; `so`, the documents that say so; `otherwise`, those that say something else;
 * - `place`: the file, and a text in it, where the behavior can be changed; `ifNot`: what happens to the user if it is not so;
 * - `login`: set if it is about only one login;
 * - `verdict(seen)`: from the facts of the probe (see steps.js), whether it is so, and what was found; undefined if they do not tell;
 * - `untried`: why the probe does not try it;
 * - `standIn`: the file in test/support, and a text in it, that takes the other reading. If left out, it is contraryStandIns.js, by the row's key.
 *
 * @typedef {{
 *   key: string, what: string, so?: string, otherwise?: string, place: string[], ifNot: string, login?: string,
 *   verdict?: (seen: any) => Array<boolean | string> | undefined, untried?: string, standIn?: string[],
 * }} Row
 */

/** @type {Row[]} */
const LOGINS = [
	{
		key: 'passwordLogin',
		login: 'password',
		what: 'Logging in with a password is `InitiateAuth` with `USER_PASSWORD_AUTH` at Cognito in us-east-1, for a client without a secret, by username or email address',
		so: '2020; the headers: AWS',
		otherwise: 'Since Nov 2020, OAuth2 stands in its place; Oct 2022: an API key',
		place: [COGNITO, "AuthFlow: 'USER_PASSWORD_AUTH'"],
		ifNot: 'Nobody can log in with a password; OAuth2 is the way',
		verdict: ({ login, list }) =>
			login
				? [true, 'logged in']
				: /not allow this kind of login|login step/.test(list?.said)
					? [false, quoted(list.said)]
					: undefined,
	},
	{
		key: 'clientLogin',
		login: 'oAuth2',
		what: 'Logging in with OAuth2 is client credentials, by HTTP Basic, for the scope `leads/post`, at login.7targets.com',
		so: 'March 2022, Jan 2023; RFC',
		otherwise: 'Nov 2020: OAuth2 with a redirect; March 2022: another host; Oct 2022: an API key',
		place: [CLIENT, 'grant_type=client_credentials&scope=leads%2Fpost'],
		ifNot: 'Nobody can log in with OAuth2',
		verdict: ({ login, list }) =>
			login
				? [true, 'logged in']
				: /unauthorized_client|invalid_scope|unsupported_grant_type/.test(list?.said)
					? [false, quoted(list.said)]
					: undefined,
	},
	{
		key: 'loginErrors',
		what: "A login that fails says why in Cognito's `__type` or OAuth2's `error`",
		so: 'AWS; RFC',
		place: [COGNITO, 'function refusalSentence'],
		ifNot: 'The error names the status instead of what to do',
		untried: 'logins that fail may lock the account',
		standIn: ['loginServer.js', 'script:'],
	},
	{
		key: 'challenge',
		login: 'password',
		what: 'An account that needs a further step is answered with `ChallengeName`, and cannot be used by a workflow',
		so: 'AWS',
		place: [COGNITO, 'function challengeSentence('],
		ifNot: 'The error does not name the step',
		untried: 'it takes an account with such a step',
		standIn: ['cognito.js', 'newcomer'],
	},
	{
		key: 'passingLogins',
		what: 'A login refused for too many attempts, or by a server that fails, is retried: after `TooManyRequestsException`, `LimitExceededException`, 429 and 5xx, three times in all',
		so: 'AWS',
		place: ['credentials/login/logIn.ts', 'const MOST_TRIES = 3;'],
		ifNot: 'A run fails at its login, or logs in for nothing',
		untried: 'it would keep others from logging in',
		standIn: ['loginServer.js', 'script:'],
	},
	{
		key: 'lockout',
		what: 'Many refused logins lock the account, so a refused login is not retried for a minute',
		so: 'AWS',
		place: ['credentials/login/keptToken.ts', 'const REMEMBERED_MS = 60_000;'],
		ifNot: 'The node waits a minute for nothing',
		untried: 'it would lock the account',
	},
	{
		key: 'expiry',
		what: 'The token lasts for `ExpiresIn` or `expires_in` seconds',
		so: '2020, Jan 2023 (3600); RFC',
		otherwise: 'AWS: the ID token, which is the one used, may have another lifetime',
		place: ['credentials/login/keptToken.ts', 'const lifetime = Number(seconds) * 1000;'],
		ifNot:
			'If it ends before, a run costs one more request and login; if 7Targets then answers anything but 401, the run fails',
		verdict: ({ login }) => {
			if (login?.lifetime === undefined) return undefined;
			if (login.end === Number.MAX_SAFE_INTEGER) return [false, 'the login does not say how long'];
			const used = Math.round((login.end - login.begun) / 1000);
			const text = `it lasts ${login.lifetime} seconds, and is used for ${used}`;
			return [used <= login.lifetime, text];
		},
	},
	{
		key: 'user',
		login: 'password',
		what: 'A user has one name, which a claim of the ID token holds: what was typed as username',
		otherwise: '2020: username or email address',
		place: [COGNITO, 'userIn: ({ username }) => entered(username)'],
		ifNot:
			'A retry after the user was entered by the other name does not know which leads were created, and creates them again',
		verdict: ({ login }) =>
			login?.namesOfUser &&
			(login.namesOfUser.length > 0
				? [true, `claims: ${login.namesOfUser.join(', ')}`]
				: [false, 'no claim of the token is the username']),
		standIn: ['contraryStandIns.js', 'user'],
	},
	{
		key: 'userCase',
		what: 'Usernames, and user identifiers, that differ in upper and lower case alone are the same user',
		otherwise: 'AWS: a pool may tell them apart',
		place: ['nodes/SevenTargets/transport/client.ts', '${baseURL}`.toLowerCase()'],
		ifNot: 'A retry takes what was created for the one user as created for the other',
		untried: 'it needs two users',
	},
	{
		key: 'tokenOfClient',
		login: 'oAuth2',
		what: 'One token works for all users of a client',
		so: 'Jan 2023: the token is asked for without the user',
		place: [CLIENT, 'typed: [clientId, clientSecret, url.href]'],
		ifNot: 'A run of one user is refused while the token of another is in use',
		untried: 'it needs two users',
	},
	{
		key: 'userIdentifier',
		login: 'oAuth2',
		what: 'The header `7ts-user-identifier` names the user',
		so: 'Jan 2023',
		otherwise: 'Earlier pages have no such header',
		place: [CLIENT, "'7ts-user-identifier': entered(userIdentifier)"],
		ifNot: 'Leads go to another user of the same client, or are refused',
		verdict: ({ list }) => isAccepted(list),
	},
	{
		key: 'header',
		what: '7Targets reads the token from one of two headers, `Authorization` and `Authentication`, and ignores the other',
		so: 'Authorization: Nov 2020, Jan 2023, Salesforce',
		otherwise: '`Authentication` alone: 2020; both names: Jan 2023',
		place: ['credentials/login/signing.ts', 'Authentication: bearer'],
		ifNot: 'Every request fails (401)',
		verdict: ({ list, authorization, authentication }) => {
			if (!told(list) || !told(authorization) || !told(authentication)) return undefined;
			const names = [
				...(authorization.ok ? ['Authorization'] : []),
				...(authentication.ok ? ['Authentication'] : []),
			];
			const counts =
				names.length === 0 ? 'under both together' : `under ${names.join(', and under ')}`;
			if (!list.ok && names.length === 0) return undefined;
			return [list.ok, `it counts ${counts}${list.ok ? '' : ', but not under both together'}`];
		},
	},
	{
		key: 'refusedToken',
		what: 'A token that is not valid, or has run out, is answered with 401',
		so: 'RFC',
		otherwise: 'Documented nowhere',
		place: [OUTCOME, "if (status === 401) return 'run';"],
		ifNot:
			'The run fails until the token is renewed: n8n logs in again after 401 only. The error speaks of rights',
		verdict: ({ spoiled, list }) =>
			told(spoiled) && list?.ok
				? [spoiled.status === 401, `status ${spoiled.status} for a token that was spoiled`]
				: undefined,
	},
	{
		key: 'olderTokens',
		what: 'A new login does not end the tokens of earlier ones',
		otherwise: 'Documented nowhere',
		place: ['credentials/login/keptToken.ts', 'const isAfter ='],
		ifNot:
			"Workers of n8n that log in at the same time end each other's tokens, and log in over and over",
		verdict: ({ olderToken, list }) => (list?.ok ? isAccepted(olderToken) : undefined),
	},
	{
		key: 'idToken',
		login: 'password',
		what: 'The ID token works for all calls, also those that the document of 2020 does not have: listing assistants, updating, stopping',
		so: '2020 for creating; Nov 2020 (`id_token`)',
		otherwise: 'Jan 2023: an access token with a scope',
		place: [COGNITO, "tokenField: 'idToken'"],
		ifNot:
			'The list of assistants is empty: they are entered by hand. Update, Create or Update and Stop fail',
		verdict: (seen) => worksForAll(seen),
	},
	{
		key: 'noList',
		login: 'password',
		what: 'If leads can be created, but assistants cannot be listed, the list is answered with 404',
		otherwise: 'Documented nowhere; 2020 has no such list',
		place: ['nodes/SevenTargets/credentialTest.ts', 'case 404:'],
		ifNot: 'The test of a credential that is right says that the account may not use the API',
		verdict: ({ list, lead }) =>
			isRefused(list) && lead !== undefined
				? [list.status === 404, `status ${list.status}`]
				: undefined,
	},
	{
		key: 'scope',
		login: 'oAuth2',
		what: 'The scope `leads/post` works for all calls, also for listing',
		so: 'Jan 2023',
		place: [CLIENT, 'scope=leads%2Fpost'],
		ifNot: 'The list of assistants is empty: they are entered by hand',
		verdict: (seen) => worksForAll(seen),
	},
	{
		key: 'userByToken',
		login: 'password',
		what: 'The ID token alone says whose leads they are',
		so: '2020',
		otherwise: 'Jan 2023: `7ts-user-identifier` on every call',
		place: [COGNITO, 'export const cognito'],
		ifNot: 'Every request with a password is refused; OAuth2 is the way',
		untried: 'every other row tells it: nothing would be accepted',
	},
	{
		key: 'wrongIdentifier',
		login: 'oAuth2',
		what: 'A wrong user identifier is refused with 401 when assistants are listed',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/credentialTest.ts', 'case 401'],
		ifNot:
			"The credential's test succeeds with a wrong identifier, or blames the account or the API URL",
		untried: 'it might be the identifier of somebody else',
	},
	{
		key: 'identifiers',
		login: 'oAuth2',
		what: 'No two clients have users with the same identifier',
		otherwise: 'Documented nowhere',
		place: [CLIENT, 'userIn:'],
		ifNot: "A Retry with another client's credential takes the leads of the first for done",
		untried: 'it would take two clients',
	},
];

/** @type {Row[]} */
const ANSWERS = [
	{
		key: 'json',
		what: 'The API is at api.7targets.com, takes and gives JSON, and redirects nothing',
		so: '2020, Jan 2023',
		place: ['credentials/sharedFields.ts', 'https://api.7targets.com'],
		ifNot: 'Every request fails; a redirect is not followed, and its target is named',
		verdict: (seen) => {
			const answers = answersIn(seen);
			if (answers.length === 0) return undefined;
			const isSo = answers.some(({ ok, keys = [] }) => ok || keys.length > 0);
			return [isSo, isSo ? 'it answers with JSON' : `it answers with status ${answers[0].status}`];
		},
	},
	{
		key: 'errorBody',
		what: 'A refusal has a sentence for people under `message` or another usual key',
		otherwise: 'Documented nowhere',
		place: [OUTCOME, 'const MESSAGE_KEYS = ['],
		ifNot: 'The error says what the status means, and not what 7Targets says',
		verdict: (seen) => {
			const refusals = answersIn(seen).filter((fact) => 'hasSentence' in fact && isRefused(fact));
			if (refusals.length === 0) return undefined;
			const without = refusals.filter(({ hasSentence }) => !hasSentence);
			const keys = [
				...new Set((without.length > 0 ? without : refusals).flatMap((fact) => fact.keys)),
			];
			const text =
				keys.length === 0 ? 'the body has no keys' : `the keys are ${quoted(keys.join(', '))}`;
			return [without.length === 0, text];
		},
	},
	{
		key: 'missing',
		what: 'A lead without a mandatory field is refused, and the answer names the field',
		so: '2020, Jan 2023: mandatory fields',
		otherwise: 'What is answered is documented nowhere',
		place: [UPDATE_OR_CREATE, 'const ASSISTANT_EMAIL ='],
		ifNot:
			'Create or Update takes an update without `assistantEmail` for one of a lead that there is not, and creates the lead',
		verdict: ({ incomplete, lead, withoutType }) => {
			if (incomplete?.ok) return [false, 'accepted'];
			// If a whole lead is not accepted either, this one was refused for another reason.
			if (!isRefused(incomplete) || lead === undefined || withoutType?.ok) return undefined;
			return [/\be-?mail/i.test(incomplete.said), refusal(incomplete)];
		},
	},
	{
		key: 'notDone',
		what: 'After 3xx, 4xx, 501, 503 and 505 nothing was done; after any other 5xx it may have been',
		so: 'RFC',
		otherwise: 'Documented nowhere',
		place: [OUTCOME, 'const CERTAINLY_NOT_DONE = [501, 503, 505];'],
		ifNot: "A lead's messages start twice after 503",
		untried: 'it would need a 7Targets that fails',
		standIn: ['faults.js', 'carriesOut'],
	},
	{
		key: 'tooMany',
		what: 'Too many requests are answered with 429, and `Retry-After` says how long to wait',
		so: 'RFC',
		otherwise: 'Documented nowhere',
		place: [OUTCOME, 'export const TOO_MANY_REQUESTS = 429;'],
		ifNot: 'The run does not slow down, and items fail',
		untried: 'it would keep others from 7Targets',
		standIn: ['faults.js', '429 for a second'],
	},
	{
		key: 'atATime',
		what: 'Ten requests at a time are not too many',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/transport/limit.ts', 'const FIRST = 10;'],
		ifNot: 'Each run begins with requests that are refused; they are sent again',
		verdict: ({ many }) => {
			const refused = many?.filter(({ status }) => status === 429).length;
			if (refused > 0) return [false, `${refused} of ${many.length} were refused`];
			return many?.every(told) ? [true, `none of ${many.length} was refused`] : undefined;
		},
	},
	{
		key: 'most',
		what: 'More than 64 requests at a time bring nothing; any number a second is taken until a refusal',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/transport/limit.ts', 'export const MOST = 64;'],
		ifNot: 'Runs take longer than they need to',
		untried: 'it would keep others from 7Targets',
	},
	{
		key: 'inTime',
		what: 'An answer comes within 30 seconds',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/run/options.ts', '[30_000, 300_000]'],
		ifNot:
			'It is not known whether a lead was created; Create or Update settles it, unless 7Targets is still at work on it',
		untried: 'a bad moment cannot be had on purpose',
		standIn: ['faults.js', "cut: 'silent'"],
	},
];

/** @type {Row[]} */
const LEADS = [
	{
		key: 'answerHasId',
		what: 'A creation is answered with 2xx and the lead, with an `id`',
		so: '2020, Jan 2023',
		place: [OUTCOME, 'const hasId ='],
		ifNot: 'Every creation ends in "It is not known whether the lead was created"',
		verdict: (seen) => isInEach([creationIn(seen)]),
	},
	{
		key: 'updateHasId',
		what: 'An update, and a stop, is answered with 2xx and the lead, with an `id`',
		so: 'Jan 2023',
		place: [OUTCOME, 'isObject(value) && /^(number|string)$/.test(typeof value.id)'],
		ifNot: 'Update, Create or Update and Stop end in "It is not known whether …"',
		verdict: ({ atOnce, upsert, partial, demanded, stop }) =>
			isInEach([atOnce, upsert, partial, demanded, stop]),
	},
	{
		key: 'wholeNumbers',
		what: 'IDs are whole numbers',
		so: '2020, Jan 2023: `id: 2345`',
		place: ['nodes/SevenTargets/values.ts', 'export function idOrEmail('],
		ifNot: 'Leads, assistants and sequences cannot be chosen by ID',
		verdict: ({ lead, page }) => {
			const ids = [lead, ...(page?.ok ? page.body : [])].filter(Boolean).map(({ id }) => id);
			if (ids.length === 0) return undefined;
			const others = ids.filter((id) => !Number.isSafeInteger(id)).map((id) => typeof id);
			return [others.length === 0, others.length === 0 ? 'all of them' : `some are a ${others[0]}`];
		},
	},
	{
		key: 'answerFields',
		what: `A lead in an answer has ${ANSWERED.map((name) => `\`${name}\``).join(', ')}`,
		so: '2020, Jan 2023',
		place: [SCHEMA, '"subState"'],
		ifNot: 'The editor offers fields that are not there; a workflow that uses them has blanks',
		verdict: ({ lead }) => {
			if (lead === undefined) return undefined;
			const lacking = ANSWERED.filter((name) => !(name in lead));
			return [
				lacking.length === 0,
				lacking.length === 0 ? 'all of them' : `it lacks ${lacking.join(', ')}`,
			];
		},
	},
	{
		key: 'nextScheduleTime',
		what: '`nextScheduleTime` is text in the form of ISO 8601',
		so: '2020, Jan 2023: "date and time"; the form is documented nowhere',
		place: [SCHEMA, '"nextScheduleTime"'],
		ifNot:
			"A Date & Time node after this one needs its format; the editor's preview shows another type",
		verdict: ({ lead }) => {
			if (lead === undefined) return undefined;
			const form = formOfTime(lead.nextScheduleTime);
			return [form === 'ISO 8601', form];
		},
	},
	{
		key: 'leadUrl',
		what: 'A lead opens in the app at solution.7targets.com/all-leads?id=…',
		so: 'Salesforce',
		place: ['nodes/SevenTargets/lead/output.ts', 'const LEADS_PAGE ='],
		ifNot: '`leadUrl` leads nowhere',
		untried: 'it takes a browser that is logged in: open the `leadUrl` of a lead',
	},
];

/** @type {Row[]} */
const CREATING = [
	{
		key: 'secondPost',
		what: "A second `POST` of an address is refused, or starts the lead's messages again: so it is never sent on purpose",
		so: '2020, Jan 2023: "creates or assigns"; Help: the same address cannot be added again; Salesforce sends it on changes',
		otherwise: 'Documented nowhere in so many words',
		place: [UPDATE_OR_CREATE, 'export const CREATION ='],
		ifNot:
			'Nothing is lost; if the lead is returned as it is, a creation may be sent again (`repeatable: true`)',
		verdict: ({ again, lead }) => {
			if (!told(again)) return undefined;
			if (!again.ok) return [again.status >= 400, refusal(again)];
			if (again.body.id !== lead.id) return [false, 'it makes another lead'];
			return again.body.lastName === again.sent.lastName
				? [true, 'it assigns the lead again: its messages may start again']
				: [false, 'it returns the lead as it is'];
		},
	},
	{
		key: 'saysItIsThere',
		what: 'If a second `POST` is refused, it is with 409, or with a sentence that says so: exist, already, duplicate',
		otherwise: 'Documented nowhere',
		place: [UPDATE_OR_CREATE, 'export const meansAlreadyExists ='],
		ifNot:
			'After a lost answer, Create or Update may say that neither was done, although the lead is there',
		verdict: ({ again }) =>
			isRefused(again)
				? [meansAlreadyExists({ status: again.status, answer: again.said }), refusal(again)]
				: undefined,
	},
	{
		key: 'oneLead',
		what: 'One address is one lead of a user',
		so: 'Help',
		otherwise: 'Jan 2023 has an `id` for updates',
		place: [NEW_LEAD, 'export const personOf'],
		ifNot:
			'Leads that share an address are taken for one: the second is skipped, or updates the first',
		verdict: ({ again, lead }) => {
			if (!told(again) || (!again.ok && again.status < 400)) return undefined;
			if (!again.ok) return [true, 'a second one is refused'];
			return again.body.id === lead.id ? [true, 'the same lead'] : [false, 'another lead'];
		},
	},
	{
		key: 'unknownLead',
		what: `An update of an unknown address is refused with ${MAY_MEAN_ABSENT.join(', ')}, and makes no lead`,
		otherwise: 'Documented nowhere; Help: the upload sheet updates and creates',
		place: [UPDATE_OR_CREATE, 'export const MAY_MEAN_ABSENT ='],
		ifNot:
			'Create or Update never creates a lead and shows the refusal; or it does so by the update, and says `isNew: false`',
		verdict: ({ unknown, atOnce, upsert, isById }) => {
			if (!told(unknown)) return undefined;
			if (unknown.ok) return unknown.isFresh ? [false, 'it makes the lead'] : undefined;
			// The same update of a lead that exists must be accepted: otherwise it was refused for another reason.
			const isAcceptedOfOne = atOnce?.ok || (upsert?.ok && upsert.body.isNew === false);
			if (!isAcceptedOfOne || isById) return undefined;
			const isAbsent =
				MAY_MEAN_ABSENT.includes(unknown.status) &&
				!isAboutAssistant({ answer: unknown.said }, unknown.sent);
			return [isAbsent, refusal(unknown)];
		},
		standIn: ['leadStore.js', 'unknownLead'],
	},
	{
		key: 'atOnce',
		what: 'A lead that was created is found by an update at once',
		otherwise: 'Documented nowhere',
		place: [UPDATE_OR_CREATE, 'export const updateOrCreate'],
		ifNot: 'After a lost answer, Create or Update creates the lead once more',
		verdict: ({ atOnce, upsert }) => {
			if (!told(atOnce)) return undefined;
			if (atOnce.ok) return [true, 'accepted'];
			return upsert?.ok && upsert.body.isNew === false ? [false, refusal(atOnce)] : undefined;
		},
	},
	{
		key: 'wholeUpdate',
		what: 'An update may hold all that a creation holds, also the `type` and the `source`',
		so: 'Jan 2023 for the other fields; Salesforce',
		place: [UPDATE_OR_CREATE, 'const UPDATE ='],
		ifNot:
			'Create or Update cannot update a lead: it tries to create it, and its messages may start again',
		verdict: ({ upsert }) =>
			upsert?.ok && upsert.body.isNew
				? [false, 'the update was refused, and the lead created']
				: isAccepted(upsert),
	},
	{
		key: 'knownRefused',
		what: `An update of a lead that 7Targets has is not refused with ${MAY_MEAN_ABSENT.join(', ')}; or the creation that follows is refused, too`,
		otherwise: 'Documented nowhere',
		place: [UPDATE_OR_CREATE, 'const mayMeanAbsent ='],
		ifNot:
			'Create or Update creates the lead once more: its messages may start again, and `isNew` is wrong',
		untried: 'it would take leads that are deactivated, or of another user',
		standIn: ['leadStore.js', 'putDemands'],
	},
	{
		key: 'lateCreation',
		what: 'A creation that ended without an answer or with 5xx is over, or can be found, when the update follows up to a second later',
		otherwise: 'Documented nowhere',
		place: [UPDATE_OR_CREATE, 'Waits as for a busy server'],
		ifNot: 'Create or Update, and a Retry of Create, create the lead up to three times',
		untried: 'a bad moment cannot be had on purpose',
	},
	{
		key: 'updateMoves',
		what: 'An update with another assistant or sequence moves the lead to it',
		so: 'Jan 2023: both are among the fields of an update',
		otherwise: 'Salesforce sends a creation for that',
		place: ['nodes/SevenTargets/lead/update.ts', 'such as its sequence'],
		ifNot: 'Update and Create or Update succeed, and the lead stays with what it had',
		untried: 'it would take a second assistant, whose messages may start',
	},
	{
		key: 'updateFields',
		what: 'An update needs the lead, and what changes, and no more',
		so: 'Jan 2023: fields left out are not updated',
		otherwise: 'Jan 2023, the same page: `name`, `email` and `assistantEmail` are mandatory',
		place: [FIELDS, 'export const CHANGEABLE ='],
		ifNot:
			'Update is refused until those fields are added; the error names them. If the assistant was chosen by ID and the error does not name its email address, Create or Update creates the lead again',
		verdict: ({ partial, demanded }) =>
			partial?.ok || demanded?.ok ? isAccepted(partial) : undefined,
		standIn: ['leadStore.js', 'putDemands'],
	},
	{
		key: 'leftOut',
		what: 'A field that an update leaves out stays as it is',
		so: 'Jan 2023',
		place: ['nodes/SevenTargets/lead/update.ts', 'A field that is left out stays as it is.'],
		ifNot: 'An update blanks the fields that were not added',
		verdict: ({ upsert, partial, demanded }) => {
			const after = [partial, demanded].find((fact) => fact?.ok);
			if (!upsert?.ok || after === undefined || !upsert.body.phone) return undefined;
			const isKept = after.body.phone === upsert.body.phone;
			return [isKept, isKept ? 'the phone number stays' : 'the phone number is gone'];
		},
	},
	{
		key: 'updateStartsNothing',
		what: "An update does not start the lead's messages again, and may be sent twice",
		so: 'Help: the upload sheet does not restart',
		otherwise: 'Documented nowhere for the API',
		place: [UPDATE_OR_CREATE, 'repeatable: true }'],
		ifNot: 'Every update, and every Create or Update of a known lead, writes to the lead again',
		verdict: ({ upsert, partial, demanded, repeated, byIdOfLead }) => {
			if (partial?.ok && told(repeated) && !repeated.ok) return [false, refusal(repeated)];
			const times = [upsert, partial, demanded, repeated, byIdOfLead]
				.filter((fact) => fact?.ok && fact.body.nextScheduleTime !== undefined)
				.map(({ body }) => body.nextScheduleTime);
			if (times.length < 2) return undefined;
			const stays = times.every((time) => time === times[0]);
			return [stays, `\`nextScheduleTime\` ${stays ? 'stays' : 'changes'}`];
		},
	},
	{
		key: 'byIdAlone',
		what: 'The ID alone names a lead for an update or a stop',
		so: 'Jan 2023: `id`, and if left out, `email`',
		otherwise: 'Jan 2023, the same page: `email` is mandatory',
		place: ['nodes/SevenTargets/lead/which.ts', 'export function whichLead('],
		ifNot: 'A lead must be chosen by its email address; the error says so',
		verdict: ({ byIdOfLead, partial, demanded }) =>
			partial?.ok || demanded?.ok ? isAccepted(byIdOfLead) : undefined,
	},
	{
		key: 'capitals',
		what: 'Upper and lower case in an address make no difference: addresses go out in lower case',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/values.ts', 'export const leadEmail ='],
		ifNot:
			'A lead that was entered in 7Targets with capitals is not found, and is created once more',
		verdict: ({ capitals, lead, atOnce }) =>
			capitals?.ok
				? [
						capitals.body.id === lead.id,
						capitals.body.id === lead.id ? 'the same lead' : 'another lead',
					]
				: atOnce?.ok
					? isAccepted(capitals)
					: undefined,
	},
];

/** @type {Row[]} */
const LEAD_FIELDS = [
	{
		key: 'phone',
		what: "The phone number's name is `phone`",
		so: '2020, Jan 2023',
		otherwise: 'Salesforce: `phoneno`',
		place: [FIELDS, "'phone',"],
		ifNot: 'The phone number is lost without a word',
		verdict: ({ lead, taken }) => {
			if (lead === undefined) return undefined;
			const digits = (value) => String(value ?? '').replace(/\D/g, '');
			const isThere = digits(lead.phone) === digits(taken.phone);
			return [
				isThere,
				isThere
					? 'it comes back'
					: 'phoneno' in lead
						? 'it comes back as `phoneno`'
						: 'it does not come back',
			];
		},
	},
	{
		key: 'firstName',
		what: '`name` is the first name, and `designation` the job title',
		so: '2020, Jan 2023; Salesforce',
		place: [FIELDS, "field('First Name', 'name'"],
		ifNot: 'The assistant greets the lead with another name',
		untried: 'only the email shows it',
	},
	{
		key: 'salesType',
		what: '`SALES` is the type of a lead',
		so: '2020',
		otherwise: 'An earlier state of 2020: `WHATSAPP` or `SALES`',
		place: [FIELDS, "default: 'SALES'"],
		ifNot: 'Leads are refused until another type is entered',
		verdict: ({ lead }) =>
			lead?.type === undefined
				? undefined
				: [lead.type === 'SALES', lead.type === 'SALES' ? 'it is' : 'it comes back as another one'],
	},
	{
		key: 'website',
		what: 'Every lead may have a `source`, and `Website` is one',
		so: '2020, Jan 2023',
		place: [FIELDS, "value: 'Website'"],
		ifNot: 'Leads are refused until another source is entered',
		verdict: ({ byEmail, byId, taken }) => {
			if (taken?.source !== undefined) return [true, 'accepted'];
			const last = byId ?? byEmail;
			return taken === undefined && isRefused(last) && /source/i.test(last.said)
				? [false, refusal(last)]
				: undefined;
		},
	},
	{
		key: 'furtherFields',
		what: '`company`, `designation`, `industry`, `location`, `crm` and `externalId` are taken, with either login',
		so: 'Salesforce',
		otherwise: '2020 and Jan 2023 do not have them',
		place: [FIELDS, "field('Company', 'company'"],
		ifNot: 'A lead with such a field is refused, or the field is lost without a word',
		verdict: ({ further, partial, demanded }) =>
			partial?.ok || demanded?.ok ? isAccepted(further) : undefined,
	},
	{
		key: 'sources',
		what: `The newer sources are spelled as in the app: ${SPELLINGS.join(', ')}`,
		so: 'Help: release notes',
		otherwise: 'How the API spells them is documented nowhere',
		place: [FIELDS, 'const SOURCES = ['],
		ifNot: 'A lead with that source is refused, or has another one',
		verdict: ({ sources }) => {
			if (sources === undefined || !SPELLINGS.every((source) => told(sources[source])))
				return undefined;
			const refused = SPELLINGS.filter((source) => !sources[source].ok);
			if (refused.length === SPELLINGS.length && !sources[UNNAMED]?.ok) {
				return [false, `all are refused: ${refusal(sources[refused[0]])}`];
			}
			if (refused.length > 0) return [false, `refused: ${refused.join(', ')}`];
			return [
				true,
				sources[UNNAMED]?.ok
					? 'accepted, as any other text is'
					: 'accepted; one of no document is not',
			];
		},
	},
	{
		key: 'anySource',
		what: 'Any text is accepted as `source`: By Name and the column Lead Source send what they hold',
		so: '2020: "or other values as available in Source"',
		otherwise: 'Documented nowhere for text that is none of these values',
		place: [FIELDS, "columns: { 'Lead Source': 'Salesforce, Zoho CRM' }"],
		ifNot: 'A lead with a source of your CRM is refused until 7Targets adds that source',
		verdict: ({ sources }) =>
			SPELLINGS.some((source) => sources?.[source]?.ok) ? isAccepted(sources[UNNAMED]) : undefined,
	},
	{
		key: 'defaultSequence',
		what: "Without a sequence, a lead gets the assistant's own",
		so: '2020, Jan 2023',
		place: [FIELDS, 'ifBlank: "If it is blank, a new lead gets the assistant\'s own sequence."'],
		ifNot: 'The lead gets other messages than the form says',
		verdict: (seen) => {
			const sequence = writerOf(seen)?.defaultScheduleId;
			if (sequence === undefined || seen.lead.scheduleId === undefined) return undefined;
			const isSo = seen.lead.scheduleId === sequence;
			return [isSo, isSo ? "the assistant's own" : 'another one'];
		},
	},
	{
		key: 'scheduleName',
		what: 'With either login, a sequence may be named by `scheduleName`, in exactly its spelling',
		so: 'Oct 2022, Jan 2023; Salesforce',
		otherwise: '2020 has `scheduleId` alone',
		place: [FIELDS, '{ scheduleName: key }'],
		ifNot: 'A lead with the name of a sequence is refused, or gets the default one',
		untried: 'sequences cannot be listed',
	},
	{
		key: 'customFields',
		what: '`customFields` is a list of `{ name, value }`, the value as text, with either login',
		so: 'Jan 2023',
		otherwise: '2020 does not have them',
		place: ['nodes/SevenTargets/lead/customFields.ts', 'They go out as the API has them'],
		ifNot: 'A lead with custom fields is refused',
		untried: 'which ones an account has cannot be asked',
	},
	{
		key: 'assistantEmail',
		login: 'password',
		what: 'With a password, too, an assistant may be named by `assistantEmail`',
		so: 'March 2022, Jan 2023',
		otherwise: '2020: `assistantId` is mandatory',
		place: [FIELDS, '{ assistantEmail: found.email }'],
		ifNot:
			'A lead whose assistant was entered by email is refused, or goes to the default assistant; the ID is the way',
		verdict: ({ byEmail, lead }) => {
			if (lead === undefined) return undefined;
			const { assistantId = lead.assistantId } = byEmail?.ok ? byEmail.body : {};
			return assistantId === lead.assistantId
				? isAccepted(byEmail)
				: [false, 'accepted, but for another assistant'];
		},
	},
	{
		key: 'assistantId',
		login: 'oAuth2',
		what: 'With OAuth2, assistants are known by email address alone',
		so: 'March 2022, Jan 2023',
		otherwise: 'Nov 2020: `assistantId`',
		place: ['nodes/SevenTargets/authentication.ts', 'export const TAKES_ASSISTANT_ID'],
		ifNot: 'The node refuses an ID that 7Targets would take',
		verdict: ({ byId, lead, taken }) => {
			if (lead === undefined || !told(byId)) return undefined;
			if (!byId.ok) return [true, refusal(byId)];
			return lead.assistantId === taken.assistantId
				? [false, 'an ID is accepted']
				: [true, 'an ID is passed over'];
		},
	},
	{
		key: 'type',
		login: 'oAuth2',
		what: '`type` may be sent with OAuth2',
		so: '2020; answers show it',
		otherwise: 'No page since Nov 2020 has it in a request',
		place: [FIELDS, "'type',"],
		ifNot: 'Every creation with OAuth2 is refused',
		verdict: ({ byEmail, withoutType, upsert }) => {
			if (byEmail?.ok) return [true, 'accepted'];
			if (isRefused(byEmail)) return withoutType?.ok ? [false, refusal(byEmail)] : undefined;
			return upsert?.ok ? [true, 'accepted'] : undefined;
		},
	},
	{
		key: 'assistantOfUser',
		what: 'An assistant of another user, or none at all, is refused in words, or with 403',
		so: 'Jan 2023: the user must be assigned to all assistants that are used',
		otherwise: 'What is answered is documented nowhere',
		place: [OUTCOME, "'This login is not allowed to do that.'"],
		ifNot: 'The error does not say that it is the assistant',
		untried: 'it needs an assistant of another user',
	},
	{
		key: 'phoneAsTyped',
		what: 'A phone number may be written in any way',
		otherwise: '2020, Jan 2023: `+919123456789`; Help: one that is not valid is passed over',
		place: [FIELDS, 'It is sent as typed.'],
		ifNot: 'The phone number is lost without a word',
		untried: 'what becomes of it is seen in the app alone',
	},
	{
		key: 'unsubscribed',
		what: 'A lead that has unsubscribed, or whose address is not valid, is refused in words, or comes back with its state',
		so: 'Help',
		otherwise: 'What the API answers is documented nowhere',
		place: ['nodes/SevenTargets/lead/create.ts', 'ifRefused: () =>'],
		ifNot: 'The user does not see that nobody is written to',
		untried: 'it takes an address that has unsubscribed',
	},
	{
		key: 'emailStays',
		what: 'The address of a lead cannot be changed',
		so: 'Jan 2023',
		place: [FIELDS, 'fixed: true,'],
		ifNot: 'The form lacks a field',
		untried: 'it needs a second address',
	},
	{
		key: 'lengths',
		what: 'Texts of any length are taken, or refused in words',
		otherwise: 'Documented nowhere',
		place: [FIELDS, 'read = text'],
		ifNot: 'A long text is cut off without a word',
		untried: 'the answer does not show the long fields',
	},
	{
		key: 'customFieldsStay',
		what: '`customFields` of an update changes the fields in it and no others; a name that 7Targets does not know is refused',
		so: 'Jan 2023: fields left out are not updated',
		otherwise: 'Documented nowhere for the entries of the list',
		place: ['nodes/SevenTargets/lead/customFields.ts', 'A field without a value is left out.'],
		ifNot:
			'An update of one custom field deletes the others; or a misspelled one is lost without a word',
		untried: 'it would take custom fields of the account',
		standIn: ['sevenTargetsApi.js', 'sent[field] ?? lead[field]'],
	},
	{
		key: 'defaultContext',
		what: "A new lead without a context gets the assistant's own",
		so: 'Jan 2023',
		otherwise: '2020 does not say so',
		place: [FIELDS, "a new lead gets the assistant's own context."],
		ifNot: 'The assistant writes without a context',
		untried: 'no answer holds the context',
	},
	{
		key: 'typesInCapitals',
		what: 'Types are written in capitals',
		so: '2020: SALES',
		otherwise: 'Documented nowhere for other types',
		place: [FIELDS, 'A-Z_'],
		ifNot: "Map Automatically passes over a column with another type, and the form's is sent",
		untried: 'no other type is known',
	},
];

/** @type {Row[]} */
const STOPPING = [
	{
		key: 'stopFields',
		what: 'A stop needs the lead, and no more',
		so: 'Jan 2023: `id` or `email`',
		otherwise:
			'Jan 2023, the same page: more is mandatory; Salesforce sends all fields, with a blank `assistantEmail`',
		place: ['nodes/SevenTargets/lead/stopFollowUp.ts', '...whichLead(parameter)'],
		ifNot: 'Stop Follow-Up is refused until those fields are added; the error names them',
		verdict: ({ stop, stopped }) => (stop?.ok || stopped?.ok ? isAccepted(stop) : undefined),
		standIn: ['leadStore.js', 'putDemands'],
	},
	{
		key: 'stopAnswer',
		what: 'A stop ends all messages, and is answered with the lead and `nextScheduleTime: null`',
		so: 'Jan 2023',
		place: ['nodes/SevenTargets/lead/stopFollowUp.ts', '`nextScheduleTime: null`'],
		ifNot: 'The assistant may go on writing after Stop Follow-Up',
		verdict: ({ stopped }) =>
			stopped?.ok
				? [
						stopped.body.nextScheduleTime === null,
						stopped.body.nextScheduleTime === null
							? 'null'
							: `\`nextScheduleTime\` is ${formOfTime(stopped.body.nextScheduleTime)}`,
					]
				: undefined,
	},
	{
		key: 'stopTwice',
		what: 'A follow-up may be stopped twice',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/lead/stopFollowUp.ts', 'repeatable: true,'],
		ifNot: 'A retry of Stop Follow-Up fails, although the follow-up is stopped',
		verdict: ({ stopAgain }) => isAccepted(stopAgain),
	},
	{
		key: 'stopAbsent',
		what: `A stop of an unknown lead is refused with ${MAY_MEAN_ABSENT.join(', ')} and words such as "Lead not found", and no other stop is`,
		otherwise: 'Documented nowhere',
		place: [
			'nodes/SevenTargets/lead/stopFollowUp.ts',
			'Check that 7Targets has this lead: if it has, its emails go on.',
		],
		ifNot:
			'A workflow that passes over leads that 7Targets does not have stops at them, or passes over a lead that is followed up',
		untried: 'it stops no lead but its own',
		standIn: ['leadStore.js', 'unknownLead'],
	},
];

/** @type {Row[]} */
const LISTS = [
	{
		key: 'lastPage',
		what: 'A page after the last one is answered with an empty list',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/transport/pages.ts', 'if (entries.size === known'],
		ifNot: 'The list of assistants is an error: they are entered by hand',
		untried: 'the list itself shows it, as an error',
	},
	{
		key: 'listShape',
		what: 'The list of assistants is a bare array of objects',
		so: 'Jan 2023',
		otherwise:
			'Documented nowhere for a password; Spring, which such APIs are often made with, puts pages into `{ content: […] }`',
		place: [OUTCOME, 'Array.isArray(body) && body.every(isObject)'],
		ifNot: 'Assistants cannot be listed: they are entered by hand',
		verdict: ({ list, page }) => isInEach([list, page]),
	},
	{
		key: 'pages',
		what: 'The list of assistants counts pages from 0, by `page` and `size`',
		so: 'Jan 2023',
		place: ['nodes/SevenTargets/transport/pages.ts', 'for (let page = 0; ; page++)'],
		ifNot: 'The list lacks the first or the last assistants',
		verdict: ({ page, first, second }) => {
			const [all, one, two] = [page, first, second].map(idsOf);
			if (!all || !one || !two) return undefined;
			const isSo = one.length === 1 && two.length === 1 && one[0] === all[0] && two[0] === all[1];
			return [isSo, isSo ? 'they do' : 'pages of one do not begin as the whole list does'];
		},
	},
	{
		key: 'largestPage',
		what: `A page may have ${LARGEST_PAGE} assistants`,
		so: 'Jan 2023: 10 by default, and no bound',
		place: ['nodes/SevenTargets/transport/pages.ts', 'export const LARGEST_PAGE = 100;'],
		ifNot: 'Listing takes more requests; nothing is lost',
		verdict: ({ page, nextPage }) => {
			const [all, next] = [page, nextPage].map(idsOf);
			if (!all || !next) return undefined;
			const isSo = all.length >= LARGEST_PAGE || next.length === 0;
			return [isSo, isSo ? `${all.length} on the first page` : `${all.length} at most`];
		},
	},
	{
		key: 'order',
		what: '`sort=lastModifiedDate,desc` puts the assistant that was changed last first',
		so: 'Jan 2023',
		place: [LIST, "sort: 'lastModifiedDate,desc'"],
		ifNot: 'The list has another order; if that changes from page to page, it may lack some',
		verdict: ({ page, reversed, nextPage }) => {
			const [all, back, next] = [page, reversed, nextPage].map(idsOf);
			if (!all || !back || next?.length !== 0) return undefined;
			const isSo = all.join() === back.reverse().join();
			return [
				isSo,
				isSo ? 'the other way round, it is reversed' : 'the other way round, it is not reversed',
			];
		},
	},
	{
		key: 'search',
		what: '`searchString` finds assistants by their name, and nothing if none has it',
		so: 'Jan 2023: the parameter; what it looks into is documented nowhere',
		place: [LIST, 'qs: { searchString'],
		ifNot: 'Searching in the list shows too many assistants, or too few',
		verdict: ({ found: byName, nothing }) => {
			const [some, none] = [byName, nothing].map(idsOf);
			if (!some || !none) return undefined;
			const isSo = some.length > 0 && none.length === 0;
			return [isSo, isSo ? 'it does' : `${some.length} by a name, ${none.length} by nonsense`];
		},
	},
	{
		key: 'assistantFields',
		what: 'An assistant has an `id`, a `name`, and its address as `emailid`',
		so: 'Jan 2023',
		otherwise: 'Requests say `assistantEmail`',
		place: ['nodes/SevenTargets/assistant/search.ts', '({ id, name, emailid })'],
		ifNot: 'The list in the editor shows blanks, and what is chosen is refused',
		verdict: ({ page }) => {
			const [one] = page?.ok ? page.body : [];
			if (one === undefined) return undefined;
			const lacking = ['id', 'name', 'emailid'].filter((name) => !one[name]);
			return [
				lacking.length === 0,
				lacking.length === 0 ? 'all of them' : `it lacks ${lacking.join(', ')}`,
			];
		},
	},
	{
		key: 'listTime',
		what: 'A page of assistants comes within 10 seconds while the editor waits',
		otherwise: 'Documented nowhere',
		place: ['nodes/SevenTargets/assistant/search.ts', 'timeout: 10_000'],
		ifNot: 'The list in the editor shows an error; the assistant is entered by hand',
		untried: 'a bad moment cannot be had on purpose',
	},
];

/** The rows by their topics. */
const TOPICS = {
	'Logins and tokens': LOGINS,
	'Answers, errors and limits': ANSWERS,
	'Leads in answers': LEADS,
	'Creating and updating leads': CREATING,
	'The fields of a lead': LEAD_FIELDS,
	'Stopping a follow-up': STOPPING,
	'Lists of assistants': LISTS,
};

const ASSUMPTIONS = Object.values(TOPICS).flat();

module.exports = { ASSUMPTIONS, DOCUMENTS, TOPICS };
