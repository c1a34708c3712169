import { withoutMarkup } from '../../values';
import { wordsOf } from './columnName';

// A text is cut into parts. A part counts if it says no to emails or contact, or that somebody has unsubscribed or wants to be removed, and
// if it has no word that is not in these lists: "no more emails, please" counts, and "no more emails are lost" does not.

const wordSet = (words: string): Set<string> => new Set(wordsOf(words));

/** Every refusal has one of these words. */
const SAID = {
	newsletters:
		'newsletter newsletters newslettera nieuwsbrief nieuwsbrieven boletín boletines nyhetsbrev nyhedsbrev',
	emails:
		'email emails mail mails mailing mailings mejl correo correos courriel courriels maile maili mailow mailinglist',
	contact:
		'contact contacting emailing mailen emailen anmailen allow kontaktieren kontaktaufnahme kontakt anschreiben contacter contactez contactar contattare contattatemi contatar contacteren benaderen kontaktować kontakta kontakte',
	contacted:
		'contacted emailed gemaild kontaktiert contactée contactées contacté contactado contactada contattata contattato contatado contatada gecontacteerd benaderd kontaktet kontaktad',
	/** What somebody is who wants no more. */
	states:
		'unsubscribed emailsunsubscribed optout dnc spamreport blacklisted blocklisted abgemeldet werbesperre werbewiderspruch désabonné désabonnée désinscrit désinscrite disiscritto disiscritta uitgeschreven afgemeld descadastrado descadastrada baja wypisany wypisana wypisał wypisała avregistrerad afmeldt avmeldt 配信停止 配信不可 配信不要 수신거부 退订 退訂',
	unsubscribe:
		'unsubscribe unsub abmelden abbestellen désabonner désabonnez désinscrire désinscrivez uitschrijven afmelden cancellami descadastrar optout',
	remove:
		'remove removed delete deleted take löschen löschung gelöscht entfernen entfernt streichen gestrichen austragen nehmen nehmt retirer retirez retiré retirée supprimer supprimé supprimée enlever eliminar eliminado eliminada borren borrar quitar cancellare cancellato cancellata rimuovere rimosso rimossa remover removido removida remova haal halen gehaald verwijder verwijderen verwijderd',
	/** The same, of the one who says it. */
	removeMe:
		'elimíneme elimínenme eliminarme bórrenme borrarme sáquenme quitarme quítenme cancellarmi cancellatemi rimuovermi rimuovetemi darme denme',
};
const NEWSLETTERS = wordSet(SAID.newsletters);
const EMAILS = new Set([...wordSet(SAID.emails), ...NEWSLETTERS]);
const CONTACT = wordSet(SAID.contact);
/** "Not contacted" may mean "not yet". */
const CONTACTED = wordSet(SAID.contacted);
const STATES = wordSet(SAID.states);
const UNSUBSCRIBE = wordSet(SAID.unsubscribe);
const REMOVE = wordSet(SAID.remove);
const REMOVE_ME = wordSet(SAID.removeMe);
/** "No contact" may mean that nobody was reached. */
const CONTACTS = wordSet('contact kontakt kontaktaufnahme');
const NONE_OF = wordSet('no kein keine geen non pas');
const BE = wordSet('be être ser essere zu');
const NO = wordSet(
	'not never stop no kein keine keinen keinerlei nicht geen niet pas plus non não ne basta niente nie inga ingen ikke inte ej',
);
const MORE = wordSet(
	'more further weitere weiteren mehr meer anymore please bitte erwünscht gewünscht gewenst souhaitée souhaité wanted',
);
const ME = wordSet('me us mich mir uns moi nous mij ons');
const OUR = wordSet(
	'my our meine meiner unsere unserer unserem unseren mon notre mi nuestra nuestro mijn minha nossa',
);
const PLEASE = wordSet('please bitte merci veuillez favor graag');
const LISTS = wordSet(
	'list lists mailinglist distribution outreach correspondence campaign campaigns sequence systems databases address database system crm records contacts everything communications contact verteiler liste datenbank newsletter lista listas lijst mailinglijst bestand',
);
/** Who says it, to whom, since when, of which emails: what changes nothing. */
const BESIDE = wordSet(
	`pls kindly thanks thank you i we he she they them him her your his their this these that the a an any all further again now longer ever still and or so to from of off for on by via at with t s do does re aw fwd sv antw
	client customer lead person user office says said must should would told tell twice future product follow up ups book permanently immediately effect immediate report send sending receiving link already globally interested communication marketing promotional weekly monthly sales updates group team data name id addres autoresponder subscriber add
	danke wurde eigenen auf darum um an ich wir er sie kunde kundin der die das diesen den dem ihnen ihr ihre ihren ihrem ihrer auch aus von vom zum adresse senden schicken zusenden verschicken melden ab werden sturen per telefonat allen alle am
	je diffusion sa j ai a de d la le les vos votre nos ma e au du des y envoyer envoyez
	dado dada dio por que para más nos sus su el los sido volver a tu enviar envíen manden mandar
	mais da do das dos più dal dalla dalle della di vi vostra inviare inviatemi il enviem meu sua em
	ik je worden te van uw u voor aub alstublieft op uit zich met stuur
	å bli ha z się wysyłać den dnia`,
);
/** Who wants or asks for it. */
const WISH = wordSet(
	`want wants wanted wish wishes wished like likes prefer prefers ask asks asked request requested chosen sa
	soll sollen darf möchte möchten will wollen wünscht wünschen wünsche gebeten bittet aimerais demandé pide chiede richiesta pediu gostaria verzoek wunsch veut veux souhaite souhaitent demande vuole voglio desidera desidero quiere quiero desea deseo quer quero deseja wil willen wens wenst chce vill vil ønsker solicita`,
);
/** Beside a wish only: without one, they say what was, and not what is to be: "I have received no email". */
const WITH_WISH = wordSet(
	've has have had did hat heeft last week receive get getting erhalten bekommen recevoir recibir receber ricevere ontvangen otrzymywać',
);
const WITH_STATE = wordSet(
	'has have is was hat ist sich wurde s est se ha si è heeft manually manual in HubSpot hubspot MailChimp mailchimp brevo klaviyo pipedrive salesforce zoho before emailmarketing',
);
/** What else somebody says no to; known beside emails only. */
const CHANNELS = wordSet('sms texts text whatsapp push phone telephone telefon calls webinar');
/** Beside such a channel, and beside what was refused. */
const OF_A_CHANNEL = wordSet('no nein non nee false marketing ok yet noch nog');
const JOINS = wordSet('or and nor oder und noch et ou ni y o e of en');
/** Of emails, whatever they are called. */
const SEQUENCES = wordSet('sequence campaign cadence');
/** Whom or what else it is about. */
const ELSE = wordSet(
	'customers clients users people kunden colleague colleagues kollege kollegin kollegen collègue collega employer company firma pension insurance plan scheme cover dinner lunch auto fahrzeug',
);
/** In a message, it is about somebody else. */
const THEY = wordSet('customer client he she er kunde kundin they');
/** Who sends, or does not. */
const WE = wordSet('i we they ich wir nous je ik');

