import { asksForAssistantEmail, ifMissing } from '../../nodes/SevenTargets/lead/missing';

const UPDATE = 'Update Fields';

it.each([
	['name is mandatory', { email: 'a@b.c' }, "Add 'First Name' under 'Update Fields'."],
	['First name must not be blank', {}, "Add 'First Name' under 'Update Fields'."],
	['lastName is required', { name: 'x' }, "Add 'Last Name' under 'Update Fields'."],
	['Last Name is required', {}, "Add 'Last Name' under 'Update Fields'."],
	['body must have required property "last_name"', {}, "Add 'Last Name' under 'Update Fields'."],
	[
		'email is mandatory',
		{ id: 1 },
		'Choose the lead by its email address, so that it is sent along.',
	],
	[
		'assistantEmail is mandatory',
		{ assistantId: 11 },
		"Add 'Assistant' by its email address under 'Update Fields'.",
	],
	[
		'Assistant Email cannot be null',
		{},
		"Add 'Assistant' by its email address under 'Update Fields'.",
	],
	[
		'assistantId missing',
		{ assistantEmail: 'x' },
		"Add 'Assistant' by its ID under 'Update Fields'.",
	],
	['The assistant is required', {}, "Add 'Assistant' under 'Update Fields'."],
	['externalId is required (status 400)', {}, "Add 'External ID' under 'Update Fields'."],
])('%s, with %j sent', (reason, body, advice) => {
	expect(ifMissing(reason, body, UPDATE)).toBe(advice);
});

it.each([
	['Lead not found', {}],
	['Lead with email a@b.c not found', { id: 1 }],
	['name is mandatory', { name: 'x' }],
	['email is mandatory', { email: 'a@b.c' }],
	['The assistant is required', { assistantEmail: 'x' }],
	['assistantEmail is mandatory', { assistantEmail: 'x' }],
	['assistantId missing', { assistantId: 11 }],
	['No lead: id is required', { email: 'a@b.c' }],
	['username is required', {}],
	['It was not found.', {}],
	['Lead j.blank@required-company.com not found', { email: 'j.blank@required-company.com' }],
	['No lead found for LeadRequest(id=null, lastName=null)', {}],
	['A field is missing, or has a value that 7Targets does not accept.', {}],
])('%s, with %j sent, names none that is missing', (reason, body) => {
	expect(ifMissing(reason, body, UPDATE)).toBe('');
});

it('says where a field is that the form of a new lead shows', () => {
	expect(ifMissing('phone is required', {}, 'Additional Fields', true)).toBe("Fill in 'Phone'.");
	expect(ifMissing('assistantEmail is required', {}, 'Additional Fields', true)).toBe(
		"Fill in 'Assistant' by its email address.",
	);
	expect(ifMissing('assistantId is required', {}, 'Additional Fields', true)).toBe(
		"Fill in 'Assistant' by its ID.",
	);
	expect(ifMissing('company is required', {}, 'Additional Fields', true)).toBe(
		"Add 'Company' under 'Additional Fields'.",
	);
});

it.each([
	['assistantEmail is mandatory', { assistantId: 11 }, true],
	[': "{"errors":[{"field":"assistantEmail"}]}"', { assistantId: 11 }, true],
	['Please provide the Assistant Email', { assistantId: 11 }, true],
	['assistantEmail is mandatory', { assistantEmail: 'rachel@example.com' }, false],
	['Lead not found', { assistantId: 11 }, false],
	['Lead of assistantemail@example.com not found', { email: 'assistantemail@example.com' }, false],
])('%s, with %j sent, asks for the email of the assistant: %s', (answer, body, asks) => {
	expect(asksForAssistantEmail(() => answer, body)).toBe(asks);
});

it('an answer that cannot be read asks for nothing', () => {
	expect(asksForAssistantEmail(undefined, {})).toBe(false);
});
