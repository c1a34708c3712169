#!/usr/bin/env bash
# An MCP tool says additionalProperties: false, and runs without a word when a model misspells an optional argument.
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
	let received;
	const echo = (given) => {
		received = given;
		return { content: [{ type: 'text', text: 'created' }] };
	};
	const lead = { email: z.string(), sequence: z.string().optional() };
	server.registerTool('create', { inputSchema: lead }, echo);
	server.registerTool('create_strict', { inputSchema: z.object(lead).strict() }, echo);
	const client = new Client({ name: 'agent', version: '1.0.0' });
	const [one, other] = InMemoryTransport.createLinkedPair();
	await Promise.all([server.connect(one), client.connect(other)]);

	const { tools } = await client.listTools();
	const misspelled = { email: 'ana@lead.test', sequense: 'Trade fair' };
	const loose = await client.callTool({ name: 'create', arguments: misspelled });
	const strict = await client.callTool({ name: 'create_strict', arguments: misspelled });
	console.dir({ inputSchema: tools[0].inputSchema, received, loose, strict }, { depth: null });
	assert.deepEqual(tools[0].inputSchema, tools[1].inputSchema);
	assert.equal(tools[0].inputSchema.additionalProperties, false);
	assert.deepEqual(loose, { content: [{ type: 'text', text: 'created' }] });
	assert.deepEqual(received, { email: 'ana@lead.test' });
	assert.equal(strict.isError, true);
	assert.match(strict.content[0].text, /Unrecognized key\(s\) in object: 'sequense'/);
	process.exit();
})();
JS
