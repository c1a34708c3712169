import { holdsText, trimmed, withoutMarkup } from '../../values';
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
			...['unsubscribed', 'unsubscribe', 'Opt Out', 'Opted Out'],
			...['Email Opted Out', 'opted_out_email'],
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
			...['Descadastrado', 'Não contatar', 'Wypisany', 'Rezygnacja', 'Avregistrerad'],
			...['Afmeldt', 'Avmeldt'],
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
			...['marketing_status', 'marketingState', 'status', 'email_status'],
			...['Subscription Status', 'state'],
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
			...['Consent', 'email_opt_in', 'Email Consent', 'Marketing Consent', 'GDPR Consent'],
			...['Opt In', 'Consentement contact', 'Consentement', 'Accord de contact'],
			...['Einwilligung', 'Zustimmung'],
			...['Kontakteinwilligung', 'Einwilligung Kontakt', 'Consenso', 'Consenso al contatto'],
			...['Consentimiento', 'Consentimento', 'Toestemming', 'Samtykke', 'Samtycke'],
			...['Zgoda', 'Souhlas'],
			...['Contact Consent', 'Consent to Contact', '동의', '同意', '마케팅 동의', '수신 동의'],
			...['Einwilligung Newsletter', 'Newsletter-Einwilligung', 'Werbeeinwilligung'],
			...['Consentimiento de contacto', 'Consentimento de contato', 'Toestemming contact'],
			...['Zgoda marketingowa', 'Zgoda na kontakt', 'Zgoda na newsletter'],
		],
		says: 'no',
		source: 'Klaviyo, forms, sheets. Not `false`, which may mean that nobody has asked',
	},
];