const has = (words: string[], set: Set<string>): boolean => words.some((word) => set.has(word));
const NUMBER_OR_MONTH = /^\d+$|^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/;
const KNOWN = new Set(
	[EMAILS, CONTACT, CONTACTED, BE, NO, STATES, REMOVE, REMOVE_ME, UNSUBSCRIBE, ME, OUR, LISTS]
		.concat([PLEASE, MORE, BESIDE, WISH])
		.flatMap((set) => [...set]),
);
const ALL = wordSet('all everything');
function isClosed(words: string[], alsoKnown: Set<string>): boolean {
	const isOfMore = has(words, EMAILS) || has(words, ALL);
	const isKnown = (word: string) =>
		KNOWN.has(word) ||
		alsoKnown.has(word) ||
		NUMBER_OR_MONTH.test(word) ||
		(isOfMore && CHANNELS.has(word));
	return words.every(isKnown);
}
const NONE: Set<string> = new Set();
/** "unsubscribed", "Opted out of all emails", "hat sich abgemeldet". */
const isState = (words: string[]): boolean =>
	has(words, STATES) &&
	!has(words, NO) &&
	(isClosed(words, WITH_STATE) ||
		(STATES.has(words[0]) && has(words, SEQUENCES) && !has(words, CHANNELS)));
/** "Please unsubscribe me". */
const isUnsubscribe = (words: string[]): boolean =>
	(has(words, UNSUBSCRIBE) || (has(words, STATES) && has(words, WISH) && has(words, BE))) &&
	!has(words, NO) &&
	isClosed(words, NONE);

/** "Do not contact", "möchte keine E-Mails". */
function saysNo(words: string[]): boolean {
	const isWish = has(words, WISH);
	const no = words.findIndex((word) => NO.has(word));
	if (no < 0 || !isClosed(words, isWish ? WITH_WISH : NONE)) return false;
	// "We send no newsletters", and "souhaite plus d'emails", which may be "more".
	if (!isWish && has(words.slice(0, no), WE)) return false;
	if (words[no] === 'plus' && isWish) return false;
	const mayBeNoun = NONE_OF.has(words[no]) && !isWish && !has(words, MORE);
	const what = words.findLastIndex(
		(word) =>
			EMAILS.has(word) ||
			(CONTACT.has(word) && !(CONTACTS.has(word) && mayBeNoun)) ||
			(CONTACTED.has(word) && (isWish || has(words, BE))),
	);
	if (what < 0) return false;
	// "No email from her": none came. "Not on the mailing list".
	if (/^(?:from|von|de|van)$/.test(words[what + 1]) && has(words.slice(what + 2), THEM))
		return false;
	if (words.slice(no, what).includes('on')) return false;
	// "No calls, sms or emails", and not "no calls please email me".
	const between = words.slice(no + 1, what);
	return no < what ? !has(between, CHANNELS) || JOINS.has(between.at(-1)!) : !has(words, CHANNELS);
}
const THEM = wordSet('client customer her him them kunde kundin office lead person');
/** "Remove me", "my email address". */
const OF_ME =
	/(?:^| )(?:my|meine|mon|ma|mi|meu|mijn) (?:e )?(?:e?mail|addres|adress?e?|name|data|daten|correo|courriel)/;
