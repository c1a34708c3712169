const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const https = require('node:https');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { environmentThrough, startProxy } = require('./proxy');
const { bodyOf, startListening } = require('./servers');
const { certificateFor } = require('./tls');

const SALESFORCE = 'acme.my.salesforce.com';
const HOSTS = [
	'api.hubapi.com',
	'api.pipedrive.com',
	'slack.com',
	'login.salesforce.com',
	SALESFORCE,
];

/** The answers of the services, by the start of `METHOD host/path`, with what n8n's nodes read of them. */
const ANSWERS = {
	'POST login.salesforce.com/services/oauth2/token': {
		access_token: 'none',
		instance_url: `https://${SALESFORCE}`,
	},
	'POST api.hubapi.com/contacts/v1/contact/createOrUpdate/': { vid: 1, isNew: false },
	'GET api.hubapi.com/contacts/v1/contact/vid/1/': { vid: 1, properties: {} },
	'POST api.hubapi.com/engagements/v1/engagements': { engagement: { id: 1, type: 'TASK' } },
	'POST slack.com/api/chat.postMessage': { ok: true, channel: 'C1', ts: '1.1' },
};

/**
 * A server that stands in for HubSpot, Pipedrive, Salesforce and Slack. Their addresses are fixed in n8n's nodes, so n8n goes
 * through a proxy whose tunnels all end here, and trusts a certificate with their names. It keeps what it was sent.
 */
async function startCrm() {
	const certificate = certificateFor(...HOSTS);
	/** @type {Array<{ call: string, body: any, query?: string }>} */
	const requests = [];
	let answers = Object.entries(ANSWERS);
	const server = https.createServer(certificate, async (request, response) => {
		const text = await bodyOf(request);
		const { pathname, searchParams } = new URL(String(request.url), 'https://localhost');
		const call = `${request.method} ${request.headers.host}${pathname}`;
		const isJson = /json/.test(request.headers['content-type'] ?? '');
		const body = isJson && text !== '' ? JSON.parse(text) : undefined;
		requests.push({ call, body, query: searchParams.get('q') ?? undefined });
		const [, answer] = answers.find(([start]) => call.startsWith(start)) ?? [];
		if (answer === undefined && request.method === 'PATCH') return response.writeHead(204).end();
		const isRefusal = answer?.refused !== undefined;
		const status = answer === undefined ? 404 : isRefusal ? 400 : 200;
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(isRefusal ? answer.refused : (answer ?? { message: 'Not found' })));
	});
	const proxy = await startProxy('tunnel', { port: await startListening(server) });
	const folder = mkdtempSync(join(tmpdir(), 'crm-'));
	const trusted = join(folder, 'cert.pem');
	writeFileSync(trusted, certificate.cert);
	return {
		/** The environment with which n8n's requests come here. */
		env: {
			...environmentThrough(proxy.url),
			NODE_EXTRA_CA_CERTS: trusted,
		},
		requests,
		/** From now on, calls that start with a key of `more` get its value as the answer, or 400 and what is in `refused`. */
		answer: (more) => void answers.unshift(...Object.entries(more)),
		reset: () => {
			requests.length = 0;
			answers = Object.entries(ANSWERS);
		},
		stop: async () => {
			await proxy.stop();
			await new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			});
			rmSync(folder, { recursive: true });
		},
	};
}

module.exports = { startCrm };
