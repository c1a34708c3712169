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
	'*consen[ts], permissions?(?!\\p{L}), agree(?!\\p{L}), agree(?:d|s|ment) to, (?:marketing|newsletters?|promotions?) agree, ^contact agree, ^e ?mails? agree, ^agreed (?:contact|marketing|e ?mails?|newsletters?|promotions?)$, opt ?in(?!\\p{L}), *samty[ck]k?e, *zgod[aye], zgadzam, s[ou]u?hlas, *einwilligung, *zustimmung, stimme .*zu(?!\\p{L}), *toestemming, acconsento, acc?(?:ept|eit|ett)(?:o|as?|ez)(?!\\p{L}), ^ok to, ^allows? (?:e ?mails?|contact|marketing|newsletters?)$, ^(?:e ?mails?|contact|marketing|newsletters?) allowed$, (?:mails?|werbung|kontakt) erlaubt$, ^receives? (?:e ?mails|marketing|newsletters?|updates)$, (?:like|wish|want) to receive, autori[zs], (?:j|i) accepte?(?!\\p{L}), соглас(?:ие|ен|на), згода, съгласие, *동의, *同意, *許可, *受取, *受信, *送付, *配信, dong y, izni?(?!\\p{L}), onay',
);
const TO_EMAILS = oneOf(
	'*conta[ct], *kontakt, gdpr, dsgvo, rgpd, avg, lgpd, rodo, (?:sie|dich|euch) anschreiben, reach you, in touch, *mail, *marketing, *newsletter, *werb, reklam, рассылк, розсилк, publici, promo, correo, courriel, e ?posta, *수신, *메일, *마케팅, *营销, *邮件, *郵件, *メール, *メルマ',
);
/** How one asks whether one may. */
const MAY_WE = oneOf(
	'(?:may|can|could) (?:we|i|our \\p{L}+) (?!not), (?:may|can|could) \\p{L}+ (?=.*by e ?mail), (?:durfen|konnen) wir, (?:mogen|mag|kunnen) w(?:ij|e), podemos, pouvons nous, peut on, possiamo',
);
const ENGLISH = oneOf('may, can, could');
/** What one asks in English: not to contact their doctor. */
const WRITE_TO_YOU = oneOf(
	'(?:contact|e ?mail) you(?!\\p{L}), we (?:contact|e ?mail)$, in touch, reach (?:out to )?you, follow up with you, (?:add|use) your? , keep you informed, send (?:\\p{L}+ to )?you',
);
const HOW = oneOf(
	'^how, ^when, ^what, ^which, ^why, ^where, ^best, ^wie, ^wann, ^was, ^wo, ^quando, ^come, ^cosa, ^cuando, ^como, ^que, ^quand, ^comment, ^quelle?, ^hoe, ^wanneer, ^wat',
);
const TO_SOMETHING_ELSE = oneOf(
	'webinar, order, payment, cookie, *foto, photo, picture, image, bild(?!\\p{L}), *video, employe, arbeitgeber, case study, weekend, *marketingplan, references?(?!\\p{L}), referenz, emergency, notfall, urgence, budget, testimon, story, opinion, invoice, payslip, rechnung, fact?ur[ae], fattura, quote, catalog, slip, planning, building, namentlich, (?:we|i) help, aiut, ayud, ajud, aider, helfen, you (?:an?|the|your|at|in)(?!\\p{L})(?! newsletter| touch), contact(?:ing)? (?:my|your) (?!e ?mail), sent(?! to|\\p{L})',
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
	if (!TO_EMAILS.test(name) || isToOthers(name)) return undefined;
	const isAsked =
		MAY_WE.test(name) && !HOW.test(name) && (!ENGLISH.test(name) || WRITE_TO_YOU.test(name));
	if (!isAsked && !CONSENT.test(name)) return undefined;
	return isAsked ? 'a question' : 'a consent';
}
