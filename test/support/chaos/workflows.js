const { webhookWorkflow } = require('../n8n/webhook');

const MANY = { concurrency: 4, timeout: 3000 };

const LEAD = { __rl: true, mode: 'email', value: '={{ $json.email }}' };
const ALONG = {
	assistantId: { __rl: true, mode: 'email', value: 'rachel@example.com' },
	// Shows which execution a request belongs to.
	context: '={{ $json.mark }}',
};
const VALUES = {
	name: '={{ $json.name }}',
	lastName: '={{ $json.lastName }}',
	phone: '={{ $json.phone }}',
};
const NEW_LEAD = {
	...VALUES,
	...ALONG,
	email: '={{ $json.email }}',
	source: 'Website',
	type: 'SALES',
};

/** The node's form, by the operation. */
const FORMS = {
	create: NEW_LEAD,
	upsert: NEW_LEAD,
	update: { lead: LEAD, updateFields: { ...VALUES, ...ALONG } },
	// The fields that an API may demand for each update.
	stopFollowUp: { lead: LEAD, additionalFields: { name: VALUES.name, ...ALONG } },
};
const LOGINS = {
	password: { authentication: 'password' },
	oAuth2: { authentication: 'oAuth2' },
};

const pathOf = ({ operation, login, retriesOnFail }) =>
	[operation, login, retriesOnFail ? 'retries' : 'once'].join('-').toLowerCase();

const workflowOf = (kind) =>
	webhookWorkflow(pathOf(kind), {
		parameters: {
			operation: kind.operation,
			...LOGINS[kind.login],
			...FORMS[kind.operation],
			options: MANY,
		},
		...(kind.retriesOnFail && { retryOnFail: true, maxTries: 3, waitBetweenTries: 300 }),
	});

/** Adds and activates a workflow for every operation, login and way to retry; `credentials` by the login. */
async function addWorkflows(n8n, credentials) {
	for (const operation of Object.keys(FORMS)) {
		for (const login of Object.keys(LOGINS)) {
			for (const retriesOnFail of [true, false]) {
				const workflow = workflowOf({ operation, login, retriesOnFail });
				await n8n.activate(await n8n.addWorkflow(workflow, credentials[login]));
			}
		}
	}
}

module.exports = { addWorkflows, pathOf };
