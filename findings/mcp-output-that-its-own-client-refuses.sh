#!/usr/bin/env bash
# What the MCP SDK's server lets out, the SDK's client refuses, but only once it has listed the tools.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2 zod@3.25.76

node - <<'JS'
const assert = require('node:assert/strict');
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { InMemoryTransport } = require('@modelcontextprotocol/sdk/inMemory.js');
const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
const { z } = require('zod');

(async () => {
	const server = new McpServer({ name: 'crm', version: '1.0.0' });
	let created = 0;
	server.registerTool('create', { outputSchema: { id: z.string() } }, () => {
		created += 1;
		return { structuredContent: { id: '7', owner: 'Bob' }, content: [] };
	});
	const client = new Client({ name: 'agent', version: '1.0.0' });
	const [one, other] = InMemoryTransport.createLinkedPair();
	await Promise.all([server.connect(one), client.connect(other)]);

	const before = await client.callTool({ name: 'create' });
	await client.listTools();
	const after = await client.callTool({ name: 'create' }).catch(({ message }) => message);
	console.log({ before, after, created });
	assert.deepEqual(before.structuredContent, { id: '7', owner: 'Bob' });
	assert.match(
		after,
		/does not match the tool's output schema: data must NOT have additional properties/,
	);
	assert.equal(created, 2);
	process.exit();
})();
JS
