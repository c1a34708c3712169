import { holdsText, trimmed } from '../../values';
import { columnName, kept, normalizedName, wordsOf } from './columnName';
import { dug, isObject, keyOf, type Column } from './columns';
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
	{
		names: ['hs_email_optout', 'Unsubscribed from all email', 'Unsubscribed from all emails'],
		says: 'yes',
		source: 'HubSpot',
	},
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
			...['Abgemeldet', 'Abmeldung', 'Keine E-Mails', 'Keine Werbung', 'Werbesperre', 'Mailsperre'],
			...['Désinscrit', 'Désinscription', 'Désabonné', 'Désabonnement', 'Ne pas contacter'],
			...['Afgemeld', 'Afmelding', 'Uitgeschreven', 'Disiscritto', 'Disiscrizione', 'No contactar'],
			...[
				'Descadastrado',
				'Não contatar',
				'Wypisany',
				'Rezygnacja',
				'Avregistrerad',
				'Afmeldt',
				'Avmeldt',
			],
		],
		says: 'yes',
		source: 'sheets in other languages',
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
		names: [
			'marketing_status',
			'marketingState',
			'status',
			'email_status',
			'Subscription Status',
			'state',
		],
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

/** "unsubscribed", also as in "subscriber.unsubscribed" and "Opted out of all emails". */
const OPTED_OUT =
	/^(?:\w{1,40}[._])?(?:(?:group_)?unsubscribed?|spam_?report|abgemeldet|désabonné|opt(?:ed)?[ _-]?out|complained$|do[ _-]not[ _-](?:contact|e?mail|allow))(?![\p{L}\d])/u;
const YES = new Set(
	'true yes y 1 1.0 x ✓ ✔ on checked ja oui sí si sim tak da ano igen да wahr vrai verdadero verdadeiro vero waar'.split(
		' ',
	),
);
const NO = new Set(['no', 'n', 'denied', 'declined', 'withdrawn', 'revoked', 'nein', 'non', 'não']);

const SAYS: Record<OptOutColumns['says'], (value: string) => boolean> = {
	yes: (value) =>
		YES.has(value.split(/[ ,;]/, 1)[0]) ||
		OPTED_OUT.test(value) ||
		/^[1-9]\d{3}-\d|^(?=.*[1-9])\d{1,2}[./-]\d{1,2}[./-]\d/.test(value),
	no: (value) => NO.has(value.split(/[ ,;.]/, 1)[0]) || OPTED_OUT.test(value),
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) => OPTED_OUT.test(value),
};

const BY_NAME = new Map(
	OPT_OUT_COLUMNS.flatMap(({ names, says }) =>
		names.map((name) => [normalizedName(name), SAYS[says]]),
	),
);

/** What a name says, also behind the word for a person or for what holds one: contact_unsubscribed, properties.hs_email_optout. */
const saysOf = kept((key) => {
	const words = wordsOf(key.slice(0, 200));
	for (let from = 0; from < words.length; from++) {
		const says = BY_NAME.get(words.slice(from).join(''));
		if (says !== undefined) return says;
		if (!['person', 'neutral'].includes(columnName(words[from]).role ?? '')) return undefined;
	}
	return undefined;
});

/** An object or a column with such a name is about something else than emails to the person. */
const NOT_OF_EMAILS = /sms|phone|push|whatsapp|webinar|photo|order|payment/;

const saysSo = (key: string, raw: unknown): boolean => {
	const says = saysOf(key);
	return (
		says !== undefined &&
		[raw]
			.flat()
			.map((one) => dug(one))
			.some((value) => holdsText(value) && says(trimmed(String(value)).toLowerCase()))
	);
};

/** Whether an address of a list says it, as Close has it. */
const isSaidBeside = ({ meaning, raw }: Column): boolean =>
	meaning === 'email' &&
	[raw]
		.flat()
		.filter(isObject)
		.some((entry) => Object.entries(entry).some(([key, value]) => saysSo(key, value)));

/** What people write into a note: "No more emails, please"; "NIET MEER MAILEN". */
const NO_MORE_EMAILS =
	/\b(?:no more|do not|don['’]t|stop|never|keine?|geen|niet meer|plus d['’]|ne pas|no m[aá]s|basta)\s?(?:e-?mails?|mailen|mailing|correos|contact(?:er|eren)?)\b/i;
const isNote = ({ raw }: Column): boolean =>
	typeof raw === 'string' && raw.length > 7 && raw.length < 300 && NO_MORE_EMAILS.test(raw);

/** @returns the name of the column that says that the person wants no emails; undefined if none does */
export const optedOut = (columns: Column[]): string | undefined =>
	columns.find(
		(column) =>
			(saysSo(column.key, column.raw) || isSaidBeside(column) || isNote(column)) &&
			!isOthers(column.of) &&
			!NOT_OF_EMAILS.test(keyOf(column.of)),
	)?.name;
