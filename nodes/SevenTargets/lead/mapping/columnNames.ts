/** Names of a column, each with the programs that use it. */
type ColumnNames = Record<string, string>;

/**
 * By the name of a field: other names of a column with it, in the order in which they count; the names of the API and the label of the
 * field come first. Case, accents, blanks and signs make no difference. Sources: the exports and API references of the programs, and
 * their nodes' recorded outputs in n8n-nodes-base 2.41.
 */
export const COLUMN_NAMES: Record<string, ColumnNames> = {
	name: {
		'First Name': '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Outlook, Google Contacts',
		'Given Name': 'Google Contacts until 2024, Keap, Microsoft Graph',
		'Person - First name': "Pipedrive's export",
		fname: 'Mailchimp',
		'Name (First)': 'Gravity Forms',
		'Name - First Name': 'Squarespace',
		Forename: 'Xing, British forms',
		'Preferred First Name': 'BambooHR',
		first: 'Jotform, FastSpring',
		given: 'Form.io, vCard in JSON',
		'user[name_f]': 'aMember',
		'N Given': 'Tine, EGroupware',
	},
	lastName: {
		'Last Name': '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Outlook, Google Contacts',
		'Family Name': 'Google Contacts until 2024, Keap',
		Surname: 'Airtable, Microsoft Graph, Eventbrite',
		'Person - Last name': "Pipedrive's export",
		lname: 'Mailchimp',
		'Name (Last)': 'Gravity Forms',
		'Name - Last Name': 'Squarespace',
		sn: 'LDAP',
		last: 'Jotform, FastSpring',
		family: 'Form.io, vCard in JSON',
		'user[name_l]': 'aMember',
		'N Family': 'Tine, EGroupware',
		'Second Name': 'MTS Link; beside a last name, and in Bitrix24, it is a middle one',
	},
	wholeName: {
		'Full Name': 'Zoho CRM, Facebook lead ads, Mailchimp',
		'Lead Name': "Zoho CRM's export",
		'Person - Name': "Pipedrive's export",
		'Contact Name': 'Zoho CRM, GetResponse',
		'Contact Person': 'Xing, ERP lists',
		'Real Name': 'Slack',
		'Person Name': 'Capsule',
		'Att Person': 'Dinero',
		Linkman: 'Waiqin365',
		'First and Last Name': 'Google Forms',
		'What should we call you': 'forms that ask in sentences',
		'Who are you': 'forms that ask in sentences',
		'Name (First Last)': 'Zoom',
		'Formatted Name': 'vCard in JSON',
		fn: 'vCard',
		full: 'Jotform',
		formatted: 'SCIM',
	},
	anyName: {
		Name: 'Salesforce, Pipedrive, Airtable, Google Contacts until 2024',
		'Display Name': 'Microsoft Graph, Google Workspace, QuickBooks',
		'Customer Ref Name': 'QuickBooks',
		Contact: 'trade fair lists',
		Username: 'ClickUp, Zoom',
	},
	email: {
		Email: '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Airtable',
		'Email ID': "7Targets' sheet",
		'Email Address': 'Outlook (E-mail Address), Mailchimp, LinkedIn',
		'E-mail addr': 'sheets',
		'Email 1 - Value': 'Google Contacts (E-mail 1 - Value)',
		emails: 'Pipedrive',
		'Email Addresses': 'Keap, Microsoft Graph, Attio',
		'Person - Email - Work': "Pipedrive's export",
		'Work Email': 'HubSpot',
		workemailid: "7Targets' sheet",
		'Primary Email Addr': 'QuickBooks',
		mail: 'LDAP, Microsoft Graph',
		'Mail Address': 'Drupal, GLPI',
		'Email From': 'Odoo',
		From: 'Gmail, SendGrid, Mailgun: its value may be "Name <address>"',
	},
	phone: {
		Phone: '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Airtable',
		phoneno: "7Targets' Salesforce integration",
		'Phone Number': "HubSpot's export, Facebook lead ads, Mailchimp",
		phones: 'Pipedrive',
		'Phone Numbers': 'Keap, Attio',
		'Business Phone': 'Outlook',
		'Business Phones': 'Microsoft Graph',
		'Phone 1 - Value': 'Google Contacts',
		'Person - Phone - Work': "Pipedrive's export",
		Telephone: 'Harvest, Magento',
		Telephones: 'Teamleader',
		'Telephone Number': 'LDAP',
		tel: 'vCard',
		'Direct Phone': 'ZoomInfo',
		'Direct Dial': 'Cognism',
		'Mobile Phone': 'HubSpot, Salesforce, Outlook',
		Mobile: 'Zoho CRM',
		'Mobile Number': 'Freshsales',
		'Mobile Phone Number': "HubSpot's export",
		'Cell Phone': 'Eventbrite',
		Cell: 'HighLevel',
		'Text Reminder Number': 'Calendly',
		'Checkout Phone': 'Hotmart',
		'Contact Number': 'Zoho Forms',
		'Contact Numbers': 'Krayin',
		'Contact No': 'ThriveCart',
		'Primary Phone': 'Outlook',
		'Home Phone': 'Outlook, Salesforce',
		SMS: 'Brevo',
		WhatsApp: 'Brevo',
		'Whatsapp Number': 'Wati',
		'WhatsApp Phone': 'ManyChat',
		'GSM Number': 'iyzico',
		'Tel Work': 'Tine, EGroupware',
		'Tel Cell': 'Tine, EGroupware',
		Telphone: 'Ocean Engine',
		Callnum: 'imweb',
	},
	company: {
		Company: '7Targets, HubSpot, Salesforce, Zoho CRM, Outlook',
		'Company Name': "HubSpot's export, Facebook lead ads",
		Organization: "7Targets' sheet",
		Organisation: 'Capsule',
		'Organization Name': 'Google Contacts',
		'Organization 1 - Name': 'Google Contacts until 2024',
		Organizations: 'Google People',
		org_name: 'Pipedrive, ActiveCampaign',
		org: 'vCard, Zoom',
		'Person - Organization': "Pipedrive's export",
		'Company / Account': "Salesforce's report",
		'Company / Organization': 'event forms',
		'Account Name': 'Zoho CRM, SuiteCRM',
		'Business Name': 'HighLevel, PayPal',
		'Associated Company': "HubSpot's export",
		'Parent Customer': 'Dynamics 365',
		Employer: 'BambooHR, JSON Resume',
		'Job Company Name': 'People Data Labs',
		'Company Title': 'Bitrix24',
		Firm: 'legal and trade lists',
		'Trading Name': 'British forms',
		'Legal Name': 'Lago, if it is that of a company',
		'Party Name': 'Indian accounts',
		'Where do you work': 'forms that ask in sentences',
		socname: 'Dolibarr',
		'Parent ID': 'Odoo: the company as [number, name]',
		o: 'LDAP',
	},
	designation: {
		Designation: "7Targets' export, Zoho CRM",
		'Job Title': 'HubSpot, Pipedrive, Outlook, Facebook lead ads',
		'Job Position': 'Odoo',
		'Job Role': 'forms',
		'Job Title Description': 'Exact Online',
		'Organization Title': 'Google Contacts',
		'Organization 1 - Title': 'Google Contacts until 2024',
		'Person - Job title': "Pipedrive's export",
		'Current Job Title': 'Apollo',
		'LinkedIn Job Title': 'PhantomBuster',
	},
	anyTitle: {
		Position: 'LinkedIn, Hunter',
		Title: "7Targets' sheet, Salesforce, Airtable",
		Function: 'Odoo',
		'Person Role': 'weclapp',
		Role: 'Moxie, forms of events',
	},
	industry: { Industry: '7Targets, HubSpot, Salesforce, Zoho CRM' },
	location: {
		City: 'HubSpot, Salesforce, Zoho CRM, Airtable',
		'Mailing City': 'Salesforce, Zoho CRM',
		'Business City': 'Outlook',
		'Address Mail City': 'Insightly',
		mx_City: 'LeadSquared',
		'Address 1 - City': 'Google Contacts',
		Town: 'WooCommerce',
		Locality: 'Keap, Square',
		'Adr One Locality': 'Tine, EGroupware',
		'Public Location': 'Kajabi',
		admin_area_2: 'PayPal',
	},
	anyPlace: { Location: "7Targets' sheet, Acuity" },
	source: { 'Lead Source': 'Salesforce, Zoho CRM' },
	scheduleId: {
		'Sequence ID': '7Targets',
		'Sequence Name': "7Targets' Salesforce integration",
	},
	externalId: {
		'Record ID': "HubSpot's export, Zoho CRM's export",
		'Record ID - Contact': "HubSpot's export since 2024",
		hs_object_id: 'HubSpot',
		vid: 'HubSpot',
		'Lead ID': "Salesforce's report, LinkedIn, Google Ads",
		'Person - ID': "Pipedrive's export",
		Id: 'Salesforce, Pipedrive, Zoho CRM, Airtable',
		'Contact ID': "HighLevel's and ActiveCampaign's export",
	},
};

/** The names that people give these columns in other languages. */
export interface NamesOfLanguage {
	language: string;
	/** Where they are from. */
	source: string;
	/** By the name of a field, with a comma between. */
	names: Record<string, string>;
}

