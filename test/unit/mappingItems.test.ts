import itemsOfNodes from '../support/itemsOfNodes.json';
import itemsOfPrograms from '../support/itemsOfPrograms.json';
import { leadOf, verdict } from '../support/mapping';
import { print } from '../support/print';

/** What no rule could read without reading something else wrongly, and why. */
const NOT_RIGHT: Record<string, string> = {
	'fireTMS: contractor import file (XLSX/CSV, Polish headers)':
		'partly: Nazwa is the name of a firm, and of what is sold',
	'Academy administration: 회원목록 member list CSV (Korean headers)':
		'partly: a school is where somebody learns, as often as where they work',
	'Comgate (CZ payment gateway): push notification':
		'partly: billingAddrCity is no name of a column',
	'Superlógica (BR billing): cliente / sacado':
		'partly: the keys have a beginning and an end of their own',
	'vcita / inTandem: webhook client/created': 'partly: main is no name of a place',
	'EstatePrime (GR real estate CRM): Contact':
		'error: the husband or wife beside the contact has a blank address',
	"QRZ.com XML callsign lookup, read by n8n's XML node":
		'error: a name beside a first name is the whole name, or a company, as often as the last name',
	'Next Engine (ネクストエンジン): order CSV row, Japanese headers':
		'error: 受注名 is what was ordered, as often as who has',
	'Association marketing contacts CSV (Thai headers)':
		'partly: an association is one of several that somebody is in',
	'bol.com Retailer API: order': 'partly: the phone is that of the delivery',
	'Payple (페이플, KR): payment result callback': 'partly: HP is a mobile in Korea only',
	'EGroupware: addressbook REST API, JSContact card':
		'partly: the company and the job stand in objects by key, two levels below the card',
	'Ticimax (TR): order (WebSiparis)': 'partly: Uye is a member, and part of other words',
	'Airmeet: registration record (webhook, registrant without a name)': 'error: it has no name',
	'Hanko (login): webhook user.create': 'error: it has no name',
	'Payhip: paid webhook (digital goods)': 'error: it has no name',
	'Naver SmartStore (네이버 커머스 API): product order, Korean': 'error: it has no address',
	'Zalo OA (VN): user_submit_info webhook': 'error: it has no address',
	'BYCEPS (DE, LAN-Party-Shop): openTRANS order, read by the n8n XML node':
		'error: NAME2 and NAME3 are lines of an address, and in openTRANS only the parts of a name',
	'DingTalk Yida 钉钉宜搭 (CN): form instance (searchFormDataSecondGeneration, useAlias)':
		"error: a mailbox is one of the program's own in others",
	'Gem (recruiting CRM): new candidate':
		'partly: a location beside a due date is where something takes place',
	'Interakt (WhatsApp, IN): message_received webhook':
		"partly: the phone of a channel is the program's own in others",
	'JobAdder: jobapplication_received webhook (recruiting)':
		'partly: the employer stands two objects below the candidate',
	'Jortt (NL bookkeeping): customer of the API':
		'partly: a customer name is the name of a person in most programs',
	'Payrexx (CH): webhook transaction confirmed':
		'partly: a place is where somebody works or is born in other programs',
	'Priority ERP (IL): CUSTOMERS?$expand=CUSTPERSONNEL_SUBFORM (OData)':
		'partly: the company stands around a list of its persons',
	'SoftOne ERP (GR): customer of the web services, Greek':
		'partly: PHONE01 is no name of a column, and PHONE02 another number',
	'Yahoo!ショッピング (JP): orderInfo XML read by the n8n XML node':
		'partly: the company is in a value whose label stands in another column',
	'ActiveCampaign: Get Contact':
		'partly: the job title is in a list of jobs beside the contact, and nothing says that it is his',
	'Odoo 1: Get Opportunity':
		'partly: partner_name is the company in this one model of Odoo, and a person in others',
	'Xero: Get Invoice':
		'partly: a bare Name without the form of a company, beside First Name and Last Name, may be a login or a campaign',
	'Zillow: mortgage lead (sender, recipient, agent)':
		'error: a sender beside a recipient is a colleague as often',
	'Tito: ticket.completed (bought by a colleague)':
		'error: two whole persons, the guest and the buyer',
	'Nylas Scheduler v2: booking (recipient beside page owner)':
		"partly: the rest stands beside the booking, whose name and place are not the person's",
	"Whop: payment.created (company is the seller's)":
		'partly: the phone stands in another object of the payment',
	'Eventzilla: attendee (buyer is the assistant)':
		'error: two whole persons, the guest and the buyer',
	'Freshchat: onConversationCreate (user acts, agent assigned)':
		'error: in other programs, the user who acts is a colleague',
	'Salesflare: contact (owner and creator beside)':
		'partly: the role stands in an object of its own, beside others',
	'Zásilkovna / Packeta (Czech): shipment import file of a shop':
		'partly: the place is that of the delivery',
	'DocuSign Connect: envelope-completed, one signer outside, staff as sender and copy':
		'error: a signer may be a colleague, as the next one is',
	'Crisp: people profile with employment and company':
		'error: a nickname is no name in most programs',
	'CentralStationCRM (German): person with position and company; "name" is the surname':
		'error: a bare name beside a first name is the whole name, or a company, as often as the last name',
	'Typebot: HTTP Request block with a custom body':
		'partly: a business is a trade, or a yes, in other forms',
	'Formsite: webhook of a result (fields by number only)':
		'error: numbers of fields say nothing of what is in them',
	'bexio (Swiss invoicing): contact, person (name_1 is the surname)':
		'error: a last name alone, and name_2 is a second person elsewhere',
	'Excel-lista för hand, Swedish: offertförfrågningar':
		'error: the address has only the last name of the contact',
	'Tabela, Slovenian: prijave na delavnico (CSV)':
		'partly: Kraj is a town in Slovenian, and a country in Polish and Croatian',
	'Dropbox Sign: callback signature_request_all_signed (one signer, sent by us)':
		'error: a signer may be a colleague, as the next one is',
	'DocuSeal: webhook form.completed':
		'partly: a signatory may be somebody else than who is written to',
	'Eduzz: webhook v2 invoice (paid)':
		'partly: cus_address_city is no name of a column, and nothing else says the place',
	'Hostaway: reservation object (unified webhook)':
		'partly: the work of a guest is a company, or what somebody does',
	'CallTrackingMetrics: activity webhook (form_fill)':
		"partly: the answers are in a form, whose name and company are the program's own",
	'KrispCall: new contact': 'partly: an address is a street elsewhere',
	'金数据 Jinshuju: form entry push': 'error: numbers of fields say nothing of what is in them',
	'CGU Strive (Drupal): broker lead form':
		'partly: a business type is a legal form in other programs',
	'ChurchTools: GET /api/persons/{id}': 'partly: a job is a vacancy in other programs',
	'freee会計: GET /api/1/partners/{id}': 'error: a partner is a colleague in other programs',
	'Saleor: CUSTOMER_CREATED by subscription query':
		'error: a user is a colleague in other programs',
	'Omise: webhook event customer.create':
		'error: the name is that on the card, or in a description',
	'WeCom 企业微信: GET externalcontact/get':
		'error: the name stands two objects above the address, which has none of its letters',
	'고객 대량 등록 양식 (CSV, KR)': 'error: who is in charge may be one of ours',
	'Moodle: one user of core_user_get_users_by_field':
		'partly: phone2 is the second number of somebody whose first is blank',
	'iFirma: kontrahent': 'error: Nazwa is the name of a thing or of a company',
	'巨量引擎 飞鱼 (Ocean Engine Feiyu): clue push':
		'partly: company and job are in an object of remarks',
	'Fireberry (Powerlink, IL): automation webhook with a body template':
		'error: an account is a company in other programs',
	'VereinOnline: member record of the API': 'error: g_ and p_ may say whose it is',
	'kivitendo: contacts row (PostgreSQL)': 'error: a beginning such as cp_ may say whose it is',
	'Stud.IP: participants export of a course (CSV)': 'partly: a private number may be any number',
	'TOTVS Protheus: SA1 customer row': 'partly: what else begins with A1_ may be anything',
	'FG/Galén PLS: import pacientů (CSV)': 'partly: a branch is that of a bank in other programs',
	'Mikro: cari hesap ve yetkilisi (SQL satırı)':
		"error: two tables in one row, and one may be another person's",
	'학원 플랫폼: 회원목록 CSV': 'partly: the name of a school is the course in other lists',
	'Frappe HR: Job Applicant webhook':
		'partly: company, job and place are the last ones, before the application',
	'Chili Piper: custom webhook, New Meeting':
		'error: who books a meeting is a customer elsewhere, and here a colleague',
	'ScoreApp: webhook LEAD_SIGNED_UP':
		'partly: the answers to a question are a list of objects, which elsewhere are persons',
	'Goldcast: webhook REGISTRATION':
		'partly: place and industry are found out by the program, and may be those of the event',
	'Zuddl: webhook, registration': 'partly: the place may be that of the event',
	'CasaYes: leads webhook (Listing)': 'error: a sender is a colleague as often',
	'Xeno: outgoing webhook new_conversation': 'partly: a company beside a conversation may be ours',
	'Cashcow: webhook neworder':
		"error: the address is the order's, and no word of the name is in it",
	'LeadDuo: webhook form.submission':
		'error: four Chinese signs in a bare Name may be those of a shop',
	'AUTO ESA: web-leads API, one lead': 'partly: plain_phone is no name of a column elsewhere',
	'Scalev: webhook order.created': "error: where an order goes is another person's as often",
	'Conpeek: webhook crm contact_created':
		'partly: numbers are of anything, and a job is a vacancy in other programs',
	'Slon.biz: отправка лидов на свой сервер (POST)':
		"partly: the place is found out from the number, and may be the operator's",
	'外勤365 (Waiqin365): 销售线索': "partly: the name of a customer is a person's elsewhere",
	'Kixie: text message webhook (incoming)': 'error: the name is in the text of a message',
	'플러그 Pluuug: client API record': 'error: who is in charge may be one of ours',
	'Allo: webhook CALL_RECEIVED':
		'error: what a call was about may be the data of whoever was spoken of',
	'Fillout: submission webhook': 'partly: the city of a site is no place of a person elsewhere',
	'Gravity Forms: entry by Webhooks add-on, all fields':
		'partly: numbers of fields say nothing of what is in them',
	'Squarespace Commerce: order (Orders API)':
		'partly: the answers are in an order, whose company is the seller elsewhere',
	'LiveChat: webhook incoming_chat with pre-chat form':
		'partly: the answers are in an event of the chat, apart from the person',
	'Auth0: post-user-registration event': 'error: a user is a colleague in other programs',
	'Workable: candidate_created webhook': 'partly: an address is a street elsewhere',
	'EC-CUBE 4: 受注CSV (order export), gift sent to another person':
		'partly: the first part of an address is a street elsewhere',
	'hitobito: GET /api/people/:id (JSON:API) with included phone_numbers and roles':
		'partly: the number is in another list, by its ID',
	'CleverReach: receiver (attributes.name is the family name)':
		'error: a blank last name says that there is none',
	'WayForPay: serviceUrl callback (only address and phone of the payer)': 'error: there is no name',
	"Clicksign: webhook add_signer (one signer beside the account's user)":
		'error: a user is a customer in other programs',
	'Open edX: event bus message of a course enrollment':
		'error: a user is a colleague in other programs',
	'Monica (PRM): contact with contactfields, met through another contact':
		'error: the kind of a text stands in an object beside it',
	'HeadHunter (hh.ru): резюме из отклика': 'partly: an area is that of a vacancy elsewhere',
	'Formstack: webhook with field types': 'partly: a practice is the seller elsewhere',
	'PhantomBuster: Sales Navigator search export': 'error: there is no address',
	'CallRail: post-call webhook': 'error: there is no address but that of the agent',
	'ManyChat: External Request, full contact data (Mexico)':
		'partly: negocio is a deal in other programs',
	'freee: partner (取引先) with its contact person':
		'error: a partner is a colleague in other programs',
	'金数据 (Jinshuju): webhook entry': 'error: numbers of fields say nothing of what is in them',
	'Ashby: candidate.info result': 'partly: a profile elsewhere is no link of the lead',
	'Dropcontact: enriched contacts CSV (FR)': 'partly: a profile elsewhere is no link of the lead',
	'Lever: opportunity': 'partly: the place in an opportunity may be that of the job',
	'Tito: webhook registration.completed': 'partly: the job is in the answers to a ticket',
	'Merge: Webhook body and a user at the top level':
		'error: two whole persons; the same shape comes from a person corrected at the top, so only the user knows',
	'Channel.io (채널톡): user (KR)':
		'partly: the city stands beside the profile, where other programs have that of a visit',
	'Clerk: user.created webhook': 'partly: what metadata hold is anything',
	'Fatture in Cloud: client (IT)':
		'partly: a record of type person has a Name that may be a login or a nickname',
	'Gravity Forms: Webhooks add-on, all fields (no labels)':
		'partly: the form numbers its fields, and only those of a name tell what they are',
	'Gravity Forms: webhook with the raw entry (field IDs as keys)':
		'partly: the form numbers its fields, and only those of a name tell what they are',
	'JivoChat: webhook offline_message, Ukrainian visitor':
		'partly: a custom field without a domain or a form of a company',
	'KiotViet: webhook customer.update (Vietnamese)':
		'partly: the place is one text of province and district',
	'Luma: guests CSV of an event, Spanish questions':
		'partly: a question that asks whether it is for a company, too',
	'PandaDoc: recipient_completed webhook':
		'partly: company and job stand in the tokens of the document, by role',
	'PayPal: German activity report as CSV (incoming payment)':
		'error: Absender is the sender, in other programs the colleague',
	'Paystack: webhook charge.success (NG)':
		'partly: custom fields of a payment, not of the customer',
	'Raynet CRM: person (Czech)': 'partly: a relationship is to another person in other programs',
	'Razorpay Trigger: payment.captured webhook': 'error: it holds no name',
	'Razorpay: webhook payment.captured of a payment page':
		'partly: notes have keys of their own, and a studio may be the seller',
	'Sheet kept by hand, Turkish: business cards': 'partly: two numbers in one cell',
	'WhatsApp Trigger: incoming message': 'error: it holds no address',
	'Zendesk Trigger: ticket created, chosen placeholders':
		'partly: an organization of a ticket, beside the requester',
	'金数据 (Jinshuju): form entry webhook':
		'error: the form numbers its fields, and tells nothing of them',
	'金数据 (Jinshuju): form push (Chinese, no labels)':
		'error: the form numbers its fields, and tells nothing of them',
	'Galette: galette_adherents row (database)':
		'error: an ending such as _adh may say whose it is, beside a key that does',
	'Retell AI: call_analyzed webhook':
		"partly: the number is that of the call, which may be the agent's",
	'Cardcom: LowProfile webhook (IL)': 'error: an owner is a colleague elsewhere',
	'Foglio ODS degli iscritti di una scuola di musica (Italian)':
		"partly: four columns of numbers, and their names are not those of a person's number",
	'Holded: contact (company) with one contact person':
		'partly: a job is a vacancy in other programs',
	'FullEnrich: bulk enrichment webhook': 'partly: a position beside a person may be a vacancy',
	'Getfly CRM: khách hàng có người liên hệ (Vietnam)':
		'error: the first name is the whole one, and nothing says so',
	'Gravity Forms: Webhooks add-on, whole entry':
		'partly: numbers of fields say nothing of what is in them',
	'IdoSell (PL): zamówienie z API orders/orders/get':
		'error: the name is in the address of an account beside the one with the email',
	'NPPES NPI Registry (US government register): one individual provider':
		'error: there is no address',
	'Netvisor: GetCustomer (Finland), XML node output':
		'partly: the company is in a third object, with an address of its own',
	'Pancake POS: webhook đơn hàng (VN)':
		'partly: the name of a province is no place of a person elsewhere',
	'Planning Center People: person with emails, phones, addresses (HTTP Request node)':
		'error: the address is in another list, by its ID',
	'Quickbase: records/query with one record (HTTP Request node)':
		'error: numbers of fields say nothing of what is in them',
	'RESTIA Lite: objednávka z webu restaurace (Czech)':
		'partly: a destination is that of a trip elsewhere',
	'Reapit Foundations: contacts.created webhook':
		'partly: the place is the third line of an address',
	'UNAS (HU): getOrder XML read by the n8n XML node':
		'partly: the name on the bill is a company, and elsewhere another person',
	'Vipps MobilePay Login: userinfo (HTTP Request node, NO)':
		'partly: the region is that of a country elsewhere',
	'Wablas: pesan WhatsApp masuk (Indonesia)': 'error: there is no address',
	'WeFact: debtor (Netherlands, invoicing)': 'error: initials are no name to greet with',
	'plentymarkets: order of the REST API':
		'error: numbers say of what kind an address and a name are',
	'励销云 (weiwenjia CRM): 联系人 (China)': 'partly: a job is a vacancy in other programs',
};

