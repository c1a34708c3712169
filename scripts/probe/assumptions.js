// What the node assumes about 7Targets and Cognito: docs/assumptions.md says what, and here is how the probe finds out.

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { built, isAnswer, isOfOtherShape, isRefused, told } = require('./facts');
const { SPELLINGS, UNNAMED } = require('./steps');

const { isAboutAssistant, MAY_MEAN_ABSENT, meansAlreadyExists } = built(
	'nodes/SevenTargets/lead/updateOrCreate.js',
);
const { LARGEST_PAGE } = built('nodes/SevenTargets/transport/pages.js');

/** Text of 7Targets goes between these quotation marks: there, a report shows only the words of a fixed list. */
const quoted = (said) => `“${String(said).replace(/[“”]/g, '"')}”`;
const refusal = ({ said }) => `refused: ${quoted(said)}`;

const either = (isSo, ifSo, ifNot) => [isSo, isSo ? ifSo : ifNot];
const complete = (lacking) =>
	either(lacking.length === 0, 'all of them', `it lacks ${lacking.join(', ')}`);

/** The request is accepted. It tells nothing if none of the other requests `given` was: then it was refused for another reason. */
function accepted(seen, name, ...given) {
	const fact = seen[name];
	if (!told(fact) || (given.length > 0 && !given.some((other) => seen[other]?.ok))) return;
	return either(fact.ok, 'accepted', refusal(fact));
}

/** Each success holds what was asked for. */
function holds(seen, ...names) {
	const facts = names.map((name) => seen[name]);
	const other = facts.find(isOfOtherShape);
	if (other === undefined) return facts.some((fact) => fact?.ok) ? [true, 'it is'] : undefined;
	return [false, `answered with status ${other.status}, but not as expected`];
}

/** All facts of the probe that are answers. */
const answersIn = (seen) => Object.values(seen).flat().filter(isAnswer);

/** Judges the IDs in lists of assistants, if all of the lists came. */
const lists = (seen, names, judge) =>
	names.every((name) => seen[name]?.ok)
		? judge(...names.map((name) => seen[name].body.map(({ id }) => id)))
		: undefined;

/** The login works, or 7Targets' reason says that such a login does not. */
function logsIn({ login, list }, refused) {
	if (login) return [true, 'logged in'];
	return refused.test(list?.said) ? [false, quoted(list.said)] : undefined;
}

/** The login works for listing, updating and stopping. */
function worksForAll(seen) {
	const isBarred = (name) => isRefused(seen[name]) && [401, 403].includes(seen[name].status);
	return accepted(seen, ['list', 'upsert', 'stop'].find(isBarred) ?? 'list');
}

function formOfTime(value) {
	if (typeof value === 'number') return `a number of ${String(value).length} digits`;
	if (typeof value !== 'string') return `no text, but ${value === null ? 'null' : typeof value}`;
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return 'ISO 8601';
	return `text such as ${value.replace(/\d/g, '9').replace(/\p{L}/gu, 'a').slice(0, 40)}`;
}

/** The fields of a lead that the documents show in an answer, except those with their own row. */
const ANSWERED = ['name', 'lastName', 'type', 'email', 'assistantId', 'state', 'subState'];

