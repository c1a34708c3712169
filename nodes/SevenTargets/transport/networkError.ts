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
	EPROTO: 'the secure connection (https) did not work',
};

/** What Node's network stack says of a request that got no answer. */
export interface NetworkError {
	code: string;
	/** The call that failed, such as `connect`. */
	syscall?: string;
	message?: string;
}

/**
 * The network's own error in a failed request: n8n's helper hands on what axios and Node give, sometimes one level down.
 * n8n 1.x drops the error that it wraps, and keeps its code alone, as `httpCode`.
 */
export function networkErrorOf(error: unknown): NetworkError | undefined {
	const { httpCode } = (error ?? {}) as { httpCode?: unknown };
	return (
		causesOf(error).find(
			(cause): cause is Error & NetworkError => 'code' in cause && typeof cause.code === 'string',
		) ??
		(typeof httpCode === 'string' && networkErrorMeaning(httpCode) !== undefined
			? { code: httpCode }
			: undefined)
	);
}

/** An error and what it was thrown for, the outermost first. */
export function causesOf(error: unknown): Error[] {
	return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The plain meaning of a network code, or undefined where the code says nothing of the network. */
export function networkErrorMeaning(code: string | undefined): string | undefined {
	if (code === undefined) return undefined;
	return MEANINGS[code] ?? (code.startsWith('ERR_SSL') ? MEANINGS.EPROTO : undefined);
}

/**
 * Whether a request certainly did not reach the server, since no connection came about: refused, no name, no way, or
 * a TLS handshake that failed. Other TLS errors also come after the request has been carried out (measured: an answer
 * that is broken on its way is ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC).
 */
export function neverConnected({ code, syscall, message = '' }: NetworkError): boolean {
	if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code)) return true;
	if (/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code)) return syscall === 'connect';
	if (/CERT|VERIFY/.test(code)) return true;
	return (
		/^(EPROTO|ERR_SSL)/.test(code) &&
		/wrong.version.number|handshake.failure|unsupported.protocol|protocol.version|packet.length.too.long/i.test(
			`${code} ${message}`,
		)
	);
}