export const LANGUAGES: NamesOfLanguage[] = [
	{
		language: 'English',
		source:
			'labels of SugarCRM 7.6 and headings of files in public repositories; the rest as people write it by hand',
		names: {
			name: 'First Names, Forenames, Given Names, Christian Name, 1st Name',
			lastName: 'Last Names, Surnames, Family Names',
			wholeName:
				'Name and Surname, Name Surname, First & Last Name, First Last, First Name & Last Name, First and Last, Legal Name, Full Legal Name, Last Name First Name, Last First, Surname Name, Name of person completing this form, Name of person making enquiry, Let us start with your name, Who am I speaking with, Name Last First, Tenant Name, Individual Name, Alumni Name, Point of Contact, POC Name, Key Contact, Person to Contact, Who should we contact, May we have your name',
			anyName: 'Who, Contacts',
			email:
				'Mail ID, Email Add, Official Mail ID, Gmail ID, Best email to reach you, Where can we email you, Gmail, Gmail Address, School Email, University Email, Email for confirmation, Tenant Email, Email to send the offer to',
			phone:
				'Ph, Ph No, Ph Number, Tel Number, Telno, Mob, Mob No, Cell Number, Cellular, Landline, Landline Number, Direct Line, Direct Number, DDI, Work Number, Office Number, Phone/Whatsapp, Handphone, Handphone No, Best Number, Best number to reach you, Best phone number to reach you, Phone number to reach you, Callback Number, What number can we reach you on',
			company:
				'Co Name, Name of Business, Workplace, Place of Work, Worksfor, Works At, Who do you work for, Your company called, Your business called, Which company do you work for, What company do you work for, What company are you with, Company you work for, Company you represent, Which company do you represent, Which organization are you with, What organization do you work for, What organization are you affiliated with, What organisation are you affiliated with, Which organisation are you with, What organisation do you work for, Organisation you represent, Institution, Institution Name, Institute Name, Affiliation, Biz Name, Dealership Name, Where from (co.), Company they work for',
			designation:
				'Desig, Occupation, Profession, Job Function, Position Held, Position/Title, Title/Position, Role/Title, Title/Role, Job Title/Role, Job Role/Title, Work Title, What they do, What they do there',
			industry:
				'Sector, Business Sector, Industry Sector, Sector/Industry, Industry Type, Type of Industry, Type of Business, Nature of Business, Line of Business, Field of Business, What industry are you in, Which industry are you in, What industry do you work in',
			location:
				'City/Town, Town/City, City or Town, Town or City, City Name, City/State, City and State, City/Suburb, Suburb, Municipality, Post Town, City of Residence, Place of Residence, Where are you based, Where are you located, Which city are you based in, What city are you based in, Where do you live, Basedin, Which city are you in, What city are you in, Which city do you live in, What city do you live in',
		},
	},
	{
		language: 'German',
		source:
			"Outlook's and Pipedrive's German exports, a German form of Facebook lead ads; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language",
		names: {
			name: 'Vorname, Vornamen, Rufname, Person - Vorname, Vorn., Vname, Vorname AP',
			lastName:
				'Nachname, Familienname, Zuname, Person - Nachname, Nachn., Nname, Zunamen, Nachnamen, Fam.name, Nachname AP, Name (Nachname), Nachname/Zuname',
			wholeName:
				'Vollständiger Name, Vor- und Nachname, Vorname Nachname, Vorname Name, Nachname Vorname, Name Vorname, Ansprechpartner, Ansprechpartnerin, Ansprechperson, Kontaktperson, Kontaktname, Wie heißen Sie, Wie heißt du, Wie ist Ihr Name, Wie dürfen wir Sie nennen, Vor- u. Nachname, Name (Vor- und Nachname), Ansprechp., Ansprechpart., Kontaktpers., Gesprächspartner, Gesprächspartnerin, Mit wem dürfen wir sprechen, Mit wem haben wir das Vergnügen',
			anyName: 'Kontakt',
			email:
				'E-Mail-Adresse, Mailadresse, E-Mail geschäftlich, Mailadr., E-Mail-Adr., Mailanschrift, Elektronische Adresse, Mailkontakt, Unter welcher E-Mail erreichen wir Sie, Unter welcher E-Mail-Adresse erreichen wir Sie',
			phone:
				'Telefon, Telefonnummer, Telefonnr, Telefon-Nr, Rufnummer, Telefon geschäftlich, Mobiltelefon, Mobil, Mobilnummer, Mobilfunknummer, Handy, Handynummer, Unter welcher Nummer erreichen wir Sie, Tel.nummer, Fon, Telef., Telefonkontakt, Kontaktnummer, Mobilfunk, Mobilfunknr., Mobile Nummer, Natel, Natel-Nr., Natelnummer, Festnetz, Festnetznummer, Festnetz-Nr., Telefon Festnetz, Tel. Festnetz, Telefon fest, Direktwahl, Direktnummer, Tel. direkt, Telefon direkt, Tel. Durchwahl, Telefon Durchwahl, Rufnr., Rückrufnummer, Geschäftstelefon, Diensttelefon, Diensthandy, Firmenhandy, Telefon tagsüber, Tel. tagsüber, Tel./Handy, Telefon/Handy, Handy/Telefon, Festnetz/Mobil, Telefon oder Handy, Whatsapp-Nummer, Unter welcher Telefonnummer erreichen wir Sie, Wie erreichen wir Sie telefonisch',
			company:
				'Firma, Firma / Organisation, Firma / Unternehmen, Firmenname, Unternehmen, Unternehmensname, Name des Unternehmens, Betrieb, Arbeitgeber, Organisation, Fa., Firma/Institution, Firma/Verein, Unternehmen/Institution, Einrichtung, Firmenbezeichnung, Firmenbez., Firmierung, Firmenwortlaut, Unternehmensbezeichnung, Name der Einrichtung, Name der Institution, Betriebsname, Name des Betriebs, Kanzlei, Kanzleiname, Praxisname, Name der Praxis, Name des Arbeitgebers, Gesellschaft, Bei welcher Firma arbeiten Sie, In welchem Unternehmen arbeiten Sie, Für welches Unternehmen arbeiten Sie, Aus welchem Unternehmen kommen Sie',
			designation:
				'Berufsbezeichnung, Stellenbezeichnung, Jobtitel, Position im Unternehmen, Beruf, Tätigkeit, Tätigkeitsbezeichnung, Stellung im Unternehmen, Stellung im Betrieb, Position/Funktion, Funktion/Position, Funktion im Betrieb, Funktionsbezeichnung, Rolle im Unternehmen, Berufliche Position, Berufliche Funktion, Berufl. Position, Dienstbezeichnung, Amtsbezeichnung, Berufsbez., Jobbezeichnung, Beruf/Position, Beruf/Tätigkeit, Was machen Sie beruflich',
			anyTitle: 'Funktion, Rolle, Stellung',
			industry:
				'Branche, Industrie, Branche/Industrie, Branche / Sektor, Branchenzugehörigkeit, Wirtschaftszweig, Wirtschaftsbereich, Industriezweig, Geschäftsfeld, Geschäftszweig, Gewerbezweig, In welcher Branche sind Sie tätig',
			location:
				'Ort, Stadt, Wohnort, Ort geschäftlich, Ort/Stadt, Stadt/Ort, Ortschaft, Gemeinde, Stadt/Gemeinde, Ort/Gemeinde, Wohnort/Stadt, Firmensitz, Unternehmenssitz, Firmenstandort, Arbeitsort, Dienstort, Sitz der Firma, Wo wohnen Sie, Aus welcher Stadt kommen Sie, In welcher Stadt wohnen Sie',
			anyPlace: 'Standort',
			externalId: 'Datensatz-ID',
		},
	},
	{
		language: 'French',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Prénom, Prénoms, Prén., Prénom usuel, 1er prénom',
			lastName: "Nom de famille, Nom famille, Nom d'usage, Nom usuel, Patronyme, Nom patronymique",
			wholeName:
				'Nom complet, Nom et prénom, Prénom et nom, Nom prénom, Prénom nom, Interlocuteur, Comment vous appelez-vous, Qui êtes-vous, Nom et prénoms, Noms et prénoms, Interlocutrice, Personne à contacter, Personne de contact, Personne contact, Personne-ressource',
			anyName: 'Nom, Identité',
			email:
				'Courriel, Adresse e-mail, Adresse mail, Adresse courriel, Adresse électronique, Adresse de messagerie, Mél, Adresse mél, Adr. mail, Adr. mél, Adr. e-mail, Adr. courriel, Boîte mail, Courrier électronique, Courrier élec.',
			phone:
				'Téléphone, Numéro de téléphone, Téléphone fixe, Téléphone portable, Téléphone mobile, Portable, Tél, Tél. portable, Tél. mobile, Tél. fixe, Fixe, Tél. bureau, Tél. port., Tél. cellulaire, Tél. GSM, Cellulaire, Téléphone cellulaire, Numéro de cellulaire, No de cellulaire, N° tél, N° de tél, N° téléphone, N° de téléphone, N° portable, N° de portable, N° mobile, N° GSM, Numéro GSM, Numéro de GSM, Num. tél, Num. téléphone, Num. portable, Numéro tél, Numéro de tél, Numéro portable, Numéro de portable, Numéro mobile, Numéro de mobile, Numéro Whatsapp, Numéros de téléphone, Ligne directe, Contact téléphonique, Coordonnées téléphoniques, Tél. fixe ou portable, Fixe/Portable, Téléphone/GSM, Téléphone (bureau), Téléphone de bureau, À quel numéro vous joindre, Numéro où vous joindre',
			company:
				"Entreprise, Société, Nom de l'entreprise, Nom de la société, Raison sociale, Organisme, Établissement, Nom de votre établissement, Sté, Nom organisme, Nom de l'organisme, Nom de la structure, Nom structure, Entreprise/Structure, Entreprise ou organisme, Employeur, Nom de l'employeur, Compagnie, Nom de la compagnie, Dénomination sociale, Raison soc., Rais. soc., Enseigne, Collectivité, Collectivité/Sté, Dans quelle entreprise travaillez-vous, Pour quelle entreprise travaillez-vous, Où travaillez-vous",
			designation:
				"Poste, Fonction, Intitulé du poste, Titre du poste, Métier, Votre métier, Fonction/Poste, Poste/Fonction, Fonction occupée, Poste occupé, Fonction actuelle, Poste actuel, Intitulé de fonction, Intitulé de la fonction, Titre professionnel, Titre d'emploi, Emploi, Emploi occupé, Profession/Fonction, Fonction/Titre, Titre/Fonction",
			anyTitle: 'Qualité, Qualité/Fonction',
			industry:
				"Secteur, Secteur d'activité, Secteur d'activités, Domaine d'activité, Domaine d'activités, Branche d'activité, Secteur/Industrie, Activité de l'entreprise, Dans quel secteur travaillez-vous",
			location:
				"Ville, Localité, Commune, Ville/Commune, Commune/Ville, Ville de résidence, Commune de résidence, Ville du siège, Municipalité, Ville/Localité, Localité/Ville, Ville d'exercice, Dans quelle ville habitez-vous, Dans quelle ville êtes-vous, Où habitez-vous",
		},
	},
	{
		language: 'Spanish',
		source:
			"Outlook's Spanish export, a Spanish form of Facebook lead ads; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language",
		names: {
			name: 'Primer nombre, Nombre de pila, 1er nombre, Nombre propio',
			lastName:
				'Apellido, Apellidos, Primer apellido, Apellido paterno, Ap. paterno, Ape. paterno, Apell., 1er apellido, Apellidos completos',
			wholeName:
				'Apellidos y nombre, Apellido y nombre, Apellidos y nombres, Nombre completo, Nombre y apellido, Nombre y apellidos, Persona de contacto, Cómo te llamas, Cómo se llama, Nombres, Nombres y apellidos, Nombre y apellidos completos, Pers. contacto, Pers. de contacto, Interlocutor, Interlocutora, Quién eres, Con quién hablamos',
			anyName: 'Nombre, Contacto',
			email:
				'Correo, Correo electrónico, Dirección de correo, Dirección de correo electrónico, Correos, Correo elec., Correo elect., C. electrónico, Dirección electrónica, Dir. de correo, Correo Gmail, Buzón de correo',
			phone:
				'Teléfono, Número de teléfono, Teléfono móvil, Móvil, Celular, Número de celular, Teléfono del trabajo, Telf., Tfno., Tfn., Tlfno., Tlfn., Tlfo., Fono, Teléfonos, Tel. cel., Cel., Cels, Nro. de celular, Nro. celular, Nro. cel, Nro. de teléfono, Nro. teléfono, Nro. tel, Nro. telefónico, No. telefónico, No. de cel, Núm. de teléfono, Núm. teléfono, Núm. telefónico, Núm. celular, Núm. cel, Num. móvil, N. teléfono, Número telefónico, Número móvil, Número de móvil, Número de contacto, Número cel, Número de Whatsapp, Teléfono/Whatsapp, Teléfono fijo, Tel. fijo, Fijo, Teléfono directo, Línea directa, Contacto telefónico, Teléfono oficina, Tel. oficina, Teléfono de oficina, A qué número te llamamos',
			company:
				'Empresa u organización, Organización u empresa, Empresa, Nombre de la empresa, Compañía, Organización, Razón social, Nombre de la compañía, Nombre de la organización, Nombre de la institución, Nombre comercial, Nombre del negocio, Empresa/Institución, Empresa o institución, Empresa o negocio, Institución, Organismo, Sociedad, Razón soc., Denominación social, Empresa donde trabaja, Empresa donde trabajas, Centro de trabajo, Empleador, Nombre de la cuenta',
			designation:
				'Puesto, Puesto de trabajo, Cargo, Cargo en la empresa, Cargo/Puesto, Puesto/Cargo, Cargo o puesto, Puesto o cargo, Cargo que ocupa, Puesto que ocupa, Cargo actual, Puesto actual, Nombre del puesto, Título del puesto, Ocupación, Profesión, Profesión/Cargo, Rol en la empresa, Posición en la empresa, A qué te dedicas',
			anyTitle: 'Posición, Función, Rol',
			industry:
				'Industria, Sector de actividad, Sector de la empresa, Sector empresarial, Sector económico, Sector/Industria, Industria/Sector, Rubro, Rubro de la empresa, Rubro/Industria, Giro, Giro de la empresa, Giro comercial, Giro del negocio, Giro empresarial, Ramo, Actividad económica, Actividad de la empresa, Tipo de industria, Tipo de negocio, A qué se dedica tu empresa',
			location:
				'Ciudad, Localidad, Población, Municipio, Ciudad de trabajo, Ciudad/Estado, Ciudad/Municipio, Municipio/Ciudad, Ciudad o municipio, Ciudad de residencia, Ciudad/Localidad, Localidad/Ciudad, Población/Ciudad, Comuna, Ciudad/Comuna, Deleg./Mpio., Delegación/Municipio, Delegación o municipio, Alcaldía o municipio, Ciudad donde vives, En qué ciudad vives, En qué ciudad te encuentras, En qué ciudad estás, Desde qué ciudad nos escribes, Lugar de residencia',
		},
	},
	{
		language: 'Portuguese',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Primeiro nome, 1º nome, Primeiro e segundo nome, Prenome, Nome próprio, Nome de batismo',
			lastName:
				'Sobrenome, Apelido, Último nome, Sobrenomes, Apelidos, Nome de família, Último sobrenome',
			wholeName:
				'Nome completo, Nome e sobrenome, Como você se chama, Como podemos te chamar, Nome e apelido, Nome apelido, Pessoa de contato, Pessoa de contacto, Com quem falamos, Quem é você',
			anyName: 'Nome, Contato',
			email:
				'Endereço de e-mail, Correio eletrônico, Correio electrónico, Endereço eletrônico, Endereço electrónico, End. de e-mail, End. eletrônico',
			phone:
				'Telefone, Número de telefone, Telefone celular, Telemóvel, Fone, Fones, Telefones, Tlm., Telm., Telem., N.º telefone, N.º telemóvel, N.º de contacto, Número de telemóvel, Número do Whatsapp, Telefone fixo, Tel. fixo, Fixo, Telefone móvel, Tel. móvel, Telefone/Whatsapp, Telefone ou celular, Telefone/Telemóvel, Zap, Whats, Wpp, Telefone comercial, Tel. comercial, Fone comercial, Contato telefônico, Telefone escritório',
			company:
				'Nome da empresa, Companhia, Organização, Razão social, Nome da organização, Nome organização, Nome da instituição, Instituição, Nome fantasia, Empresa/Instituição, Empresa ou instituição, Empresa em que trabalha, Empresa onde trabalha, Em qual empresa você trabalha, Em que empresa trabalha, Nome da conta, Local onde trabalha, Empregador',
			designation:
				'Cargo/Função, Função/Cargo, Cargo ou função, Função, Função na empresa, Cargo atual, Profissão, Ocupação, Profissão/Cargo, Posição na empresa, Qual o seu cargo na empresa',
			industry:
				'Setor, Ramo de atividade, Ramo de atuação, Ramo da empresa, Setor de atividade, Setor de atuação, Sector de atividade, Sector de actividade, Segmento da empresa, Segmento de atuação, Segmento de mercado, Área de negócio, Setor/Indústria',
			location:
				'Cidade, Localidade, Cidade/UF, Cidade/Estado, Cidade e estado, Cidade/Município, Município/UF, Concelho, Cidade onde mora, Cidade de residência, Em qual cidade você mora, Em que cidade mora, De qual cidade você é, Cidade/Localidade',
		},
	},
	{
		language: 'Italian',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Nome di battesimo',
			lastName: 'Cognome, Cogn., Cognomi',
			wholeName:
				'Nome e cognome, Nome cognome, Cognome e nome, Cognome nome, Referente, Come ti chiami, Come si chiama, Nominativo, Nominativi, Nominativo referente, Nominativo contatto, Persona di riferimento, Persona di contatto, Persona da contattare, Interlocutore, Con chi parliamo',
			anyName: 'Contatto',
			email:
				'Indirizzo e-mail, Indirizzo di posta elettronica, Posta elettronica, Indirizzo mail, Ind. mail, Ind. e-mail, Ind. di posta elettronica, Posta elettr., Recapito mail, Recapito e-mail, Recapito di posta elettronica, La tua migliore email',
			phone:
				'Numero di telefono, Cellulare, Numero di cellulare, Recapito telefonico, Telefono/Cellulare, Telefono o cellulare, N. di telefono, N° cellulare, N° cell., N. di cellulare, Num. cellulare, Num. cell., Numero cell., Numero di telefono cellulare, Cellulare/Whatsapp, Telefono fisso, Tel. fisso, Fisso, Recapito tel., Recapito cellulare, Recapiti telefonici, Contatto telefonico, Telefono ufficio, Tel. ufficio, Telefono diretto, Tel. diretto, Telefonino',
			company:
				"Azienda, Nome dell'azienda, Nome azienda, Società, Ragione sociale, Denominazione, Ditta, Nome ditta, Nome della ditta, Ditta/Società, Impresa, Nome impresa, Azienda/Ente, Ente/Azienda, Ente, Nome ente, Nome società, Nome della società, Società/Ente, Rag. soc., Rag. sociale, Ragione soc., Denominazione sociale, Organizzazione, Nome organizzazione, Nome dell'organizzazione, Azienda di appartenenza, Datore di lavoro, Istituzione, Per quale azienda lavori, In quale azienda lavori, Dove lavori",
			designation:
				'Qualifica professionale, Ruolo, Posizione, Qualifica, Mansione, Ruolo/Funzione, Ruolo ricoperto, Funzione, Funzione aziendale, Posizione lavorativa, Posizione ricoperta, Incarico, Carica, Professione, Occupazione, Qualifica/Ruolo, Titolo professionale, Mansione/Ruolo, Figura professionale, Che lavoro fai',
			industry:
				'Settore, Settore di attività, Settore attività, Settore merceologico, Settore/Industria, Settore di appartenenza, Comparto, In quale settore lavori',
			location:
				'Città, Comune, Località, Città/Comune, Comune/Città, Città/Località, Comune di residenza, Città di residenza, Luogo di residenza, In che città vivi, Di che città sei, Dove abiti, Dove vivi',
		},
	},
	{
		language: 'Dutch',
		source:
			'labels of forms and headers of files in public repositories; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Voornaam, Roepnaam, Voorn., Vnaam, Voornamen, Voorletters, Voorl.',
			lastName: 'Achternaam, Familienaam, Achtern., Anaam, Achternamen, Fam.naam, Geslachtsnaam',
			wholeName:
				'Volledige naam, Voor- en achternaam, Contactpersoon, Hoe heet je, Hoe heet u, Voornaam achternaam, Voornaam en achternaam, Voornaam naam, Voornaam en naam, Naam (voor- en achternaam), Contactpers., Naam persoon, Gesprekspartner, Met wie spreken wij',
			anyName: 'Naam',
			email: 'E-mailadres, Mailadres, Emailadressen, Eadres, Elektronisch adres, Mailcontact',
			phone:
				'Telefoon, Telefoonnummer, Mobiel, Mobiel nummer, Mobiele telefoon, Gsm, Gsm-nummer, Telnr, Telefoonnr., Mobielnr., Mobiele nr., Mob.nr., Mob. nummer, Mobiele telefoonnummer, Mobiele nummer, 06nr, 06-nummer, Gsmnr, Vaste telefoon, Vast nummer, Vaste lijn, Vast telefoonnummer, Telefoon vast, Tel. vast, Doorkiesnummer, Doorkiesnr., Direct nummer, Rechtstreeks nummer, Telefoon kantoor, Telefoon werk, Telefoon/GSM, Contactnummer, Op welk nummer kunnen we u bereiken',
			company:
				'Bedrijf, Bedrijfsnaam, Organisatie, Naam van het bedrijf, Bedrijf / instelling, Naam organisatie, Naam van de organisatie, Organisatienaam, Naam onderneming, Onderneming, Ondernemingsnaam, Vennootschap, Handelsnaam, Instelling, Naam instelling, Werkgever, Naam werkgever, Zaaknaam, Waar werkt u, Waar werk je, Voor welk bedrijf werkt u, Bij welk bedrijf werkt u, Bij welk bedrijf werk je',
			designation:
				'Functie, Functietitel, Functieomschrijving, Functienaam, Functiebenaming, Functie/rol, Functie binnen organisatie, Functie binnen de organisatie, Beroep',
			anyTitle: 'Positie',
			industry:
				'Bedrijfstak, Bedrijfssector, Sector/branche, Branche/sector, Bedrijfsactiviteit, In welke branche werkt u',
			location:
				'Plaats, Woonplaats, Gemeente, Stad/gemeente, Stad/plaats, Plaats/gemeente, Plaats/stad, Gemeente/stad, Plaatsnaam, Vestigingsplaats, Woonpl., Woonplaats/gemeente, Standplaats, Waar woont u, Waar woon je, In welke stad woont u',
		},
	},
	{
		language: 'Swedish',
		source:
			'labels of forms and headers of files in public repositories; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Förnamn, Förn., Tilltalsnamn',
			lastName: 'Efternamn, Eftern., Släktnamn',
			wholeName:
				'Fullständigt namn, För- och efternamn, Kontaktperson, Er referens, Vad heter du, För- & efternamn, Förnamn efternamn, Förnamn och efternamn, Namn (för- och efternamn), Hela namnet, Fullt namn, Kontaktpersonens namn, Vem pratar vi med',
			anyName: 'Namn',
			email:
				'E-post, E-postadress, Mejladress, Mejl, E-postadr., Mejladr., Mailadress, E-mailadress, Primär e-post',
			phone:
				'Telefonnummer, Mobilnummer, Mobiltelefon, Tfn.nr, Mobiltfn, Arbetstelefon, Kontorstelefon, Telefon arbete, Tel. arbete, Telefon jobb, Tel. dagtid, Telefon dagtid, Dagtelefon, Direktnr, Direkttelefon, Direkt tel., Direkttfn, Primär telefon, Hemtelefon',
			company:
				'Företag, Företagsnamn, Företaget, Företagets namn, Företag/förening, Bolag, Bolagsnamn, Bolagets namn, Organisationens namn, Arbetsgivare, Arbetsplats, Vilket företag jobbar du på, Vilket företag arbetar du på, Var jobbar du, Var arbetar du',
			designation:
				'Befattning, Yrkestitel, Yrke, Yrkesroll, Jobbtitel, Tjänstetitel, Arbetstitel, Titel/befattning, Befattning/titel, Befattning/roll, Roll i företaget, Roll på företaget, Befattning i företaget, Din roll på företaget',
			anyTitle: 'Titel, Roll',
			industry:
				'Bransch, Bransch/sektor, Näringsgren, Sektor, Industri, I vilken bransch jobbar du',
			location:
				'Postort, Stad, Ort/stad, Stad/ort, Bostadsort, Hemort, Stationeringsort, Postadress ort, Var bor du, Kommun',
		},
	},
	{
		language: 'Danish and Norwegian',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Fornavn, Fornavne',
			lastName: 'Efternavn, Etternavn, Efternavne',
			wholeName:
				'Fulde navn, Fuldt navn, Fullt navn, For- og efternavn, For- og etternavn, For- & efternavn, For- & etternavn, Fornavn efternavn, Fornavn og efternavn, Fornavn etternavn, Fornavn og etternavn, Navn (for- og efternavn), Navn (for- og etternavn), Fullstendig navn, Hele navnet, Kontaktpersonens navn, Hvad hedder du',
			anyName: 'Navn',
			email: 'Mailadresse, E-postadresse, Epost, Mejladresse',
			phone:
				'Tlf, Tlf.nr, Mobilnr, Telefonnr, Tlf.nummer, Telefonnumre, Tlf. arbejde, Tlf. arbeid, Tlf. jobb, Arbejdstlf., Arbejdstelefon, Arbeidstelefon, Jobbtelefon, Direkte tlf., Direktenr, Direkte nummer, Direkte telefon, Direkte linje, Fastnet, Fastnettelefon, Fasttelefon',
			company:
				'Ansættelsessted, Virksomhed, Virksomhedsnavn, Firmanavn, Bedrift, Bedriftsnavn, Selskap, Selskab, Firmaets navn, Firma/organisasjon, Virksomhedens navn, Virksomhet, Virksomhetsnavn, Bedriftens navn, Bedrift/organisasjon, Selskapsnavn, Selskabsnavn, Selskabets navn, Foretak, Foretaksnavn, Organisasjon, Organisasjonsnavn, Organisationens navn, Arbejdsplads, Arbeidsplass, Arbeidssted, Arbejdssted, Arbejdsgiver, Arbeidsgiver, Hvor arbejder du, Hvor jobber du, Hvilket firma jobber du i, Hvilken virksomhed arbejder du i',
			designation:
				'Yrkestittel, Yrkestitel, Stilling, Stillingsbetegnelse, Stillingstittel, Stillingstitel, Jobbtittel, Arbejdstitel, Arbeidstittel, Titel/stilling, Tittel/stilling, Stilling/titel, Stilling/tittel, Stilling/rolle, Stilling i firmaet, Stilling i bedriften, Rolle i virksomheden, Rolle i virksomheten',
			anyTitle: 'Tittel, Funksjon',
			industry:
				'Bransje, Branche, Branche/industri, Bransje/sektor, Bransje/industri, Hvilken bransje jobber du i, Hvilken branche arbejder du i',
			location:
				'By, Poststed, By/poststed, Poststed/by, Postdistrikt, By/kommune, Bynavn, Bosted, Bostedskommune, Bopælsby, Hjemsted, Hvor bor du, Kommune',
		},
	},
	{
		language: 'Polish',
		source:
			'labels of forms and headers of files in public repositories; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Imię, Imiona',
			lastName: 'Nazwisko',
			wholeName:
				'Imię i nazwisko, Imię nazwisko, Nazwisko i imię, Osoba kontaktowa, Pełne imię i nazwisko, Imię i nazw., Im. i nazw., Imię oraz nazwisko, Osoba do kontaktu, Os. kontaktowa, Osdokontaktu, Osoba kontakt., Osoba, Jak się nazywasz, Pana/Pani imię i nazwisko',
			anyName: 'Nazwa kontaktu',
			email:
				'Adres e-mail, Adres mail, Adres poczty elektronicznej, Adres mailowy, Adresy mailowe, Adres emailowy, Adres mejlowy, Adres elektroniczny, Poczta elektroniczna, Poczta e-mail, E-mail kontaktowy, Mail kontaktowy',
			phone:
				'Numer telefonu, Telefon komórkowy, Nr telefonu, Komórka, Tel. kom., Nrkom., Telefon kom., Tel. komórka, Nr komórki, Nr komórkowy, Numer komórki, Numer komórkowy, Numer telefonu komórkowego, Nr telefonu komórkowego, Komórkowy, Numer tel., Nr telef., Telefony, Tel. stacjonarny, Telefon stacjonarny, Telefon kontaktowy, Tel. kontaktowy, Numer kontaktowy, Nrkontaktowy, Kontakt telefoniczny, Telefon biurowy, Telefon biuro, Telefon do pracy, Telefon/komórka, Numer Whatsapp',
			company:
				'Nazwa firmy, Przedsiębiorstwo, Firma/Instytucja, Firma/Organizacja, Nazwa firmy/instytucji, Nazwa firmy / organizacji, Pełna nazwa firmy, Nazwa Twojej firmy, Nazwa przedsiębiorstwa, Nazwa organizacji, Nazwa instytucji, Nazwa kontrahenta, Nazwa spółki, Spółka, Organizacja, Instytucja, Zakład pracy, Pracodawca, Nazwa pracodawcy, Miejsce pracy, Gdzie Pan/Pani pracuje, Gdzie pracujesz, W jakiej firmie pracujesz',
			designation:
				'Stanowisko, Stanow., Stanowisko pracy, Zajmowane stanowisko, Stanowisko służbowe, Stanowisko/funkcja, Funkcja/stanowisko, Stanowisko w firmie, Funkcja w firmie, Zawód, Zawód/stanowisko',
			anyTitle: 'Funkcja, Rola',
			industry:
				'Branża, Branża firmy, Branża/sektor, Profil działalności, Rodzaj działalności, Sektor działalności, W jakiej branży pracujesz',
			location:
				'Miasto, Miejscowość, Miejsc., Miejscow., Miasto/miejscowość, Miejscowość/miasto, Miasto zamieszkania, Miejsce zamieszkania, Miejscowość zamieszkania, Miasto siedziby, Skąd jesteś',
		},
	},
	{
		language: 'Czech and Slovak',
		source:
			'labels of forms and headers of files in public repositories; labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Křestní jméno, Krstné meno, Křestní, Křest. jméno, Prvé meno',
			lastName: 'Příjmení, Priezvisko, Příjm., Priezv.',
			wholeName:
				'Celé jméno, Jméno a příjmení, Meno a priezvisko, Kontaktní osoba, Kontaktná osoba, Plné jméno, Plné meno, Celé meno, Jméno a příjm., Meno a priezv., Kont. osoba, Kontaktní jméno, Kontaktné meno, Jak se jmenujete, Ako sa voláte',
			anyName: 'Jméno, Meno',
			email:
				'E-mailová adresa, Emailová adresa, Elektronická adresa, Eladresa, Elektronická pošta, Emailový kontakt, Kontaktní e-mail, Kontaktný e-mail, Mailový kontakt',
			phone:
				'Telefonní číslo, Telefónne číslo, Číslo telefonu, Tel. č., Tel. čís., Tel. číslo, Č. tel., Č. telefonu, Č. mobilu, Číslo tel., Telefónne č., Mobilný telefón, Mobilní číslo, Mobilné číslo, Mobilný tel., Číslo mobilu, Mob. tel., Mob. číslo, Pevná linka, Telefonní kontakt, Telefónny kontakt, Telefonický kontakt, Kontaktní telefon, Kontaktný telefón, Kontaktní tel., Kontaktný tel., Kontaktní číslo, Kontaktné číslo, Telefon do práce, Telefón do kancelárie, Telefonní spojení',
			company:
				'Název firmy, Společnost, Názov firmy, Spoločnosť, Název společnosti, Jméno společnosti, Názov spoločnosti, Jméno firmy, Meno firmy, Obchodní název, Obchodní jméno, Obchodné meno, Obchodný názov, Název organizace, Názov organizácie, Organizace, Organizácia, Firma/organizace, Firma/organizácia, Název firmy/organizace, Názov firmy/organizácie, Zaměstnavatel, Instituce, Inštitúcia, Název instituce, Názov inštitúcie, Podnik, Spol., Kde pracujete, V jaké firmě pracujete',
			designation:
				'Pozice, Pracovní pozice, Pozícia, Pracovná pozícia, Funkce, Funkcia, Pozice ve firmě, Pozícia vo firme, Pracovní zařazení, Pracovné zaradenie, Pracovná funkcia, Zaměstnání, Zamestnanie, Povolání, Povolanie, Profese, Profesia, Funkce/pozice, Pozice/funkce, Funkcia/pozícia, Pozícia/funkcia, Funkce ve firmě, Funkcia vo firme',
			industry:
				'Odvětví, Odvetvie, Obor podnikání, Obor činnosti, Druh činnosti, Oblast podnikání, Oblasť podnikania, Odvětví podnikání, Branže, Průmysl, Priemysel',
			location:
				'Město, Mesto, Obec, Město/obec, Obec/město, Město bydliště, Mesto bydliska, Místo bydliště, Miesto bydliska',
		},
	},
	{
		language: 'Hungarian',
		source:
			'labels of forms and headers of files in public repositories; labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Keresztnév, Utónév, Ker.név, Keresztneve',
			lastName: 'Vezetéknév, Családnév, Vez.név, Családi név, Vezetékneve',
			wholeName: 'Teljes név, Kapcsolattartó, Kapcsolattartó neve, Kapcsolattartó személy',
			anyName: 'Név',
			email:
				'E-mail cím, Email cím, Emailcíme, Elektronikus cím, E-mail elérhetőség, Elektronikus levélcím, Kapcsolattartó e-mail címe, Elsődleges e-mail',
			phone:
				'Telefonszám, Mobilszám, Tel. szám, Tel.sz., Telefonsz., Telefonos elérhetőség, Vezetékes telefon, Vezetékes telefonszám, Vezetékes, Irodai telefon, Kapcsolattartó telefonszáma, Elsődleges telefon',
			company:
				'Cég, Cégnév, Vállalat, Cég neve, Cég/szervezet, Cég/intézmény, Szervezet, Szervezet neve, Munkahely, Munkahelye, Munkáltató, Munkáltató neve, Vállalkozás, Vállalkozás neve, Vállalat neve, Vállalatnév, Intézmény, Intézmény neve, Melyik cégnél dolgozik, Hol dolgozik',
			designation:
				'Beosztás, Munkakör, Pozíció, Pozíciója, Beosztása, Foglalkozás, Foglalkozása, Tisztség, Munkaköre, Beosztás/munkakör, Betöltött pozíció',
			industry: 'Iparág, Ágazat, Szektor, Tevékenységi kör, Ipar',
			location:
				'Város, Település, Helység, Helységnév, Lakóhely, Város/település, Település/város, Település neve, Melyik városban él',
		},
	},
	{
		language: 'Finnish',
		source: 'labels of SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Etunimi, Etunimet, Kutsumanimi',
			lastName: 'Sukunimi',
			wholeName:
				'Koko nimi, Etunimi sukunimi, Etu- ja sukunimi, Yhteyshenkilö, Yhteyshlö, Yht.hlö, Kontaktihenkilö, Kontaktin nimi, Mikä on nimesi, Nimesi',
			anyName: 'Nimi',
			email:
				'Sähköposti, Sähköpostiosoite, Sposti, Sähköpostios., Sähköp., Email-osoite, Meili, Maili, Meiliosoite, Mailiosoite, Työsähköposti, Sähköpostisi',
			phone:
				'Puhelin, Puhelinnumero, Matkapuhelin, Puh, Puh.nro, Puh.numero, Puhelinnro, Kännykkä, Kännykkänumero, Matkapuhelinnumero, Matkapuhelinnro, Matkapuh., Mobiili, Gsm-numero, Gsm-nro, Suora numero, Suora puhelin, Työpuhelin, Työpuh., Puhelin (työ), Puh. (työ), Toimiston puhelin, Puhelin/GSM, Puhelinnumerosi, Yhteysnumero',
			company:
				'Yritys, Yrityksen nimi, Organisaatio, Yrityksesi, Yrityksesi nimi, Yritys/organisaatio, Yritys/yhteisö, Yhtiö, Yhtiön nimi, Organisaation nimi, Toiminimi, Yhteisö, Yhteisön nimi, Työnantaja, Työpaikka, Missä työskentelet',
			designation:
				'Tehtävänimike, Asema, Titteli, Ammatti, Ammattinimike, Työnimike, Nimike, Toimenkuva, Työtehtävä, Virka, Asema yrityksessä, Rooli yrityksessä, Titteli/asema, Asema/titteli',
			anyTitle: 'Rooli',
			industry: 'Toimiala, Yrityksen toimiala, Toimialasi',
			location:
				'Kaupunki, Paikkakunta, Postitoimipaikka, Kunta, Kotikunta, Kotipaikka, Kotipaikkakunta, Asuinpaikka, Asuinkunta, Postitoimip., Kaupunki/kunta, Kunta/kaupunki, Paikkakuntasi',
		},
	},
	{
		language: 'Romanian',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Prenume, Prenumele',
			lastName: 'Nume de familie, Numele de familie',
			wholeName:
				'Nume complet, Nume și prenume, Prenume și nume, Prenume nume, Nume întreg, Numele complet, Persoană de contact, Persoană contact, Pers. de contact, Pers. contact, Numele persoanei de contact',
			anyName: 'Nume',
			email:
				'Adresă de e-mail, Adresa de email, Adresa de mail, Poștă electronică, Adresa principală de e-mail',
			phone:
				'Număr de telefon, Numărul de telefon, Număr de tel., Număr mobil, Număr de mobil, Telefon fix, Tel. fix, Telefon birou, Tel. birou, Nr. tel. birou, Număr de contact, Număr Whatsapp',
			company:
				'Companie, Firmă, Denumire firmă, Numele firmei, Nume companie, Numele companiei, Denumirea firmei, Denumire companie, Denumirea companiei, Denumire societate, Denumirea societății, Societate, Societatea, Firmă/Instituție, Organizație, Numele organizației, Denumire organizație, Instituție, Instituția, Angajator, La ce companie lucrați, Unde lucrați',
			designation:
				'Funcție, Funcția, Poziție, Poziția, Funcție/Poziție, Funcția deținută, Funcția ocupată, Postul ocupat, Profesie, Ocupație, Ocupația, Poziția în companie',
			industry:
				'Industrie/Domeniu, Domeniu de activitate, Domeniul de activitate, Domeniu activitate, Sector de activitate, Ramură de activitate',
			location:
				'Oraș, Localitate, Orașul, Localitatea, Oraș/Localitate, Localitate/Oraș, Oraș/Comună, Municipiu, Oraș de reședință, Orașul în care locuiți',
		},
	},
	{
		language: 'Turkish',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'Adı, İlk ad, Ön ad',
			lastName: 'Soyad, Soyadı, Soyisim, Soyismi, Soyadınız, Soyisminiz',
			wholeName:
				'Ad Soyad, Adı Soyadı, İsim Soyisim, Tam ad, Yetkili kişi, Yetkili, İlgili kişi, Adınız, Adınız soyadınız, Adınız ve soyadınız, İsminiz, Ad ve soyad, Ad soyadı, Adı ve soyadı, İsim soyad, İsim ve soyisim, İsim soyadı, Adı soyad, Yetkili adı, Yetkili adı soyadı, Yetkili ismi, Firma yetkilisi, Yetkili kişi adı, İrtibat kişisi, İrtibat kurulacak kişi, İletişim kişisi, İlgili kişi adı, Kontak kişi, Kontak ismi, Kişi adı, Görüşülen kişi, Muhatap, Katılımcı adı soyadı',
			anyName: 'Ad, İsim',
			email:
				'E-posta, E-posta adresi, Eposta, Mail adresi, E-mail adresi, Elektronik posta, Elektronik posta adresi, E-posta adresiniz, E-postanız, Mailiniz, Mail adresiniz, İş epostası, Yetkili mail',
			phone:
				'Telefon numarası, Cep telefonu, Cep, Telefonunuz, Tel. numarası, Telefon numaranız, Cep tel, Cep tel no, Cep telefonu numarası, Cep telefonunuz, Cep numarası, Gsm numarası, Sabit telefon, Ofis telefonu, İrtibatno, İrtibat numarası, İrtibat telefonu, İletişimno, İletişim numarası, İletişim telefonu, Whatsapp numarası, Yetkili telefonu, Yetkili telefon, Yetkili cep',
			company:
				'Şirket, Şirket adı, Firma adı, Firma unvanı, Firma ismi, Firma/Kurum, Firmanız, Şirket ismi, Şirketi, Şirketiniz, Şirketinizin adı, Şirket unvanı, Kurum, Kurum adı, Kurum/Firma, Kurumunuz, Kuruluş, Kuruluş adı, İşletme, İşletme adı, İşyeri, İşyeri adı, Ticari unvan, Ticaret unvanı, Çalıştığı firma, Çalıştığı kurum, Çalıştığınız firma, Çalıştığınız kurum, Hangi firmada çalışıyorsunuz',
			designation:
				'Ünvan, Unvan, Görev, Unvanı, Unvanınız, Görevi, Göreviniz, Görev unvanı, Unvan/Görev, Görev/Unvan, Pozisyon, Pozisyonu, Pozisyonunuz, Meslek, Mesleği, Mesleğiniz',
			industry: 'Sektörü, Sektörünüz, Faaliyet alanı, Faaliyet sektörü, Endüstri, İşkolu',
			location:
				'Şehir, İl, Şehri, Şehriniz, İl/İlçe, Şehir/İlçe, İlçe/İl, Yaşadığı şehir, Yaşadığınız şehir, Bulunduğunuz şehir, Bulunduğu şehir, İlçe',
		},
	},
	{
		language: 'Russian and Ukrainian',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			lastName: 'Фамилия, Прізвище',
			wholeName:
				"Имя и фамилия, Имя Фамилия, Контактное лицо, Полное имя, ФИО, ПІБ, ФИО полностью, Фамилия Имя Отчество, Прізвище ім'я по батькові, Прізвище та ім'я по батькові, Контактна особа, Повне ім'я, Ім'я та прізвище, Ім'я прізвище, Ім'я і прізвище, Как вас зовут, Как к вам обращаться, Як вас звати",
			anyName: "Имя, Ім'я, Контакт",
			email:
				"Электронная почта, Почта, Адрес электронной почты, Эл. почта, Електронна пошта, Е-мейл, Эл. адрес, Электронный адрес, Адрес эл. почты, Email адрес, Эл. ящик, Емайл, Имэйл, Мейл, Мэйл, Контактный email, Контактная почта, Почта для связи, Email для связи, Пошта, Ел. пошта, Ел. адреса, Електронна адреса, Адреса електронної пошти, Адреса email, Адреса ел. пошти, Email для зв'язку",
			phone:
				"Телефон, Номер телефона, Мобильный телефон, Рабочий телефон, Номер телефону, Телефоны, Мобильный, Тел., Тел. номер, Телефонный номер, Номер тел., Моб., Моб. тел., Моб. телефон, Моб. номер, Мобильный тел., Мобильный номер, Номер мобильного, Номер мобильного телефона, Номер моб., Телефон мобильный, Телефон (моб.), Сотовый, Сотовый телефон, Сот. тел., Сот. телефон, Номер сотового, Контактный телефон, Контактный номер, Контактный тел., Конт. тел., Конт. телефон, Телефон для связи, Номер для связи, Раб. тел., Раб. телефон, Рабочий тел., Телефон (раб.), Городской телефон, Прямой телефон, Номер Whatsapp, Ватсап, Телефонний номер, Мобільний телефон, Мобільний, Мобільний номер, Мобільний тел., Номер мобільного, Телефон мобільний, Телефон (роб.), Контактний телефон, Контактний номер, Контактний тел., Телефон для зв'язку",
			company:
				'Компания, Название компании, Организация, Компанія, Название организации, Наименование организации, Наименование компании, Наименование, Название фирмы, Компания/организация, Организация/компания, Предприятие, Название предприятия, Контрагент, Учреждение, Юр. лицо, Юридическое лицо, Место работы, Работодатель, Название вашей компании, Где вы работаете, В какой компании вы работаете, Назва компанії, Назва організації, Організація, Компанія/організація, Підприємство, Назва підприємства, Фірма, Назва фірми, Установа, Місце роботи, Роботодавець, Юридична особа, Де ви працюєте',
			designation:
				'Должность, Посада, Должн., Должность в компании, Занимаемая должность, Профессия, Кем вы работаете, Посада в компанії, Професія',
			anyTitle: 'Роль',
			industry:
				'Отрасль, Отрасль компании, Сфера деятельности, Вид деятельности, Сфера бизнеса, Индустрия, Галузь, Індустрія, Сфера діяльності, Вид діяльності',
			location:
				'Город, Місто, Нас. пункт, Населенный пункт, Город проживания, Город/населенный пункт, Город компании, Населений пункт, Місто проживання, Місто/населений пункт, Из какого вы города, З якого ви міста',
		},
	},
	{
		language: 'Greek',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Μικρό όνομα, Βαπτιστικό',
			lastName: 'Επώνυμο, Επίθετο, Επώνυμα',
			wholeName:
				'Ονοματεπώνυμο, Ονομ/μο, Ονοματεπ., Όνομα και επώνυμο, Όνομα επώνυμο, Όνομα επίθετο, Όνομα και επίθετο, Πλήρες όνομα, Υπεύθυνος επικοινωνίας, Άτομο επικοινωνίας, Πρόσωπο επικοινωνίας, Όνομα επαφής, Ονοματεπώνυμο επαφής',
			anyName: 'Όνομα, Επαφή',
			email:
				'Ηλεκτρονικό ταχυδρομείο, Διεύθυνση email, Ηλ. ταχυδρομείο, Ηλεκτρονική διεύθυνση, Ηλεκτρ. ταχυδρομείο, Ηλεκτρ. διεύθυνση, Διεύθυνση ηλεκτρονικού ταχυδρομείου, Μέιλ, Ιμέιλ, Email επικοινωνίας',
			phone:
				'Τηλέφωνο, Κινητό, Κινητό τηλέφωνο, Τηλ., Τηλ. επικοινωνίας, Τηλέφωνα, Τηλέφωνο επικοινωνίας, Αριθμός τηλεφώνου, Αρ. τηλεφώνου, Αρ. τηλ., Κιν., Κιν. τηλέφωνο, Κιν. τηλ., Τηλ. κινητό, Τηλέφωνο (κινητό), Αριθμός κινητού, Αρ. κινητού, Σταθερό, Σταθερό τηλέφωνο, Τηλ. σταθερό, Τηλέφωνο εργασίας, Τηλ. εργασίας, Τηλέφωνο γραφείου, Τηλ. γραφείου',
			company:
				'Εταιρεία, Εταιρία, Επωνυμία, Επωνυμία επιχείρησης, Επωνυμία εταιρείας, Επωνυμία εταιρίας, Όνομα εταιρείας, Όνομα εταιρίας, Επιχείρηση, Οργανισμός, Εταιρεία/Οργανισμός, Εργοδότης, Πού εργάζεστε',
			designation:
				'Θέση εργασίας, Επάγγελμα, Θέση στην εταιρεία, Θέση στην εταιρία, Θέση/Ιδιότητα, Ιδιότητα/Θέση, Τίτλος θέσης, Τίτλος εργασίας, Επαγγελματική ιδιότητα',
			anyTitle: 'Θέση, Ιδιότητα, Ρόλος',
			industry:
				'Κλάδος, Κλάδος δραστηριότητας, Κλάδος επιχείρησης, Βιομηχανία, Τομέας δραστηριότητας',
			location: 'Πόλη, Δήμος, Πόλη/Δήμος, Πόλη/Περιοχή, Πόλη κατοικίας, Τόπος κατοικίας',
		},
	},
	{
		language: 'Japanese',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: '名, 名（漢字）, お名前（名）, 氏名（名）, ファーストネーム',
			lastName: '姓, 姓（漢字）, お名前（姓）, 氏名（姓）, 苗字, ラストネーム',
			wholeName:
				'氏名, お名前, 名前, ご氏名, 担当者名, フルネーム, 氏名（漢字）, お名前（漢字）, お名前（フルネーム）, ご担当者名, ご担当者様名, ご担当者氏名, 担当者氏名, 取引先担当者, 取引先担当者名, 先方担当者, 先方担当者名, 参加者名, 参加者氏名, 申込者名, 申込者氏名, お申込者名, お客様名, お客様氏名',
			email:
				'メールアドレス, メール, Eメール, E-mailアドレス, Eメールアドレス, Mailアドレス, 電子メール, 電子メールアドレス, メアド, メールアドレス（会社）, 連絡先メールアドレス, ご連絡先メールアドレス, 主要メールアドレス, 会社メールアドレス, ご担当者メールアドレス',
			phone:
				'電話番号, 電話, お電話番号, 携帯電話, 携帯電話番号, TEL番号, お電話, 携帯, 携帯番号, 携帯電話番号（任意）, 携帯TEL, 電話番号（携帯）, 電話（携帯電話）, 連絡先電話番号, ご連絡先電話番号, ご連絡先TEL, 会社電話番号, 会社電話, 会社TEL, TEL会社, 勤務先電話番号, 固定電話, 固定電話番号, 直通, 直通電話, 直通電話番号, 日中連絡先, 日中の連絡先',
			company:
				'会社名, 貴社名, 御社名, 会社, 顧客名, 企業名, 社名, 法人名, hojin, 団体名, 組織名, 企業・団体名, 会社・団体名, 会社名・団体名, 貴社名・団体名, 御社名・団体名, 法人名・団体名, 勤務先, 勤務先名, 勤務先名称, お勤め先, お勤め先名, 所属, ご所属, 所属先, ご所属先, 所属会社, 所属企業, 所属団体, 屋号, 取引先, 取引先名, 会社名（正式名称）',
			designation:
				'役職, 役職名, お役職, ご役職, お役職名, 肩書, 肩書き, 職位, 職種, 職業, ポジション',
			industry: '業種, 業界, 業種・業界, 業界・業種, 貴社の業種, 産業',
			location: '郡市区, 市区町村, 市町村, 市, 都市, 市区町村名, お住まいの市区町村',
		},
	},
	{
		language: 'Chinese',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: '名字',
			lastName: '姓氏',
			wholeName:
				'姓名, 联系人, 聯絡人, 联系人姓名, 客户姓名, 客戶姓名, 联系人名称, 联系人名, 联络人, 联络人姓名, 聯絡人姓名, 聯繫人, 聯繫人姓名, 連絡人, 您的姓名, 你的姓名, 真实姓名, 真實姓名, 中文姓名, 全名, 参会人, 参会人姓名, 參加者姓名, 报名人姓名, 報名者姓名, 學員姓名, 学员姓名, 潜在客户姓名',
			email:
				'邮箱, 电子邮箱, 电子邮件, 邮箱地址, 電子郵件, 電子信箱, 信箱, 邮件, 邮件地址, 电邮, 电邮地址, 電郵, 電郵地址, 電子郵箱, 電子郵件地址, 電子郵件信箱, 电子邮件地址, 电子邮箱地址, E-mail信箱, 邮箱号, 您的邮箱, 常用邮箱, 工作邮箱, 企业邮箱, 公司邮箱, 联系邮箱, 聯絡信箱, 聯絡電郵, 聯絡email',
			phone:
				'电话, 手机, 手机号, 手机号码, 联系电话, 電話, 手機, 手机电话, 移动电话, 手机（微信同号）, 电话号码, 電話號碼, 手機號碼, 手機號, 行動電話, 行動電話號碼, 手提電話, 联系手机, 联系人电话, 联系人手机, 联系号码, 聯絡電話, 聯繫電話, 連絡電話, 聯絡人電話, 聯絡手機, 办公电话, 办公室电话, 辦公室電話, 公司电话, 公司電話, 座机, 座机号, 固定电话, 固话, 市話, 市內電話, 您的手机号, 您的电话',
			company:
				'公司, 客户名称, 公司名称, 企业名称, 单位, 公司名稱, 公司名, 公司全称, 公司全稱, 公司/单位, 公司/單位, 公司/机构, 公司或单位, 单位名称, 單位, 單位名稱, 所在单位, 所在公司, 工作单位, 工作單位, 所属公司, 所属单位, 所屬公司, 所屬單位, 服務單位, 服務公司, 任職公司, 任职公司, 企业, 企业名, 企業, 企業名稱, 机构, 机构名称, 機構名稱, 組織名稱, 组织名称, 您的公司, 客户公司',
			designation:
				'职位, 职务, 職稱, 职称, 职位名称, 岗位, 岗位名称, 職務, 職位名稱, 任職職位, 您的职位, 头衔, 頭銜, 担任职务, 职业',
			industry:
				'行业, 行業, 所属行业, 所屬行業, 所在行业, 行业类别, 行業別, 行業類別, 产业, 產業, 產業別, 公司行业, 从事行业',
			location:
				'城市, 所在城市, 城市名, 城市/地区, 所在縣市, 縣市, 居住城市, 居住縣市, 居住地, 居住地城市, 常驻城市, 公司所在城市, 您所在的城市, 所在地区, 所在地區, 所在地',
		},
	},
	{
		language: 'Korean',
		source: 'labels of SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			lastName: '성',
			wholeName:
				'이름, 성명, 성함, 성함(필수), 신청자, 신청자명, 신청자 성명, 신청자 이름, 참가자명, 참가자 성명, 참석자명, 참석자 성명, 고객명, 고객 성명, 고객 이름, 연락처명, 이름(성함), 성명(한글), 주문자명, 주문자 성명, 구매자명',
			email:
				'이메일, 이메일 주소, 메일, 메일주소, 전자우편, 전자메일, E-mail 주소, 이메일(회사), 회사 이메일, 업무용 이메일, 신청자 이메일, 참가자 이메일, 고객 이메일, 연락 이메일',
			phone:
				'전화번호, 연락처, 휴대폰, 휴대전화, 휴대폰 번호, 전화, 핸드폰, 핸드폰 번호, 휴대전화 번호, 휴대번호, 휴대폰(연락처), 연락처(휴대폰), 연락처(핸드폰), 모바일, 연락 가능한 번호, 연락 가능한 연락처, 사무실 전화번호, 사무실 전화, 회사 전화, 회사 전화번호, 직통전화, 직통번호, 유선전화, 일반전화, 신청자 연락처, 참가자 연락처, 고객 연락처',
			company:
				'회사, 회사명, 소속, 회사 이름, 회사명(소속), 회사/기관명, 회사명/기관명, 소속(회사명), 소속회사, 소속기관, 소속명, 업체명, 업체, 기업명, 기업, 기관명, 단체명, 법인명, 직장, 직장명, 근무처, 상호, 상호명, 거래처, 거래처명, 고객사, 고객사명',
			designation: '직책, 직함, 직급, 직위, 직책/직급, 직급/직책, 직위/직책, 직무, 직업, 포지션',
			industry: '업종, 산업, 산업군, 업계, 산업 분야, 업종/산업',
			location: '도시, 시, 시군구, 거주 도시, 거주지, 거주 지역, 지역',
		},
	},
	{
		language: 'Vietnamese',
		source: 'labels of EspoCRM; the rest: the usual label in that language',
		names: {
			name: 'Tên',
			lastName: 'Họ, Họ đệm, Họ và tên đệm, Họ lót, Họ và chữ lót',
			wholeName:
				'Họ và tên, Họ tên, Tên đầy đủ, Họ và tên khách hàng, Họ tên khách hàng, Tên khách hàng, Người liên hệ, Tên người liên hệ, Tên liên hệ, Họ tên người liên hệ, Họ và tên người đăng ký, Họ tên của bạn',
			email:
				'Thư điện tử, Địa chỉ email, Email liên hệ, Mail liên hệ, Địa chỉ mail, Hòm thư điện tử, Địa chỉ thư điện tử',
			phone:
				'Số điện thoại, Điện thoại, SĐT, Số ĐTDĐ, Diđộng, Số di động, Điện thoại di động, Số điện thoại (di động), Điện thoại liên hệ, Số điện thoại liên hệ, SĐT liên hệ, Số liên hệ, Số Zalo, SĐT/Zalo, Số điện thoại/Zalo, Điện thoại công ty',
			company:
				'Công ty, Tên công ty, Công ty/Tổ chức, Doanh nghiệp, Tên doanh nghiệp, Đơn vị, Tên đơn vị, Đơn vị công tác, Cơ quan, Cơ quan công tác, Tổ chức, Tên tổ chức, Nơi làm việc, Nơi công tác',
			designation:
				'Chức vụ, Chức danh, Vị trí công việc, Vị trí công tác, Chức vụ/Vị trí, Chức danh công việc, Nghề nghiệp',
			anyTitle: 'Vị trí, Vai trò',
			industry:
				'Ngành, Ngành nghề, Ngành hàng, Lĩnh vực, Lĩnh vực hoạt động, Ngành nghề kinh doanh, Lĩnh vực kinh doanh',
			location: 'Thành phố, Tỉnh/Thành phố, Tỉnh thành, Tỉnh/TP, Thành phố/Tỉnh, Quận/huyện',
		},
	},
	{
		language: 'Hebrew and Arabic',
		source:
			'labels of EspoCRM, SugarCRM 7.6 and vtiger CRM; the rest: the usual label in that language',
		names: {
			name: 'שם פרטי, الاسم الأول, פרטי',
			lastName: 'שם משפחה, اسم العائلة, الاسم الأخير, משפחה, שם המשפחה, العائلة, الكنية',
			wholeName:
				'שם מלא, الاسم الكامل, الاسم بالكامل, שם ושם משפחה, שם פרטי ומשפחה, שם פרטי ושם משפחה, שם פרטי + משפחה, איש קשר, שם איש קשר, שם איש הקשר, שם המשתתף, שם המתעניין, השם שלך, الاسم الثلاثي, الاسم الرباعي, الاسم واللقب, الاسم والكنية, الاسم كاملا, اسم العميل, اسم المشترك, جهة الاتصال, اسم جهة الاتصال, الشخص المسؤول, ما اسمك',
			anyName: 'שם, الاسم, שם לקוח, שם הלקוח',
			email:
				'דוא"ל, אימייל, מייל, כתובת אימייל, البريد الإلكتروني, بريد إلكتروني, الإيميل, כתובת מייל, כתובת דוא"ל, דואר אלקטרוני, כתובת דואר אלקטרוני, מייל ליצירת קשר, אימייל ליצירת קשר, עنوان البريد, البريد, ايميل, عنوان البريد الإلكتروني, عنوان الايميل, البريد الإلكتروني للعمل, بريد العمل, ايميلك',
			phone:
				"טלפון, מספר טלפון, נייד, טלפון נייד, رقم الهاتف, الهاتف, رقم الجوال, الجوال, טל, מס' טלפון, מס' טל, מס' נייד, מספר נייד, מספר הטלפון, מספר טלפון נייד, פלאפון, מספר פלאפון, סלולרי, טלפון סלולרי, מספר סלולרי, טלפון במשרד, טלפון בעבודה, טלפון ליצירת קשר, וואטסאפ, هاتف, رقم هاتف, رقم الهاتف المحمول, الهاتف المحمول, الهاتف الجوال, الهاتف النقال, المحمول, رقم المحمول, النقال, رقم النقال, جوال, رقم جوال, موبايل, الموبايل, رقم الموبايل, تليفون, التليفون, رقم التليفون, تلفون, التلفون, رقم التلفون, هاتف العمل, هاتف المكتب, رقم التواصل, رقم الاتصال, واتساب, الواتساب, رقم الواتساب, رقم واتساب, واتس, رقم الواتس",
			company:
				'חברה, שם החברה, الشركة, اسم الشركة, שם חברה, שם העסק, שם עסק, ארגון, שם ארגון, שם הארגון, חברה/ארגון, מקום עבודה, מקום העבודה, شركة, المؤسسة, اسم المؤسسة, المنشأة, اسم المنشأة, المنظمة, اسم المنظمة, جهة العمل, مكان العمل, الشركة/المؤسسة, اسم جهة العمل, اسم شركتك',
			designation:
				'תפקיד, المسمى الوظيفي, الوظيفة, תפקיד בחברה, תפקיד בארגון, מקצוע, עיסוק, المنصب, المنصب الوظيفي, المهنة, مسمى الوظيفة, الوظيفة الحالية, المسمى',
			industry:
				'ענף, תעשייה, תחום עיסוק, תחום פעילות, תחום העסק, الصناعة, صناعة, القطاع, قطاع, مجال العمل, نوع النشاط, قطاع العمل',
			location:
				'עיר, المدينة, ישוב, יישוב, עיר/ישוב, עיר מגורים, ישוב מגורים, מקום מגורים, مدينة, مدينة السكن, مدينة الإقامة, مكان السكن, مكان الإقامة',
		},
	},
	{
		language: 'Croatian, Serbian and Slovenian',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Ime',
			lastName:
				'Prezime, Priimek, Prezime kontakta, Priimek kontakta, Prezime sudionika, Priimek udeleženca',
			wholeName:
				'Ime i prezime, Ime in priimek, Kontakt osoba, Ime prezime, Puno ime, Puno ime i prezime, Polno ime, Kontaktna oseba, Kontakt oseba, Osoba za kontakt, Oseba za stik, Ime kontakta, Ime kontakt osobe, Ime kontaktne osobe, Ime udeleženca, Ime in priimek udeleženca, Ime sudionika, Ime i prezime sudionika, Ime učesnika, Ime i prezime učesnika, Ime polaznika, Ime stranke, Име и презиме, Kako se zovete, Kako vam je ime',
			email:
				'E-mail adresa, E-pošta, El. pošta, Enaslov, Elektronski naslov, Elnaslov, Epoštni naslov, Mail naslov, Email naslov, Naslov e-pošte, Elektronska pošta, Adresa e-pošte, Adresa elektronske pošte, Adresa elektroničke pošte, Eadresa, Mejl adresa, Imejl, Imejl adresa, E-naslov udeleženca',
			phone:
				'Broj telefona, Mobitel, Telefonska številka, Tel. št., Tel. številka, Tel. štev., Št. tel., Št. telefona, Telefonska št., Številka telefona, Mobilna številka, Mobilna št., Mob. št., Št. mobilnega telefona, Številka mobilnega telefona, GSM številka, GSM št., Kontaktna številka, Kontaktna tel. št., Br. telefona, Br. tel., Broj tel., Telefonski broj, Br. mob., Broj mob., Br. mobitela, Broj mobitela, Broj mobilnog, Broj mobilnog telefona, Mobilni, Mob. telefon, Fiksni telefon, Stacionarni telefon, Kontakt broj, Tel./mob., Telefon/mobitel, Mobitel/telefon',
			company:
				'Tvrtka, Podjetje, Preduzeće, Naziv podjetja, Ime podjetja, Podjetje/organizacija, Podjetje/ustanova, Naziv organizacije, Ime organizacije, Organizacija/podjetje, Delodajalec, Družba, Zavod, Naziv tvrtke, Ime tvrtke, Tvrtka/organizacija, Tvrtka/ustanova, Naziv firme, Ime firme, Naziv poduzeća, Ime poduzeća, Poduzeće, Naziv preduzeća, Ime preduzeća, Kompanija, Naziv kompanije, Ime kompanije, Firma/organizacija, Ustanova, Naziv ustanove, Poslodavac, Pravno lice, Institucija, Kje ste zaposleni, Gdje radite',
			designation:
				'Delovno mesto, Del. mesto, Naziv delovnega mesta, Delovna funkcija, Funkcija v podjetju, Položaj v podjetju, Položaj, Poklic, Radno mjesto, Radno mesto, Naziv radnog mjesta, Naziv radnog mesta, Radna pozicija, Pozicija, Pozicija u tvrtki, Pozicija u firmi, Pozicija u kompaniji, Funkcija u tvrtki, Zanimanje, Zvanje',
			industry:
				'Panoga, Dejavnost, Dejavnost podjetja, Djelatnost, Djelatnost tvrtke, Delatnost, Delatnost firme, Industrija, Branša, Gospodarska panoga',
			location:
				'Grad, Mjesto, Mesto, Mesto/kraj, Kraj/mesto, Kraj bivanja, Kraj prebivališča, Mesto bivanja, Občina, Naselje, Grad/mjesto, Grad/mesto, Mjesto/grad, Grad/općina, Općina, Opština, Grad/opština, Mjesto stanovanja, Mesto stanovanja, Grad stanovanja',
		},
	},
	{
		language: 'Bulgarian',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Собствено име, Първо име, Малко име',
			lastName: 'Фамилно име',
			wholeName:
				'Име и фамилия, Име фамилия, Имена, Три имена, Трите имена, Пълно име, Вашите имена, Име и фамилия на контакт, Лице за контакт, Лице за контакти, Контактно лице, Име на контактното лице',
			anyName: 'Име',
			email:
				'Имейл, Имейл адрес, Електронна поща, Ел. поща, Е-поща, Ел. адрес, Електронен адрес, Имейл за връзка, Имейл за контакт, Мейл адрес, Адрес на електронна поща',
			phone:
				'Телефонен номер, Телефони, Номер на телефон, Телефон за връзка, Телефон за контакт, Тел. за връзка, Тел. за контакт, Номер за връзка, Мобилен, Мобилен телефон, Мобилен номер, Мобилен тел., Стационарен телефон, GSM номер',
			company:
				'Фирма, Име на фирмата, Име на фирма, Име на компанията, Име на компания, Име на организацията, Наименование на фирмата, Дружество, Име на дружеството, Фирма/организация, Институция, Работодател, Месторабота, Къде работите',
			designation:
				'Длъжност, Позиция, Позиция във фирмата, Заемана длъжност, Длъжност във фирмата, Професия',
			anyTitle: 'Роля',
			industry: 'Отрасъл, Бранш, Сектор, Сфера на дейност, Промишленост',
			location: 'Град, Населено място, Град/село, Град/населено място',
		},
	},
	{
		language: 'Estonian, Latvian and Lithuanian',
		source: 'labels of EspoCRM and SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			name: 'Eesnimi, Vārds, Vardas, Eesnimed, Priekšvārds, Vārdi, Vardai',
			lastName: 'Perekonnanimi, Uzvārds, Pavardė, Perenimi',
			wholeName:
				'Ees- ja perekonnanimi, Ees- ja perenimi, Eesnimi ja perekonnanimi, Eesnimi perenimi, Täisnimi, Kontaktisik, Kontaktisiku nimi, Vārds uzvārds, Vārds un uzvārds, Pilns vārds, Kontaktpersona, Kontakta vārds, Kontaktpersonas vārds, Vardas pavardė, Vardas ir pavardė, Pilnas vardas, Kontaktinis asmuo, Kontaktinio asmens vardas, Asmuo kontaktams',
			email:
				'E-posti aadress, E-pasts, El. paštas, Meil, Meiliaadress, Email aadress, Elektronpost, E-pasta adrese, Elektroniskais pasts, Meils, Elektroninis paštas, El. pašto adresas, Kontaktinis el. paštas',
			phone:
				'Telefoninumber, Tālrunis, Telefonas, Telefoni nr., Mobiil, Mobiiltelefon, Mobiilinumber, Töötelefon, Kontaktnumber, Lauatelefon, Tālr., Tālruņa numurs, Tālruņa nr., Telefons, Telefona numurs, Telefona nr., Tel. numurs, Mobilais, Mobilais tālrunis, Mobilais telefons, Mob. tālr., Mob. tālrunis, Kontakttelefons, Biroja tālrunis, Darba tālrunis, Telefono numeris, Tel. numeris, Mobilus, Mobilusis, Mobilus telefonas, Mobilusis telefonas, Mob. telefonas, Kontaktinis telefonas, Kontaktinis tel., Darbo telefonas',
			company:
				'Ettevõte, Uzņēmums, Įmonė, Ettevõtte nimi, Asutus, Asutuse nimi, Ettevõte/asutus, Organisatsioon, Organisatsiooni nimi, Tööandja, Uzņēmuma nosaukums, Uzņēmums/organizācija, Organizācija, Organizācijas nosaukums, Iestāde, Iestādes nosaukums, Darbavieta, Darba devējs, Įmonės pavadinimas, Įmonė/organizacija, Bendrovė, Organizacijos pavadinimas, Įstaiga, Įstaigos pavadinimas, Darbovietė, Darbdavys',
			designation:
				'Ametikoht, Amet, Ametinimetus, Ametipositsioon, Amats, Amata nosaukums, Ieņemamais amats, Profesija, Pareigos, Pareigybė, Užimamos pareigos, Einamos pareigos, Pareigos įmonėje',
			industry:
				'Valdkond, Tegevusala, Tegevusvaldkond, Tööstusharu, Majandusharu, Nozare, Darbības nozare, Darbības joma, Pramonės šaka, Veiklos sritis, Veiklos sektorius',
			location:
				'Linn, Pilsēta, Miestas, Linn/vald, Elukoht, Omavalitsus, Pilsēta/novads, Dzīvesvieta, Dzīvesvietas pilsēta, Miestas/rajonas, Miestas (vietovė), Vietovė, Gyvenamoji vieta, Gyvenamasis miestas',
		},
	},
	{
		language: 'Catalan',
		source: 'labels of SugarCRM 7.6; the rest: the usual label in that language',
		names: {
			lastName: 'Cognoms, Cognom',
			wholeName:
				'Nom i cognoms, Nom cognoms, Nom i cognom, Nom complert, Persona de contacte, Nom del contacte',
			anyName: 'Contacte',
			email:
				'Correu electrònic, Correu, Adreça electrònica, Adreça de correu, Adreça de correu electrònic, Direcció de correu',
			phone: 'Telèfon, Núm. de telèfon, Número de telèfon, Telèfon de contacte',
			company: 'Empresa/Entitat, Entitat, Organització, Raó social',
			designation: "Càrrec, Lloc de treball, Professió, Càrrec a l'empresa",
			industry: "Sector d'activitat",
			location: 'Ciutat, Població, Municipi, Localitat',
		},
	},
	{
		language: 'Indonesian and Malay',
		source: 'labels of EspoCRM; the rest: the usual label in that language',
		names: {
			name: 'Nama depan',
			lastName: 'Nama belakang, Nama keluarga',
			wholeName:
				'Nama lengkap, Nama penuh, Nama kontak, Nama PIC, Kontak person, Contact person (PIC), Nama peserta, Nama pelanggan, Nama pendaftar, Nama pemohon, Siapa nama Anda',
			anyName: 'Nama',
			email:
				'Alamat email, Surel, Emel, Alamat surel, Alamat e-mel, Email aktif, Alamat email aktif, Email kontak, Email PIC',
			phone:
				'Nomor telepon, No. HP, No. Telepon, Nombor telefon, Telp, No. telp, Nomor telp, Nomor HP, Nomor handphone, No. handphone, Ponsel, Nomor ponsel, Telepon seluler, Nomor seluler, HP/WA, No. HP/WA, Nomor HP/WA, Nomor WA, Nomor Whatsapp, No. WA aktif, Nomor kontak, Nokontak, Telefon bimbit, No. telefon bimbit, Nombor telefon bimbit, Telepon kantor, Telepon (ponsel), No. HP PIC',
			company:
				'Perusahaan, Nama perusahaan, Syarikat, Perusahaan/Instansi, Instansi, Nama instansi, Asal instansi, Asal perusahaan, Instansi/Perusahaan, Institusi, Nama institusi, Organisasi, Nama organisasi, Nama usaha, Nama bisnis, Nama syarikat, Tempat kerja, Tempat bekerja',
			designation:
				'Jabatan, Jawatan, Jabatan/Posisi, Posisi/Jabatan, Posisi di perusahaan, Jabatan di perusahaan, Pekerjaan, Pekerjaan/Jabatan, Profesi',
			anyTitle: 'Posisi',
			industry:
				'Bidang usaha, Bidang industri, Jenis usaha, Jenis industri, Bidang perniagaan, Jenis perniagaan, Sektor industri',
			location:
				'Kota, Bandar, Kota/Kabupaten, Kabupaten/Kota, Kota domisili, Domisili, Kota tinggal, Kota asal, Asal kota, Kota tempat tinggal',
		},
	},
	{
		language: 'Thai',
		source: 'labels of EspoCRM; the rest: the usual label in that language',
		names: {
			name: 'ชื่อ, ชื่อจริง',
			lastName: 'นามสกุล, สกุล',
			wholeName:
				'ชื่อ-นามสกุล, ชื่อ นามสกุล, ชื่อ-สกุล, ชื่อและนามสกุล, ชื่อเต็ม, ชื่อผู้ติดต่อ, ผู้ติดต่อ, ชื่อลูกค้า, ชื่อผู้สมัคร, ชื่อผู้เข้าร่วม, ชื่อ-นามสกุลผู้ติดต่อ',
			email: 'อีเมล, อีเมล์, อีเมลล์, ที่อยู่อีเมล, อีเมลติดต่อ, อีเมลบริษัท',
			phone:
				'โทรศัพท์, เบอร์โทร, เบอร์โทรศัพท์, หมายเลขโทรศัพท์, โทร, เบอร์, เบอร์ติดต่อ, เบอร์โทรติดต่อ, เบอร์มือถือ, เบอร์โทรศัพท์มือถือ, มือถือ, โทรศัพท์มือถือ, หมายเลขมือถือ, หมายเลขโทรศัพท์มือถือ, หมายเลขติดต่อ, เบอร์โทรศัพท์ติดต่อ, เบอร์โทรศัพท์ที่ติดต่อได้, เบอร์บริษัท',
			company:
				'บริษัท, ชื่อบริษัท, หน่วยงาน, ชื่อหน่วยงาน, องค์กร, ชื่อองค์กร, บริษัท/หน่วยงาน, บริษัท/องค์กร, หน่วยงาน/บริษัท, ที่ทำงาน, สังกัด',
			designation: 'ตำแหน่ง, ตำแหน่งงาน, อาชีพ, ตำแหน่ง/หน้าที่',
			industry: 'อุตสาหกรรม, ประเภทธุรกิจ, กลุ่มอุตสาหกรรม, ประเภทอุตสาหกรรม',
			location: 'จังหวัด, เมือง',
		},
	},
	{
		language: 'Hindi and Persian',
		source: 'labels of EspoCRM; the rest: the usual label in that language',
		names: {
			name: 'पहला नाम, نام, نام کوچک, प्रथम नाम',
			lastName: 'उपनाम, نام خانوادگی, نام فامیل, अंतिम नाम, कुलनाम',
			wholeName: 'पूरा नाम, نام و نام خانوادگی, نام کامل, आपका नाम',
			anyName: 'नाम',
			email:
				'ईमेल, ईमेल पता, ایمیل, आपका ईमेल, ईमेल आईडी, آدرس ایمیل, پست الکترونیک, پست الکترونیکی',
			phone:
				'फ़ोन नंबर, फोन नंबर, फ़ोन, मोबाइल नंबर, شماره تلفن, تلفن, मोबाइल, मोबाइल नं, संपर्क नंबर, व्हाट्सएप नंबर, موبایل, شماره موبایل, تلفن همراه, شماره تماس, شماره همراه',
			company: 'कंपनी, شرکت, कंपनी का नाम, संस्था, نام شرکت, سازمان, نام سازمان',
			designation: 'पद, पदनाम, سمت, سمت شغلی, عنوان شغلی',
			industry: 'उद्योग, صنعت',
			location: 'शहर, شهر, नगर',
		},
	},
];

