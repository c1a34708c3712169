/** Names of a column, each with the programs that use it. */
type ColumnNames = Record<string, string>;

/**
 * By the name of a field: other names of a column with it. If several columns mean the field, its names in the API come first, then its
 * label, then these in their order. Case, blanks and `_ - .` make no difference.
 */
export const COLUMN_NAMES: Record<string, ColumnNames> = {
	name: {
		'First Name': '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Outlook, Google Contacts',
		'Given Name': 'Google Contacts until 2024',
		'Person - First name': "Pipedrive's export",
	},
	lastName: {
		'Last Name': '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Outlook, Google Contacts',
		'Family Name': 'Google Contacts until 2024',
		Surname: 'Airtable',
		'Person - Last name': "Pipedrive's export",
	},
	email: {
		Email: '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Airtable',
		'Email ID': "7Targets' sheet",
		'Email Address': 'Outlook (E-mail Address), Mailchimp, LinkedIn',
		'Email 1 - Value': 'Google Contacts (E-mail 1 - Value)',
		emails: 'Pipedrive',
		'Person - Email - Work': "Pipedrive's export",
		'Work Email': 'HubSpot',
		workemailid: "7Targets' sheet",
	},
	phone: {
		Phone: '7Targets, HubSpot, Salesforce, Pipedrive, Zoho CRM, Airtable',
		phoneno: "7Targets' Salesforce integration",
		'Phone Number': "HubSpot's export, Facebook lead ads, Mailchimp",
		phones: 'Pipedrive',
		'Business Phone': 'Outlook',
		'Phone 1 - Value': 'Google Contacts',
		'Person - Phone - Work': "Pipedrive's export",
		'Mobile Phone': 'HubSpot, Salesforce, Outlook',
		Mobile: 'Zoho CRM',
		'Mobile Phone Number': "HubSpot's export",
		'Primary Phone': 'Outlook',
		'Home Phone': 'Outlook, Salesforce',
	},
	scheduleId: {
		'Sequence ID': '7Targets',
		'Sequence Name': "7Targets' Salesforce integration",
	},
	source: { 'Lead Source': 'Salesforce, Zoho CRM' },
	company: {
		Company: '7Targets, HubSpot, Salesforce, Zoho CRM, Outlook',
		'Company Name': "HubSpot's export, Facebook lead ads",
		Organization: "7Targets' sheet",
		'Organization Name': 'Google Contacts',
		'Organization 1 - Name': 'Google Contacts until 2024',
		org_name: 'Pipedrive',
		'Person - Organization': "Pipedrive's export",
		'Company / Account': "Salesforce's report",
	},
	designation: {
		Designation: "7Targets' export, Zoho CRM",
		'Job Title': 'HubSpot, Pipedrive, Outlook, Facebook lead ads',
		'Organization Title': 'Google Contacts',
		'Organization 1 - Title': 'Google Contacts until 2024',
		'Person - Job title': "Pipedrive's export",
		Title: "7Targets' sheet, Salesforce, Airtable",
		Position: 'LinkedIn',
	},
	industry: { Industry: '7Targets, HubSpot, Salesforce, Zoho CRM' },
	location: {
		Location: "7Targets' sheet",
		City: 'HubSpot, Salesforce, Zoho CRM, Airtable',
		'Mailing City': 'Salesforce, Zoho CRM',
		'Business City': 'Outlook',
		'Address 1 - City': 'Google Contacts',
	},
	externalId: {
		'Record ID': "HubSpot's export, Zoho CRM's export",
		hs_object_id: 'HubSpot',
		vid: 'HubSpot',
		'Lead ID': "Salesforce's report",
		'Person - ID': "Pipedrive's export",
		Id: 'Salesforce, Pipedrive, Zoho CRM, Airtable',
	},
};

/** The names of a column with a person's whole name. */
export const WHOLE_NAME_COLUMNS: ColumnNames = {
	'Full Name': 'Zoho CRM, Facebook lead ads, Mailchimp',
	Name: 'Salesforce, Pipedrive, Airtable, Google Contacts until 2024',
	'Lead Name': "Zoho CRM's export",
	'Person - Name': "Pipedrive's export",
};
