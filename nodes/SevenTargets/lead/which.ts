import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { byEmail, byId } from '../locator';
import type { ApiRequest } from '../transport/request';
import { FieldProblem, idOrEmail, leadEmail, mailboxOf, orLeaveOut } from '../values';

/** Which lead an operation is about: `lead`, by ID or by email. */
export const leadProperty: INodeProperties = {
	displayName: 'Lead',
	name: 'lead',
	type: 'resourceLocator',
	default: { mode: 'email', value: '' },
	required: true,
	description: 'The email address of the lead, or its ID in 7Targets',
	modes: [
		byEmail('john.doe@example.com', 'Enter the email address of the lead'),
		byId('2345', 'The ID of a lead is a whole number, such as 2345'),
	],
};

/** `{ id }` or `{ email }` of the lead that is meant. @throws FieldProblem if it is neither, or blank */
export function whichLead(parameter: (name: string) => unknown): IDataObject {
	const label = leadProperty.displayName;
	const found = idOrEmail(parameter(leadProperty.name), label, {
		of: 'a lead',
		remedy: 'Take it from the output of the node that created the lead.',
	});
	if (found !== undefined) {
		return 'id' in found ? found : { email: leadEmail(found.email, label) };
	}
	throw new FieldProblem(
		`'${label}' is blank`,
		orLeaveOut('Fill in the email address or the ID of the lead'),
	);
}

/** Of a lead that some items name by its ID and others by its email, the last item has to count, too. */
export const byIdAndEmail = (requests: ApiRequest[]): boolean =>
	requests.some(({ body }) => body?.id !== undefined) &&
	requests.some(({ body }) => body?.id === undefined);

/** The same text for two requests about the same lead, if both name it by ID or both by email. */
export const sameLead = ({ body }: ApiRequest) =>
	String(body?.id ?? mailboxOf(String(body?.email)));

/** The end of a sentence about a field that 7Targets asks for: its page on updates marks some fields as mandatory. */
export const addField = ({ displayName }: INodeProperties) =>
	`add it under '${displayName}'; the address, by choosing the lead by email.`;
