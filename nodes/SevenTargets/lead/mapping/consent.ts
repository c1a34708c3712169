/** One of these; a `*` stands before what also ends or holds a word. */
const oneOf = (list: string): RegExp =>
	new RegExp(
		list
			.split(', ')
			.map((one) =>
				one.replace(/^(\^?)(\*?)/, (_, start, inside) => (start || inside ? start : '(?<!\\p{L})')),
			)
			.join('|'),
		'u',
	);

/** The words for a consent. An agreement may be a contract, and a date may be agreed. */
const CONSENT = oneOf(
	'*consen[ts], permission (?:to|for), agree(?!\\p{L}), agree(?:d|s|ment) to, (?:marketing|newsletters?|promotions?) (?:agree|permission), ^contact (?:agree|permission), ^e ?mails? (?:agree|permission), ^agreed (?:contact|marketing|e ?mails?|newsletters?|promotions?)$, opt ?in(?!\\p{L}), *samty[ck]k?e, *zgod[aye], zgadzam, s[ou]u?hlas, *einwilligung, *zustimmung, stimme .*zu(?!\\p{L}), *toestemming, acconsento, ac(?:epto|eito|cetto)(?!\\p{L}), autori[zs], (?:j|i) accepte?(?!\\p{L}), соглас(?:ие|ен|на), згода, съгласие, *동의, *同意, dong y, izni?(?!\\p{L}), onay',
);
const TO_EMAILS = oneOf(
	'*conta[ct], *kontakt, *mail, *marketing, *newsletter, *werb, reklam, рассылк, розсилк, publici, promo, correo, courriel, e ?posta, *수신, *메일, *마케팅, *营销, *邮件, *郵件, *メール, *メルマ',
);
/** How one asks whether one may; not how or when. */
const MAY_WE = oneOf(
	'(?:may|can|could), (?:durfen|konnen) wir, (?:mogen|mag|kunnen) w(?:ij|e), podemos, pouvons nous, peut on, possiamo',
);
const HOW = oneOf(
	'^how, ^when, ^what, ^which, ^why, ^where, ^best, ^wie, ^wann, ^was, ^wo, ^quando, ^come, ^cosa, ^cuando, ^como, ^que, ^quand, ^comment, ^quelle?, ^hoe, ^wanneer, ^wat',
);
/** And what: to write to the person, or to send newsletters; not to contact their doctor, or to email them a price list. */
const WRITE_TO = oneOf(
	'(?:contact|e ?mail) you(?!\\p{L})(?! (?:an?|the|your) (?!newsletter)), (?:reach you|in touch) .*mail, add you to \\p{L}+ (?:e ?mail|mailing|newsletter), *kontaktieren, anschreiben, *mailen, per (?:e ?)?mail, contacteren, benaderen, contact met (?:u|je|jou), conta[ct]\\p{L}*(?:[lt]e|l[ao]s?)(?!\\p{L}), contactar (?:te|con usted|contigo|por), vous (?:\\p{L}+ )?(?:re)?contacter, contattar(?:ti|la|lo|vi), (?:send|ihnen|dir|u|je|enviar\\p{L}*|envoyer|inviar\\p{L}*) .*(?:newsletter|nieuwsbrief|marketing|werbung|publici|promo|offers|mail|correo|courriel)',
);
const TO_SOMETHING_ELSE = oneOf(
	'webinar, order, payment, cookie, *foto, photo, picture, image, bild(?!\\p{L}), *video, employer, arbeitgeber, references?(?!\\p{L}), referenz, emergency, notfall, urgence, budget, testimon, story, opinion, contact(?:ing)? (?:my|your) (?!e ?mail), sent$',
);
/** To emails of others, unless it is "from us and our partners". */
const PARTNERS = oneOf('partner, partenaire, third, terz[ie], *dritte, derden, socios, parceir');
/** Before them; the Polish word for "and" is no English "I". */
const AND =
	/(?<!\p{L})(?:and|or|et|ou|und|oder|sowie|y|en|e(?! mail)|i(?= (?:nasz|jej|jego|ich|od|$)))(?:(?: \S+){0,3}|(?: also)? (?:from|by|its|our|von|de|da|van)(?: \S+){0,6}) $/u;
/** By another channel; what is included is not all. */
const OTHER_WAYS = oneOf(
	'*sms, *phone, tele[fmp], *telef, anruf, llamad, (?:by|via|and|or|marketing|automated|phone) calls?(?!\\p{L}), calls, texts?(?!\\p{L}), appels?, post(?!\\p{L}), postal, push, whats ?app, (?:on|via|by|my|your) mobile, direct mail',
);
const ALSO_BY_EMAIL = oneOf(
	'*(?<!direct )mail, correo, courriel, e ?post, ele[ck]t, *newsletter, online, otherwise, (?:any|all) (?:channels?|means|ways)',
);
function isToOthers(name: string): boolean {
	const at = name.search(PARTNERS);
	if (at >= 0 && !AND.test(name.slice(0, at))) return true;
	const told = name.replace(/ (?:including|such as) .*/, '');
	return TO_SOMETHING_ELSE.test(name) || (OTHER_WAYS.test(told) && !ALSO_BY_EMAIL.test(name));
}

/**
 * Whether a column, by the words of its name without accents, says that one may email the person: samtyckeTillKontakt, Optin Newsletter,
 * "May we contact you?"; undefined if it does not.
 */
export function consentIn(words: string[]): 'a consent' | 'a question' | undefined {
	// The signs of Korean are folded into their parts.
	const name = words.join(' ').normalize('NFC');
	const isAsked = MAY_WE.test(name) && WRITE_TO.test(name) && !HOW.test(name);
	if (!isAsked && !(CONSENT.test(name) && TO_EMAILS.test(name))) return undefined;
	if (isToOthers(name)) return undefined;
	return isAsked ? 'a question' : 'a consent';
}
