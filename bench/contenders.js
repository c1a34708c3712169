// The same leads, sent by this node; by n8n's HTTP Request node as a user would set it up for the same ten fields, without and with
// batches; and by a bare client that keeps its connections, with the best number at a time, as the lower bound.

const http = require('node:http');
const https = require('node:https');
const { setTimeout: sleep } = require('node:timers/promises');

// Automatic mapping takes names with digits for those of things.
const FIRST_NAMES = ['Ann', 'Ben', 'Cleo', 'Dora'];

/** Four fields come from the item and six are the same for all. */
const leads = (count) =>
	Array.from({ length: count }, (_, n) => ({
		firstName: FIRST_NAMES[n % FIRST_NAMES.length],
		lastName: 'Doe',
		email: `lead${n}@example.com`,
		phone: `+4930${n}`,
	}));

const FIELDS = {
	name: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	email: '={{ $json.email }}',
	phone: '={{ $json.phone }}',
	source: 'Website',
	type: 'SALES',
	scheduleId: '56',
	context: 'AI Sales Assistant',
	additionalInformationLine: 'It was a pleasure to meet you at the fair.',
};

const ASSISTANT = { __rl: true, mode: 'id', value: '11' };

/** @param form what the form of `operation` holds besides the fields */
const ourNode = (operation = 'create', form = {}) => ({
	type: 'n8n-nodes-7targets.sevenTargets',
	typeVersion: 1,
	parameters: {
		authentication: 'password',
		resource: 'lead',
		operation,
		...FIELDS,
		assistantId: ASSISTANT,
		additionalFields: {},
		...form,
		options: {},
	},
});

/** @param batching `{ size, pause }`: the items in a batch, and the milliseconds between two batches */
const httpRequestNode = (apiUrl, batching) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${apiUrl}/leads`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'sevenTargetsApi',
		sendBody: true,
		specifyBody: 'keypair',
		bodyParameters: {
			parameters: Object.entries({ ...FIELDS, assistantId: '11' }).map(([name, value]) => ({
				name,
				value,
			})),
		},
		options: batching
			? { batching: { batch: { batchSize: batching.size, batchInterval: batching.pause } } }
			: {},
	},
});

/**
 * Sends the leads as fast as Node can, over connections that are kept, reads the answers, and sends what is refused again after the time
 * that the server asks for.
 *
 * @param atATime how many requests are under way
 * @param ca the certificate to trust for a server over TLS
 * @returns the milliseconds that it took
 */
async function floor(apiUrl, count, atATime, ca) {
	const { hostname, port, protocol } = new URL(apiUrl);
	const { Agent, request: requestBy } = protocol === 'https:' ? https : http;
	const agent = new Agent({ keepAlive: true, maxSockets: atATime, ca });
	const send = (body) =>
		new Promise((resolve, reject) => {
			const request = requestBy(
				{
					hostname,
					port,
					agent,
					path: '/leads',
					method: 'POST',
					headers: {
						'content-type': 'application/json',
						'content-length': Buffer.byteLength(body),
						authorization: 'Bearer x',
					},
				},
				(response) => {
					let text = '';
					response.on('data', (data) => (text += data));
					response.on('end', () => {
						JSON.parse(text);
						resolve(response);
					});
				},
			);
			request.on('error', reject);
			request.end(body);
		});
	const items = leads(count);
	const begun = performance.now();
	let next = 0;
	await Promise.all(
		Array.from({ length: atATime }, async () => {
			while (next < items.length) {
				const { firstName, lastName, email, phone } = items[next++];
				const body = { ...FIELDS, name: firstName, lastName, email, phone };
				const text = JSON.stringify({ ...body, scheduleId: 56, assistantId: 11 });
				for (;;) {
					const { statusCode, headers } = await send(text);
					if (statusCode !== 429) break;
					await sleep(1000 * Number(headers['retry-after']));
				}
			}
		}),
	);
	const took = performance.now() - begun;
	agent.destroy();
	return took;
}

/** This node, set up to update the same fields of a lead. */
const ourUpdate = () => {
	const { email, ...fields } = FIELDS;
	const lead = { __rl: true, mode: 'email', value: email };
	return ourNode('update', { lead, updateFields: { ...fields, assistantId: ASSISTANT } });
};

module.exports = { floor, httpRequestNode, leads, ourNode, ourUpdate };