// From the facts by their names in steps.js: whether it is so, and what was found; undefined if they do not tell. Laid out by hand.
/** @type {Record<string, (seen: any) => any>} */
// prettier-ignore
const VERDICTS = {
	passwordLogin: (s) => logsIn(s, /not allow this kind of login|login step/),
	clientLogin: (s) => logsIn(s, /unauthorized_client|invalid_scope|unsupported_grant_type/),
	expiry: ({ login }) => {
		if (login?.lifetime === undefined) return;
		if (login.end === Number.MAX_SAFE_INTEGER) return [false, 'the login does not say how long'];
		const used = Math.round((login.end - login.begun) / 1000);
		return [used <= login.lifetime, `it lasts ${login.lifetime} seconds, and is used for ${used}`];
	},
	user: ({ login }) => login?.namesOfUser &&
		either(login.namesOfUser.length > 0, `claims: ${login.namesOfUser.join(', ')}`, 'no claim of the token is the username'),
	userIdentifier: (s) => accepted(s, 'list'),
	header: ({ list, authorization, authentication }) => {
		if (![list, authorization, authentication].every(told)) return;
		const names = Object.entries({ Authorization: authorization, Authentication: authentication }).filter(([, { ok }]) => ok).map(([name]) => name);
		if (!list.ok && names.length === 0) return;
		const counts = names.length === 0 ? 'under both together' : `under ${names.join(', and under ')}`;
		return [list.ok, `it counts ${counts}${list.ok ? '' : ', but not under both together'}`];
	},
	refusedToken: ({ spoiled, list }) => told(spoiled) && list?.ok
		? [spoiled.status === 401, `status ${spoiled.status} for a token that was spoiled`] : undefined,
	olderTokens: (s) => accepted(s, 'olderToken', 'list'),
	idToken: worksForAll,
	noList: ({ list, lead }) => (isRefused(list) && lead !== undefined ? [list.status === 404, `status ${list.status}`] : undefined),
	scope: worksForAll,
	json: (seen) => {
		const answers = answersIn(seen);
		const isSo = answers.some(({ ok, keys = [] }) => ok || keys.length > 0);
		return answers.length === 0 ? undefined : either(isSo, 'it answers with JSON', `it answers with status ${answers[0].status}`);
	},
	errorBody: (seen) => {
		const refusals = answersIn(seen).filter((fact) => 'hasSentence' in fact && isRefused(fact));
		const without = refusals.filter(({ hasSentence }) => !hasSentence);
		const keys = [...new Set((without.length > 0 ? without : refusals).flatMap((fact) => fact.keys))];
		if (refusals.length === 0) return;
		return [without.length === 0, keys.length === 0 ? 'the body has no keys' : `the keys are ${quoted(keys.join(', '))}`];
	},
	missing: ({ incomplete, lead, withoutType }) => {
		if (incomplete?.ok) return [false, 'accepted'];
		// If a whole lead is not accepted either, this one was refused for another reason.
		if (!isRefused(incomplete) || lead === undefined || withoutType?.ok) return;
		return [/\be-?mail/i.test(incomplete.said), refusal(incomplete)];
	},
	atATime: ({ many }) => {
		const refused = many?.filter(({ status }) => status === 429).length;
		if (refused > 0) return [false, `${refused} of ${many.length} were refused`];
		return many?.every(told) ? [true, `none of ${many.length} was refused`] : undefined;
	},
	answerHasId: (s) => holds(s, 'byId', 'byEmail', 'withoutType'),
	updateHasId: (s) => holds(s, 'atOnce', 'upsert', 'partial', 'demanded', 'stop'),
	wholeNumbers: ({ lead, page }) => {
		const ids = [lead, ...(page?.ok ? page.body : [])].filter(Boolean).map(({ id }) => id);
		const other = ids.find((id) => !Number.isSafeInteger(id));
		return ids.length === 0 ? undefined : either(other === undefined, 'all of them', `some are a ${typeof other}`);
	},
	answerFields: ({ lead }) => lead && complete(ANSWERED.filter((name) => !(name in lead))),
	nextScheduleTime: ({ lead }) => lead && [formOfTime(lead.nextScheduleTime) === 'ISO 8601', formOfTime(lead.nextScheduleTime)],
	secondPost: ({ again, lead }) => {
		if (!told(again)) return;
		if (!again.ok) return [again.status >= 400, refusal(again)];
		if (again.body.id !== lead.id) return [false, 'it makes another lead'];
		if (again.body.lastName !== again.sent.lastName) return [false, 'it returns the lead as it is'];
		return [true, 'it assigns the lead again: its messages may start again'];
	},
	saysItIsThere: ({ again }) => (isRefused(again) ? [meansAlreadyExists({ status: again.status, answer: again.said }), refusal(again)] : undefined),
	oneLead: ({ again, lead }) => {
		if (!told(again) || (!again.ok && again.status < 400)) return;
		return again.ok ? either(again.body.id === lead.id, 'the same lead', 'another lead') : [true, 'a second one is refused'];
	},
	unknownLead: ({ unknown, atOnce, upsert, isById, isFresh }) => {
		if (!told(unknown)) return;
		if (unknown.ok) return isFresh ? [false, 'it makes the lead'] : undefined;
		// The same update of a lead that exists must be accepted: otherwise it was refused for another reason.
		if (!(atOnce?.ok || (upsert?.ok && upsert.body.isNew === false)) || isById) return;
		const isAbout = isAboutAssistant({ answer: unknown.said }, unknown.sent);
		return [MAY_MEAN_ABSENT.includes(unknown.status) && !isAbout, refusal(unknown)];
	},
	atOnce: ({ atOnce, upsert }) => told(atOnce) && (atOnce.ok || (upsert?.ok && upsert.body.isNew === false))
		? either(atOnce.ok, 'accepted', refusal(atOnce)) : undefined,
	wholeUpdate: (seen) => seen.upsert?.ok && seen.upsert.body.isNew ? [false, 'the update was refused, and the lead created'] : accepted(seen, 'upsert'),
	updateFields: (s) => accepted(s, 'partial', 'partial', 'demanded'),
	leftOut: ({ upsert, partial, demanded }) => {
		const after = [partial, demanded].find((fact) => fact?.ok);
		if (!upsert?.ok || after === undefined || !upsert.body.phone) return;
		return either(after.body.phone === upsert.body.phone, 'the phone number stays', 'the phone number is gone');
	},
	updateStartsNothing: ({ upsert, partial, demanded, repeated, byIdOfLead }) => {
		if (partial?.ok && told(repeated) && !repeated.ok) return [false, refusal(repeated)];
		const times = [upsert, partial, demanded, repeated, byIdOfLead]
			.filter((fact) => fact?.ok && fact.body.nextScheduleTime !== undefined).map(({ body }) => body.nextScheduleTime);
		const stays = times.every((time) => time === times[0]);
		return times.length < 2 ? undefined : [stays, `\`nextScheduleTime\` ${stays ? 'stays' : 'changes'}`];
	},
	byIdAlone: (s) => accepted(s, 'byIdOfLead', 'partial', 'demanded'),
	capitals: (seen) => seen.capitals?.ok
		? either(seen.capitals.body.id === seen.lead.id, 'the same lead', 'another lead') : accepted(seen, 'capitals', 'atOnce'),
	phone: ({ lead, taken }) => {
		if (lead === undefined) return;
		const [is, was] = [lead, taken].map(({ phone }) => String(phone ?? '').replace(/\D/g, ''));
		return either(is === was, 'it comes back', 'phoneno' in lead ? 'it comes back as `phoneno`' : 'it does not come back');
	},
	salesType: ({ lead }) => lead?.type === undefined ? undefined : either(lead.type === 'SALES', 'it is', 'it comes back as another one'),
	website: ({ byEmail, byId = byEmail, taken }) => {
		if (taken?.source !== undefined) return [true, 'accepted'];
		return taken === undefined && isRefused(byId) && /source/i.test(byId.said) ? [false, refusal(byId)] : undefined;
	},
	furtherFields: (s) => accepted(s, 'further', 'partial', 'demanded'),
	sources: (seen) => {
		if (!SPELLINGS.every((source) => told(seen[source]))) return;
		const refused = SPELLINGS.filter((source) => !seen[source].ok);
		const takesAny = seen[UNNAMED]?.ok;
		if (refused.length === SPELLINGS.length && !takesAny) return [false, `all are refused: ${refusal(seen[refused[0]])}`];
		if (refused.length > 0) return [false, `refused: ${refused.join(', ')}`];
		return [true, takesAny ? 'accepted, as any other text is' : 'accepted; one of no document is not'];
	},
	anySource: (s) => accepted(s, UNNAMED, ...SPELLINGS),
	defaultSequence: ({ lead, page }) => {
		const sequence = page?.body?.find(({ id }) => id === lead?.assistantId)?.defaultScheduleId;
		if (sequence === undefined || lead?.scheduleId === undefined) return;
		return either(lead.scheduleId === sequence, "the assistant's own", 'another one');
	},
	assistantEmail: (seen) => {
		const { lead, byEmail } = seen;
		if (lead === undefined) return;
		const { assistantId = lead.assistantId } = byEmail?.ok ? byEmail.body : {};
		return assistantId === lead.assistantId ? accepted(seen, 'byEmail') : [false, 'accepted, but for another assistant'];
	},
	assistantId: ({ lead, byId, taken }) => {
		if (lead === undefined || !told(byId)) return;
		return byId.ok ? either(lead.assistantId !== taken.assistantId, 'an ID is passed over', 'an ID is accepted') : [true, refusal(byId)];
	},
	type: ({ byEmail, withoutType, upsert }) => {
		if (isRefused(byEmail)) return withoutType?.ok ? [false, refusal(byEmail)] : undefined;
		return byEmail?.ok || upsert?.ok ? [true, 'accepted'] : undefined;
	},
	stopFields: (s) => accepted(s, 'stop', 'stop', 'stopped'),
	stopAnswer: ({ stopped }) => stopped?.ok
		? either(stopped.body.nextScheduleTime === null, 'null', `\`nextScheduleTime\` is ${formOfTime(stopped.body.nextScheduleTime)}`) : undefined,
	stopTwice: (s) => accepted(s, 'stopAgain'),
	listShape: (s) => holds(s, 'list', 'page'),
	pages: (s) => lists(s, ['page', 'first', 'second'], (all, one, two) => either(
		one.length === 1 && two.length === 1 && one[0] === all[0] && two[0] === all[1],
		'they do', 'pages of one do not begin as the whole list does')),
	largestPage: (s) => lists(s, ['page', 'nextPage'], (all, next) => either(
		all.length >= LARGEST_PAGE || next.length === 0, `${all.length} on the first page`, `${all.length} at most`)),
	order: (s) => lists(s, ['page', 'reversed', 'nextPage'], (all, back, next) => next.length > 0 ? undefined : either(
		all.join() === back.reverse().join(), 'the other way round, it is reversed', 'the other way round, it is not reversed')),
	search: (s) => lists(s, ['found', 'nothing'], (some, none) => either(
		some.length > 0 && none.length === 0, 'it does', `${some.length} by a name, ${none.length} by nonsense`)),
	assistantFields: ({ page }) => page?.ok && page.body.length > 0
		? complete(['id', 'name', 'emailid'].filter((name) => !page.body[0][name])) : undefined,
};

