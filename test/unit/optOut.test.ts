import { mapItem } from '../../nodes/SevenTargets/lead/mapping/mapItem';
import { OPT_OUT_COLUMNS } from '../../nodes/SevenTargets/lead/mapping/optOut';
import { mapped } from '../support/mapping';

const person = { 'First Name': 'Ana', Email: 'ana@lead.test' };
const refusal = (columns: object) => mapItem({ ...person, ...columns }, []).problem?.message;

it.each([
	...[{ 'Email Opt Out': true }, { Email_Opt_Out: 'true' }, { HasOptedOutOfEmail: 1 }],
	...[{ hs_email_optout: 'true' }, { 'Unsubscribed from all email': 'Yes' }],
	{ Status: 'Unsubscribed from all lists' },
	{ Status: 'Unsubscribed from our newsletter' },
	{ Status: 'Opted out of all marketing' },
	{ 'Opt Out': 'Opted out as of 2023-01-01' },
	{ 'Opt Out': 'Opted out by phone on 3 May' },
	{ Notes: 'Do not contact me by phone, sms or email' },
	{ Notes: 'Stop emails, do not contact by phone either' },
	{ Notiz: 'Hat gebeten keine E-Mails mehr zu erhalten' },
	{ Notes: 'How often must I say: no more emails' },
	{ Notes: 'Unsubscribed on 3 May 2026' },
	...[{ emailBlacklisted: true }, { unsubscribed_from_emails: true }, { dnd: true }],
	...[
		{ donotbulkemail: true },
		{ 'Do not allow Emails': 'Do Not Allow' },
		{ is_unsubscribed: true },
	],
	...[{ status: 'unsubscribed' }, { marketing_status: 'unsubscribed' }, { state: 'UNSUBSCRIBED' }],
	...[{ unsubscribed_at: '2026-01-02 03:04:05' }, { 'Opt Out': 'x' }, { Consent: 'No' }],
	...[{ message: 'Thanks for the offer, but please remove me' }, { message: 'Can you remove me?' }],
	...[
		{ Notes: 'Kein Newsletter - hat sich beschwert' },
		{ Notiz: 'Keine Newsletter gewünscht' },
		{ Notes: 'Do not send emails because she complained' },
		{ Notes: 'She asked us last week to stop sending her emails' },
		{ Notes: 'Not interested - opted out' },
		{ Notes: 'Met at OMR 2024 (unsubscribed)' },
		{ Notes: 'Opted out 2024, not resubscribed' },
		{ Message: 'I want no more newsletters.' },
		{ 'Consenso marketing proprio e di terzi': 'No' },
		{ 'Marketing agreed': 'No' },
		{ 'Einwilligung Newsletter Weiterbildung': 'nein' },
		{ 'I agree to stay up to date by email': 'No' },
		{ topic: 'unsubscribe' },
	],
	...[{ email_agree: 'N' }, { 'I agree to be contacted': 'No' }],
	...[{ samtyckeTillKontakt: 'Nej, jag vill inte' }, { 'Согласие на рассылку': 'Нет' }],
	...[{ 'Optin Newsletter': 'Non' }, { 'Zgoda na otrzymywanie newslettera': 'nie' }],
	...[{ consentement_contact: 'Non, je refuse' }, { Samtykke: 'Nej' }, { Einwilligung: 'nein' }],
	...[{ consent: 'unsubscribed' }, { status: ['unsubscribed'] }, { unsubscribe: true }],
	...[{ event: 'unsubscribe' }, { type: 'unsubscribed' }, { opt_out_date: '2026-01-02' }],
	...[{ 'Contact: Email Opt Out': 'TRUE' }, { contact_unsubscribed: true }],
	...[{ 'fields[unsubscribed]': 'yes' }, { 'Lead Status': 'Do Not Contact' }],
	...[{ 'Opted Out': 'WAHR' }, { 'Opted Out': '✓' }, { 'Opted Out': '2026-01-02' }],
	...[{ status: 'Unsubscribed (manual)' }, { Consent: 'No, thanks' }, { event: 'spamreport' }],
	...[{ status: ['New', 'Unsubscribed'] }, { type: 'subscriber.unsubscribed' }],
	...[{ answers: [{ field: '3', label: 'Opt Out', value: 'Yes' }] }],
	...[{ emails: [{ email: 'ana@lead.test', is_unsubscribed: true }] }],
	...[
		{ Afmelding: 'JA – per telefoon' },
		{ Notes: 'No more emails, please' },
		{ Opm: 'NIET MEER MAILEN' },
	],
	...[{ blacklisted: true }, { email_opt_in: 'no' }, { status: 'Abgemeldet' }],
	...[{ type: 'emailsUnsubscribed' }, { email_unsubscribed: true }, { is_blacklisted: true }],
	...[{ 'Email Marketing Consent': 'UNSUBSCRIBED' }, { email_subscribe: 'unsubscribed' }],
	...[{ 'Email subscriber status': 'Unsubscribed' }, { 'Global Unsubscribe': 'true' }],
	...[{ 'Marketing Opt Out': 'Yes' }, { has_opted_out: 'true' }, { is_opt_out: 1 }],
	...[{ 'Nicht kontaktieren': 'ja' }, { Werbewiderspruch: 'ja' }, { 'Keine Mails': 'x' }],
	...[{ 'Niet mailen': 'ja' }, { 'Non contattare': 'sì' }, { "Don't contact": 1 }],
	...[{ 'Unsubscribed On': '2026-01-02' }, { Newsletter: 'unsubscribed' }, { 配信停止: '1' }],
	...[{ Tags: 'vip, unsubscribed' }, { Tags: ['vip', 'Opt-Out'] }, { 配信可否: '配信停止' }],
	...[{ Notes: 'opted out 3 March' }, { Bemerkung: 'hat sich abgemeldet' }],
	...[{ Notes: 'Unsubscribed from all emails and SMS' }, { Status: 'Opted out of SMS and email' }],
	...[
		{ Notiz: 'möchte keine Mails mehr' },
		{ Notiz: 'Ich habe genug Mails erhalten, bitte keine E-Mails mehr' },
		{ Notiz: 'Wie gesagt: bitte keine E-Mails mehr senden' },
		{ Notiz: 'Möchte keine E-Mails erhalten' },
		{ Notizen: 'bitte nicht mehr kontaktieren' },
		{ Info: 'Nur Telefon, keine E-Mail' },
		{ Commentaire: 'ne souhaite plus être contactée' },
		{ Opmerking: 'wil geen mail meer' },
		{ Opmerking: 'wil geen e-mails ontvangen' },
		{ Comentarios: 'no quiere más correos' },
		{ message: 'Your price is fine. Please stop sending me emails!' },
		{ message: 'I have not got your offer yet. And never email me again' },
		{ message: 'Do not contact me by phone or email.' },
	],
	...[
		{ doNotContact: [{ id: 1, reason: 1, channel: 'email', comments: '' }] },
		{ dndSettings: { SMS: { status: 'inactive' }, Email: { status: 'active', code: '103' } } },
	],
	...[
		...['Do not send emails', "Don't send any emails", 'Asked us to stop sending emails'],
		...['Bitte keine Newsletter mehr', 'geen nieuwsbrief meer', 'basta newsletter'],
		...['opt-out', 'VIP, unsubscribed', 'Unsubscribed via link', 'has opted out of emails'],
		...['Unsubscribed from newsletter', 'Abgemeldet (Telefonat)'],
		...['hat sich vom Newsletter abgemeldet', 'We need no newsletter'],
		...['Unsubscribed from sms, calls and newsletters', 'Remove me from your list'],
	].map((note) => ({ Notes: note })),
	...[
		{ Commentaires: 'désabonné' },
		{ Comentarios: 'unsubscribed' },
		{ Bemerkung: 'keine Newsletter' },
	],
	...[
		{ message: 'Please stop sending emails to this address' },
		{ message: 'Please unsubscribe me' },
	],
	...[
		{ Tags: 'opt-out-email' },
		{ Tags: 'unsubscribed-newsletter' },
		{ Tags: 'vip, opted-out-marketing' },
	],
	...[{ Status: 'unsubscribed-by-user' }, { Status: 'Opted out of SMS and all marketing' }],
	...[{ Status: 'désabonnée' }, { Status: 'Unsubscribed from sms, calls and newsletters' }],
	...[
		{ Subject: 'Please stop emailing me' },
		{ Subject: 'Re: unsubscribe' },
		{ Asunto: 'No más correos' },
	],
	...[{ Betreff: 'AW: Bitte keine E-Mails mehr' }, { 'Campaign Notes': 'do not contact' }],
	...[{ Einwilligung: 'widerrufen' }, { Consentement: 'refusé' }, { Consenso: 'negato' }],
	...[{ 同意: '不同意' }, { 同意: '同意しない' }, { 동의: '미동의' }, { 동의: '거부' }],
	...[
		{ Toestemming: 'ingetrokken' },
		{ Zgoda: 'wycofana' },
		{ Consentement: 'Non merci' },
		{ Consent: 'No solicitation' },
	],
	...[{ 'Zgoda marketingowa': 'nie' }, { 'Zgoda na kontakt': 'nie' }, { '마케팅 동의': '아니오' }],
	...[{ 'Einwilligung Newsletter': 'nein' }, { 'Consentimiento de contacto': 'no' }],
	...[
		...['Email: unsubscribed', '2024-05-01: unsubscribed', '3 May 2024 - opted out'],
		...['Called on Monday - opted out', 'Unsubscribed: too many emails', 'Kunde (abgemeldet)'],
		...['resubscribed 2023, unsubscribed again 2024', 'Got it by mistake, unsubscribed'],
		...['Said no newsletter', 'Kunde will keinen Newsletter', 'wil geen nieuwsbrief'],
		...['Told us to stop sending emails', 'Do not send emails until further notice'],
		...['Hat gebeten, keine Newsletter mehr zu senden', 'VIP\nNo newsletter\nCall'],
		...['Does not want any emails', 'Asked not to be emailed', 'ne souhaite pas être contacté'],
		...['Non vuole essere contattata', 'No quiere recibir correos', 'Asked not to be contacted'],
	].map((note) => ({ Notes: note })),
	...[
		...['Please unsubscribe me. Regards, Anna', 'Not interested. Take me off your list.'],
		...['Hi Bob, please remove me from your mailing list. Thanks, Anna', 'No newsletters please'],
		...['Not interested, unsubscribe', 'Please unsubscribe. Thanks, Anna'],
		...['<p>Unsubscribe</p>', '<p>Don&#39;t email me</p>', '<div>Hi,</div><br/>unsubscribe me'],
	].map((message) => ({ message })),
	...[{ 'Consent to contact by email or phone': 'No' }, { 'Agreed to marketing emails': 'No' }],
	...[
		{ 'I agree to be contacted by Acme and its partners': 'No' },
		{ 'Email marketing consent preferences': 'No' },
		{ 'I agree to have newsletters sent to me': 'No' },
		{ 'Samtycke kontakt e-post': 'Nej' },
		{ 'Consentimiento contacto correo, teléfono': 'No' },
	],
	...[
		...['Customer requested not to be contacted', 'Has chosen not to be contacted'],
		...['Told us not to be contacted again', 'Asked to not be contacted'],
		...['Möchten nicht kontaktiert werden', 'Wollen nicht kontaktiert werden'],
		...["Doesn't want to be contacted", 'wil niet benaderd worden', 'Não quer ser contatado'],
		...['Newsletter abgemeldet', 'Disiscritta dalla newsletter', 'Se dio de baja'],
		...['Uitgeschreven voor nieuwsbrief', 'Globally unsubscribed', 'Ne plus contacter'],
		...['Wants no emails', 'No email', 'no further contact', 'Keine Kontaktaufnahme erwünscht'],
		...['Asked to be removed from our list', 'Bitte aus Verteiler löschen'],
		...['Merci de me retirer de votre liste', 'Graag van de mailinglijst halen'],
		...['Phone call - opted out', 'Automotive dealer - unsubscribed', 'HubSpot: unsubscribed'],
		...['Met at the event - unsubscribed', 'Unsubscribed from webinar emails'],
		...['Reply from Anna 3/4:\n> Please unsubscribe me', "Don't contact the office"],
		`${'Interested in ten pumps. '.repeat(20)}\nUnsubscribed, wants no more emails.`,
	].map((note) => ({ Notes: note })),
	...[{ Reason: "Doesn't want emails" }, { 'Lost Reason': 'Does not want any emails' }],
	...[{ 'Call outcome': 'Unsubscribed' }, { Description: 'Does not want to receive our emails' }],
	...[
		...['Please unsubscribe me from everything', 'Please remove me from your system'],
		...['Please unsubscribe me as I no longer work here', 'Please delete me from your records'],
		...['Please remove me from further contact', 'I asked to be removed from your mailing list'],
		...['How do I stop these emails?', 'Kindly no further contact.'],
		`<p>Unsubscribe me.</p><blockquote>${'Our offer. '.repeat(100)}</blockquote>`,
	].map((message) => ({ message })),
	...[{ Statut: 'Désabonné' }, { Estado: 'Dado de baja' }, { Stato: 'Disiscritto' }],
	...[{ Kontaktstatus: 'Abgemeldet' }, { 'Newsletter-Status': 'abgemeldet' }],
	...[{ list_status: 'unsubscribed' }, { 'Status reason': 'Opted out' }, { event: 'spam' }],
	...[{ labels: ['vip', 'unsubscribed'] }, { status: 'BLACKLISTED' }],
	{ deactivated: 1787219460, registered: 1687219460, activated: 1687219470 },
	{ tags: [{ id: 2, name: 'unsubscribed' }] },
	{ reason: 'Unsubscribed Address', event: 'dropped' },
	{ topic: 'Unsubscribe' },
	...[
		...['Wyrażam zgodę na kontakt', 'Согласен на рассылку', 'May we contact you by email?'],
		...['Can we email you?', 'Permission to contact', 'Dürfen wir Sie kontaktieren?'],
		...['Acepto recibir correos', 'Aceito receber e-mails', '이메일 수신동의', '同意接收邮件'],
		...['Đồng ý nhận email', 'E-posta izni', 'Possiamo contattarti?', 'Agreed to marketing emails'],
		...['Consent to marketing from Acme & its partners', 'Can we reach you by call or email?'],
		...['I consent to be contacted to schedule a discovery call', 'Email marketing agreement'],
		'Consent to marketing via any channel including post',
		'Zgoda na marketing od nas i naszych partnerów',
	].map((name) => ({ [name]: 'No' })),
	...[{ 'E-posta onayı': 'Hayır' }, { 'Đồng ý nhận email': 'Không' }],
	...[
		...['Email Agreement', 'Contact Agreement', 'Agreed Marketing', 'Agreed Contact'],
		...['Opt-in e-mail Acme and from its very closely tied partners'],
		...['Promo consent: us, and also from time to time from partners'],
		...['I agree to be contacted by Acme, including by phone', 'Permission for marketing'],
		...['Consent to marketing by phone, post or online'],
		...['I agree to be contacted by phone or otherwise'],
		...[
			'I agree that Blue Mobile may contact me with offers',
			'May we contact you about our tours?',
		],
		...['May we send you our newsletter?', 'Podemos contactarle?', 'Pouvons-nous vous contacter ?'],
		...['Dürfen wir Sie per Mail informieren?', 'Mogen we contact met je opnemen?'],
		...['May Acme contact you by email?', 'I give permission to be contacted'],
		...['Dürfen wir Ihnen unseren Newsletter schicken?', 'If there is news, may we email you?'],
	].map((name) => ({ [name]: 'No' })),
	...['No!', 'No - never', 'No, thanks', 'No thank you', 'No. I have told you', 'opted out'].map(
		(answer) => ({
			'May we contact you?': answer,
		}),
	),
	...['Subscriber', 'Lead', 'Mailchimp', 'Sequence', 'Opt-in', 'Email course', 'Member'].map(
		(name) => ({ [`${name} Status`]: 'Unsubscribed' }),
	),
	...[{ Abostatus: 'abgemeldet' }, { "Statut de l'abonnement": 'désabonné' }],
	...[
		...['Unsubscribed from autoresponder', 'Unsubscribed from demo follow-up sequence'],
		...['Unsubscribed from group', 'Unsubscribed from team updates'],
	].map((Status) => ({ Status })),
	...[
		...['Spoke by phone: opted out', 'Gespräch am Telefon: abgemeldet'],
		`Unsubscribed.\n${'Interested in ten pumps. '.repeat(20)}`,
	].map((note) => ({ Notes: note })),
	...[
		...['Bitte nehmen Sie mich aus Ihrem Verteiler', 'Mich bitte aus der Datenbank löschen'],
		...[
			'Merci de me retirer de la liste',
			'Elimíneme de la lista',
			'Cancellatemi dalla newsletter',
		],
		...[
			'Haal mij van de lijst',
			'Please remove me from your contacts',
			'Please stop emailing our office',
		],
		...['Please remove me and delete my data', 'Kein Bedarf, bitte von der Liste nehmen'],
		`Hi Tom,\n\nplease unsubscribe me.\n\n${'This message is confidential. '.repeat(20)}`,
		'<blockquote>Seen?</blockquote><p>Take me off your list.</p><blockquote>Tom</blockquote>',
	].map((message) => ({ message })),
	{ Description: 'Please stop emailing me. I have asked twice.' },
])('%j is an opt-out', (columns) => {
	const [column] = Object.keys(columns);
	expect(refusal(columns)).toContain(`This person opted out of emails (column "${column}`);
	expect(mapItem({ ...person, ...columns }, []).problem?.remedy).toMatch(/Filter node/);
});