/** "unsubscribed", also as in "subscriber.unsubscribed", "Opted out of all emails", "hat sich abgemeldet" and the tag "opt-out-email". */
const OPTED_OUT =
	/^(?:\w{1,40}[._])?(?:(?:has|is|was|hat|ist|sich|s['’]est|est|si|è|lead|contact|customer|already|vom newsletter|von (?:allen )?e?-?mails) ){0,3}(?:(?:group_|emails_?)?unsubscribed?|spam_?report|abgemeldet|désabonnée?|désinscrite?|disiscritt[oa]|uitgeschreven|afgemeld|descadastrad[oa]|dad[oa] de baja|wypisan[ay]|avregistrerad|afmeldt|avmeldt|opt(?:ed)?[ _-]?out|complained$|do[ _-]not[ _-](?:contact|e?mail|allow)|配信(?:停止|不可|不要)|수신거부|退[订訂])(?![\p{L}\d]|-(?!(?:e-?mails?|newsletters?|marketing|all|from|of|by|via|list|user|manual|global)(?!\p{L}))\p{L})/u;
/** What stands behind such a word if it is of another channel or an event, and of no mail. */
const OF_ANOTHER_THING =
	/^ (?:(?:from|of|vom|von|de|des|du|dal|van) (?:the |our |all |your |an |a )?(?:texts?|text messages|(?:phone )?calls?|phone|webinars?|events?|courses?|workshops?|trainings?|trials?|(?:sms|whatsapp|push)(?: marketing)?)|sms|whatsapp|push)(?!\p{L})(?!.*(?:mail|newsletter|marketing|everything|all lists|communications?))/u;
/** What follows the word that says it, with blanks for hyphens; undefined if there is none, or if it is of another thing. */
function behindOptOut(value: string): string | undefined {
	const said = OPTED_OUT.exec(value)?.[0];
	const rest = said === undefined ? undefined : value.slice(said.length).replace(/[_-]/g, ' ');
	return rest === undefined || OF_ANOTHER_THING.test(rest) ? undefined : rest;
}
const isOptedOut = (value: string): boolean => behindOptOut(value) !== undefined;
/** The entries of a list; also the whole, if it is one sentence: "Unsubscribed from sms, calls and newsletters". */
const statesOf = (value: string): string[] => [
	...value.split(/[,;|]\s*/),
	...(/ (?:and|or|und|&) /.test(value) ? [value] : []),
];
const YES = new Set(
	'true yes y 1 1.0 x ✓ ✔ on checked ja oui sí sì si sim tak da ano igen да wahr vrai verdadero verdadeiro vero waar はい ○ 済'.split(
		' ',
	),
);
const NO = new Set(
	[
		'no n nein non não nee nej nei nie ne нет ні не いいえ 아니오 否',
		'denied declined refused rejected withdrawn revoked abgelehnt verweigert widerrufen zurückgezogen',
		'refusé refusée retiré révoqué negato rifiutato revocato ritirato negado rechazado denegado',
		'revocado retirado recusado revogado ingetrokken geweigerd wycofana wycofano cofnięta odmowa',
		'odvolán odvoláno återkallat nekat trukket avslått',
	].flatMap((words) => words.split(' ')),
);
/** In languages without blanks between words. */
const DOES_NOT_AGREE =
	/^(?:不同意|未同意|同意(?:しない|しません|拒否|撤回)|拒[否绝絕]|撤回|미동의|비동의|거부|철회|동의 ?(?:하지|안|거부|철회))/u;
/** Nobody has asked or answered, or the person objects to nothing: "n.a.", "No restrictions". */
const NO_REFUSAL =
	/^n\.\s?\p{L}|^(?:no|non|não|nie|ne) (?:renseign|demand|défini|précis|communiqu|fourni|richiest|pervenut|indic|disponib|disponí|specificat|especificad|informad|solicitad|dotyczy|applicab|aplica|restri|obje|limit|problem|issue|concern|(?:data|datos|answer|respuesta|reply|response|record|preference|yet|ancora|encore)$)/u;
const isNo = (value: string): boolean =>
	(NO.has(value.split(/[ ,;.]/, 1)[0]) && !NO_REFUSAL.test(value)) ||
	DOES_NOT_AGREE.test(value.normalize('NFC')) ||
	isOptedOut(value);

const SAYS: Record<OptOutColumns['says'], (value: string) => boolean> = {
	yes: (value) =>
		YES.has(value.split(/[ ,;]/, 1)[0]) ||
		isOptedOut(value) ||
		/^[1-9]\d{3}-\d|^(?=.*[1-9])\d{1,2}[./-]\d{1,2}[./-]\d/.test(value),
	no: isNo,
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) => statesOf(value).some(isOptedOut),
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

/** An object or a column with such a name is about something else than emails to the person. */
const NOT_OF_EMAILS = /sms|phone|push|whatsapp|webinar|photo|order|payment/;

/** A consent, and what it is to: samtyckeTillKontakt, Optin Newsletter. */
const CONSENT =
	/consent|\bagree(?:d|ment)?\b|opt ?in\b|samty[ck]k?e|zgod[ay]|s[ou]u?hlas|einwilligung|zustimmung|toestemming|consenso|согласие|згода|съгласие/;
const TO_EMAILS =
	/contact|kontakt|contatt|contat|mail|marketing|newsletter|werb|reklam|рассылк|розсилк|publici|promo/;
/** It is to something else, or to emails of others only. */
const TO_OTHERS =
	/webinar|order|payment|cookie|[fp]h?oto|picture|image|imagen|\bbild|video|employer|arbeitgeber|\breferen(?:ces?|z)|emergency|notfall|urgence|budget|\bdate (?:is |was )?agreed|\bsent$/;
const PARTNERS = /partner|partenaire|third|terz[ie]|dritte|derden/;
const AND = /\b(?:and|or|et|ou|und|oder|e|y|en|i|o)\b/;
/** Of others only; not "from us and our partners". */
function isOfPartners(name: string): boolean {
	const at = name.search(PARTNERS);
	return at >= 0 && !AND.test(name.slice(0, at));
}
/** It is to another channel, and to no emails. */
const BY_OTHER_WAYS =
	/^(?!.*(?:(?<!direct )mail|correo|courriel|\be ?post|ele[ck]t|newsletter|marketing comm|including|schedule)).*(?:sms|phone|tele[fmp]|anruf|llamad|\b(?:calls?|texts?|appels?|post|postal\w*)\b|push|whatsapp|direct mail)/;
const saysConsent = (words: string[]): boolean => {
	const name = words.join(' ');
	const isOfOthers = TO_OTHERS.test(name) || isOfPartners(name) || BY_OTHER_WAYS.test(name);
	return CONSENT.test(name) && TO_EMAILS.test(name) && !isOfOthers;
};

/** What a name says, also behind the word for a person or for what holds one, and among words that say nothing: contact_unsubscribed, properties.hs_email_optout, Global Marketing Opt Out. */
const saysOf = kept((key) => {
	const words = wordsOf(key.slice(0, 200));
	for (let from = 0; from < words.length; from++) {
		const rest = words.slice(from);
		const telling = rest.filter((word) => !SAYS_NOTHING.has(word));
		const says = BY_NAME.get(rest.join('')) ?? BY_NAME.get(telling.join(''));
		if (says !== undefined) return says;
		const { role = '' } = columnName(words[from]);
		if (!SAYS_NOTHING.has(words[from]) && !['person', 'neutral'].includes(role)) break;
	}
	return saysConsent(words) ? SAYS.no : undefined;
});

/** Whether a column is there to say whether the person wants emails. */
export const isOfOptOut = ({ key, raw }: Column): boolean =>
	![undefined, SAYS['a state']].includes(saysOf(key)) && holdsText(dug(raw));

/** Around a consent, as Klaviyo has it in `sms.marketing.consent` and `mobile_push.marketing.consent`; not around a person. */
const OTHER_CHANNEL =
	/(?:^|[._]|mobile|web)(?:sms|whatsapp|push)(?:\.(?:marketing|transactional|opt_?in|consent|subscription)){0,2}$/i;

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

/** Mautic's list of the channels that are closed; HighLevel's object of each; a subscriber of Kit; Customerly's topic. */
const isSaidInObject = ({ id, raw, of }: Column): boolean =>
	typeof raw === 'string' &&
	((id === 'channel' && raw === 'email' && keyOf(of) === 'donotcontact') ||
		(id === 'status' &&
			/^(?:active|permanent)$/.test(raw) &&
			of.path.endsWith('dndSettings.Email')) ||
		(id === 'state' && raw === 'cancelled' && keyOf(of) === 'subscriber') ||
		(id === 'topic' && /^unsubscribed?$/.test(raw)));

/** What people write into a note: "No more emails, please"; "NIET MEER MAILEN". */
const NO_MORE_EMAILS =
	/\b(?:(?<!can['’]?t )(?:no more|stop|keine|geen|plus d['’]|no m[aá]s|quiere m[aá]s|basta)\s?(?:(?:weiteren|sending (?:me|us)|any|more|me|us) ){0,3}(?:e-?mails?|mails|e?mailings?|correos)|(?:keine|geen) (?:e-?)?mail(?= (?:mehr|meer|bitte|senden|schicken|sturen)|[\s.!]*$)|(?:do not|don['’]?t|never|stop|nicht|niet|ne pas|(?:nicht|niet) (?:mehr|meer))\s(?:send (?:me|us) (?:any )?(?:more )?)?(?:e-?mails?|e-?mailen|anmailen|mailen|mails|contact(?:ing|er|eren)?|kontaktieren|anschreiben)|(?:want|wish|möchten?|asked for) (?:no more|keine weiteren) newsletters?|no contactar|non contattare|plus [êe]tre contact\p{L}*|nicht mehr kontaktiert)(?![\p{L}\d-])/iu;
/** A wish for none, and nothing behind it. */
const NOT_WANTED =
	/(?<!\p{L})(?:(?:does(?: not|n['’]?t)|(?:^|(?<!\p{L})(?:i|we) )(?:do not|don['’]?t)) (?:want|wish)(?: to (?:get|receive))?(?: (?:any|more|further|our|your|marketing)){0,3} e-?mails?|(?:^|[.,;:!–-] ?|(?:he|she|they|wants?|wish(?:es)?|asked|prefers?|did|does|client|lead) )not (?:(?:want|wish) )?to be (?:e-?mailed|contacted)|ne (?:veut|veux|souhaite) pas (?:(?:recevoir )?d['’]e-?mails?|être contacté\p{L}*)|non (?:vuole|voglio) (?:(?:ricevere )?e-?mail|essere contattat\p{L})|no (?:quiere|quiero) (?:(?:recibir )?(?:correos|e-?mails)|ser contactad\p{L})|(?:möchte|will|wünscht|soll|darf)(?: \p{L}+){0,3} nicht (?:per e-?mail )?kontaktiert werden)(?=\s*(?:$|[.!,;)])| (?:again|any ?more|by e-?mail|from (?:us|you))(?!\p{L}))/iu;
/** Of somebody else, only a note says it. */
const isNotWanted = (text: string, isOfNotes: boolean): boolean => {
	const said = NOT_WANTED.exec(text)?.[0];
	return said !== undefined && (isOfNotes || !/^does/i.test(said));
};
/** What one may write of one's own emails: what stands around it says whose these are. */
const SENDING =
	/\b(?:(?:stop|do not|don['’]?t|never|not to|no longer) send(?:ing)?(?: (?:me|us|him|her|them|any|more|further|out|your|the|these|marketing)){0,4} (?:e-?mails?|mails?|mailings?|newsletters?)|(?:no|stop|keine?n?|geen|basta|niente|nessuna|plus de|pas de|no m[aá]s)(?: (?:weiteren?|further|more))? (?:newsletters?|nieuwsbrie(?:f|ven)|boletines))(?![\p{L}\d-])/giu;
/** Before it: an order. */
const ORDERED = /(?:^|[.!?:;,(–\n-]|\b(?:please|pls|kindly|bitte|graag)) {0,2}$/iu;
/** Behind it: nothing. */
const ENDED =
	/^(?: (?:any ?more|again|please|at all|bitte|mehr|meer|gewünscht|erwünscht|gewenst|souhaitée?|wanted|desired|zu|te|senden|schicken|zusenden|sturen|erhalten|bekommen|ontvangen)){0,4}(?:$|[.!,;:)\n]| ?[(–-]| (?:until|because|wegen|weil) | from (?:us|you)| to (?:me|us|this|my|him|her|them|(?:the )?(?:client|customer|contact|lead))(?!\p{L}))/iu;
/** Before it, and with its first letter: what the person has told somebody. */
const WISHED =
	/(?<!\p{L})(?:(?:ask|request|told|tell)\p{L}*(?: \p{L}+){0,5}|(?:wish|want|need|prefer|sa(?:id|ys)|möchte|wünsch|wollen|will(?= k)|wil(?= g)|brauch|veut|souhait|vuole|quiere)\p{L}*(?: us to| you to| that we| we)?) \p{L}$/iu;
/** Behind it: how one sends, or another address. */
const OWN_BEHIND =
	/^ (?:yet|manually|by hand|one by one|often|to (?:(?:my|his|her|their|the) )?(?:old|other|wrong|former|previous))(?!\p{L})/iu;
/** Who refuses newsletters in a message and asks for something may be written to. */
const isToldNotToSend = (text: string, isOfNotes: boolean): boolean =>
	[...text.matchAll(SENDING)].some(({ 0: said, index }) => {
		const behind = text.slice(index + said.length);
		if (OWN_BEHIND.test(behind)) return false;
		if (isOfNotes && WISHED.test(text.slice(0, index + 1))) return true;
		const isOrder = ORDERED.test(text.slice(0, index)) && ENDED.test(behind);
		return isOrder && (isOfNotes || /mail/i.test(said) || isRefusalAlone(text));
	});

const OF_NOTES =
	/note|notiz|bemerk|anmerk|comm?ent|coment[aá]rio|remark|opmerk|komment|observa|uwagi|备注|備考|メモ|비고|tags?$/i;
/** Before an opt-out in a note: a date, a call, or what emails or people are called. */
const NOTED_BEFORE =
	/^[([–-]?\s?(?:\d[\d\s./:-]{0,20}[:)–-] ?)?(?:(?:e-?mails?|mail\p{L}*|newsletters?|marketing|(?:lead |contact )?status|update|info|notes?|client|customer|contact|lead|kund(?:e|in)|(?:\d\d? )?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*|(?:called|spoke|talked|telefonat|gespräch)[^:(–-]{0,40})[ \d]{0,6}[:(–-] ?)?/u;
/** Behind it, where "opt-out rates", "unsubscribed users" and "Opt-out: no" are no opt-out of the person. */
const NOTED_BEHIND =
	/^(?:[\s)\]]*$|(?: ?[(:–]| {3})(?!\s?(?:(?:sms|whatsapp|push)(?!\p{L})|(?:no|nein|non|nee|false)[\s)]*$))| (?:from|of|vom|von|de|des|du|dal|van) (?!(?:\p{L}+ ){0,3}(?:compet|konkurr|concurr|concorr|another))(?:.*(?:mail|newsletter|list|all|everything|marketing|communicat|campaign|sequence|verteiler|tous|tutt|tod[ao]s))| (?:(?:from|of) us|as of|on|am|le|el|il|op|since|seit|depuis|(?:in|via|by|per|durch|par|por)(?! (?:default|mistake|accident|erreur|error))|through|\d+|e ?mails?|newsletters?|marketing|manually|again|today|yesterday)(?!\p{L}))/u;
/** Behind a dash or in brackets: "Not interested - opted out". */
const NOTED_ASIDE =
	/ [(–-] ?(?:unsubscribed|opted[ -]out|abgemeldet|désinscrite?|désabonnée?|uitgeschreven|afgemeld|disiscritt[oa])(?:[\s)]*$| \d| (?:on|am|le|via|by) )/iu;
const OF_A_CHANNEL = /sms|whatsapp|push|phone|call|text|plan|auto/i;
const isNoted = (text: string): boolean => {
	const [last] = text
		.split(/(?<!(?:not|never|be) )re-?subscribed|wieder angemeldet|réinscrit/i)
		.slice(-1);
	const parts = [last.split(/[,;|.!\n]\s*/), statesOf(last)].flat();
	if (parts.some((part) => NOTED_ASIDE.test(part) && !OF_A_CHANNEL.test(part))) return true;
	const saids = parts.map((part) => part.trim().toLowerCase().replace(NOTED_BEFORE, ''));
	return saids.some((said) => NOTED_BEHIND.test(behindOptOut(said) ?? 'x'));
};

/** What somebody answers who wants no more. */
const UNSUBSCRIBE =
	/(?<!\p{L})(?:unsubscribed?|opt[ -]?out|(?:remove|delete) me|take me off|abmelden|abbestellen|désabonne[rz](?:[ -]moi)?|désinscri\p{L}{1,4}|uitschrijven|afmelden|cancellami|cancelar suscripción)(?!\p{L})/iu;
/** What says nothing beside it. */
const POLITE =
	/^(?:re|aw|antw|sv|fwd?|wg|tr|rif)(?=:)|^\s*(?:hi|hello|hey|dear|hallo|bonjour|hola|ciao)(?!\p{L})[^,.!?\n]{0,40},|(?<!\p{L})(?:please|pls|kindly|bitte|thanks?|i|we|am|are|you|danke|merci|grazie|gracias|por favor|per favore|me|us|mich|mir|uns|any|more|anymore|again|now|mehr|meer|(?:not|no longer) interested|no interest|(?:kein|geen) interesse|pas intéressée?|from|off|to|your|the|this|all|mailing|e-?mails?|newsletters?|lists?|address|an|diese|adresse|senden|schicken|zusenden|erhalten)(?!\p{L})/giu;
/** Whether a text says that and nothing else; a question is an advertisement's. */
function isRefusalAlone(text: string): boolean {
	const rest = text.replace(NO_MORE_EMAILS, '').replace(SENDING, '').replace(UNSUBSCRIBE, '');
	return rest.length < text.length && !/[\p{L}\d?]/u.test(rest.replace(POLITE, ''));
}
/** Said so, whatever stands around it. */
const REMOVE_ME =
	/(?<!\p{L})(?:please (?:unsubscribe|remove|delete) (?:me|us)(?= ?(?:$|[.!,;:\n])| (?:now|immediately|asap)| (?:from|off)(?: \p{L}+){0,4} (?:lists?|mailings?|e-?mails?|newsletters?|database))|can you (?:please )?(?:unsubscribe|remove) (?:me|us)(?! from the (?:meeting|call|event))|(?<!not |['’]t )(?:remove|take|delete) (?:me|us) (?:from|off) (?:your|the|this|all) (?:mailing |e-?mail )?(?:lists?|database))(?!\p{L})/iu;
/** In a sentence: it is no link of a newsletter, such as "Unsubscribe from this list". */
const OF_MYSELF = /(?<!\p{L})(?:me|us|mich|uns|moi|your)(?!\p{L})|(?<!\p{L})(?:please|bitte) /iu;
const isRefused = (text: string): boolean =>
	REMOVE_ME.test(text) ||
	isRefusalAlone(text) ||
	text
		.split(/(?<=\?)|[.!;:\n]/)
		.some((part) => UNSUBSCRIBE.test(part) && OF_MYSELF.test(part) && isRefusalAlone(part));

/** It did not come, nobody wants to miss it, it is about a phone or spam, or it is what a company promises. */
const NOT_MEANT =
	/\b(?:(?:noch|nog) (?:keine?|geen) (?:e-?)?mails?\b[^,.;!?]*\b(?:bekommen|erhalten|ontvangen|gekregen)|(?:keine?|geen) (?:e-?)?mails?(?: \p{L}+){0,3} (?:verpassen|missen)|(?:(?:do not|don['’]?t|never) contact(?: (?:me|us|him|her|them))? (?:by|via|on)|ne pas contacter par|no contactar por|non contattare per) (?:phone|telephone|mobile|sms|whatsapp|t[eé]l[eé]fono|téléphone)(?=\s*$|[.;!]|,? (?:but )?e-?mail (?:is|works|only)|,? (?:but |please |only |he |she |they ){0,3}(?:prefer|préfère|prefiere|preferisce|use |via e|by e|rather))|(?:haben?|hat) (?:von \p{L}+ )?(?:keine?|geen) (?:e-?)?mails? (?:von \p{L}+ )?(?:erhalten|bekommen)|(?:bekommt|erhält) keine (?:e-?)?mails? von uns|stop e-?mail spam|we (?:never|do not|don['’]?t) e-?mail you)\b/giu;
/** What is asked first, because it is fast. */
const MENTIONED =
	/mail|newsletter|nieuwsbrie|boletin|correo|conta[ct]|kontakt|anschreiben|unsub|opt|(?:remove|delete|take) me|cancel|de baja|abmelden|abbestellen|abgemeldet|afmeld|afgemeld|avmeld|avreg|uitsch|uitgesch|wypisan|descadastrad|disiscritt|désabonn|désinscri|配信|수신거부|退[订訂]/i;
/** Names of an advertisement, which nobody writes about the person. */
const OF_AN_AD = /campaign|kampagne|ad[ _]?(?:set|group)?[ _]?name|adset|utm/i;
/** Names of what heads a message: it may be an advertisement's, too. */
const OF_A_SUBJECT = /subject|betreff|asunto|assunto|oggetto|objet|onderwerp|件名/i;
const OF_A_MESSAGE = /message|nachricht|mensaje|messag|reply|antwort|body|text|content|snippet/i;
function saysNoMore(key: string, text: string): boolean {
	const isOfNotes = OF_NOTES.test(key);
	if (!isOfNotes && OF_AN_AD.test(key)) return false;
	if (OF_A_SUBJECT.test(key)) return isRefusalAlone(text);
	return (
		NO_MORE_EMAILS.test(text) ||
		isNotWanted(text, isOfNotes) ||
		isToldNotToSend(text, isOfNotes) ||
		(isOfNotes && isNoted(text)) ||
		((isOfNotes || OF_A_MESSAGE.test(key)) && isRefused(text))
	);
}
const linesOf = (text: string): string =>
	text
		.split(/\n|<(?:br|\/p|\/div|\/li|\/td)(?![a-z])[^<>]*>/i)
		.map(withoutMarkup)
		// Not what an answer quotes.
		.filter((line) => !line.startsWith('>'))
		.join('\n');
const isNote = ({ key, raw }: Column): boolean =>
	typeof raw === 'string' &&
	raw.length < (raw.includes('<') ? 1000 : 300) &&
	MENTIONED.test(raw) &&
	saysNoMore(key, linesOf(raw).replace(NOT_MEANT, ' '));

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

/** The whole value: "email.bounced", "InviteeOrGuestEmailBounced", "Hard Bounce". */
const BOUNCED =
	/(?:^|[\s._:-]|mail)(?<!(?:soft|not|never|payment|cheque|check|visitor)[\s._:-]?)(?:hard[ _-]?)?bounced?$/i;
const IS_BOUNCED = new Set(['bounced', 'hardbounced', 'isbounced', 'emailbounced']);

/** @returns the name of the column that says that the person's mailbox takes no emails; undefined if none does */
export const bounced = (columns: Column[]): string | undefined =>
	columns.find(
		({ id, key, raw, of }) =>
			!isOthers(of) &&
			(typeof raw === 'string'
				? saysOf(key) === SAYS['a state'] && BOUNCED.test(raw.slice(0, 100).trim())
				: raw === true && IS_BOUNCED.has(id)),
	)?.name;