const ROW =
	/^- \[(\w+)\]\(\.\.\/([^#]+)#:~:text=(\S+)\)(?:, \[(.+)\]\(\.\.\/test\/support\/(\S+)\))?(?: _\((\w+)\)_)?: (.+) \(([^()]+)\)\.<br>(.+?)\.(?: _Untried: (.+)\._)?$/;

/**
 * The rows of docs/assumptions.md. `place` and `standIn` are a file and a text in it: where the behavior can be changed, and what takes
 * the other reading. `login` is set if the row is about only one, and `untried` says why the probe does not try it.
 */
const ASSUMPTIONS = readFileSync(join(__dirname, '../../docs/assumptions.md'), 'utf8')
	.replace(/^[^]*?\n### /, '')
	.split('\n')
	.filter((line) => line.startsWith('- '))
	.map((line) => {
		const [, key, file, text, other, otherFile, only, what, says, ifNot, untried] =
			ROW.exec(line) ?? [];
		if (key === undefined) throw new Error(`docs/assumptions.md: this is no row: ${line}`);
		const place = [file, decodeURIComponent(text)];
		const login = only === 'OAuth2' ? 'oAuth2' : only;
		const standIn = other
			? [otherFile, other]
			: untried
				? undefined
				: ['contraryStandIns.js', `${key}:`];
		const tried = key in VERDICTS && { verdict: VERDICTS[key] };
		return { key, what, says, ifNot, place, login, standIn, untried, ...tried };
	});

module.exports = { ANSWERED, ASSUMPTIONS, VERDICTS };
