/** What each code of Node's network stack means, as the end of the sentence "… cannot be reached: ". */
const MEANINGS: Record<string, string> = {
	ECONNREFUSED: 'it refuses the connection',
	ENOTFOUND: 'there is no server of that name',
	EAI_AGAIN: 'its name could not be looked up',
	EHOSTUNREACH: 'there is no way to it from this n8n',
	ENETUNREACH: 'there is no way to it from this n8n',
	ETIMEDOUT: 'it did not answer in time',
	ECONNABORTED: 'it did not answer in time',
	ECONNRESET: 'it broke off the connection',
	EPIPE: 'it broke off the connection',
	CERT_HAS_EXPIRED: 'its TLS certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'its TLS certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its TLS certificate cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate belongs to another name',
	EPROTO: 'it does not speak TLS',
};

/** The code of a failed request: n8n's helper hands on what axios and Node give, sometimes one level down. */
export function networkErrorCode(error: unknown): string | undefined {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') return cause.code;
	}
	return undefined;
}

/** The plain meaning of a network code, or undefined where the code says nothing of the network. */
export function networkErrorMeaning(code: string | undefined): string | undefined {
	if (code === undefined) return undefined;
	return MEANINGS[code] ?? (code.startsWith('ERR_SSL') ? MEANINGS.EPROTO : undefined);
}
