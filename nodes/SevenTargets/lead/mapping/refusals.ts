import { withoutMarkup } from '../../values';
import { wordsOf } from './columnName';

// A text is cut into parts. A part counts if it says no to emails or contact, or that somebody has unsubscribed or wants to be removed, and
// if it has no word that is not in these lists: "no more emails, please" counts, and "no more emails are lost" does not.

const wordSet = (words: string): Set<string> => new Set(wordsOf(words));

const NEWSLETTERS = wordSet('newsletter newsletters nieuwsbrief nieuwsbrieven boletin boletines');
const EMAILS = new Set([
	...wordSet('email emails mail mails mailing mailings mejl correo correos courriel courriels'),
	...wordSet('mailinglist maile maili'),
	...NEWSLETTERS,
]);
const CONTACT = wordSet(
	'contact contacting emailing mailen emailen anmailen allow kontaktieren kontaktaufnahme kontakt anschreiben contacter contactez contactar contattare contatar contacteren benaderen kontaktować kontakta kontakte',
);
/** "Not contacted" may mean "not yet". */
const CONTACTED = wordSet(
	'contacted emailed gemaild kontaktiert contactée contactées contacté contactado contactada contattata contattato contatado contatada gecontacteerd benaderd',
);
/** "No contact" may mean that nobody was reached. */
const CONTACTS = wordSet('contact kontakt kontaktaufnahme');
const NONE_OF = wordSet('no kein keine geen non pas');
const BE = wordSet('be être ser essere');
const NO = wordSet(
	'not don doesn never stop no kein keine keinen keinerlei nicht geen niet pas plus non não ne basta nie inga ikke inte didn',
);
const MORE = wordSet(
	'more further weitere weiteren mehr meer anymore please bitte erwünscht gewünscht gewenst souhaitée souhaité wanted',
);
/** What somebody is who wants no more. */
const STATES = wordSet(
	'unsubscribed emailsunsubscribed optout spamreport blacklisted blocklisted abgemeldet désabonné désabonnée désinscrit désinscrite disiscritto disiscritta uitgeschreven afgemeld descadastrado descadastrada baja wypisany wypisana avregistrerad afmeldt avmeldt 配信停止 配信不可 配信不要 수신거부 退订 退訂',
);
const REMOVE = wordSet(
	'remove removed delete deleted take taken löschen gelöscht entfernen entfernt streichen austragen nehmen nehmt genommen retirer retirez retiré retirée supprimer supprimé supprimée enlever eliminar elimíneme eliminarme borrar borrarme borren quitar quitarme quítenme gestrichen borren eliminado eliminada cancellato cancellata rimosso rimossa removido removida gehaald cancellare cancellarmi cancellatemi rimuovere rimuovermi rimuovetemi remover haal halen verwijder verwijderen',
);
const UNSUBSCRIBE = wordSet(
	'unsubscribe abmelden abbestellen désabonner désabonnez désinscrire désinscrivez uitschrijven afmelden cancellami',
);
const ME = wordSet('me us my our mich uns mir moi nous mij ons');
const PLEASE = wordSet('please bitte');
const LISTS = wordSet(
	'list lists mailing distribution outreach correspondence campaign campaigns sequence systems databases address database system crm records contacts everything communications contact verteiler liste datenbank newsletter lista listas lijst mailinglijst mailinglist',
);
/** Who says it, to whom, since when, of which emails: what changes nothing. */
const BESIDE = wordSet(
	`pls kindly thanks thank you i we he she your his her their this these the a an any all further again now longer and or so be to from of off for on by via at with t s do does re aw fwd sv antw
	client customer lead person user office said says must told tell future last week product follow up ups book book permanently immediately effect immediate report before this is spam send sending manually link already globally interested communication marketing promotional updates group team data autoresponder subscriber
	danke wurde werden eigenen auf darum ich wir er sie kunde kundin der die das den dem ihnen ihr ihre ihren ihrem ihrer unser unsere unseren unserem auch aus von vom zu zum meine meiner adresse senden schicken zusenden sturen werden per telefonat allen alle
	merci diffusion sa j ai a de d la le les vos votre nos notre e au du des y
	dado dada dio por favor que le para más nos sus su el los sido volver a tu
	mais da do das dos più dal dalla dalle della di vi per
	graag worden te van mijn uw voor aub alstublieft op`,
);
/** Who wants or asks for it. */
const WISH = wordSet(
	`want wants wanted wish wishes wished like likes prefer prefers need needs ask asks asked request requested chosen sa
	soll sollen darf möchte möchten will wollen wünscht wünschen gebeten aimerais demandé pide chiede richiesta pediu gostaria verzoek wunsch veut veux souhaite souhaitent demande vuole voglio desidera quiere quiero desea deseo quer quero deseja wil willen chce`,
);
/** Beside a wish only: without one, they say what was, and not what is to be: "I have received no email". */
const WITH_WISH = wordSet(
	'has have had is was did didn hat ist wurde receive get getting erhalten bekommen recevoir recibir receber ricevere ontvangen otrzymywać',
);
const WITH_STATE = wordSet('has have is was hat ist sich wurde s est se ha dio dado dada si è est');
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
const THEY = wordSet('customer client he she er kunde kundin');

