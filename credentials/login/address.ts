import { UserError } from 'n8n-workflow';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address as a URL, if a password or token may be sent to it: https, or http to this machine itself.
 *
 * @param label the name of the address in the error
 * @throws UserError that names `label` and says what to change
 */
export function safeAddress(address: unknown, label: string): URL {
	const text = typeof address === 'string' ? address.trim() : '';
	if (text === '') throw new UserError(`The ${label} is blank. Fill it in.`);
	if (!URL.canParse(text)) {
		throw new UserError(
			`The ${label} is not a web address. Enter one that starts with https:// and try again.`,
		);
	}
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') {
		throw new UserError(`The ${label} must not hold a username or password. Remove them from it.`);
	}
	if (url.protocol === 'https:') return url;
	if (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) return url;
	throw new UserError(
		`The ${label} must start with https://, because others could read your login otherwise. Nothing was sent.`,
	);
}
