#!/usr/bin/env bash
# n8n's converter of JSON schemas refuses everything for `oneOf` with `required`, and nothing for `anyOf`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @n8n/json-schema-to-zod@1.16.0 zod@3.25.76

node - <<'JS'
const assert = require('node:assert/strict');
const { jsonSchemaToZod } = require('@n8n/json-schema-to-zod');

const taken = (conditions) => {
	const schema = jsonSchemaToZod({
		type: 'object',
		properties: { email: { type: 'string' }, phone: { type: 'string' } },
		...conditions,
	});
	return [{}, { email: 'ana@lead.test' }, { phone: '+1 555 0100' }].map(
		(lead) => schema.safeParse(lead).success,
	);
};
const either = [{ required: ['email'] }, { required: ['phone'] }];
const seen = {
	required: taken({ required: ['email'] }),
	oneOf: taken({ oneOf: either }),
	anyOf: taken({ anyOf: either }),
};
console.log(seen);
assert.deepEqual(seen, {
	required: [false, true, false],
	oneOf: [false, false, false],
	anyOf: [true, true, true],
});
JS