const has = (words: string[], set: Set<string>): boolean => words.some((word) => set.has(word));
const NUMBER_OR_MONTH = /^\d+$|^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/;
const KNOWN = new Set(
	[EMAILS, CONTACT, CONTACTED, BE, NO, STATES, REMOVE, UNSUBSCRIBE, ME, LISTS, PLEASE, MORE]
		.concat([BESIDE, WISH])
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
	return words.every(isKnown) && !has(words, ELSE);
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
	(has(words, UNSUBSCRIBE) || has(words, STATES)) && !has(words, NO) && isClosed(words, NONE);
/** "Do not contact", "möchte keine E-Mails", "remove me from your list". */
function isOrder(words: string[]): boolean {
	const isWish = has(words, WISH);
	if (!isClosed(words, isWish ? WITH_WISH : NONE)) return false;
	if (!has(words, NO)) return has(words, REMOVE) && (has(words, ME) || has(words, LISTS));
	const no = words.findIndex((word) => NO.has(word));
	const what = words.findLastIndex(
		(word) =>
			EMAILS.has(word) ||
			(CONTACT.has(word) && !(CONTACTS.has(word) && NONE_OF.has(words[no]) && !has(words, MORE))) ||
			(CONTACTED.has(word) && (isWish || has(words, BE))),
	);
	if (what < 0) return false;
	// "No calls, sms or emails", and not "no calls please email me".
	const between = words.slice(no + 1, what);
	return no < what ? !has(between, CHANNELS) || JOINS.has(between.at(-1)!) : !has(words, CHANNELS);
}

/** Before a wish, up to three words say who wishes. */
function withoutWho(words: string[]): string[] {
	const known = words.findIndex((word) => KNOWN.has(word));
	return known > 0 && known <= 3 && (has(words, WISH) || has(words, PLEASE)) && !has(words, ELSE)
		? words.slice(known)
		: words;
}
/** "By phone, sms or email" is one part. */
const ENUMERATION = /,(?= \p{L}+(?:,| (?:and|or|und|oder|et|ou|y|e|en|of) ))/gu;
const ASKING = /\b(?:how (?:do|can) i|(?:can|could|would) you)\b/gi;
/** Before a reason, or something else. */
const ELSEWHERE =
	/ (?:as (?=(?:i|we|it|this|you|of) )|(?:because|since|weil|wegen|until further|but|instead|just|only|sondern|nur|aber|mais|sino|pero|ma|maar) )/i;
const RESUBSCRIBED = /(?<!(?:not|never|be) )re-?subscribed|wieder angemeldet|réinscrit/i;
const CONDITION = /^\s*(?:if|wenn|falls|for)\s/i;
/** The words of each part of a text; of a sentence such as "SMS: opted out, email OK" and "opted out (SMS)", not what is of something else. */
const partsOf = (text: string): string[][] =>
	text
		.split(RESUBSCRIBED)
		.at(-1)!
		.replace(/(?<![a-z])opt(?:ed)?[ _-]?out(?![a-z])/gi, 'optout')
		.replace(/\be-?mail[ -]addres/gi, 'addres')
		.replace(ASKING, ' ')
		.replace(ENUMERATION, ' ')
		.split(/[.!?\n]/)
		.filter((sentence) => !CONDITION.test(sentence))
		.flatMap((sentence) => sentence.split(ELSEWHERE))
		.flatMap((sentence) => sentence.split(/[;,|]/))
		.flatMap((clause) => {
			const parts = clause.split(/[:()–]| - /).map((part) => wordsOf(part));
			const isOther = (words: string[] = []) =>
				has(words, ELSE) ||
				(words.length > 0 && words.every((word) => CHANNELS.has(word) || OF_A_CHANNEL.has(word)));
			return parts.filter((_, n) => !isOther(parts[n - 1]) && !isOther(parts[n + 1]));
		})
		.filter((words) => words.length > 0);

/** Whether a state or a tag says that somebody wants no emails. */
export const saysOptedOut = (value: string): boolean =>
	partsOf(value.slice(0, 300)).some(
		(words) => isState(words) || isOrder(words) || isUnsubscribe(words),
	);

const OF_NOTES =
	/note|notiz|bemerk|anmerk|comm?ent|coment[aá]rio|remark|opmerk|komment|observa|uwagi|reason|grund|outcome|备注|備考|メモ|비고|tags?$/i;
/** Names of an advertisement, which nobody writes about the person. */
const OF_AN_AD = /campaign|kampagne|ad[ _]?(?:set|group)?[ _]?name|adset|utm/i;
/** Names of what heads a message: it may be an advertisement's, too. */
const OF_A_SUBJECT = /subject|betreff|asunto|assunto|oggetto|objet|onderwerp|件名/i;
const OF_A_MESSAGE = /message|nachricht|mensaje|messag|reply|antwort|body|text|content|snippet/i;

const OF_A_DESCRIPTION = /descri|beschreib/i;

/** @param isStart whether the line is at the start of the text, where what is said of the person, or by them, stands without more */
function saysNoMore(key: string, line: string, isStart: boolean): boolean {
	const isOfNotes = OF_NOTES.test(key);
	const parts = partsOf(line);
	const isAll = parts.every((words) => isClosed(words, WITH_WISH));
	const orders = isOfNotes
		? parts.filter((words) => isOrder(withoutWho(words)))
		: parts.filter((words) => isOrder(words) && !has(words, THEY));
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
		((isOfNotes || OF_A_MESSAGE.test(key)) && unsubscribes)
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
const MENTIONED =
	/mail|newsletter|nieuwsbrie|boletin|correo|conta[ct]|kontakt|anschreiben|unsub|opt|(?:remove|delete|take)(?:d|n|us|m?e)? |verteiler|datenbank|lijst|list[ea]|benaderd|cancel|de baja|abmelden|abbestellen|abgemeldet|afmeld|afgemeld|avmeld|avreg|uitsch|uitgesch|wypisan|descadastrad|disiscritt|désabonn|désinscri|配信|수신거부|退[订訂]/i;

/** Whether a note or a message with this key says that the person wants no emails. */
export function isRefusal(key: string, raw: unknown): boolean {
	if (typeof raw !== 'string' || !MENTIONED.test(raw)) return false;
	const isWritten = OF_NOTES.test(key) || OF_A_MESSAGE.test(key);
	if (raw.length > (isWritten ? 20_000 : 300)) return false;
	const lines = readable(raw, OF_NOTES.test(key))
		.replace(GREETING, '')
		.split('\n')
		.filter((line) => line.trim() !== '');
	return lines.length === 0
		? false
		: saysNoMore(key, raw.length < 300 ? lines.join('\n') : lines[0], true) ||
				lines.slice(1).some((line) => saysNoMore(key, line, false));
}
