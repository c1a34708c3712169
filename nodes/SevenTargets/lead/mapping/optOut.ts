import { holdsText, trimmed } from '../../values';
import { normalizedName } from './columnName';
import { dug, keyOf, type Column } from './columns';
import { isOthers } from './roles';

/** Columns that may say that a person wants no emails. */
interface OptOutColumns {
	names: string[];
	/** Which of their values say so. */
	says: 'yes' | 'no' | 'a date' | 'a state';
	/** The programs that have them. */
	source: string;
}

/** docs/columns.md shows them. The fields of programs that n8n has nodes for are in the schemas of those nodes (n8n 2.41). */
export const OPT_OUT_COLUMNS: OptOutColumns[] = [
	{
		names: ['HasOptedOutOfEmail', 'Email Opt Out'],
		says: 'yes',
		source: 'Salesforce, Zoho CRM',
	},
	{ names: ['hs_email_optout', 'Unsubscribed from all email'], says: 'yes', source: 'HubSpot' },
	{ names: ['emailBlacklisted'], says: 'yes', source: 'Brevo' },
	{ names: ['unsubscribed_from_emails'], says: 'yes', source: 'Intercom' },
	{
		names: ['donotemail', 'donotbulkemail', 'Do not allow Emails', 'Do not allow Bulk Emails'],
		says: 'yes',
		source: 'Microsoft Dynamics 365',
	},
	{ names: ['is_unsubscribed'], says: 'yes', source: 'Close' },
	{ names: ['dnd'], says: 'yes', source: 'HighLevel' },
	{
		names: [
			...[
				'unsubscribed',
				'unsubscribe',
				'Opt Out',
				'Opted Out',
				'Email Opted Out',
				'opted_out_email',
			],
			...['Do Not Contact', 'Do Not Email', 'blacklisted'],
		],
		says: 'yes',
		source: 'Customer.io, sheets',
	},
	{
		names: [
			...['unsubscribed_at', 'date_unsubscribe', 'Unsubscribed_Time', 'UNSUB_TIME'],
			...['opt_out_date', 'opted_out_at', 'unsubscribe_date'],
		],
		says: 'a date',
		source: "MailerLite, Zoho CRM, Mailchimp's export",
	},
	{
		names: ['marketing_status', 'status', 'email_status', 'Subscription Status', 'state'],
		says: 'a state',
		source: 'Pipedrive, Mailchimp, MailerLite, Keap, Shopify',
	},
	{
		names: ['event', 'event_type', 'type', 'action'],
		says: 'a state',
		source: 'webhooks of Mailchimp, SendGrid, Customer.io',
	},
	{
		names: [
			'Consent',
			'email_opt_in',
			'Email Consent',
			'Marketing Consent',
			'GDPR Consent',
			'Opt In',
		],
		says: 'no',
		source: 'Klaviyo, forms, sheets. Not `false`, which may mean that nobody has asked',
	},
];

const OPTED_OUT =
	/^(?:unsubscribed?|group_unsubscribe|abgemeldet|désabonné|opt(?:ed)?[ _-]?out|complained|do[ _-]not[ _-](?:contact|email|allow))$/;
const YES = new Set(['true', 'yes', 'y', '1', 'x', 'on', 'ja', 'oui', 'sí', 'si', 'sim', 'tak']);
const NO = new Set(['no', 'n', 'denied', 'declined', 'withdrawn', 'revoked', 'nein', 'non', 'não']);

const SAYS: Record<OptOutColumns['says'], (value: string) => boolean> = {
	yes: (value) => YES.has(value) || OPTED_OUT.test(value),
	no: (value) => NO.has(value) || OPTED_OUT.test(value),
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) => OPTED_OUT.test(value),
};

const BY_NAME = new Map(
	OPT_OUT_COLUMNS.flatMap(({ names, says }) =>
		names.map((name) => [normalizedName(name), SAYS[says]]),
	),
);

/** An object or a column with such a name is about something else than emails to the person. */
const NOT_OF_EMAILS = /sms|phone|push|whatsapp|webinar|photo|order|payment/;

/** @returns the name of the column that says that the person wants no emails; undefined if none does */
export const optedOut = (columns: Column[]): string | undefined =>
	columns.find(({ id, raw, of }) => {
		const says = BY_NAME.get(id);
		if (says === undefined || isOthers(of) || NOT_OF_EMAILS.test(keyOf(of))) return false;
		const value = dug(raw);
		return holdsText(value) && says(trimmed(String(value)).toLowerCase());
	})?.name;
