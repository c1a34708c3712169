import { holdsText, trimmed } from '../../values';
import { columnName, memoized, normalizedName, wordsOf } from './columnName';
import { keyOf, type Column } from './columns';
import { consentIn } from './consent';
import { singleValue, isObject } from './rawValue';
import { isRefusal, saysOptedOut } from './refusals';
import { isOthers } from './roles';
import { setOf } from './words';

/** Columns that may say that a person wants no emails. */
interface OptOutColumns<Names> {
	names: Names;
	/** Which of their values say so. */
	says: 'yes' | 'no' | 'a date' | 'a state';
	/** The programs that have them. */
	source: string;
}

/** docs/columns.md shows them. The fields of programs that n8n has nodes for are in the schemas of those nodes (n8n 2.41). */
const COLUMNS: OptOutColumns<string>[] = [
	{ names: 'HasOptedOutOfEmail, Email Opt Out', says: 'yes', source: 'Salesforce, Zoho CRM' },
	{ names: 'hs_email_optout, Unsubscribed from all email', says: 'yes', source: 'HubSpot' },
	{ names: 'emailBlacklisted', says: 'yes', source: 'Brevo' },
	{ names: 'unsubscribed_from_emails', says: 'yes', source: 'Intercom' },
	{
		names: 'donotemail, donotbulkemail, Do not allow Emails, Do not allow Bulk Emails',
		says: 'yes',
		source: 'Microsoft Dynamics 365',
	},
	{ names: 'is_unsubscribed, IsMailingExcluded', says: 'yes', source: 'Close, Exact Online' },
	{ names: 'dnd', says: 'yes', source: 'HighLevel' },
	{
		names:
			"unsubscribed, unsubscribe, Suppressed, Suppression, DNC, Blacklist, No emails, No email, Opt Out, Opted Out, Email Opted Out, opted_out_email, Do Not Contact, Do Not Email, blacklisted, Don't contact, Is this subscriber blacklisted, Abgemeldet, Abmeldung, Keine E-Mails, Keine E-Mail, Keine Mail, Nicht anschreiben, Kontaktverbot, Kontaktsperre, Keine Werbung, Werbesperre, Mailsperre, Nicht kontaktieren, Werbewiderspruch, Keine Mails, Niet mailen, Non contattare, Désinscrit, Désinscription, Désabonné, Désabonnement, Ne pas contacter, Ne plus contacter, Geen mail, Geen e-mail, Niet meer mailen, Afgemeld, Afmelding, Uitgeschreven, Disiscritto, Disiscrizione, No contactar, Baja, Dado de baja, No enviar correos, Descadastrado, Não contatar, Não enviar e-mail, Não enviar e-mails, Wypisany, Rezygnacja, Nie kontaktować, Nie pisać, Не писать, Отписан, Отписался, Avregistrerad, Afmeldt, Avmeldt, 配信停止, 配信不要, 수신거부, 退订, 退訂",
		says: 'yes',
		source:
			'Customer.io, phpList, sheets in many languages. Also other names that are a refusal, such as Date Unsubscribed',
	},
	{
		names:
			'unsubscribed_at, date_unsubscribe, Unsubscribed_Time, UNSUB_TIME, opt_out_date, opted_out_at, unsubscribe_date, Unsubscribed On',
		says: 'a date',
		source: "MailerLite, Zoho CRM, Mailchimp's export",
	},
	{
		names:
			'marketing_status, marketingState, status, email_status, state, email_subscribe, Newsletter, Marketing Emails, Email Marketing, Tags, Tag, Labels, Etiquetas, Étiquettes, Schlagwörter, 配信可否, 配信状態',
		says: 'a state',
		source:
			'Pipedrive, Mailchimp, MailerLite, Keap, Shopify, Braze, sheets. Also other names with Status, Statut, Estado, or Stato; if they are neither of emails nor of the person, only `unsubscribed`, in any language',
	},
	{
		names: 'event, event_type, type, action, trigger',
		says: 'a state',
		source: 'webhooks of Mailchimp, SendGrid, Customer.io, Lemlist, Sendy',
	},
	{
		names:
			'Consent, email_opt_in, GDPR Consent, Opt In, Consentement, Accord de contact, Einwilligung, Zustimmung, Consenso, Consentimiento, Consentimento, Toestemming, Samtykke, Samtycke, Zgoda, Souhlas, 동의, 同意',
		says: 'no',
		source:
			'Klaviyo, forms, sheets. Also any name that holds such a word, or asks "May we contact you?", and is about contact, emails, marketing, or newsletters. Not `false`, which may mean that nobody has asked',
	},
];
export const OPT_OUT_COLUMNS = COLUMNS.map(
	(one): OptOutColumns<string[]> => ({ ...one, names: one.names.split(', ') }),
);

