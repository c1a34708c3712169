/** What each code of Node's network stack means, as the end of the sentence "… cannot be reached: ". */
const MEANINGS: Record<string, string> = {
	ECONNREFUSED: 'it refuses the connection',
	ENOTFOUND: 'there is no server with that name',
	EAI_AGAIN: 'its name could not be looked up',
	EHOSTUNREACH: 'your n8n has no connection to it',
	ENETUNREACH: 'your n8n has no connection to it',
	ETIMEDOUT: 'no answer came in time',
	ECONNABORTED: 'no answer came in time',
	ECONNRESET: 'the connection was cut',
	EPIPE: 'the connection was cut',
	CERT_HAS_EXPIRED: 'its security certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its security certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'its security certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its security certificate cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its security certificate belongs to another name',
	BLOCKED:
		"n8n's protection of inner networks blocks it. Ask whoever runs your n8n to allow it (N8N_SSRF_ALLOWED_HOSTNAMES)",
	EPROTO: 'the secure connection (https) did not work',
	ERR_INVALID_CHAR:
		'a field of the credential holds a sign that cannot be sent, perhaps an invisible one: enter it anew',
	ERR_INVALID_URL:
		"an address on the way cannot be read, perhaps that of the proxy in n8n's HTTPS_PROXY",
};

const meaningOf = (code = ''): string | undefined =>
	MEANINGS[code] ?? (code.startsWith('ERR_SSL') ? MEANINGS.EPROTO : undefined);

export interface Answer {
	kind: 'answer';
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** What came back for a request. */
export type Reply =
	| Answer
	/** A company's proxy refused to connect: it sent no part of the request on. */
	| { kind: 'proxy'; status: number }
	/** An answer that was cut off. */
	| { kind: 'brokenOff'; status: number }
	/** No answer. `message` is the code's meaning in plain words, or the error's own message if the code has none. */
	| { kind: 'silence'; code?: string; neverSent: boolean; message: string };

/** What n8n's helpers return if they are told to return the full response. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
	/** Only n8n's older helper returns it. */
	request?: ClientRequest;
}

/** The part of Node's ClientRequest that tells who answered, and how far a request got. */
interface ClientRequest {
	protocol?: string;
	/** `secureConnecting` until the TLS handshake is done. */
	socket?: { encrypted?: boolean; secureConnecting?: boolean } | null;
}

/**
 * What came back for a request. It never throws.
 *
 * @param response what n8n's helper returned; it may reject with what n8n throws
 * @param timeout milliseconds for the whole answer: axios' own timeout does not end an answer that drips
 */
export async function replyTo(response: Promise<FullResponse>, timeout: number): Promise<Reply> {
	const clock = AbortSignal.timeout(timeout);
	const late = new Promise<never>((_, reject) => {
		clock.addEventListener('abort', () => reject(clock.reason as Error), { once: true });
	});
	try {
		return replyOf(await Promise.race([response, late]));
	} catch (error) {
		return replyIn(error, clock.aborted);
	}
}

export function replyOf({ statusCode: status, headers, body, request }: FullResponse): Reply {
	return isOfProxy(status, request)
		? { kind: 'proxy', status }
		: { kind: 'answer', status, headers, body };
}

/**
 * What an error of n8n's helper says about the request. n8n wraps axios' error, and axios wraps Node's; n8n 1.x drops the error
 * that it wraps, and keeps only the status or code, as `httpCode`, and the answer's body if that is an object.
 *
 * @param isLate whether the request's deadline is over
 */
export function replyIn(error: unknown, isLate = false): Reply {
	const causes = causesOf(error);
	const failed = causes.find(({ response }) => typeof response?.status === 'number');
	const { httpCode, context } = (causes[0] ?? {}) as Failure;
	const text = causes.flatMap(({ message, messages = [] }) => [message, ...messages]).join('\n');
	// axios says this of an answer that was cut while its body came (measured with axios 1; with 1.12 in n8n 2.6, without the answer's status).
	const isCut = text.includes('stream has been aborted');
	if (failed?.response !== undefined) {
		const { status, headers = {}, data, request = failed.request } = failed.response;
		return answered({ statusCode: status, headers, body: data, request }, isCut);
	}
	if (typeof httpCode === 'string' && /^[1-5]\d\d$/.test(httpCode)) {
		return answered({ statusCode: Number(httpCode), headers: {}, body: context?.data }, isCut);
	}
	// What https-proxy-agent says if a proxy hangs up before it answers; the error has no code.
	const hungUp = text.includes('before receiving CONNECT response');
	const codes = [...causes.map(({ code }) => code), httpCode].filter(
		(one): one is string => typeof one === 'string',
	);
	if (causes.some(isBlocked)) codes.unshift('BLOCKED');
	const code = isLate
		? 'ETIMEDOUT'
		: hungUp || isCut
			? 'ECONNRESET'
			: (codes.find((one) => meaningOf(one) !== undefined) ?? refusedByNode(text) ?? codes[0]);
	const meaning = meaningOf(code) ?? causes[0]?.message ?? '';
	const request = causes.find((cause) => cause.request !== undefined)?.request;
	// Without a proxy, a request has a socket even before the socket is connected.
	const isAtProxy = hungUp || (request?.protocol === 'https:' && !request.socket);
	return {
		kind: 'silence',
		code,
		neverSent:
			isAtProxy ||
			request?.socket?.secureConnecting === true ||
			causes.some(isOfConnecting) ||
			neverConnected(code, text),
		message: isAtProxy ? `the proxy on the way did not connect (${meaning})` : meaning,
	};
}

