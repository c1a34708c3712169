import type { IDataObject } from 'n8n-workflow';

// Source: 7Targets' own Salesforce integration.
const LEADS_PAGE = 'https://solution.7targets.com/all-leads';

/** A lead as the API returns it, and `leadUrl`, the address of its page in the 7Targets app. */
export const withUrl = (lead: IDataObject): IDataObject => ({
	...lead,
	leadUrl: `${LEADS_PAGE}?id=${encodeURIComponent(String(lead.id))}`,
});