it('is found in the object that holds the person', () => {
	const properties = { email: 'ana@lead.test', hs_email_optout: { value: 'true' } };
	expect(mapItem({ properties }, []).problem?.message).toContain('"properties.hs_email_optout"');
});

it('is found in the state of a subscriber', () => {
	const subscriber = { first_name: 'Ana', email_address: 'ana@lead.test', state: 'cancelled' };
	expect(mapItem({ subscriber }, []).problem?.message).toContain('"subscriber.state"');
});

it('is found in an order, which is not what it is about', () => {
	const customer = { ...person, unsubscribed: true };
	expect(mapItem({ order: { id: 5, customer } }, []).problem?.message).toContain(
		'"order.customer.unsubscribed"',
	);
});

it.each([
	...[{ 'Email Opt Out': false }, { Email_Opt_Out: 'false' }, { HasOptedOutOfEmail: 0 }],
	...[{ hs_email_optout: null }, { hs_email_optout: '' }, { emailBlacklisted: 'No' }],
	{ campaign_name: 'Stop sending emails manually' },
	{ Subject: 'Do not email your customers by hand' },
	{ Comments: 'Opt-out rates are our main issue' },
	{ Notes: 'unsubscribed users report needed' },
	{ message: "We don't send emails often enough" },
	{ Tags: 'opt-out-page, lead' },
	...[{ status: 'subscribed' }, { status: 'Open' }, { Status: 'Lost' }, { state: 'NO' }],
	...[
		{ unsubscribed_at: null },
		{ unsubscribed_at: false },
		{ consent: false },
		{ Consent: 'yes' },
	],
	...[{ smsBlacklisted: true }, { 'Do Not Call': true }, { hs_email_optout_6871816: 'true' }],
	...[{ marketing_status: 'no_consent' }, { Consent: { no: true } }, { event: 'subscribe' }],
	...[
		{ order_status: 'unsubscribed' },
		{ 'Owner: Email Opt Out': 'TRUE' },
		{ type: 'unsubscribers' },
		{ Notes: 'No email yet' },
		{ Message: 'Please email me' },
	],
	...[{ message: 'Can you remove me from the meeting? I cannot come.' }],
	...[
		{ Notiz: 'Konnte telefonisch nicht kontaktiert werden.' },
		{ Notes: 'Reference customers are not to be contacted.' },
		{ Message: 'The customer does not want emails, so we need WhatsApp.' },
		{ Message: 'Please remove me from the waitlist, I need a quote' },
		{ Message: 'Please unsubscribe us from the trial and start the paid plan' },
		{ Message: 'Sounds good!\n> Reply "take me off your list"' },
		{ topic: 'Opt-out or opt-in? Consent in 2026' },
		{ Notes: 'SMS - opted out, email OK' },
	],
	...[{ unsubscribed_at: '0000-00-00 00:00:00' }, { type: 'SALES' }],
	...[
		{ Nachricht: 'Ich habe noch keine E-Mail mit dem Angebot bekommen' },
		{ Nachricht: 'Ich habe von Ihnen keine E-Mails erhalten.' },
		{ Newsletter: 'Ja, ich möchte keine E-Mails verpassen' },
		{ Notiz: 'Keine E-Mail-Adresse angegeben' },
		{ Notiz: 'Kunde bekommt keine E-Mails von uns' },
		{ Bericht: 'Ik heb nog geen e-mail ontvangen met de offerte.' },
		{ Opmerking: 'Nog geen contact gehad' },
		{ message: 'Please do not contact me by phone, e-mail is best.' },
		{ Subject: 'How do we stop email spam reaching our staff?' },
		{ Consent: 'I agree to the privacy policy. We never email you without your consent.' },
	],
	...[{ Newsletter: 'No' }, { Newsletter: false }, { Newsletter: 'Double Opt-In' }],
	...[{ Notes: 'opted out of SMS' }, { Notes: 'unsubscribed from another tool' }],
	...[
		{ 'Photo consent, newsletter': 'No' },
		{ samtyckeTillFoto: 'Nej' },
		{ 'Cookie consent': 'no' },
	],
	...[{ 'SMS Opt Out': true }, { 'WhatsApp Opt Out': 'yes' }, { 'Phone Opt Out': 'yes' }],
	...[{ unsubscribe_url: 'https://us.test/u/1' }, { 'Do Not Mail': 'yes' }, { 配信可否: '可' }],
	...[
		{ subscriptions: { sms: { marketing: { consent: 'UNSUBSCRIBED' } } } },
		{ doNotContact: [{ id: 1, reason: 1, channel: 'sms' }] },
		{ dndSettings: { SMS: { status: 'active' }, Email: { status: 'inactive' } } },
		{ subscription: { state: 'cancelled' } },
	],
	...[{ sms_marketing_consent: { state: 'unsubscribed' } }, { webinar: { status: 'opted_out' } }],
	...[
		...['We want to stop sending emails by hand', 'no newsletter yet'],
		...['Kunde bekommt keine Newsletter', 'Do not send emails to the old address'],
		...['opted out of whatsapp, calls', 'asks about opt-in and opt-out'],
		...['Do not contact by phone, prefers email', 'Do not contact by phone. Wants a demo'],
	].map((note) => ({ Notes: note })),
	{ Commentaires: 'Ne pas contacter par téléphone, préfère e-mail' },
	...[
		{ Comments: 'our team cannot stop sending emails' },
		{ message: 'Wir versenden keine Newsletter.' },
	],
	...[{ message: 'how do we unsubscribe our customers' }, { 'Ad Name': 'Stop sending emails' }],
	...[{ Tags: 'opt-out-sms' }, { Tags: 'opt_out_sms' }, { Tags: 'unsubscribed-sms, email-lead' }],
	...[{ Status: 'Unsubscribed from the webinar' }, { Status: 'Opted out of SMS marketing' }],
	...[{ Subject: 'No more emails? Try X' }, { Asunto: 'No more emails: try X' }],
	...[{ Betreff: 'Keine E-Mails mehr verpassen' }, { Subject: 'How to unsubscribe' }],
	...[
		{ Consentement: 'Non renseigné' },
		{ Consentement: 'Non demandé' },
		{ Consenso: 'Non richiesto' },
	],
	...[{ 同意: '同意する' }, { 동의: '동의함' }, { Zgoda: 'nie dotyczy' }],
	...[
		{ subscriptions: { sms: { transactional: { consent: 'UNSUBSCRIBED' } } } },
		{ subscriptions: { mobile_push: { marketing: { consent: 'UNSUBSCRIBED' } } } },
		{ whatsapp: { optin: { status: 'unsubscribed' } } },
	],
	...[
		...['SMS: opted out', 'SMS - opted out, email OK', 'Email: subscribed; SMS: unsubscribed'],
		...['Pension plan: opted out', 'Altes Auto: abgemeldet, sucht neues', 'opted out (SMS)'],
		...['Opted out: SMS', 'Opt-out: no', 'unsubscribed by mistake, resubscribed 2024-05-01'],
		...['Unsubscribed from competitor newsletter', 'Abgemeldet vom Newsletter der Konkurrenz'],
		...['They have no newsletter, want to start one', 'Firma hat noch keinen Newsletter'],
		...['Company decided not to send emails from Gmail', 'Versendet bisher keine Newsletter'],
		...['They no longer send marketing emails themselves', 'Heeft geen nieuwsbrief'],
		...['Do not send emails to her old address', 'Asked not to be contacted before Monday'],
		...['Customers do not want any emails', 'They stop newsletters in May'],
	].map((note) => ({ Notes: note })),
	...[
		...['Please, no newsletters. Call me about the roof.', 'Do not remove me from your list'],
		...['No more newsletters, please. Call me about the roof.', 'Acme Ltd\nUnsubscribe'],
		...['If you no longer want these, please unsubscribe', 'Unsubscribe from this list | Forward'],
	].map((message) => ({ message })),
	...[
		...['Zgoda na kontakt telefoniczny', 'Einwilligung Telefonwerbung', 'Optin partenaires'],
		...['Consent to contact by text', 'Consent to contact by call', 'Direct mail consent'],
		...['Consent to contact references', 'Do you agree that we contact your employer?'],
		...['Emergency contact consent', 'Consent to use my picture for marketing'],
		...['service_agreement_email_sent', 'Contact date agreed', 'Marketing budget agreed?'],
		...['Consenso marketing terzi', 'cookie_consent_marketing', 'Consent email sent'],
	].map((name) => ({ [name]: 'No' })),
	...[
		{ 'Consent to contact': 'No restrictions' },
		{ 'Marketing Consent': 'No objections' },
		{ 'Marketing Consent': 'n.a.' },
	],
	...[
		...['Agreement Emailed', 'Service Agreement emailed?', 'Next contact agreed'],
		...['Agreed by email', 'Price agreed with contact', 'Could we contact them already'],
		...['I agree to receive emails from our partners', 'Consent to e-mail from third parties'],
		...['I consent to my contact details being shared with third parties'],
		...['Einwilligung E-Mail von Partnern', 'Opt-in e-mails partenaires'],
		...['Consenso e-mail di terzi', 'Zgoda na marketing partnerów'],
		...['Consent to marketing communications by SMS', 'SMS Marketing Communications Consent'],
		...['I agree to be contacted by phone, including automated calls'],
		...['Do you agree to be contacted by phone to schedule a viewing?'],
		...['May we contact you on WhatsApp?', 'May we contact you on your mobile?'],
	].map((name) => ({ [name]: 'No' })),
	...[
		...['Asked why he gets no newsletter', 'Asked why she has received no newsletter'],
		...['Told her we have no newsletter', 'No newsletter (yet)', 'Left voicemail, no email yet'],
		...['Workplace pension - opted out', 'Gala dinner - opted out', 'Dental cover (opted out)'],
		...['Spoke to her colleague Tom Baker (unsubscribed)', "Please don't contact my employer"],
		...['Does not want to be contacted until May', "Doesn't want to be contacted by phone"],
		...['Von der Warteliste genommen', 'Kein Kontakt bisher', 'No email address'],
		...['Wants old listings to be removed from the database', 'Calls: opted out'],
	].map((note) => ({ Notes: note })),
	...[
		...['How do I stop emails going to spam?', 'Please remove me as admin and add Jane'],
		...['Can you remove us from the shortlist?', 'Please delete me as a user of the portal'],
		'<p>Tuesday is fine.</p><blockquote>If you want no more emails, click here</blockquote>',
		'Tuesday is fine.\n\nFrom: Tom\nSent: Monday\n\nIf you want no more emails, click here',
		'Tuesday is fine.\n-----Original Message-----\nIf you want no more emails, click here',
	].map((message) => ({ message })),
	...[{ 'SMS Status': 'opted out' }, { 'Training status': 'Opted out' }, { Estado: 'São Paulo' }],
	...[{ deactivated: 0 }, { tags: [{ id: 2, name: 'SMS opted out' }] }, { Status: 'Cleaned' }],
	{ 'Reason for contact': 'Unsubscribed users are lost' },
	...[
		...['May we contact your current landlord?', 'Can we contact your physician?'],
		...['Do you agree that we may contact your doctor?', 'Can we mail you a printed catalog?'],
		...['May we use your testimonial in our marketing?', 'Can we email you the price list?'],
		...['Do you give permission to use your story for marketing?'],
		...['Dürfen wir Sie in unserer Werbung namentlich nennen?', 'May we call you about marketing?'],
		...['¿Podemos usar su opinión en nuestra publicidad?', 'May we contact you by mobile?'],
		...['I agree to be contacted by phone, including calls by machines'],
	].map((name) => ({ [name]: 'No' })),
	...[
		{ 'How can we help you with your marketing?': 'No clear strategy yet' },
		{ 'What can we do for you (email marketing, ads)?': 'No idea where to start' },
		{ 'When can we contact you?': 'No, mornings are bad' },
		{ 'Wann dürfen wir Sie kontaktieren?': 'Ne, lieber nachmittags' },
		{ 'Quando possiamo contattarla?': 'No, non prima delle 18' },
		{ 'May we contact you?': 'No calls please, email only' },
		{ 'May we contact you?': 'No later than 5 pm' },
		{ 'May we contact you?': 'No, just by email' },
	],
	...[
		...['Auto-renew', 'Loyalty Program', 'Direct Mail', '401(k)', 'Recording', 'Credit', 'Course'],
		...['National Data Opt-out', 'Auto-Enrolment'],
	].map((name) => ({ [`${name} Status`]: 'Opted out' })),
	...[{ Teilnahmestatus: 'abgemeldet' }, { Deelnamestatus: 'Afgemeld' }],
	...[{ 'Stato iscrizione corso': 'Disiscritto' }, { 'Estado matrícula': 'Dado de baja' }],
	...[{ 'Statut inscription atelier': 'Désinscrit' }, { Kursstatus: 'Abgemeldet' }],
	...[{ email_status: 'not_spam' }, { list_status: 'not_blacklisted' }],
	...[{ deactivated: '2025-11-30', created: '2024-02-01' }, { Status: 'Opted out of the course' }],
	...[{ links: [{ label: 'Unsubscribe' }] }, { classification: { label: 'spam' } }],
	...[
		{ Beschreibung: 'VW Golf 7, 120.000 km, abgemeldet' },
		{ 'Project Description': 'portal with: login, sign-up, unsubscribe' },
		{ Description: `Subject: Offer\nHi Ana,\n${'We have desks. '.repeat(25)}\nUnsubscribe` },
		{ description_text: `${'We need desks. '.repeat(25)}\nIn browser | Unsubscribe | Privacy` },
		{ about: `${'We build a hub. '.repeat(20)}No more emails, no more paper.` },
		{ Notes: `${'She wants desks. '.repeat(20)}\n---\nIn browser | Unsubscribe | Privacy` },
		{ Notes: 'Our mail was in her junk folder, spam, so please send it again' },
	],
	...[
		...['We want to stop emailing spreadsheets', 'Bitte den Stuhl von der Liste nehmen'],
		...['Doppelte Kontakte aus der Datenbank entfernen, das suchen wir'],
		...['¿Podrían quitar de la lista los dos sillones?', 'Het artikel van de lijst halen'],
		...['Pouvez-vous retirer de la liste les deux fauteuils ?', 'Rimuovere dalla lista le sedie'],
		...['Please remove me from the 3 pm slot', 'Please remove me from the invoice'],
		'<blockquote>a<blockquote>b</blockquote>For no more emails, click here</blockquote>Tuesday',
	].map((message) => ({ message })),
])('%j is none', (columns) => {
	expect(refusal(columns)).toBeUndefined();
});

