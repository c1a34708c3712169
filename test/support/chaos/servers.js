const { FAULTS, LOGIN_FAULTS, MAY_BE_ABSENT } = require('../faults');
const { startCounter } = require('../servers');
const { startStandIns } = require('../standIns');
const { startFaultyProxy } = require('./faultyProxy');

/** Starts the servers of 7Targets, which fail according to a plan. */
async function startServers(plan) {
	const standIns = await startStandIns(plan.reading);
	const elsewhere = await startCounter();
	const proxies = [];
	const { cognito, tokenServer } = standIns;
	const front = async (target, fateOf) => {
		const proxy = await startFaultyProxy(target, fateOf, elsewhere.url);
		proxies.push(proxy);
		return proxy;
	};
	const known = plan.stories.flatMap(({ people }) => people.filter(({ isKnown }) => isKnown));
	known.forEach(({ email }, n) =>
		standIns.api.leads.push({
			...{ id: 1000 + n, name: 'Old', lastName: 'Old', type: 'SALES', email, phone: 'Old' },
			...{ scheduleId: 50, assistantId: 11, nextScheduleTime: new Date().toISOString() },
			...{ state: 'Cold', subState: 'Followup_1' },
		}),
	);

	const fates = new Map(Object.entries(plan.fates).map(([email, left]) => [email, [...left]]));
	/** The name of the fault that all requests to the API meet now. */
	let now;
	const seen = new Set();
	let revoked = new Set();
	const named = (name, all = FAULTS) =>
		name === undefined || name === 'none' ? undefined : { name, fault: all[name] };
	const api = await front(standIns.api.url, ({ method, headers, body }) => {
		if (now !== undefined) return named(now);
		const token = headers.authorization;
		if (revoked.has(token)) return { name: 'revoked', fault: FAULTS[401] };
		seen.add(token);
		const fate = fates.get(body.email)?.shift();
		// In answer to an update before a creation, this would say that the lead does not exist.
		const [, story, execution] = /^s(\d+)e(\d+)/.exec(body.context) ?? [];
		const operation = plan.stories[story]?.executions[execution].operation;
		const isMisleading =
			method === 'PUT' && /create|upsert/.test(operation) && MAY_BE_ABSENT.includes(Number(fate));
		return named(isMisleading ? '403' : fate);
	});
	const loginFront = async (kind, url) => {
		const left = [...plan.logins[kind]];
		return await front(new URL(url).origin, () => named(left.shift(), LOGIN_FAULTS));
	};
	const logins = {
		password: await loginFront('password', cognito.url),
		oAuth2: await loginFront('oAuth2', tokenServer.url),
	};
	return {
		standIns,
		elsewhere,
		api,
		logins,
		credentials: {
			password: standIns.login({ cognitoUrl: `${logins.password.url}/`, apiUrl: api.url }),
			oAuth2: standIns.client({ accessTokenUrl: `${logins.oAuth2.url}/token`, apiUrl: api.url }),
		},
		/** From now on, every request to the API meets this fault; undefined ends that. */
		doNow: (fault) => (now = fault),
		/** From now on, the API refuses all tokens that it has seen. */
		revoke: () => (revoked = new Set(seen)),
		setClock: (hours) => [cognito, tokenServer].forEach((server) => server.ageTokens(hours)),
		sayLifetime: (seconds) =>
			[cognito, tokenServer].forEach((server) => server.tokensLast(seconds)),
		stop: async () => {
			for (const proxy of proxies) await proxy.stop();
			elsewhere.stop();
			await standIns.stop();
		},
	};
}

module.exports = { startServers };
