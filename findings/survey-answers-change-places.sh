#!/usr/bin/env bash
# SurveyMonkey Trigger gives the answers of a matrix in the order of its columns: a yes and a no change places.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { createHmac } = require('node:crypto');
const { EventEmitter } = require('node:events');
const {
	SurveyMonkeyTrigger,
} = require('n8n-nodes-base/dist/nodes/SurveyMonkey/SurveyMonkeyTrigger.node.js');

const QUESTIONS = [
	{
		id: '1',
		family: 'matrix',
		subtype: 'single',
		headings: [{ heading: 'May we write to you?' }],
		answers: {
			rows: [
				{ id: '11', text: 'By email' },
				{ id: '12', text: 'By text message' },
			],
			choices: [
				{ id: '13', text: 'Yes' },
				{ id: '14', text: 'No' },
			],
		},
	},
	{
		id: '2',
		family: 'open_ended',
		subtype: 'multi',
		headings: [{ heading: 'Who are you?' }],
		answers: {
			rows: [
				{ id: '21', text: 'First name' },
				{ id: '22', text: 'Last name' },
				{ id: '23', text: 'Company' },
			],
		},
	},
];
// What the node makes of one response, whose answers name their rows as in SurveyMonkey's API.
const read = async (...answers) => {
	const parameters = {
		event: 'response_completed',
		objectType: 'survey',
		authentication: 'accessToken',
		resolveData: true,
		onlyAnswers: true,
	};
	const body = JSON.stringify({ object_id: '9', resources: { survey_id: '8' } });
	const credentials = { clientId: 'id', clientSecret: 'secret', accessToken: 'token' };
	const signature = createHmac('sha1', 'id&secret').update(body).digest('base64');
	const request = new EventEmitter();
	const context = {
		getNodeParameter: (name) => parameters[name],
		getCredentials: async () => credentials,
		getHeaderData: () => ({ 'sm-signature': signature }),
		getRequestObject: () => request,
		getWebhookName: () => 'default',
		getNode: () => ({ name: 'SurveyMonkey Trigger' }),
		helpers: {
			request: async ({ uri }) =>
				uri.includes('/responses/')
					? {
							survey_id: '8',
							pages: [
								{ questions: answers.map((given, index) => ({ id: `${index + 1}`, answers: given })) },
							],
						}
					: { pages: [{ questions: QUESTIONS }] },
		},
	};
	const answered = new SurveyMonkeyTrigger().webhook.call(context);
	setImmediate(() => {
		request.emit('data', body);
		request.emit('end');
	});
	return (await answered).workflowData[0][0].json;
};

(async () => {
	const seen = [
		await read(
			[
				{ row_id: '11', choice_id: '14' },
				{ row_id: '12', choice_id: '13' },
			],
			[
				{ row_id: '22', text: 'Lopez' },
				{ row_id: '23', text: 'Lead, Inc.' },
			],
		),
		await read([
			{ row_id: '11', choice_id: '14' },
			{ row_id: '12', choice_id: '14' },
		]),
	];
	console.log(seen);
	assert.deepEqual(seen, [
		{
			'May we write to you?': { 'By email': 'Yes', 'By text message': 'No' },
			'Who are you?': { 'First name': 'Lopez', 'Last name': 'Lead, Inc.', Company: '' },
		},
		{ 'May we write to you?': { 'By email': 'No', 'By text message': '' } },
	]);
})();
JS
