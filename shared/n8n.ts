import {
	isSafeObjectProperty,
	NodeOperationError,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type INode,
	type NodeExecutionHint,
	type IWorkflowSettings,
} from 'n8n-workflow';

import type { FullResponse } from './network';

// One build is for every n8n from 1.85 on. What an older n8n lacks is done without here, and docs/compatibility.md says what that costs.
// `npm run test:versions` tries it. All else that the code uses of n8n is in 1.85: UserError since n8n-workflow 1.79, NodeConnectionTypes
// since 1.83, hints, the signal of Stop, the node's context and the sending with a credential since long before.

/**
 * Whether the node may read a field of this name from an item by itself. n8n has the function from n8n-workflow 1.94 on. Without it, the
 * node reads none, and n8n works out each expression, which takes longer.
 */
export const mayReadField = (name: string): boolean =>
	(isSafeObjectProperty as typeof isSafeObjectProperty | undefined)?.(name) ?? false;

/**
 * The settings of the workflow. n8n has them from n8n-workflow 2.5 on, in its 1.x line from 1.120.8 on. Without them, the node does not
 * know whether n8n saves the execution.
 */
export function workflowSettings(context: IExecuteFunctions): IWorkflowSettings {
	const { getWorkflowSettings } = context as Partial<IExecuteFunctions>;
	return getWorkflowSettings?.call(context) ?? {};
}

export type Hint = Pick<NodeExecutionHint, 'message' | 'type'>;

/** Shows a hint beside the node's output. The context of an agent's tool has that from n8n 1.119 on; without it, nobody sees hints. */
export function showHint(context: IExecuteFunctions, hint?: Hint): void {
	const { addExecutionHints } = context as Partial<IExecuteFunctions>;
	if (hint !== undefined) addExecutionHints?.call(context, { ...hint, location: 'outputPane' });
}

/** Whether n8n's errors lack the answer: asked of the n8n-workflow that the node finds, which npm may have put beside that of n8n. */
let dropsCause = new NodeOperationError({} as INode, new Error()).cause === undefined;
/** A refusal of n8n's own, without the answer. */
const lacksAnswer = (error: unknown): boolean => {
	const { httpCode, cause, response } = Object(error) as Record<string, unknown>;
	return /^\d{3}$/.test(String(httpCode)) && cause === undefined && response === undefined;
};

/**
 * Sends a request that the credential signs.
 *
 * n8n-workflow 1.99 to 2.33 drops the error that a NodeApiError wraps, and with it the answer. There no status counts as an error, so that
 * the answer comes back whole; n8n then does not see a 401 either, which makes it log in again. What is lost is who answered: a proxy on
 * the way, or the API.
 *
 * @param forgetToken makes the credential refuse the token, so that n8n logs in before it sends again
 * @throws what n8n throws
 */
export async function sendSigned(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credentialType: string,
	request: IHttpRequestOptions,
	forgetToken: () => void,
): Promise<FullResponse> {
	const takesAll = dropsCause;
	request.ignoreHttpStatusErrors = takesAll;
	const send = async (): Promise<FullResponse> =>
		await context.helpers.httpRequestWithAuthentication
			.call(context, credentialType, request)
			.catch((error: unknown) => {
				dropsCause ||= lacksAnswer(error);
				throw error;
			});
	const response = await send();
	if (!takesAll || response.statusCode !== 401) return response;
	forgetToken();
	return await send();
}

/** What is kept for a node that n8n runs without an execution: for this call alone. */
const ofOneCall = new WeakMap<object, object>();

/** What n8n keeps for the node during an execution. n8n's own Agents have none when they call a tool (2.41, EphemeralNodeExecutor). */
export function nodeContext(context: IExecuteFunctions): object {
	try {
		return context.getContext('node');
	} catch {
		const own = ofOneCall.get(context) ?? {};
		ofOneCall.set(context, own);
		return own;
	}
}