/** A bare name that is a first name if a last name stands beside it: Nombre beside Apellidos. */
export const FIRST_BESIDE_LAST =
	"Nombre, Nome, Nom, Jméno, Meno, Имя, Ім'я, Име, Όνομα, Ad, İsim, Nume, שם";

/** By a first name: the bare name that is the last name beside it: Nom beside Prénom. */
export const LAST_BESIDE_FIRST: Record<string, string> = {
	Vorname: 'Name',
	Prénom: 'Nom',
	Voornaam: 'Naam',
	Fornavn: 'Navn',
	Förnamn: 'Namn',
	Prenume: 'Nume',
};

/** Whole names of which the last name comes first; not the French ones, under which people write either. */
export const LAST_BEFORE_FIRST =
	"Nachname Vorname, Name Vorname, Apellidos y nombre, Apellido y nombre, Apellidos y nombres, Apellidos nombre, Last Name First Name, Last First, Surname Name, Cognome e nome, Cognome nome, Nazwisko i imię, Nume și prenume, ФИО, ПІБ, ФИО полностью, Фамилия Имя Отчество, Прізвище ім'я по батькові, Прізвище та ім'я по батькові, Họ và tên, Họ tên, Họ và tên khách hàng, Họ tên khách hàng, Họ tên người liên hệ, Họ và tên người đăng ký, Họ tên của bạn";
