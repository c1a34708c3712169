import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { sendSigned } from '../../shared/n8n';

/** Sends a request to an API that refuses it with this error. @returns whether an answer of any status would have been taken */
async function takesAll(error: object): Promise<unknown> {
	let taken: unknown;
	const httpRequestWithAuthentication = async (_: string, request: IHttpRequestOptions) => {
		taken = request.ignoreHttpStatusErrors;
		throw error as Error;
	};
	const context = { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
	const url = 'https://api.lead.test/leads';
	await expect(sendSigned(context, 'sevenTargetsApi', { url }, () => {})).rejects.toBe(error);
	return taken;
}

// npm puts a newer n8n-workflow beside the node if it is installed without --legacy-peer-deps; the errors are made by that of n8n.
it('once an error of n8n lacks the answer, the next one is an answer', async () => {
	expect(await takesAll({ httpCode: '429', cause: { response: {} } })).toBe(false);
	expect(await takesAll({ httpCode: '429', response: {} })).toBe(false);
	expect(await takesAll({ httpCode: 'ECONNREFUSED' })).toBe(false);
	expect(await takesAll({ httpCode: '429' })).toBe(false);
	expect(await takesAll({ httpCode: '429' })).toBe(true);
});