const YES = setOf(
	'true yes y 1 1.0 x ✓ ✔ on checked ja oui sí sì si sim tak da ano igen да wahr vrai verdadero verdadeiro vero waar はい ○ 済',
);
const NO = setOf(
	'no n nope nein non não nee nej nei nie ne нет ні не いいえ 아니오 아니요 否 denied declined refused rejected withdrawn revoked abgelehnt verweigert widerrufen zurückgezogen refusé refusée retiré révoqué negato rifiutato revocato ritirato negado rechazado denegado revocado retirado recusado revogado ingetrokken geweigerd wycofana wycofano cofnięta odmowa odvolán odvoláno återkallat nekat trukket avslått hayır hayir không',
);
/** In languages without blanks between words. */
const DOES_NOT_AGREE =
	/^(?:不同意|未同意|同意(?:しない|しません|拒否|撤回)|拒[否绝絕]|撤回|停止|不[可要]|(?:希望|許可)しない|受け取らない|미동의|비동의|거부|철회|동의 ?(?:하지|안|거부|철회))/u;
/** Nobody has asked or answered, or the person objects to nothing: "n.a.", "No restrictions". */
const NO_REFUSAL =
	/^n\.\s?\p{L}|^(?:no|non|não|nie|ne) (?:renseign|demand|défini|précis|communiqu|fourni|richiest|pervenut|indic|disponib|disponí|specificat|especificad|informad|solicitad|dotyczy|applicab|aplica|restri|obje|limit|problem|issue|concern|(?:data|datos|answer|respuesta|reply|response|record|preference|information|yet|ancora|encore)(?: yet)?$)/u;
const SAYS: Record<OptOutColumns<string>['says'], (value: string) => boolean> = {
	yes: (value) =>
		YES.has(value.split(/[ ,;]/, 1)[0]) ||
		saysOptedOut(value.replace(/ (?:by|via|per) .*/, '')) ||
		/^[1-9]\d{3}-\d|^(?=.*[1-9])\d{1,2}[./-]\d{1,2}[./-]\d/.test(value),
	no: (value) =>
		(NO.has(value.split(/[ ,;.!]/, 1)[0]) && !NO_REFUSAL.test(value)) ||
		DOES_NOT_AGREE.test(value.normalize('NFC')) ||
		saysOptedOut(value),
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) =>
		/(?:^|[,;|] ?|^marked.as.|^email.)spam(?:$|[,;|])|(?:^|[._ ])complain(?:ed|t)$|spam[._ ]?(?:report|complaint)/.test(
			value,
		) || saysOptedOut(value),
};
const BY_NAME = new Map(
	OPT_OUT_COLUMNS.flatMap(({ names, says }) =>
		names.map((name) => [normalizedName(name), SAYS[says]]),
	),
);
/** Words that say nothing in such a name. */
const SAYS_NOTHING = setOf('e email emails mail has is was of from all global globally marketing');
/** An object or a column with such a name is about something else than emails to the person. */
const NOT_OF_EMAILS = /sms|phone|push|whats ?app|webinar|photo|order|payment/;
/** An answer such as "No calls, please" or "No later than 5 pm" refuses no emails. */
const isBareNo = (value: string): boolean =>
	saysOptedOut(value) ||
	(SAYS.no(value) && !/mail|correo|courriel|calls|later|before|\d/.test(value));
/** Of emails, whatever the state is of: one opts out of a course, too. */
const isUnsubscribed = (value: string): boolean =>
	/^(?:unsubscribed?|désabonné|descadastrad|wypisan)/.test(value) && saysOptedOut(value);
