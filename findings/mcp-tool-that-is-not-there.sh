#!/usr/bin/env bash
# callTool of a tool that does not exist, or with wrong arguments, throws nothing: it is a result.
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
	server.registerTool('create', { inputSchema: { score: z.number() } }, () => ({ content: [] }));
	const client = new Client({ name: 'agent', version: '1.0.0' });
	const [one, other] = InMemoryTransport.createLinkedPair();
	await Promise.all([server.connect(one), client.connect(other)]);

	const missing = await client.callTool({ name: 'creat', arguments: { score: 7 } });
	const wrong = await client.callTool({ name: 'create', arguments: { score: '7' } });
	console.dir({ missing, wrong }, { depth: null });
	assert.deepEqual(missing, {
		content: [{ type: 'text', text: 'MCP error -32602: Tool creat not found' }],
		isError: true,
	});
	assert.equal(wrong.isError, true);
	assert.match(
		wrong.content[0].text,
		/^MCP error -32602: .*Expected number, received string at score$/,
	);
	process.exit();
})();
JS
