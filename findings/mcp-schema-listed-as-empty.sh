#!/usr/bin/env bash
# McpServer lists a tool without any argument if its schema is a union, or has a condition in zod 3.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2 zod@4.6.7

node - <<'JS'
const assert = require('node:assert/strict');
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { InMemoryTransport } = require('@modelcontextprotocol/sdk/inMemory.js');
const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
const zod4 = require('zod');
const zod3 = require('zod/v3');

const SCHEMAS = {
	condition: (z) =>
		z
			.object({ email: z.string().optional(), phone: z.string().optional() })
			.refine(({ email, phone }) => email ?? phone, 'An email or a phone'),
	union: (z) =>
		z.discriminatedUnion('kind', [
			z.object({ kind: z.literal('person'), email: z.string() }),
			z.object({ kind: z.literal('company'), domain: z.string() }),
		]),
};
(async () => {
	const server = new McpServer({ name: 'crm', version: '1.0.0' });
	for (const [version, z] of Object.entries({ zod3, zod4 })) {
		for (const [name, schema] of Object.entries(SCHEMAS)) {
			server.registerTool(`${name}_${version}`, { inputSchema: schema(z) }, () => ({ content: [] }));
		}
	}
	const client = new Client({ name: 'agent', version: '1.0.0' });
	const [one, other] = InMemoryTransport.createLinkedPair();
	await Promise.all([server.connect(one), client.connect(other)]);

	const { tools } = await client.listTools();
	const listed = tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties)]);
	const called = await client.callTool({ name: 'condition_zod3', arguments: {} });
	console.dir({ listed, called }, { depth: null });
	assert.deepEqual(listed, [
		['condition_zod3', []],
		['union_zod3', []],
		['condition_zod4', ['email', 'phone']],
		['union_zod4', []],
	]);
	assert.equal(called.isError, true);
	assert.match(called.content[0].text, /An email or a phone/);
	process.exit();
})();
JS
