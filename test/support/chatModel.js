const { bodyOf, listen } = require('./servers');

/** A server that stands in for an OpenAI chat model: it calls the one tool that it is offered, once, then says that it is done. */
async function startChatModel(toolInput) {
	const requests = [];
	const { url, stop } = await listen(async (request, response) => {
		const body = JSON.parse(await bodyOf(request));
		requests.push(body);
		const isDone = body.messages.some(({ role }) => role === 'tool');
		const call = {
			id: 'call_1',
			type: 'function',
			function: { name: body.tools?.[0].function.name, arguments: JSON.stringify(toolInput) },
		};
		const message = isDone ? { content: 'Done.' } : { content: null, tool_calls: [call] };
		response.setHeader('content-type', 'application/json');
		response.end(
			JSON.stringify({
				id: `chatcmpl-${requests.length}`,
				object: 'chat.completion',
				created: 1,
				model: body.model,
				choices: [
					{
						index: 0,
						message: { role: 'assistant', ...message },
						finish_reason: isDone ? 'stop' : 'tool_calls',
					},
				],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			}),
		);
	});
	return { url: `${url}/v1`, requests, stop };
}

module.exports = { startChatModel };
