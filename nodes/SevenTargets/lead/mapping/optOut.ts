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
			...['Do Not Contact', 'Do Not Email', 'blacklisted', "Don't contact"],
		],
		says: 'yes',
		source: 'Customer.io, sheets',
	},
	{
		names: [
			...['Abgemeldet', 'Abmeldung', 'Keine E-Mails', 'Keine Werbung', 'Werbesperre', 'Mailsperre'],
			...['Nicht kontaktieren', 'Werbewiderspruch', 'Keine Mails', 'Niet mailen', 'Non contattare'],
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
			...['配信停止', '配信不要', '수신거부', '退订', '退訂'],
		],
		says: 'yes',
		source: 'sheets in other languages',
	},
	{
		names: [
			...['unsubscribed_at', 'date_unsubscribe', 'Unsubscribed_Time', 'UNSUB_TIME'],
			...['opt_out_date', 'opted_out_at', 'unsubscribe_date', 'Unsubscribed On'],
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
		source: 'webhooks of Mailchimp, SendGrid, Customer.io, Lemlist',
	},
	{
		names: ['email_subscribe', 'Newsletter', 'Tags', 'Tag', '配信可否', '配信状態'],
		says: 'a state',
		source: 'Braze, sheets',
	},
	{
		names: [
			'Consent',
			'email_opt_in',
			'Email Consent',
			'Marketing Consent',
			'GDPR Consent',
			'Opt In',
			...[
				'Consentement contact',
				'Consentement',
				'Accord de contact',
				'Einwilligung',
				'Zustimmung',
			],
			...['Kontakteinwilligung', 'Einwilligung Kontakt', 'Consenso', 'Consenso al contatto'],
			...[
				'Consentimiento',
				'Consentimento',
				'Toestemming',
				'Samtykke',
				'Samtycke',
				'Zgoda',
				'Souhlas',
			],
			...['Contact Consent', 'Consent to Contact', '동의', '同意'],
		],
		says: 'no',
		source: 'Klaviyo, forms, sheets. Not `false`, which may mean that nobody has asked',
	},
];