/** A status of 2xx that comes as an error is an answer that was cut (measured: its body is empty). */
function answered(response: FullResponse, isCut = false): Reply {
	const reply = replyOf(response);
	return reply.kind === 'answer' && (isCut || (reply.status >= 200 && reply.status < 300))
		? { kind: 'brokenOff', status: reply.status }
		: reply;
}

/**
 * What a proxy answers to CONNECT comes back as if the API had answered it; but then the socket of a request to https is
 * not encrypted (measured). Only a proxy answers 407.
 */
function isOfProxy(status: number, request?: ClientRequest): boolean {
	const { protocol, socket } = request ?? {};
	return status === 407 || (protocol === 'https:' && !!socket && socket.encrypted !== true);
}

/** One of the errors in a failed request. */
interface Failure {
	message?: string;
	/** n8n keeps here the messages that it has replaced; in 1.x nothing else names the call that failed. */
	messages?: string[];
	code?: unknown;
	/** The call that failed, such as `connect`. */
	syscall?: unknown;
	response?: {
		status: number;
		headers?: Record<string, unknown>;
		data?: unknown;
		request?: ClientRequest;
	};
	request?: ClientRequest;
	httpCode?: unknown;
	context?: { data?: unknown };
	cause?: unknown;
	errors?: unknown;
}

/**
 * An error and all its causes, the outermost first: one cause each, or, if a server has several addresses, the errors of all of
 * them (AggregateError).
 */
export function causesOf(error: unknown): Failure[] {
	if (typeof error !== 'object' || error === null) return [];
	const { cause, errors } = error as Failure;
	return [error, ...causesOf(cause), ...(Array.isArray(errors) ? errors.flatMap(causesOf) : [])];
}

/** Whether n8n's protection against requests to inner networks says so (n8n 2.41: SsrfBlockedIpError). */
export const isBlocked = ({ message = '' }: Failure): boolean =>
	message.startsWith('The request was blocked because it resolves to a restricted IP address');

/** The code of an error with which Node refuses to send a request, where n8n leaves nothing but its text. */
const refusedByNode = (text: string): string | undefined =>
	/^Invalid character in header content/m.test(text)
		? 'ERR_INVALID_CHAR'
		: /^Invalid URL$/m.test(text)
			? 'ERR_INVALID_URL'
			: undefined;

const isOfConnecting = ({ syscall }: Failure) => syscall === 'connect' || syscall === 'getaddrinfo';

/**
 * Whether there was no connection, so that nothing was sent: refused, no name, or a TLS handshake that failed. An answer that is
 * spoiled on its way, after the request has been carried out, has the same texts in Node, but the code ERR_SSL_… where a handshake
 * has EPROTO (measured with Node 20, 22 and 24).
 */
function neverConnected(code = '', text = ''): boolean {
	return (
		/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|BLOCKED|ERR_INVALID_CHAR|ERR_INVALID_URL)$|CERT|VERIFY/.test(
			code,
		) ||
		/^connect E/m.test(text) ||
		text.includes('before secure TLS connection was established') ||
		(code === 'EPROTO' &&
			/wrong.version.number|handshake.failure|unsupported.protocol|protocol.version|packet.length.too.long/i.test(
				`${code} ${text}`,
			))
	);
}

/** Whether a proxy that answered with this status may let the same request through a moment later. */
export const isPassingProxy = (status: number) => status >= 500;

/** What the user reads about a proxy that refused. @param host where the request was to go */
export const proxySaid = (status: number, host: string) =>
	status === 407
		? `The proxy between your n8n and ${host} asks for a login (status 407). Nothing was sent. Ask whoever runs your network for the proxy's user and password, and put them into n8n's HTTPS_PROXY.`
		: `The proxy between your n8n and ${host} did not connect them (status ${status}). Nothing was sent. Ask whoever runs your network to let n8n reach ${host}.`;