it('each name of a column is in the list once', () => {
	const names = OPT_OUT_COLUMNS.flatMap((one) => one.names).map((name) => name.toLowerCase());
	expect(new Set(names).size).toBe(names.length);
});

it.each([
	...[{ status: 'bounced' }, { email_status: 'Hard Bounce' }, { event: 'email.bounced' }],
	...[{ status: 'Disqualified - Bounced' }, { status: 'Email has bounced' }],
	...[{ eventType: 'InviteeOrGuestEmailBounced' }, { bounced: true }, { is_bounced: true }],
	...[{ event: 'subscriber.bounced' }, { status: 'Email hard bounce' }, { status: 'Bounced' }],
	...[{ Bounced: 'Yes' }, { 'Hard Bounce': 'TRUE' }, { bounced_hard: '1' }, { bouncing: true }],
	...[{ Tags: 'bounced, VIP' }, { Tags: ['VIP', 'bounced'] }, { tags: [{ name: 'Bounced' }] }],
	...[{ status: 'Bounced - hard' }, { email_status: 'bounced (hard)' }, { type: 'emailsBounced' }],
	...[{ event: 'dropped', reason: 'Bounced Address' }, { EmailBouncedDate: '2026-05-01' }],
	...[
		{ status: 'cleaned', list_id: 'a1' },
		{ type: 'cleaned', fired_at: '2026-05-01 10:00:00', data: { list_id: 'a1' } },
	],
	{ hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER' },
	...[{ Tags: 'Software, Bounced' }, { Tags: 'Webinar No-Show, Bounced' }],
	...[{ 'Sequence Status': 'Bounced' }, { event: 'failed', reason: 'bounce' }],
])('%j says that emails bounce', (columns) => {
	expect(refusal(columns)).toMatch(/^Emails to this person bounce \(column "/);
});

it.each([
	...[{ status: 'soft_bounce' }, { bounced: false }, { Notes: 'has not bounced' }],
	...[{ owner: { status: 'bounced' } }, { status: 'bounced back to sales team' }],
	...[{ status: 'Payment bounced' }, { status: 'Cheque bounced' }, { event: 'payment.bounced' }],
	...[{ email_status: 'not bounced' }, { email_status: 'never bounced' }],
	...[{ status: 'Direct debit bounced' }, { status: 'Invoice bounced' }, { Bounced: 'No' }],
	...[{ status: 'Payment - bounced' }, { status: 'Loan EMI - Bounced' }, { Tags: 'NACH bounced' }],
	...[{ status: 'debit_order_bounced' }, { event: 'mandate.bounced' }, { bounced: 0 }],
	...[{ type: 'session_bounced' }, { Tags: 'Website visitor, bounced' }, { bounced: '' }],
	...[{ email_status: 'No bounce' }, { hs_email_hard_bounce_reason_enum: '' }],
	...[{ 'Payment Status': 'Bounced' }, { sms: { status: 'bounced' } }, { status: 'cleaned' }],
	...['EMI', 'NACH', 'PDC', 'Rent'].map((name) => ({ [`${name} Status`]: 'Bounced' })),
	...[{ 'Churn Reason': 'Standing order bounced' }, { Reason: 'Standing order bounced' }],
	{ data: { list_id: 'a1' }, status: 'cleaned' },
])('%j does not say that emails bounce', (columns) => {
	expect(refusal(columns)).toBeUndefined();
});

it.each(['Account Status', 'User status', 'Profile Status'])(
	'%s: unsubscribed is a refusal',
	(column) => {
		const ana = { 'First Name': 'Ana', 'Last Name': 'Lopez', Email: 'ana@lead.test' };
		expect(mapped([{ ...ana, [column]: 'Unsubscribed' }]).bodies).toEqual([]);
		expect(mapped([{ ...ana, [column]: 'Active' }]).bodies).toHaveLength(1);
	},
);
