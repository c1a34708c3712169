const { bodyOf, listen } = require('./servers');

/** Answers in pieces, as the API for chat models does. */
function stream(response, model, message, finish_reason) {
	response.setHeader('content-type', 'text/event-stream');
	const chunk = { id: 'chatcmpl', object: 'chat.completion.chunk', created: 1, model };
	const tool_calls = message.tool_calls?.map((call, index) => ({ index, ...call }));
	const delta = { role: 'assistant', ...message, ...(tool_calls && { tool_calls }) };
	for (const choice of [
		{ index: 0, delta },
		{ index: 0, delta: {}, finish_reason },
	]) {
		response.write(`data: ${JSON.stringify({ ...chunk, choices: [choice] })}\n\n`);
	}
	response.end('data: [DONE]\n\n');
}

/**
 * A server that stands in for an OpenAI chat model: it calls its only tool, once with each of these inputs (those in a list at the same
 * time), and then says that it is done.
 */
async function startChatModel(...inputs) {
	const requests = [];
	const { url, stop } = await listen(async (request, response) => {
		const body = JSON.parse(await bodyOf(request));
		requests.push(body);
		let done = body.messages.filter(({ role }) => role === 'tool').length;
		const next = inputs.find((one) => (done -= [one].flat().length) < 0);
		const isDone = body.tools === undefined || next === undefined;
		const calls = [next].flat().map((input, n) => ({
			id: `call_${requests.length}_${n}`,
			type: 'function',
			function: {
				name: body.tools?.[0].function.name,
				arguments: JSON.stringify(input),
			},
		}));
		const message = isDone ? { content: 'Done.' } : { content: null, tool_calls: calls };
		const finish_reason = isDone ? 'stop' : 'tool_calls';
		if (body.stream) return stream(response, body.model, message, finish_reason);
		response.setHeader('content-type', 'application/json');
		response.end(
			JSON.stringify({
				id: `chatcmpl-${requests.length}`,
				object: 'chat.completion',
				created: 1,
				model: body.model,
				choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			}),
		);
	});
	/** The results of its calls, as the model was told. */
	const answers = () =>
		(requests.at(-1)?.messages ?? []).flatMap(({ role, content }) =>
			role === 'tool' ? [content] : [],
		);
	return { url: `${url}/v1`, requests, answers, stop };
}

module.exports = { startChatModel };