/** How the words begin that may stand in the name of a person's or an address's state; others are the states of something else. */
const OF_STATE =
	'status statut estado stato lead contact contato contatto kontakt conta custom client klient kund klant prospect person profil account user utente member medlem subsc subsk suscr assinant prenumer inschrij inscri iscri recipient empfang interessent follow automat verif validat suppress abo lista liste verteil versand send sent merge message reply track market werb communic consent permission gdpr dsgvo rgpd datenschutz data privacy preferenc double reason current last global deliver sequenc campaign kampagn cadenc outreach nurtur engage audience lifecycle relati adress nieuwsbr nyhetsbr nyhedsbr crm hubspot brevo klaviyo active lemlist instantly yamm gmass mailchimp'.split(
		' ',
	);
const BESIDE_STATE = setOf('e l d da de del dels della des di do du la list opt in out up');
function isNameOfState(words: string[]): boolean {
	const parts = words.flatMap((word) => word.split(/(?<=.)(?=status$)/));
	return (
		/newsletter|boletin|(?<!direct )mail/.test(words.join(' ')) ||
		parts.every(
			(word) => BESIDE_STATE.has(word) || OF_STATE.some((start) => word.startsWith(start)),
		)
	);
}
/** In the name of a refusal: since when, on which list. */
const SINCE = setOf(
	'date datum am on at since seit fecha de data time le del il op dnia den list status flag',
);
/** Words that a refusal may have, and that tell something else of it in a name; "Do Not Mail" is of letters. */
const OF_REFUSAL = /(?:^| )(?:link|id|group|text|before|no of)(?: |$)|^do not mail$/;
/** Whether a name is a refusal itself: Date Unsubscribed. */
function isRefused(words: string[]): boolean {
	const name = words.join(' ');
	const telling = words.filter((word) => !SINCE.has(word)).join(' ');
	const isAbout = NOT_OF_EMAILS.test(name) || OF_REFUSAL.test(name);
	return !isAbout && (saysOptedOut(name) || saysOptedOut(telling));
}
/** What a name says, also behind the word for a person or for what holds one, and among words that say nothing: contact_unsubscribed, properties.hs_email_optout, Global Marketing Opt Out. */
const saysOf = memoized((key) => {
	const words = wordsOf(key.slice(0, 200).replace(/[&+]/g, ' and '));
	for (let from = 0; from < words.length; from++) {
		const rest = words.slice(from);
		const telling = rest.filter((word) => !SAYS_NOTHING.has(word));
		const says = BY_NAME.get(rest.join('')) ?? BY_NAME.get(telling.join(''));
		if (says !== undefined) return says;
		const { role = '' } = columnName(words[from]);
		if (!SAYS_NOTHING.has(words[from]) && !['person', 'neutral'].includes(role)) break;
	}
	const consent = consentIn(words);
	if (consent !== undefined) return consent === 'a question' ? isBareNo : SAYS.no;
	if (isRefused(words)) return SAYS.yes;
	const isOfState = words.some((word) => /status$|^(?:statut|estado|stato)$/.test(word));
	if (isOfState && words.some((word) => /^consent|^permission/.test(word))) return SAYS.no;
	if (!isOfState || NOT_OF_EMAILS.test(words.join(' '))) return undefined;
	return isNameOfState(words) ? SAYS['a state'] : isUnsubscribed;
});
/** Whether a column is there to say whether the person wants emails. */
export const isOfOptOut = ({ key, raw }: Column): boolean =>
	![undefined, SAYS['a state'], isUnsubscribed].includes(saysOf(key)) &&
	holdsText(singleValue(raw));
/** Around a consent, as Klaviyo has it in `sms.marketing.consent` and `mobile_push.marketing.consent`; not around a person. */
const OTHER_CHANNEL =
	/(?:^|[._]|mobile|web)(?:sms|whatsapp|push)(?:\.(?:marketing|transactional|opt_?in|consent|subscription)){0,2}$/i;
/** The texts of a value, or of each in a list, in small letters. */
export const textsOf = (raw: unknown): string[] =>
	[raw]
		.flat()
		.map((one) => singleValue(one))
		.filter(holdsText)
		.map((value) => trimmed(String(value)).toLowerCase());