/** "Remove me from your list"; in a note also "to be removed from the list". */
function saysRemove(words: string[], isOfNotes: boolean): boolean {
	const isWish = has(words, WISH);
	if (has(words, NO) || !isClosed(words, isWish ? WITH_WISH : NONE)) return false;
	if (has(words, REMOVE_ME)) return has(words, LISTS) || has(words, STATES);
	if (!has(words, REMOVE)) return false;
	if (has(words, ME) || OF_ME.test(words.join(' '))) return true;
	if (isWish && (has(words, BE) || has(words, LISTS))) return isOfNotes || has(words, BE);
	const isOfList = has(words, LISTS) && !has(words, OUR);
	return isOfList && (isOfNotes || (has(words, PLEASE) && !has(words, EMAILS)));
}

/** Before a wish, up to three words say who wishes. */
function withoutWho(words: string[]): string[] {
	const known = words.findIndex((word) => KNOWN.has(word));
	const isWish = has(words, WISH) || has(words, PLEASE);
	return known > 0 && known <= 3 && isWish && !has(words, ELSE) ? words.slice(known) : words;
}
/** "By phone, sms or email" is one part. */
const ENUMERATION = /,(?= \p{L}+(?:,| (?:and|or|und|oder|et|ou|y|e|en|of) ))/gu;
/** One spelling for many. */
const SPELLINGS: Array<[RegExp, string]> = [
	[/(?<![a-z])(do|does|did|should)(?:n?['’]t|nt|not)(?![a-z])/gi, '$1 not'],
	[/(?<![a-z])opt(?:ed)?[ _-]?out(?![a-z])|withdrew (?:h\w+ |their )?consent/gi, 'optout'],
	[/\be-?mail[ -]addres(?=s)/gi, 'addres'],
	[/\be-?mail[ -]marketing/gi, 'emailmarketing'],
	[/\bmailing[ -]list/gi, 'mailinglist'],
	[/\b(?:call|phone|text) or (?=e-?mail)/gi, ''],
	[/\bthis (?:company|lead|account)\b/gi, 'them'],
	[/^(?:hi|hello|hey|dear) \p{L}+ /giu, ' '],
	[ENUMERATION, ' '],
];
const ASKING = /\b(?:how (?:do|can) i|(?:can|could|would) you)\b/gi;
/** What ends a part: a sign, what is said of something else, and a reason. */
const ENDS =
	/[–—+]| -{1,2}>? | \/ | (?:as (?=(?:i|we|it|this|you|of) )|before (?=(?:i|we) |$)|(?:and|und|et|so) (?=(?:asked|requested|wants|do not|please|bittet|nicht mehr) )|no (?=please )|(?:because|since|weil|wegen|until further|but|instead|just|only|sondern|nur|aber|sino|pero|ma|maar|ever|unless|without|due|per|under|directly|at this time|this is|anyone|da|lt|laut) )/i;
const RESUBSCRIBED =
	/(?<!(?:not|never|be) )re-?subscribed|(?<!un)subscribed again|wants? e?-?mails? again|wieder angemeldet|réinscrit/i;
/** What is no refusal of the one who says it: a condition, and a question that is about nobody. */
const CONDITION = /^\s*(?:if|wenn|falls|for)\s/i;
const QUESTION = /^(?!.*\b(?:me|us|i|please|mich|uns|ich|bitte|moi|je|mij|ik|mi)\b).*\?$/i;
function isOther(part = ''): boolean {
	const words = wordsOf(part);
	const isOfChannel = (word: string) => CHANNELS.has(word) || OF_A_CHANNEL.has(word);
	return has(words, ELSE) || (words.length > 0 && words.every(isOfChannel));
}
/** The words of each part of a text; of a sentence such as "SMS: opted out, email OK" and "opted out (SMS)", not what is of something else. */
const partsOf = (text: string): string[][] =>
	SPELLINGS.reduce((rest, [from, to]) => rest.replace(from, to), text.split(RESUBSCRIBED).at(-1)!)
		.split(/(?<=\?)|[.!\n]/)
		.filter((sentence) => !CONDITION.test(sentence) && !QUESTION.test(sentence.trim()))
		.flatMap((sentence) => sentence.split(/[;,|]/))
		.flatMap((clause) =>
			clause
				.split(/[:()[\]{}]/)
				.filter((_, n, all) => !isOther(all[n - 1]) && !isOther(all[n + 1])),
		)
		.flatMap((clause) =>
			` ${clause.replace(ASKING, ' ')} `.split(ENDS).filter((_, n, all) => !isOther(all[n - 1])),
		)
		.map(wordsOf)
		.filter((words) => words.length > 0);

const isNone = (words: string[]): boolean => words[0] === 'no' && words.length === 2;
/** Whether a state or a tag says that somebody wants no emails; "No email" may be what is not there. */
export const saysOptedOut = (value: string): boolean =>
	partsOf(value.slice(0, 300)).some(
		(words) => isState(words) || isUnsubscribe(words) || (saysNo(words) && !isNone(words)),
	);

const OF_NOTES =
	/note|nota|notiz|notit|anteckn|bemerk|bemærk|anmerk|comm?ent|coment[aá]rio|remark|opmerk|komment|observa|uwagi|reason|grund|motivo|outcome|disposition|feedback|备注|備考|メモ|비고|tags?$/i;
/** Names of an advertisement, which nobody writes about the person. */
const OF_AN_AD = /campaign|kampagne|ad[ _]?(?:set|group)?[ _]?name|adset|utm/i;
/** Names of what heads a message: it may be an advertisement's, too. */
const OF_A_SUBJECT = /subject|betreff|asunto|assunto|oggetto|objet|onderwerp|件名/i;
const OF_A_MESSAGE =
	/messag|nachricht|mensaje|mensagem|bericht|reply|response|réponse|respuesta|antwort|body|text|content|snippet/i;
const OF_A_DESCRIPTION = /descri|beschreib/i;

/** @param isStart whether the line is at the start of the text, where what is said of the person, or by them, stands without more */
function saysNoMore(key: string, line: string, isStart: boolean): boolean {
	const isOfNotes = OF_NOTES.test(key);
	const isWritten = isOfNotes || OF_A_MESSAGE.test(key) || OF_A_SUBJECT.test(key);
	const parts = partsOf(line);
	const isAll = parts.every((words) => isClosed(words, WITH_WISH));
	const says = (words: string[]) =>
		saysNo(words) || ((isWritten || OF_A_DESCRIPTION.test(key)) && saysRemove(words, isOfNotes));
	const orders = isOfNotes
		? parts.filter((words) => says(withoutWho(words)))
		: parts.filter((words) => says(words) && !has(words, THEY) && !isNone(words));
	const unsubscribes = parts.some(
		(words) => isUnsubscribe(words) && ((isStart && isAll) || has(words, ME) || has(words, PLEASE)),
	);
	if (OF_A_SUBJECT.test(key)) return isAll && (orders.length > 0 || unsubscribes);
	if (!isOfNotes && OF_AN_AD.test(key)) return false;
	const isOfState =
		(isOfNotes && (isStart || /^\d/.test(line))) ||
		(OF_A_DESCRIPTION.test(key) && isStart && isAll);
	return (
		orders.some((words) => isOfNotes || (isStart && isAll) || !has(words, NEWSLETTERS)) ||
		(isOfState && parts.some((words) => isState(withoutWho(words)))) ||
		(isWritten && unsubscribes)
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
		.trim();
const GREETING =
	/^(?:hi|hello|hey|dear|hallo|guten tag|bonjour|hola|ciao)[^\n,]{0,40},?[^\S\n]*\n/i;
/** What is asked first, because it is fast. */
const MENTIONED = new RegExp(
	Object.values(SAID)
		.flatMap((words) => [...words.split(' '), ...wordsOf(words)])
		.concat('opt(?:ed)?[ _-]?out', 'withdrew')
		.join('|'),
	'i',
);

/** Whether a note or a message with this key says that the person wants no emails. */
export function isRefusal(key: string, raw: unknown): boolean {
	if (typeof raw !== 'string' || !MENTIONED.test(raw)) return false;
	const isWritten = OF_NOTES.test(key) || OF_A_MESSAGE.test(key);
	if (raw.length > (isWritten ? 20_000 : 300)) return false;
	const lines = readable(raw, OF_NOTES.test(key))
		.replace(GREETING, '')
		.split('\n')
		.filter((line) => line.trim() !== '');
	if (lines.length === 0) return false;
	return (
		saysNoMore(key, lines[0], true) ||
		(lines.length > 1 && raw.length < 300 && saysNoMore(key, lines.join('\n'), true)) ||
		lines.slice(1).some((line) => saysNoMore(key, line, false))
	);
}
