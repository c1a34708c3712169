import type { IDataObject } from 'n8n-workflow';

import { addressInLabel } from '../assistant/list';
import type { InputItem } from '../operation';
import { FieldProblem, leadEmail, mailboxOf, orLeaveOut } from '../values';

const mailbox = (address: unknown) => mailboxOf(leadEmail(address, '') ?? '');

/** The address of the assistant that was chosen, if it is known: with a password login, the list gives its ID, and the label the address. */
function assistantOf(
	{ assistantEmail, assistantId }: IDataObject,
	{ parameter }: Pick<InputItem, 'parameter'>,
) {
	if (assistantEmail !== undefined) return mailbox(assistantEmail);
	if (assistantId === undefined) return undefined;
	const chosen = parameter('assistantId') as { value?: unknown; cachedResultName?: unknown } | null;
	const isChosen = String(chosen?.value) === String(assistantId);
	const address = isChosen ? addressInLabel(String(chosen?.cachedResultName)) : undefined;
	return address && mailbox(address);
}

/**
 * The body of a request about a lead, as it is.
 *
 * @throws FieldProblem if the lead has the address of its own assistant, which would write to itself
 */
export function notToItself(body: IDataObject, item: Pick<InputItem, 'parameter'>): IDataObject {
	const { email } = body;
	if (email === undefined || mailboxOf(String(email)) !== assistantOf(body, item)) return body;
	throw new FieldProblem(
		`'Email' is ${String(email)}, the address of the assistant that would write to the lead`,
		orLeaveOut('Take the address of the person'),
	);
}