/** What a code means if the name of its column says so: "案内メール (0:拒否, 1:許可)". */
const meantBy = (text: string, key: string): string =>
	/^\d$/.test(text)
		? (key
				.split(new RegExp(`(?<!\\d)${text}[:=：]\\s?`))
				.at(1)
				?.split(/[,;、）)]/)[0] ?? text)
		: text;
const saysSo = (key: string, raw: unknown): boolean => {
	const says = saysOf(key);
	return says === undefined
		? typeof raw === 'string' &&
				UNSUBSCRIBED.test(raw.slice(0, 40)) &&
				OF_LISTS.test(key) &&
				!OF_BUTTON.test(key)
		: textsOf(raw).some((text) => says(meantBy(text, key)));
};
/** A state that is one of the person whatever its column is called, such as Stage or List. */
const UNSUBSCRIBED =
	/^\s*(?:unsubscribed?|opted[ -]?out|do not (?:contact|e?-?mail)|abgemeldet|désabonnée?|désinscrite?|disiscritt[oa]|uitgeschreven|afgemeld|descadastrad[oa]|wypisan[ya]|отпис(?:ан|ался|алась))\s*$/i;
/** Where somebody stands, in a funnel or on a list; one opts out of lunch, too. */
const OF_LISTS =
	/stage|phase|list|segment|subscri|situa[cç]|статус|label ?\d|mailing|newsletter|marketing/i;
/** What was so before, is so for something else, or is called so. */
const OF_BUTTON = new RegExp(
	`previous|old|before|from|${NOT_OF_EMAILS.source}|^(?:label|title|name|text|value|anchor|button)$`,
	'i',
);
/** The key of a column; of an object for each tag, the key of the list. */
const keyFor = ({ id, key, of }: Column): string =>
	/^(?:name|tag|label|title)$/.test(id) && /^(?:tag|label)s?$/.test(keyOf(of)) ? 'Tags' : key;
/** Whether the value of a column is a state of the person, or a tag. */
export const isOfState = (column: Column): boolean => saysOf(keyFor(column)) === SAYS['a state'];
export const saysYes = SAYS.yes;
/** Whether an address of a list says it, as Close has it. */
const isSaidBeside = ({ meaning, raw }: Column): boolean =>
	meaning === 'email' &&
	[raw]
		.flat()
		.filter(isObject)
		.some((entry) => Object.entries(entry).some(([key, value]) => saysSo(key, value)));
/** Mautic's list of the channels that are closed; HighLevel's object of each; a subscriber of Kit; Customerly's topic; a receiver of CleverReach; all preferences of iubenda. */
const isSaidInObject = ({ id, raw, of }: Column): boolean =>
	(/^(?:newsletter|marketing)$/.test(id) &&
		/^(?:preference|consent)s?$/.test(keyOf(of)) &&
		of.columns.every(
			({ id: one, raw: value }) =>
				/newsletter|market|mail|sms|phone|promo|profil/.test(one) &&
				/^(?:false|no|off|0)$/.test(String(value)),
		)) ||
	(id === 'channel' && raw === 'email' && keyOf(of) === 'donotcontact') ||
	(id === 'status' &&
		/^(?:active|permanent)$/.test(String(raw)) &&
		of.path.endsWith('dndSettings.Email')) ||
	(id === 'state' && raw === 'cancelled' && keyOf(of) === 'subscriber') ||
	(id === 'topic' && /^unsubscribed?$/i.test(String(raw))) ||
	(id === 'deactivated' &&
		SAYS['a date'](String(raw)) &&
		of.columns.filter((one) => /^(?:activated|registered)$/.test(one.id)).length > 1);
export const isOfPerson = ({ of }: Column): boolean =>
	// Of "Permission to contact", the first word is no person's.
	!isOthers(/\/permission/.test(of.path) ? of.parent! : of) &&
	!NOT_OF_EMAILS.test(keyOf(of)) &&
	!OTHER_CHANNEL.test(of.path);

/** @returns the name of the column that says that the person wants no emails; undefined if none does */
export const optedOut = (columns: Column[]): string | undefined =>
	columns.find(
		(column) =>
			(saysSo(keyFor(column), column.raw) ||
				isSaidBeside(column) ||
				isSaidInObject(column) ||
				isRefusal(column.key, column.raw)) &&
			isOfPerson(column),
	)?.name;