/** "unsubscribed", also as in "subscriber.unsubscribed", "Opted out of all emails" and "hat sich abgemeldet". */
const OPTED_OUT =
	/^(?:\w{1,40}[._])?(?:(?:has|is|was|hat|ist|sich|s['’]est|est) ){0,2}(?:(?:group_|emails_?)?unsubscribed?|spam_?report|abgemeldet|désabonné|opt(?:ed)?[ _-]?out|complained$|do[ _-]not[ _-](?:contact|e?mail|allow)|配信(?:停止|不可|不要))(?![\p{L}\d]|-\p{L})/u;
/** Behind such a word: of another channel, and of no mail. */
const OF_ANOTHER_THING =
	/ (?:from|of|vom|von) (?:the |our |all |your )?(?:sms|texts?|text messages|(?:phone )?calls|phone|whatsapp|push)\b(?!.*mail)/;
const isOptedOut = (value: string): boolean =>
	OPTED_OUT.test(value) && !OF_ANOTHER_THING.test(value);
const YES = new Set(
	'true yes y 1 1.0 x ✓ ✔ on checked ja oui sí sì si sim tak da ano igen да wahr vrai verdadero verdadeiro vero waar はい ○ 済'.split(
		' ',
	),
);
const NO = new Set(
	'no n denied declined withdrawn revoked nein non não nee nej nei nie ne いいえ 아니오 否'.split(
		' ',
	),
);

const SAYS: Record<OptOutColumns['says'], (value: string) => boolean> = {
	yes: (value) =>
		YES.has(value.split(/[ ,;]/, 1)[0]) ||
		isOptedOut(value) ||
		/^[1-9]\d{3}-\d|^(?=.*[1-9])\d{1,2}[./-]\d{1,2}[./-]\d/.test(value),
	no: (value) => NO.has(value.split(/[ ,;.]/, 1)[0]) || isOptedOut(value),
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) => value.split(/[,;|]\s*/).some(isOptedOut),
};

const BY_NAME = new Map(
	OPT_OUT_COLUMNS.flatMap(({ names, says }) =>
		names.map((name) => [normalizedName(name), SAYS[says]]),
	),
);

/** Words that say nothing in such a name. */
const SAYS_NOTHING = new Set(
	'e email emails mail has is was of from all global globally marketing'.split(' '),
);

/** What a name says, also behind the word for a person or for what holds one, and among words that say nothing: contact_unsubscribed, properties.hs_email_optout, Global Marketing Opt Out. */
const saysOf = kept((key) => {
	const words = wordsOf(key.slice(0, 200));
	for (let from = 0; from < words.length; from++) {
		const rest = words.slice(from);
		const telling = rest.filter((word) => !SAYS_NOTHING.has(word));
		const says = BY_NAME.get(rest.join('')) ?? BY_NAME.get(telling.join(''));
		if (says !== undefined) return says;
		const { role = '' } = columnName(words[from]);
		if (!SAYS_NOTHING.has(words[from]) && !['person', 'neutral'].includes(role)) return undefined;
	}
	return undefined;
});

/** Whether a column is there to say whether the person wants emails. */
export const isOfOptOut = ({ key, raw }: Column): boolean =>
	![undefined, SAYS['a state']].includes(saysOf(key)) && holdsText(dug(raw));

/** An object or a column with such a name is about something else than emails to the person. */
const NOT_OF_EMAILS = /sms|phone|push|whatsapp|webinar|photo|order|payment/;
/** Around a consent, as Klaviyo has it in `sms.marketing.consent`. */
const OTHER_CHANNEL = /(?:^|\.)(?:sms|whatsapp|push)(?:\.marketing)?$/i;

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

/** Mautic's list of the channels that are closed; HighLevel's object of each; a subscriber of Kit. */
const isSaidInObject = ({ id, raw, of }: Column): boolean =>
	typeof raw === 'string' &&
	((id === 'channel' && raw === 'email' && keyOf(of) === 'donotcontact') ||
		(id === 'status' &&
			/^(?:active|permanent)$/.test(raw) &&
			of.path.endsWith('dndSettings.Email')) ||
		(id === 'state' && raw === 'cancelled' && keyOf(of) === 'subscriber'));

/** What people write into a note: "No more emails, please"; "NIET MEER MAILEN". */
const NO_MORE_EMAILS =
	/\b(?:(?<!can['’]?t )(?:no more|stop|keine|geen|plus d['’]|no m[aá]s|quiere m[aá]s|basta)\s?(?:(?:weiteren|sending (?:me|us)|any|more|me|us) ){0,3}(?:e-?mails?|mails|e?mailings?|correos)|(?:no more|stop|keine weiteren) newsletters?|(?:keine|geen) (?:e-?)?mail(?= (?:mehr|meer|bitte|senden|schicken|sturen)|[\s.!]*$)|(?:do not|don['’]?t|never|stop|nicht|niet|ne pas|(?:nicht|niet) (?:mehr|meer))\s(?:send (?:me|us) (?:any )?(?:more )?)?(?:e-?mails?|e-?mailen|anmailen|mailen|mails|contact(?:ing|er|eren)?|kontaktieren|anschreiben)|no contactar|non contattare|plus [êe]tre contact\p{L}*|nicht mehr kontaktiert)(?![\p{L}\d-])/iu;
/** What stands there alone. */
const NOTED =
	/^(?:has |hat sich )?(?:unsubscribed|opted[ -]out|abgemeldet)(?: (?:from|of|von) (?:all|the|our|allen|everything)[\p{L}, -]{0,40}| (?:on |am )?\d[\p{L}\d ./-]{0,20})?[\s.!]*$/iu;
const OF_NOTES = /note|notiz|bemerk|comment|remark|opmerk|komment|tags?$/i;
/** It did not come, nobody wants to miss it, it is about a phone or spam, or it is what a company promises. */
const NOT_MEANT =
	/\b(?:(?:noch|nog) (?:keine?|geen) (?:e-?)?mails?\b[^,.;!?]*\b(?:bekommen|erhalten|ontvangen|gekregen)|(?:keine?|geen) (?:e-?)?mails?(?: \p{L}+){0,3} (?:verpassen|missen)|(?:do not|don['’]?t|never) contact(?: (?:me|us))? (?:by|via|on) (?:phone|telephone|mobile|sms|whatsapp)(?=[\s.!]*$|,? (?:but )?e-?mail (?:is|works))|(?:haben?|hat) (?:von \p{L}+ )?(?:keine?|geen) (?:e-?)?mails? (?:von \p{L}+ )?(?:erhalten|bekommen)|(?:bekommt|erhält) keine (?:e-?)?mails? von uns|stop e-?mail spam|we (?:never|do not|don['’]?t) e-?mail you)\b/giu;
/** What is asked first, because it is fast. */
const MENTIONED =
	/mail|newsletter|correo|conta[ct]|kontakt|anschreiben|unsubscribed|opted|abgemeldet/i;
/** Names of an advertisement or a message, which nobody writes about the person. */
const OF_AN_AD = /campaign|kampagne|ad_?(?:set|group)?_?name|adset|subject|betreff|utm/i;
const isNote = ({ key, raw }: Column): boolean =>
	typeof raw === 'string' &&
	raw.length > 7 &&
	raw.length < 300 &&
	MENTIONED.test(raw) &&
	!OF_AN_AD.test(key) &&
	(NO_MORE_EMAILS.test(raw.replace(NOT_MEANT, ' ')) || (OF_NOTES.test(key) && NOTED.test(raw)));

/** @returns the name of the column that says that the person wants no emails; undefined if none does */
export const optedOut = (columns: Column[]): string | undefined =>
	columns.find(
		(column) =>
			(saysSo(column.key, column.raw) ||
				isSaidBeside(column) ||
				isSaidInObject(column) ||
				isNote(column)) &&
			!isOthers(column.of) &&
			!NOT_OF_EMAILS.test(keyOf(column.of)) &&
			!OTHER_CHANNEL.test(column.of.path),
	)?.name;
