const { leadStore } = require('./leadStore');
const { bodyOf, listen } = require('./servers');

/**
 * A server in place of the API, which fails as it is told. Unless it is told how to read the API's documents, it carries out every
 * request: it takes an address again and again, so that a lead that is created twice is counted and not refused, and it treats PUT
 * like POST.
 *
 * @typedef {{ status: number, headers?: Record<string, string>, body?: string, created?: boolean, delay?: number }} Answer
 */
async function startFaultyApi() {
	const requests = [];
	let leads = [];
	/** @type {ReturnType<typeof leadStore> | undefined} */
	let store;
	/** @type {(request: any) => string | Answer} */
	let plan = () => 'create';
	/** @type {(n: number) => boolean} */
	let isCut = () => false;
	const timers = new Set();
	const { url, stop } = await listen(async (request, response) => {
		const { headers, method, url: path } = request;
		/** @type {any} */
		const seen = { n: requests.length + 1, headers, method, path, at: Date.now() };
		requests.push(seen);
		response.on('close', () => {
			seen.isAnswered = response.writableFinished;
			seen.endedAt = Date.now();
		});
		if (isCut(seen.n)) return request.socket.destroy();
		const text = await bodyOf(request);
		const body = text.startsWith('{') ? JSON.parse(text) : {};
		Object.assign(seen, { body, email: body.email });
		const fault = plan(seen);
		const carryOut = () => {
			const answer = done();
			seen.done = answer.status < 300;
			return answer;
		};
		const done = () => {
			if (store === undefined) {
				const lead = { id: leads.length + 1, ...body, state: 'New' };
				leads.push(lead);
				return { status: 201, body: lead };
			}
			const pages = {
				'POST /leads': store.create,
				'PUT /leads': store.update,
				'PUT /leads/stop/followup': store.stop,
			};
			const page = pages[`${method} ${path}`];
			if (page === undefined) throw new Error(`faultyApi.js has no page ${method} ${path}`);
			return page(body);
		};
		const json = { 'content-type': 'application/json' };
		if (typeof fault === 'object') {
			if (fault.created) carryOut();
			if (fault.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
			response.writeHead(fault.status, fault.headers ?? json).end(fault.body ?? '');
			return;
		}
		switch (fault) {
			case 'create': {
				const answer = carryOut();
				return response.writeHead(answer.status, json).end(JSON.stringify(answer.body));
			}
			case 'resetAfter':
				carryOut();
				return request.socket.destroy();
			case 'silent':
				return;
			case 'createdButSilent':
				carryOut();
				return;
			case 'half': {
				const text = JSON.stringify(carryOut().body);
				response.writeHead(201, { ...json, 'content-length': text.length });
				response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
				return;
			}
			case 'endless': {
				carryOut();
				response.writeHead(201, json);
				response.write('{"id":1,"name":"');
				const timer = setInterval(() => response.write('x'), 20);
				timers.add(timer);
				response.on('close', () => clearInterval(timer));
				return;
			}
			case 'brokenJson':
				carryOut();
				return response.writeHead(201, json).end('{"id":1,"na');
			case 'wrongType':
				carryOut();
				return response.writeHead(201, { 'content-type': 'text/html' }).end('<h1>Created</h1>');
		}
		throw new Error(`no such fault: ${fault}`);
	});
	return {
		url,
		requests,
		/** How often each address was created. */
		created: () =>
			leads.reduce((sum, { email }) => sum.set(email, (sum.get(email) ?? 0) + 1), new Map()),
		/** From now on, there are no leads, and new ones are handled as a reading says (see `leadStore`). @returns the store of the leads */
		readAs: (reading) => (store = leadStore(reading)),
		/** `plan({ n, method, path, headers, body, email })` names what happens to the n-th request. */
		plan: (next) => (plan = next),
		/** `isCut(n)` says whether the connection of the n-th request is cut before its body is read. */
		cutBefore: (next) => (isCut = next),
		reset: () => {
			requests.length = 0;
			leads = [];
			store = undefined;
			plan = () => 'create';
			isCut = () => false;
		},
		stop: async () => {
			for (const timer of timers) clearInterval(timer);
			await stop();
		},
	};
}

module.exports = { startFaultyApi };
