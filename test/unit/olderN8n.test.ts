import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { mayReadField, sendSigned, showHint, workflowSettings } from '../../shared/n8n';

/** An n8n that lacks all that one of those from 1.85 on may lack. */
jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	isSafeObjectProperty: undefined,
	NodeOperationError: class {},
}));

const contextOf = (members: object) => members as IExecuteFunctions;

it('leaves every field of an item to n8n', () => expect(mayReadField('email')).toBe(false));

it('knows no settings of the workflow', () => expect(workflowSettings(contextOf({}))).toEqual({}));

it('shows no hint to an agent', () =>
	expect(() => showHint(contextOf({}), { message: 'Leads created: 1.' })).not.toThrow());

describe('a request', () => {
	const request: IHttpRequestOptions = { url: 'https://api.lead.test/leads' };
	const answerOf = (statusCode: number) => ({ statusCode, headers: {}, body: 'No' });

	/** Sends it to an API that gives these answers, and fails unless the answer may have any status. */
	async function sent(...statuses: number[]) {
		const calls: unknown[] = [];
		const httpRequestWithAuthentication = async (type: string, options: IHttpRequestOptions) => {
			calls.push([type, options.ignoreHttpStatusErrors]);
			return answerOf(statuses[calls.length - 1]);
		};
		const forgetToken = jest.fn();
		const context = contextOf({ helpers: { httpRequestWithAuthentication } });
		const answer = await sendSigned(context, 'sevenTargetsApi', { ...request }, forgetToken);
		return { answer, calls, forgotten: forgetToken.mock.calls.length };
	}
	const call = ['sevenTargetsApi', true];

	it.each([201, 302, 403, 500])(
		'that is answered %i is answered, with all that came',
		async (status) =>
			expect(await sent(status)).toEqual({ answer: answerOf(status), calls: [call], forgotten: 0 }),
	);

	it('that is answered 401 is sent once more, with a new token', async () =>
		expect(await sent(401, 201)).toEqual({
			answer: answerOf(201),
			calls: [call, call],
			forgotten: 1,
		}));

	it('that is answered 401 twice is refused', async () =>
		expect(await sent(401, 401)).toEqual({
			answer: answerOf(401),
			calls: [call, call],
			forgotten: 1,
		}));
});
