import { mapItem } from '../../nodes/SevenTargets/lead/mapping/mapItem';
import { OPT_OUT_COLUMNS } from '../../nodes/SevenTargets/lead/mapping/optOut';

const person = { 'First Name': 'Ana', Email: 'ana@lead.test' };
const refusal = (columns: object) => mapItem({ ...person, ...columns }, []).problem?.message;

it.each([
	...[{ 'Email Opt Out': true }, { Email_Opt_Out: 'true' }, { HasOptedOutOfEmail: 1 }],
	...[{ hs_email_optout: 'true' }, { 'Unsubscribed from all email': 'Yes' }],
	...[{ emailBlacklisted: true }, { unsubscribed_from_emails: true }, { dnd: true }],
	...[
		{ donotbulkemail: true },
		{ 'Do not allow Emails': 'Do Not Allow' },
		{ is_unsubscribed: true },
	],
	...[{ status: 'unsubscribed' }, { marketing_status: 'unsubscribed' }, { state: 'UNSUBSCRIBED' }],
	...[{ unsubscribed_at: '2026-01-02 03:04:05' }, { 'Opt Out': 'x' }, { Consent: 'No' }],
	...[{ consent: 'unsubscribed' }, { status: ['unsubscribed'] }, { unsubscribe: true }],
	...[{ event: 'unsubscribe' }, { type: 'unsubscribed' }, { opt_out_date: '2026-01-02' }],
	...[{ 'Contact: Email Opt Out': 'TRUE' }, { contact_unsubscribed: true }],
	...[{ 'fields[unsubscribed]': 'yes' }, { 'Lead Status': 'Do Not Contact' }],
	...[{ 'Opted Out': 'WAHR' }, { 'Opted Out': '✓' }, { 'Opted Out': '2026-01-02' }],
	...[{ status: 'Unsubscribed (manual)' }, { Consent: 'No, thanks' }, { event: 'spamreport' }],
	...[{ status: ['New', 'Unsubscribed'] }, { type: 'subscriber.unsubscribed' }],
	...[{ answers: [{ field: '3', label: 'Opt Out', value: 'Yes' }] }],
	...[{ emails: [{ email: 'ana@lead.test', is_unsubscribed: true }] }],
	...[
		{ Afmelding: 'JA – per telefoon' },
		{ Notes: 'No more emails, please' },
		{ Opm: 'NIET MEER MAILEN' },
	],
	...[{ blacklisted: true }, { email_opt_in: 'no' }, { status: 'Abgemeldet' }],
])('%j is an opt-out', (columns) => {
	const [column] = Object.keys(columns);
	expect(refusal(columns)).toBe(`This person opted out of emails (column "${column}")`);
	expect(mapItem({ ...person, ...columns }, []).problem?.remedy).toMatch(/Filter node/);
});

it('is found in the object that holds the person', () => {
	const properties = { email: 'ana@lead.test', hs_email_optout: { value: 'true' } };
	expect(mapItem({ properties }, []).problem?.message).toContain('"properties.hs_email_optout"');
});

it('is found in an order, which is not what it is about', () => {
	const customer = { ...person, unsubscribed: true };
	expect(mapItem({ order: { id: 5, customer } }, []).problem?.message).toContain(
		'"order.customer.unsubscribed"',
	);
});

it.each([
	...[{ 'Email Opt Out': false }, { Email_Opt_Out: 'false' }, { HasOptedOutOfEmail: 0 }],
	...[{ hs_email_optout: null }, { hs_email_optout: '' }, { emailBlacklisted: 'No' }],
	...[{ status: 'subscribed' }, { status: 'Open' }, { Status: 'Lost' }, { state: 'NO' }],
	...[
		{ unsubscribed_at: null },
		{ unsubscribed_at: false },
		{ consent: false },
		{ Consent: 'yes' },
	],
	...[{ smsBlacklisted: true }, { 'Do Not Call': true }, { hs_email_optout_6871816: 'true' }],
	...[{ marketing_status: 'no_consent' }, { Consent: { no: true } }, { event: 'subscribe' }],
	...[
		{ order_status: 'unsubscribed' },
		{ 'Owner: Email Opt Out': 'TRUE' },
		{ type: 'unsubscribers' },
		{ Notes: 'No email yet' },
		{ Message: 'Please email me' },
	],
	...[{ unsubscribed_at: '0000-00-00 00:00:00' }, { type: 'SALES' }],
	...[{ sms_marketing_consent: { state: 'unsubscribed' } }, { webinar: { status: 'opted_out' } }],
])('%j is none', (columns) => {
	expect(refusal(columns)).toBeUndefined();
});

it('each name of a column is in the list once', () => {
	const names = OPT_OUT_COLUMNS.flatMap((one) => one.names).map((name) => name.toLowerCase());
	expect(new Set(names).size).toBe(names.length);
});
