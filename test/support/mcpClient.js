const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const {
	StreamableHTTPClientTransport,
} = require('@modelcontextprotocol/sdk/client/streamableHttp.js');

/** Connects to an MCP server, which may want a token, and does something with the connection. */
async function withMcp(
	url,
	/** @type {string | undefined} */ token,
	/** @type {(client: Client) => Promise<any>} */ work,
) {
	const client = new Client({ name: 'test', version: '1.0.0' });
	const headers = token === undefined ? undefined : { Authorization: `Bearer ${token}` };
	await client.connect(
		new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }),
	);
	try {
		return await work(client);
	} finally {
		await client.close();
	}
}

/**
 * Calls a tool of an MCP server, with the time limit that the client has by itself.
 *
 * @returns {Promise<string>} the text that it answers
 */
const callByMcp = async (url, name, input, /** @type {string | undefined} */ token = undefined) =>
	await withMcp(url, token, async (client) => {
		const result = await client.callTool({ name, arguments: input });
		return /** @type {Array<{ text: string }>} */ (result.content)[0].text;
	});

/**
 * The tools that an MCP server offers.
 *
 * @returns {Promise<Array<{ name: string, description?: string, inputSchema: { properties?: object } }>>}
 */
const toolsByMcp = async (url, /** @type {string | undefined} */ token = undefined) =>
	await withMcp(url, token, async (client) => (await client.listTools()).tools);

module.exports = { callByMcp, toolsByMcp };
