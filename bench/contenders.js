// The same leads, sent in three ways: by this node, by n8n's HTTP Request node as a user would set it up for the same ten fields,
// and by a bare client that keeps its connections, as the floor.

const http = require('node:http');

const AT_A_TIME = 10;

/** Four fields come from the item and six are the same for all. */
const leads = (count) =>
	Array.from({ length: count }, (_, n) => ({
		firstName: `First ${n}`,
		lastName: `Last ${n}`,
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

/** @param operation and what its form holds beside the fields */
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
		options: { concurrency: AT_A_TIME },
	},
});

const httpRequestNode = (apiUrl) => ({
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
		options: {},
	},
});

/** Sends the leads as fast as Node can over connections that are kept, ten at a time. @returns milliseconds */
async function floor(apiUrl, count) {
	const agent = new http.Agent({ keepAlive: true, maxSockets: AT_A_TIME });
	const { hostname, port } = new URL(apiUrl);
	const send = (body) =>
		new Promise((resolve, reject) => {
			const request = http.request(
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
					response.on('end', () => resolve(JSON.parse(text)));
				},
			);
			request.on('error', reject);
			request.end(body);
		});
	const items = leads(count);
	const begun = performance.now();
	let next = 0;
	await Promise.all(
		Array.from({ length: AT_A_TIME }, async () => {
			while (next < items.length) {
				const { firstName, lastName, email, phone } = items[next++];
				const body = { ...FIELDS, name: firstName, lastName, email, phone };
				await send(JSON.stringify({ ...body, scheduleId: 56, assistantId: 11 }));
			}
		}),
	);
	const took = performance.now() - begun;
	agent.destroy();
	return took;
}

/** The update of a lead in all of the same fields. */
const ourUpdate = () => {
	const { email, ...fields } = FIELDS;
	const lead = { __rl: true, mode: 'email', value: email };
	return ourNode('update', { lead, updateFields: { ...fields, assistantId: ASSISTANT } });
};

module.exports = { floor, httpRequestNode, leads, ourNode, ourUpdate };
