const { formOf, OF_A_LEAD, RACHEL } = require('../operations');
const { webhookWorkflow } = require('../n8n/webhook');

const MANY = { concurrency: 4, timeout: 3000 };

const VALUES = { lastName: '={{ $json.lastName }}', phone: '={{ $json.phone }}' };
/** The fields that an API may demand for each request; `context` shows which execution it belongs to. */
const ALONG = { name: '={{ $json.name }}', assistantId: RACHEL, context: '={{ $json.mark }}' };
const LOGINS = {
	password: { authentication: 'password' },
	oAuth2: { authentication: 'oAuth2' },
};

const pathOf = ({ operation, login, retriesOnFail }) =>
	[operation, login, retriesOnFail ? 'retries' : 'once'].join('-').toLowerCase();

const workflowOf = (kind) =>
	webhookWorkflow(pathOf(kind), {
		parameters: {
			...LOGINS[kind.login],
			...formOf(
				kind.operation,
				kind.operation === 'stopFollowUp' ? ALONG : { ...VALUES, ...ALONG },
			),
			options: MANY,
		},
		...(kind.retriesOnFail && { retryOnFail: true, maxTries: 3, waitBetweenTries: 300 }),
	});

/** Adds and activates a workflow for every operation, login and way to retry; `credentials` by the login. */
async function addWorkflows(n8n, credentials) {
	for (const operation of OF_A_LEAD) {
		for (const login of Object.keys(LOGINS)) {
			for (const retriesOnFail of [true, false]) {
				const workflow = workflowOf({ operation, login, retriesOnFail });
				await n8n.activate(await n8n.addWorkflow(workflow, credentials[login]));
			}
		}
	}
}

module.exports = { addWorkflows, pathOf };