describe.each([
	['itemsOfNodes', itemsOfNodes, 0.95],
	['itemsOfPrograms', itemsOfPrograms, 0.85],
])('the items of %s', (name, items, share) => {
	const leads = items.filter(({ right }) => right !== null);
	const judged = items.map((item) => ({ ...item, is: verdict(item) }));

	it('none is read wrongly', () => {
		const wrong = judged.filter(({ is }) => is === 'wrong');
		expect(wrong.map(({ source, item }) => [source, leadOf(item)])).toEqual(
			wrong.map(({ source, right }) => [source, right]),
		);
	});

	it('each that is not right has a reason', () => {
		const others = judged
			.filter(({ is }) => is !== 'right')
			.map(({ source, is }) => `${source}: ${is}`);
		const known = Object.entries(NOT_RIGHT)
			.filter(([source]) => items.some((item) => item.source === source))
			.map(([source, why]) => `${source}: ${why.split(':')[0]}`);
		expect(others.sort()).toEqual(known.sort());
	});

	it(`at least ${share * 100} % of those that hold a lead are right`, () => {
		const right = judged.filter((one) => one.right !== null && one.is === 'right').length;
		print(
			`${name}: ${right} of ${leads.length} leads right, ${items.length - leads.length} without a lead`,
		);
		expect(right / leads.length).toBeGreaterThanOrEqual(share);
	});
});
