const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const {
	StreamableHTTPClientTransport,
} = require('@modelcontextprotocol/sdk/client/streamableHttp.js');

/** Calls a tool of an MCP server, with the time limit that the client has by itself. @returns the text that it answers */
async function callByMcp(url, name, input) {
	const client = new Client({ name: 'test', version: '1.0.0' });
	await client.connect(new StreamableHTTPClientTransport(new URL(url)));
	try {
		const result = await client.callTool({ name, arguments: input });
		return /** @type {Array<{ text: string }>} */ (result.content)[0].text;
	} finally {
		await client.close();
	}
}

module.exports = { callByMcp };
