import { holdsText, trimmed, withoutMarkup } from '../../values';
import { columnName, kept, normalizedName, wordsOf } from './columnName';
import { keyOf, type Column } from './columns';
import { dug, isObject } from './dug';
import { hasSigns, isOthers } from './roles';
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
			"unsubscribed, unsubscribe, Opt Out, Opted Out, Email Opted Out, opted_out_email, Do Not Contact, Do Not Email, blacklisted, Don't contact, Is this subscriber blacklisted, Abgemeldet, Abmeldung, Keine E-Mails, Keine Werbung, Werbesperre, Mailsperre, Nicht kontaktieren, Werbewiderspruch, Keine Mails, Niet mailen, Non contattare, Désinscrit, Désinscription, Désabonné, Désabonnement, Ne pas contacter, Afgemeld, Afmelding, Uitgeschreven, Disiscritto, Disiscrizione, No contactar, Descadastrado, Não contatar, Wypisany, Rezygnacja, Avregistrerad, Afmeldt, Avmeldt, 配信停止, 配信不要, 수신거부, 退订, 退訂",
		says: 'yes',
		source: 'Customer.io, phpList, sheets in many languages',
	},
	{
		names:
			'unsubscribed_at, date_unsubscribe, Unsubscribed_Time, UNSUB_TIME, opt_out_date, opted_out_at, unsubscribe_date, Unsubscribed On',
		says: 'a date',
		source: "MailerLite, Zoho CRM, Mailchimp's export",
	},
	{
		names:
			'marketing_status, marketingState, status, email_status, state, email_subscribe, Newsletter, Tags, Tag, Labels, Etiquetas, Étiquettes, Schlagwörter, 配信可否, 配信状態',
		says: 'a state',
		source:
			'Pipedrive, Mailchimp, MailerLite, Keap, Shopify, Braze, sheets. Also other names with Status, Statut, Estado, or Stato, if they are of emails or of the person',
	},
	{
		names: 'event, event_type, type, action',
		says: 'a state',
		source: 'webhooks of Mailchimp, SendGrid, Customer.io, Lemlist',
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

/** "unsubscribed", also as in "subscriber.unsubscribed", "Opted out of all emails", "hat sich abgemeldet" and the tag "opt-out-email". */
const OPTED_OUT =
	/^(?!\w{0,40}(?<![a-z])(?:not?|non|never)[._])(?:\w{1,40}[._])?(?:(?:has|is|was|hat|ist|sich|s['’]est|est|si|è|se|ha|lead|contact|customer|already|globally|vom newsletter|von (?:allen )?e?-?mails) ){0,3}(?:(?:group_|emails_?)?unsubscribed?|spam_?report|b(?:lack|lock)listed|abgemeldet|désabonnée?|désinscrite?|disiscritt[oa]|uitgeschreven|afgemeld|descadastrad[oa]|(?:dad[oa]|dio) de baja|wypisan[ay]|avregistrerad|afmeldt|avmeldt|opt(?:ed)?[ _-]?out|complained$|do[ _-]not[ _-](?:contact|e?mail|allow)|配信(?:停止|不可|不要)|수신거부|退[订訂])(?![\p{L}\d]|-(?!(?:e-?mails?|newsletters?|marketing|all|from|of|by|via|list|user|manual|global)(?!\p{L}))\p{L})/u;
/** What else than emails somebody says no to. */
const THING =
	'sms|texts?|text messages?|whatsapp|push|phone|telephone|telefon|(?:phone )?calls|pension|insurance|plan|scheme|cover|dinner|lunch|auto|fahrzeug|gewerbe';
/** What stands behind a refusal if it is of such a thing or an occasion, and of no mail. */
const OF_ANOTHER_THING = new RegExp(
	`^(?![^.!?\\n]*(?:mail|newsletter|(?<!(?:sms|texts?|whatsapp|push) )marketing|everything|all lists|communications?|updates|sequence|campaign|responder|follow up)) (?:(?:from|off?|vom|von|de|des|du|dal|van) (?:\\p{L}+ ){0,2}(?:${THING}|call|meetings?|webinars?|events?|courses?|workshops?|trainings?|trials?|demos?|wait(?:ing)? ?list)|sms|whatsapp|push)(?!\\p{L})`,
	'iu',
);
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
const YES = setOf(
	'true yes y 1 1.0 x ✓ ✔ on checked ja oui sí sì si sim tak da ano igen да wahr vrai verdadero verdadeiro vero waar はい ○ 済',
);
const NO = setOf(
	'no n nope nein non não nee nej nei nie ne нет ні не いいえ 아니오 否 denied declined refused rejected withdrawn revoked abgelehnt verweigert widerrufen zurückgezogen refusé refusée retiré révoqué negato rifiutato revocato ritirato negado rechazado denegado revocado retirado recusado revogado ingetrokken geweigerd wycofana wycofano cofnięta odmowa odvolán odvoláno återkallat nekat trukket avslått hayır hayir không',
);
/** In languages without blanks between words. */
const DOES_NOT_AGREE =
	/^(?:不同意|未同意|同意(?:しない|しません|拒否|撤回)|拒[否绝絕]|撤回|미동의|비동의|거부|철회|동의 ?(?:하지|안|거부|철회))/u;
/** Nobody has asked or answered, or the person objects to nothing: "n.a.", "No restrictions". */
const NO_REFUSAL =
	/^n\.\s?\p{L}|^(?:no|non|não|nie|ne) (?:renseign|demand|défini|précis|communiqu|fourni|richiest|pervenut|indic|disponib|disponí|specificat|especificad|informad|solicitad|dotyczy|applicab|aplica|restri|obje|limit|problem|issue|concern|(?:data|datos|answer|respuesta|reply|response|record|preference|yet|ancora|encore)$)/u;
const SAYS: Record<OptOutColumns<string>['says'], (value: string) => boolean> = {
	yes: (value) =>
		YES.has(value.split(/[ ,;]/, 1)[0]) ||
		isOptedOut(value) ||
		/^[1-9]\d{3}-\d|^(?=.*[1-9])\d{1,2}[./-]\d{1,2}[./-]\d/.test(value),
	no: (value) =>
		(NO.has(value.split(/[ ,;.!]/, 1)[0]) && !NO_REFUSAL.test(value)) ||
		DOES_NOT_AGREE.test(value.normalize('NFC')) ||
		isOptedOut(value),
	'a date': (value) => /[1-9]\d{3}|^\d{1,2}[./-]\d/.test(value),
	'a state': (value) => value === 'spam' || statesOf(value).some(isOptedOut),
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
/** A consent, and what it is to: samtyckeTillKontakt, Optin Newsletter. An agreement may be a contract, and a date may be agreed. */
const CONSENT =
	/consent|permission (?:to|for) (?:be )?(?:contact|e ?mail|market|send|newsletters?)|(?:contact|marketing|e ?mails?|newsletters?) permissions?\b|\bagree\b|\bagree(?:d|s|ment) to\b|(?:marketing|newsletters?|promotions?|^contact|^e ?mails?) agree(?:d|ment)|^agreed (?:contact|marketing|e ?mails?|newsletters?|promotions?)$|opt ?in\b|samty[ck]k?e|zgod[aye]|zgadzam|s[ou]u?hlas|einwilligung|zustimmung|stimme\b.*\bzu\b|toestemming|consenso|accon?sento|\bac(?:epto|eito|cetto)\b|autori[zs]|\bj accepte\b|\bi accept\b|соглас(?:ие|ен|на)|згода|съгласие|동의|同意|dong y|\bizni?\b|onay/;
/** It asks whether one may contact the person, or send newsletters and the like; not how or when. */
const ASKED =
	/^(?:(?!(?:how|when|wh(?:at|ich|y|ere)|best|wie|wann|was|wo|quando|come|cosa|cuando|como|que|quand|comment|quelle?|hoe|wanneer|wat) )\S+ ){0,8}(?:(?:may|can|could) \S+ (?:\S+ ){0,2}(?:(?:contact|e ?mail) you\b(?! (?:an?|the|your)\b(?! newsletter))|(?:reach you|(?:stay|keep) in touch)\b.* e ?mail|add you to \S+ (?:e ?mail|mailing|newsletter))|(?:durfen|konnen) wir (?:sie|dich|euch|ihnen|dir) (?:\S+ ){0,4}(?:kontaktieren|anschreiben|(?:an)?mailen|per (?:e ?)?mail)\b|(?:mogen|mag|kunnen) w(?:ij|e) (?:u|je|jou) (?:\S+ ){0,4}(?:contacteren|mailen|benaderen)\b|(?:mogen|mag|kunnen) w(?:ij|e) contact met (?:u|je|jou)\b|podemos conta(?:[ct]\w*(?:[lt]e|l[ao]s?)|ta?r? (?:te|l[ao])|ctar (?:te|con usted|contigo|por))\b|(?:pouvons nous|peut on) vous (?:\S+ ){0,2}(?:re)?contacter\b|possiamo contattar(?:ti|la|lo|vi)\b|(?:(?:may|can|could) we|(?:durfen|konnen) wir|(?:mogen|mag) w(?:ij|e)|podemos|pouvons nous|possiamo) (?:\S+ )?(?:send you|ihnen|dir|u|je|enviar\w*|envoyer|inviar\w*) (?:\S+ ){0,3}(?:newsletters?|nieuwsbrief|marketing|werbung|publici\w+|promo\w*|offers|e ?mails|correos|courriels)\b)/;
/** An answer to that: "No calls, please" and "Not before 5 pm" are none. */
const BARE =
	/^[^\s.,;!]+(?:$|(?: [-–]|[.,;!])(?!.*(?:only|just|but|please|nur|bitte|solo|seulement).*mail|.*mail (?:me|only|is|please))| (?:thank|danke|merci|grazie|gracias|obrigad|bedankt|dank|please|bitte|i |we |you |out|from|not))/u;
const isBareNo = (value: string): boolean => SAYS.no(value) && BARE.test(value);
const TO_EMAILS =
	/conta[ct]|kontakt|contatt|mail|marketing|newsletter|werb|reklam|рассылк|розсилк|publici|promo|correo|courriel|\be ?posta|수신|메일|마케팅|营销|邮件|郵件|メール|メルマ/;
/** It is to something else. */
const TO_OTHERS =
	/webinar|order|payment|cookie|[fp]h?oto|picture|image|imagen|\bbild|video|employer|arbeitgeber|\breferen(?:ces?|z)|emergency|notfall|urgence|budget|testimon|\bstory|opinion|\bcontact(?:ing)? (?:my|your) (?!e ?mail)|\bsent$/;
/** It is to emails of others only, and not "from us and our partners"; the Polish word for "and" is no English "I". */
const PARTNERS = /partner|partenaire|third|terz[ie]|dritte|derden|socios|parceir/;
const AND =
	/\b(?:and|or|et|ou|und|oder|sowie|y|en|e(?! mail)|i(?= (?:nasz|jej|jego|ich|od|$)))(?:(?: \S+){0,3}|(?: also)? (?:from|by|its|our|von|de|da|van)(?: \S+){0,6}) $/;
/** It is to another channel, and to no emails; what is included is not all. */
const BY_OTHER_WAYS =
	/^(?!.*(?:(?<!direct )mail|correo|courriel|\be ?post|ele[ck]t|newsletter|online|otherwise|\b(?:any|all) (?:channels?|means|ways)\b))(?:(?! including | such as ).)*(?:sms|phone|tele[fmp]|anruf|llamad|\b(?:(?:by|via|and|or|marketing|automated|phone) calls?|calls|texts?|appels?|post|postal\w*)\b|push|whats ?app|\b(?:on|via|by|my|your) mobile|direct mail)/;
function saysConsent(words: string[]): boolean {
	// The signs of Korean are folded into their parts.
	const name = words.join(' ').normalize('NFC');
	if (!ASKED.test(name) && !(CONSENT.test(name) && TO_EMAILS.test(name))) return false;
	const at = name.search(PARTNERS);
	const isOfPartners = at >= 0 && !AND.test(name.slice(0, at));
	return !isOfPartners && !TO_OTHERS.test(name) && !BY_OTHER_WAYS.test(name);
}
/** What else may stand in the name of a person's or an address's state; others are the states of something else. */
const OF_STATE = setOf(
	'status statut estado stato e of de del des du d di da l la della opt in out optin optout lead leads contact contacts kontakt contacto contatto contato customer client cliente kunde kunden prospect person profile account user member subscriber subscribers subscribed recipient empfanger follow up automation verification suppression subscription suscripcion abonnement abonne abo list liste lista marketing communication communications consent gdpr dsgvo reason current last global delivery deliverability sequence campaign cadence outreach crm hubspot brevo',
);
function isOfState(words: string[]): boolean {
	const name = words.join(' ');
	if (!/status\b|\b(?:statut|estado|stato)\b/.test(name) || NOT_OF_EMAILS.test(name)) return false;
	const parts = words.flatMap((word) => word.split(/(?<=.)(?=status$)/));
	return /newsletter|(?<!direct )mail/.test(name) || parts.every((word) => OF_STATE.has(word));
}
/** What a name says, also behind the word for a person or for what holds one, and among words that say nothing: contact_unsubscribed, properties.hs_email_optout, Global Marketing Opt Out. */
const saysOf = kept((key) => {
	const words = wordsOf(key.slice(0, 200).replace(/[&+]/g, ' and '));
	for (let from = 0; from < words.length; from++) {
		const rest = words.slice(from);
		const telling = rest.filter((word) => !SAYS_NOTHING.has(word));
		const says = BY_NAME.get(rest.join('')) ?? BY_NAME.get(telling.join(''));
		if (says !== undefined) return says;
		const { role = '' } = columnName(words[from]);
		if (!SAYS_NOTHING.has(words[from]) && !['person', 'neutral'].includes(role)) break;
	}
	if (saysConsent(words)) return ASKED.test(words.join(' ')) ? isBareNo : SAYS.no;
	return isOfState(words) ? SAYS['a state'] : undefined;
});
/** Whether a column is there to say whether the person wants emails. */
export const isOfOptOut = ({ key, raw }: Column): boolean =>
	![undefined, SAYS['a state']].includes(saysOf(key)) && holdsText(dug(raw));
/** Around a consent, as Klaviyo has it in `sms.marketing.consent` and `mobile_push.marketing.consent`; not around a person. */
const OTHER_CHANNEL =
	/(?:^|[._]|mobile|web)(?:sms|whatsapp|push)(?:\.(?:marketing|transactional|opt_?in|consent|subscription)){0,2}$/i;
/** The texts of a value, or of each in a list, in small letters. */
const textsOf = (raw: unknown): string[] =>
	[raw]
		.flat()
		.map((one) => dug(one))
		.filter(holdsText)
		.map((value) => trimmed(String(value)).toLowerCase());
const saysSo = (key: string, raw: unknown): boolean => {
	const says = saysOf(key);
	return says !== undefined && textsOf(raw).some(says);
};
/** The key of a column; of an object for each tag, the key of the list. */
const keyFor = ({ id, key, of }: Column): string =>
	/^(?:name|tag|label|title)$/.test(id) && /^(?:tag|label)s?$/.test(keyOf(of)) ? 'Tags' : key;
/** Whether an address of a list says it, as Close has it. */
const isSaidBeside = ({ meaning, raw }: Column): boolean =>
	meaning === 'email' &&
	[raw]
		.flat()
		.filter(isObject)
		.some((entry) => Object.entries(entry).some(([key, value]) => saysSo(key, value)));
/** Mautic's list of the channels that are closed; HighLevel's object of each; a subscriber of Kit; Customerly's topic; a receiver of CleverReach. */
const isSaidInObject = ({ id, raw, of }: Column): boolean =>
	(id === 'channel' && raw === 'email' && keyOf(of) === 'donotcontact') ||
	(id === 'status' &&
		/^(?:active|permanent)$/.test(String(raw)) &&
		of.path.endsWith('dndSettings.Email')) ||
	(id === 'state' && raw === 'cancelled' && keyOf(of) === 'subscriber') ||
	(id === 'topic' && /^unsubscribed?$/i.test(String(raw))) ||
	(id === 'deactivated' &&
		SAYS['a date'](String(raw)) &&
		of.columns.filter((one) => /^(?:activated|registered)$/.test(one.id)).length > 1);
/** What people write into a note: "No more emails, please"; "NIET MEER MAILEN". */
const NO_MORE_EMAILS =
	/\b(?:(?<!can['’]?t )(?:no more|stop|keine|geen|plus d['’]|no m[aá]s|quiere m[aá]s|basta)\s?(?:(?:weiteren|sending (?:me|us)|any|more|me|us|these|your) ){0,3}(?:e-?mails?|mails|e?mailings?(?<!stop e?mailing(?= (?!(?:me|us|him|her|them|this|my|our|please|again|any\p{L}*|the c[lu]\p{L}+)(?!\p{L}))\p{L}))|correos)|(?:keine|geen) (?:e-?)?mail(?= (?:mehr|meer|bitte|senden|schicken|sturen)|[\s.!]*$)|(?:do not|don['’]?t|never|stop|nicht|niet|ne (?:pas|plus)|(?:nicht|niet) (?:mehr|meer))\s(?:send (?:me|us) (?:any )?(?:more )?)?(?:e-?mails?|e-?mailen|anmailen|mailen|mails|contact(?:ing|er|eren)?|kontaktieren|anschreiben)(?! (?:my|his|her|their|our|the) (?:\p{L}+ )?(?:employer|boss|colleagues?|references?|referees?|husband|wife))|(?:want|wish|möchten?|asked for) (?:no more|keine weiteren) newsletters?|no (?:volver a )?contactar|non contattare|n[ãa]o conta[ct]t?ar|plus [êe]tre contact\p{L}*|nicht mehr kontaktiert)(?![\p{L}\d-])(?! (?:from )?(?:going|landing|ending|being|getting|reaching|bouncing))/iu;
/** A wish for none, and nothing behind it. */
const NOT_WANTED =
	/(?<!\p{L})(?:(?:d(?:oes|id)(?: not|n['’]?t)|(?:^|(?<!\p{L})(?:i|we) )(?:do not|don['’]?t)) (?:want|wish|like)(?: to (?:get|receive))?(?: (?:any|more|further|our|your|marketing)){0,3} e-?mails?|ne (?:veut|veux|souhaite) (?:pas|plus) (?:recevoir )?d['’]e-?mails?|non (?:vuole|voglio) (?:ricevere )?e-?mail|no (?:quiere|quiero) (?:recibir )?(?:correos|e-?mails))(?=\s*(?:$|[.!,;)])| (?:again|any ?more|by e-?mail|from (?:us|you))(?!\p{L}))/iu;
/** The same of being contacted, which may be not now, or not by phone. */
const NOT_TO_BE_CONTACTED =
	/(?<!\p{L})(?:(?:d(?:oes|id)(?: not|n['’]?t)|(?:^|(?<!\p{L})(?:i|we|they) )(?:do not|don['’]?t)) (?:want|wish|like) to be (?:e-?mailed|contacted)|(?<!(?<!they )are )(?:not (?:(?:want|wish) )?to|to not|never to) be (?:e-?mailed|contacted)|ne (?:veut|veux|souhaite) pas être contacté\p{L}*|non (?:vuole|voglio) essere contattat\p{L}|no (?:quiere|quiero) ser contactad\p{L}|n[ãa]o (?:quer|quero|deseja) ser conta[ct]t?ad\p{L}|wil(?:len)?(?: graag)? niet (?:gecontacteerd|benaderd|gemaild) worden|(?:möchten?|will|wollen|wünsch(?:t|en)|soll(?:en)?|darf|dürfen)(?: (?!bis|vor)\p{L}+){0,3} nicht (?:per e-?mail )?kontaktiert werden)(?!\p{L})(?! (?:before|until|till|during|while|this|next|after|on|in (?!future)|bis|vor|nach|avant|antes|prima|(?:by|via|over|per|par|por) (?:the )?(?:phone|sms|text|tele|tél|tel|whatsapp|mobile|calls?)(?!.*mail)))/iu;
/** Of somebody else, only a note says it. */
const isNotWanted = (text: string, isOfNotes: boolean): boolean =>
	[NOT_WANTED, NOT_TO_BE_CONTACTED].some((pattern) => {
		const said = pattern.exec(text)?.[0];
		return said !== undefined && (isOfNotes || !/^d(?:oes|id)/i.test(said));
	});
/** What one may write of one's own emails: what stands around it says whose these are. */
const SENDING =
	/\b(?:(?:stop|do not|don['’]?t|never|not to|no longer) send(?:ing)?(?: (?:me|us|him|her|them|any|more|further|out|your|the|these|marketing)){0,4} (?:e-?mails?|mails?|mailings?|newsletters?)|(?:no|stop|keine?n?|geen|basta|niente|nessuna|plus de|pas de|no m[aá]s)(?: (?:weiteren?|further|more|marketing)){0,2} (?:newsletters?|nieuwsbrie(?:f|ven)|boletines)|no (?:(?:further|more|marketing) ){0,2}e-?mails?(?! address)|no (?:further|more) contact|keine (?:weitere )?kontaktaufnahme|kein(?:en)? (?:weitere[nr] )?kontakt(?= (?:mehr )?[ge]\p{L}*wünscht))(?![\p{L}\d-])/giu;
/** Before it: an order. */
const ORDERED = /(?:^|[.!?:;,(–\n-]|\b(?:please|pls|kindly|bitte|graag)) {0,2}$/iu;
/** Behind it: nothing. */
const ENDED =
	/^(?: (?:any ?more|again|please|at all|bitte|mehr|meer|gewünscht|erwünscht|gewenst|souhaitée?|wanted|desired|zu|te|senden|schicken|zusenden|sturen|erhalten|bekommen|ontvangen)){0,4}(?:$|[.!,;:)\n]| ?[(–-](?! ?(?:yet|noch|so far|bisher))| (?:until|because|wegen|weil) | from (?:us|you)| to (?:me|us|this|my|him|her|them|(?:the )?(?:client|customer|contact|lead))(?!\p{L}))/iu;
/** Before it, and with its first letter: what the person has told somebody. */
const WISHED =
	/(?<!\p{L})(?:(?:ask|request|told|tell)\p{L}*(?: (?!why|if|whether|how|when|what|ha[sd]|have|gets?|got|receives?|is|are|was)\p{L}+){0,5}|(?:wish|want|need|prefer|sa(?:id|ys)|möchte|wünsch|wollen|will(?= k)|wil(?= g)|brauch|veut|souhait|vuole|quiere)\p{L}*(?: us to| you to| that we| we)?) \p{L}$/iu;
/** Behind it: how one sends, or another address. */
const OWN_BEHIND =
	/^ (?:yet|manually|by hand|one by one|often|to (?:(?:my|his|her|their|the) )?(?:old|other|wrong|former|previous))(?!\p{L})/iu;
/** Who refuses newsletters in a message and asks for something may be written to. */
const isToldNotToSend = (text: string, isOfNotes: boolean): boolean =>
	[...text.matchAll(SENDING)].some(({ 0: said, index }) => {
		const behind = text.slice(index + said.length);
		if (OWN_BEHIND.test(behind)) return false;
		if (isOfNotes && WISHED.test(text.slice(0, index + 1))) return true;
		if (!ORDERED.test(text.slice(0, index)) || !ENDED.test(behind)) return false;
		// "Left a message, no email": none was sent.
		const isPlain = !/^no e-?mail$/i.test(said) && (isOfNotes || /mail/i.test(said));
		return isPlain || isRefusalAlone(text);
	});
const OF_NOTES =
	/note|notiz|bemerk|anmerk|comm?ent|coment[aá]rio|remark|opmerk|komment|observa|uwagi|reason|grund|outcome|备注|備考|メモ|비고|tags?$/i;
/** Before an opt-out in a note: a date, or what emails or people are called. */
const NOTED_BEFORE =
	/^[(\s]{0,3}(?:\d[\d\s./-]{0,20}[:)–-]? ?)?(?:(?:\d\d? )?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}* [\d ]{0,6}[-–]? ?)?(?:(?:e-?mails?|newsletters?|marketing|client|kund(?:e|in)) )?/u;
/** Behind it, where "opt-out rates", "unsubscribed users" and "Opt-out: no" are no opt-out of the person. */
const NOTED_BEHIND =
	/^(?:[\s)\]]*$|(?: ?[(:–]| {3})(?!\s?(?:(?:sms|whatsapp|push)(?!\p{L})|(?:no|nein|non|nee|false)[\s)]*$))| (?:from|of|vom|von|voor|de|des|du|d?al(?:la|le)?|van) (?!(?:\p{L}+ ){0,3}(?:compet|konkurr|concurr|concorr|another))(?:.*(?:mail|newsletter|nieuwsbr|list|all|everything|marketing|communicat|campaign|sequence|verteiler|tous|tutt|tod[ao]s))| (?:(?:from|of) us|as of|on|am|le|el|il|op|since|seit|depuis|address|(?:in|via|by|per|durch|par|por)(?! (?:default|mistake|accident|erreur|error))|through|\d+|e ?mails?|newsletters?|marketing|manually|again|today|yesterday)(?!\p{L}))/u;
/** Before the sign before an opt-out: what else it is of, or who else. */
const OF_A_THING = new RegExp(
	`(?<!\\p{L}|(?:^|\\P{L})(?:by|via|per|on|over|the|at|after|am|beim|nach|par|por|au|al) )(?:${THING})$`,
	'iu',
);
const OF_A_COLLEAGUE =
	/(?:olleague|[Kk]olleg(?:e|in)|[Cc]oll[eè]gue|[Cc]ollega|[Cc]olega)(?: \p{Lu}\p{L}*){1,3}$/u;
/** What may say it in a part of a note: all of it, and what is behind a colon, behind a dash, or in brackets. */
const saidsIn = (part: string): string[] =>
	[...part.matchAll(/^|\s?[:(–]\s?|\s-\s?/g)].flatMap(({ 0: sign, index }) => {
		const before = part.slice(Math.max(0, index - 60), index);
		if (OF_A_THING.test(before) || OF_A_COLLEAGUE.test(before)) return [];
		return part.slice(index + sign.length).slice(0, 200);
	});
const RESUBSCRIBED = /(?<!(?:not|never|be) )re-?subscribed|wieder angemeldet|réinscrit/i;
const isNoted = (text: string): boolean => {
	const last = text.split(RESUBSCRIBED).at(-1)!;
	const parts = [last.split(/[,;|.!\n]\s*/), statesOf(last)].flat();
	return parts.flatMap(saidsIn).some((said) => {
		const read = said.trim().toLowerCase().replace(NOTED_BEFORE, '');
		return NOTED_BEHIND.test(behindOptOut(read) ?? 'x');
	});
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
/** Said so of the person, whatever stands around it. */
const REMOVE_ME =
	/(?<!\p{L})(?:(?:please|can you|can you please) unsubscribe (?:me|us)|(?:please|can you|can you please) (?:remove|delete) (?:me|us)(?=\s*(?:$|[.,;:!?)])| (?:now|immediately|asap|again|completely|thank|today|because|since|and (?:delete|stop|my|all|never|do))| as (?:i|we|it|this|you) )|(?<!not |['’]t )(?:remove|take|delete|unsubscribe) (?:me|us) (?:from|off) (?:everything|(?:further|future) contact|(?:(?!and |wait|guest|short)\p{L}+ ){0,4}(?:lists?|mailings?|e-?mails?|newsletters?|communications?|database|system|crm|contacts|records))|(?:^|(?:ask|request|want|wish|like|prefer|need)\p{L}* (?:us )?)to be (?:removed|taken|deleted|unsubscribed) (?:from|off)(?: \p{L}+){0,2} (?:lists?|mailings?|e-?mails?|newsletters?|communications?|database|system|crm)|(?:(?:nehm|lösch|streich|entfern|trag)\p{L}* (?:sie )?(?:mich|uns) (?:bitte )?|(?<=(?:^|[.!?,;:\n(] ?)(?:bitte )?|(?:mich|uns|möchte|will|wünscht) (?:bitte )?))(?:aus|von|vom) (?:\p{L}+ )?(?:(?:e-?mail|mailing|newsletter|adress|kontakt)-?)?(?:verteiler|liste|newsletter|datenbank)(?:(?<=(?:mich|uns) [^.!?]{1,60})| (?:zu )?(?:löschen|entfernen|nehmen|streichen|austragen|gelöscht|entfernt|genommen|gestrichen|ausgetragen))|(?:(?:me|nous|(?:veu[tx]|souhaite|demande à) être) (?:retir|supprim|enlev)\p{L}*|(?:retir|supprim|enlev)\p{L}*[ -](?:moi|nous)|désinscri\p{L}*(?:[ -]moi)?) de (?:\p{L}+ )?(?:listes?|newsletter|mailing)|(?:m[ei] (?:(?:pued|podr|pod|può|pot)\p{L}* )?(?:elimin|borr|quit|rimuov|cancell|remov|retir)\p{L}*|(?:elim[ií]n|b[oó]rr|qu[ií]t|rimuov|cancell|remov|retir)\p{L}*m[ei]|(?:remov|retir)\p{L}*-me) d(?:e|a|al|alla|alle|o) (?:\p{L}+ )?(?:listas?|newsletter|mailing)|(?:(?:haal|verwijder)\p{L}* (?:mij|me|ons)|(?<=(?:^|[.!?,;:\n(] ?)(?:graag )?|(?:mij|me|ons|wil) (?:graag )?)(?=van [^.!?]{1,40}lijst (?:te )?(?:halen|verwijderen|gehaald|verwijderd))) ?van (?:\p{L}+ )?(?:mail|mailing|verzend)?lijst)(?!\p{L})/giu;
/** In a sentence: it is no link of a newsletter, such as "Unsubscribe from this list". */
const OF_MYSELF = /(?<!\p{L})(?:me|us|mich|uns|moi|your)(?!\p{L})|(?<!\p{L})(?:please|bitte) /iu;
const isRefused = (text: string): boolean =>
	[...text.matchAll(REMOVE_ME)].some(
		({ 0: said, index }) => !OF_ANOTHER_THING.test(text.slice(index + said.length)),
	) ||
	isRefusalAlone(text) ||
	text
		.split(/(?<=\?)|[.!;:\n]/)
		.some((part) => UNSUBSCRIBE.test(part) && OF_MYSELF.test(part) && isRefusalAlone(part));
/** It did not come, nobody wants to miss it, it is about a phone or spam, or it is what a company promises. */
const NOT_MEANT =
	/\b(?:(?:noch|nog) (?:keine?|geen) (?:e-?)?mails?\b[^,.;!?]*\b(?:bekommen|erhalten|ontvangen|gekregen)|(?:keine?|geen) (?:e-?)?mails?(?: \p{L}+){0,3} (?:verpassen|missen)|(?:(?:do not|don['’]?t|never) contact(?: (?:me|us|him|her|them))? (?:by|via|on)|ne pas contacter par|no contactar por|non contattare per) (?:phone|telephone|mobile|sms|whatsapp|t[eé]l[eé]fono|téléphone)(?=\s*$|[.;!]|,? (?:but )?e-?mail (?:is|works|only)|,? (?:but |please |only |he |she |they ){0,3}(?:prefer|préfère|prefiere|preferisce|use |via e|by e|rather))|(?:haben?|hat) (?:von \p{L}+ )?(?:keine?|geen) (?:e-?)?mails? (?:von \p{L}+ )?(?:erhalten|bekommen)|(?:bekommt|erhält) keine (?:e-?)?mails? von uns|stop e-?mail spam|we (?:never|do not|don['’]?t) e-?mail you)\b/giu;
/** What is asked first, because it is fast. */
const MENTIONED =
	/mail|newsletter|nieuwsbrie|boletin|correo|conta[ct]|kontakt|anschreiben|unsub|opt|(?:remove|delete|take)(?:d|n|us|m?e)? |verteiler|datenbank|lijst|list[ea]|benaderd|cancel|de baja|abmelden|abbestellen|abgemeldet|afmeld|afgemeld|avmeld|avreg|uitsch|uitgesch|wypisan|descadastrad|disiscritt|désabonn|désinscri|配信|수신거부|退[订訂]/i;
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
		isNotWanted(text, isOfNotes || /descri|beschreib/i.test(key)) ||
		isToldNotToSend(text, isOfNotes) ||
		(isOfNotes && isNoted(text)) ||
		((isOfNotes || OF_A_MESSAGE.test(key)) && isRefused(text))
	);
}
/** What a program puts around, or above, the message that an answer quotes; the innermost of such messages. */
const QUOTE =
	/<blockquote(?![a-z])(?:(?!<\/?blockquote)[^])*<\/blockquote>|--- ?(?:original message|ursprüngliche nachricht|message d'origine)[^]*|^(?:from|von|de|da|van):[^\n]*\n(?:sent|gesendet|envoyé|enviado|inviato|verzonden):[^]*/gim;
/** A note quotes what the person has said, and a message what was said to the person. */
const readable = (text: string, isOfNotes: boolean): string =>
	(isOfNotes ? text : [1, 2, 3, 4, 5].reduce((own) => own.replace(QUOTE, '\n'), text))
		.split(/\n|<(?:br|\/p|\/div|\/li|\/td)(?![a-z])[^<>]*>/i)
		.map(withoutMarkup)
		.join('\n')
		.replace(isOfNotes ? /^[> ]+/gm : /^>.*$/gm, '')
		.replace(NOT_MEANT, ' ')
		.trim();
/** Of a long text, its first lines, behind a greeting; also the last line of a log, unless it is the foot of a newsletter. */
function partsOf(text: string, isOfNotes: boolean): string[] {
	if (text.length < 300) return [text];
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const ends = isOfNotes && !/unsubscribe(?!d)|\|/i.test(lines.at(-1)!) ? [0, 1, -1] : [0, 1];
	return ends.map((n) => lines.at(n) ?? '').filter((line) => line.length < 200);
}
function isNote({ key, raw }: Column): boolean {
	if (typeof raw !== 'string' || raw.length > 20_000 || !MENTIONED.test(raw)) return false;
	const isOfNotes = OF_NOTES.test(key);
	return partsOf(readable(raw, isOfNotes), isOfNotes).some((part) => saysNoMore(key, part));
}
const isOfPerson = ({ of }: Column): boolean =>
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
				isNote(column)) &&
			isOfPerson(column),
	)?.name;

/** At the end of a state: "email.bounced", "InviteeOrGuestEmailBounced", "Bounced (hard)". */
const BOUNCED =
	/(?:^|[\s._:(-]|mails?)(?:hard[ _-]?)?bounced?(?:[\s_(-]{1,3}(?:hard|permanent)\)?)?$/;
/** Anywhere in it: it is of a payment, or no such state. */
const NOT_OF_MAILBOX =
	/soft|pay|invoice|debit|ch(?:eque|eck)|loan|\bemi\b|\bn?ach\b|mandate|deposit|transfer|(?:^|[\s._-])(?:no|not|never|sms|calls?)[\s._-]/;
const isBounce = (value: string): boolean =>
	!/visit|session|traffic/.test(value) &&
	value.split(/[,;|]\s*/).some((one) => BOUNCED.test(one) && !NOT_OF_MAILBOX.test(one));
const BOUNCES = setOf(
	'bounced isbounced emailbounced isemailbounced emailsbounced hasbounced hardbounced hardbounce bouncedhard emailhardbounced bouncing emailbounceddate bouncedat cleantime',
);
/** Beside "cleaned", Mailchimp's word for an address that bounces; elsewhere a room or a list is cleaned. */
const OF_MAILCHIMP = setOf('emailaddress listid datalistid firedat');
function saysBounced(column: Column): boolean {
	const { id, raw, of } = column;
	const texts = textsOf(raw).map((text) => text.slice(0, 100));
	if (id === 'hsemailhardbouncereasonenum') return texts.length > 0;
	if (BOUNCES.has(id)) return texts.some(SAYS.yes);
	// Why SendGrid or Mailgun has sent nothing.
	if (id === 'reason') return texts.some((text) => /^bounced?(?: address)?$/.test(text));
	if (raw === 'cleaned' && /^(?:status|type)$/.test(id)) return hasSigns(of, OF_MAILCHIMP);
	return saysOf(keyFor(column)) === SAYS['a state'] && texts.some(isBounce);
}

/** @returns the name of the column that says that the person's mailbox takes no emails; undefined if none does */
export const bounced = (columns: Column[]): string | undefined =>
	columns.find((column) => saysBounced(column) && isOfPerson(column))?.name;
