import type { Column } from './columns';
import { isOfPerson, isOfState, saysYes, textsOf } from './optOut';
import { hasSigns } from './roles';
import { setOf } from './words';

/** At the end of a state: "email.bounced", "InviteeOrGuestEmailBounced", "Bounced (hard)". */
const BOUNCED =
	/(?:^|[\s._:(-]|mails?)(?:hard[ _-]?)?bounced?(?:[\s_(-]{1,3}(?:hard|permanent)\)?)?$/;
/** Anywhere in it: it is of a payment, or no such state. */
const NOT_OF_MAILBOX =
	/soft|pay|invoice|debit|ch(?:eque|eck)|loan|\bemi\b|\bn?ach\b|mandate|deposit|transfer|(?:^|[\s._-])(?:no|not|never|sms|calls?)[\s._-]/;
const isBounce = (value: string): boolean =>
	!/visit|session|traffic/.test(value) &&
	value.split(/[,;|]\s*/).some((one) => BOUNCED.test(one) && !NOT_OF_MAILBOX.test(one));
const BOUNCES = setOf(
	'bounced isbounced emailbounced isemailbounced emailsbounced hasbounced hardbounced hardbounce bouncedhard emailhardbounced bouncing emailbounceddate bouncedat cleantime',
);
/** Beside "cleaned", Mailchimp's word for an address that bounces; elsewhere a room or a list is cleaned. */
const OF_MAILCHIMP = setOf('emailaddress listid datalistid firedat');
function saysBounced(column: Column): boolean {
	const { id, raw, of } = column;
	const texts = textsOf(raw).map((text) => text.slice(0, 100));
	if (id === 'hsemailhardbouncereasonenum') return texts.length > 0;
	if (BOUNCES.has(id)) return texts.some(saysYes);
	// Why SendGrid, Mailgun, or Postmark has sent nothing, or why a lead was lost.
	if (id.endsWith('reason'))
		return texts.some(
			(text) =>
				/^(?:suppress-)?bounced?(?: address)?$/.test(text) ||
				(/mail|hard/.test(text) && isBounce(text)),
		);
	if (raw === 'cleaned' && /^(?:status|type)$/.test(id)) return hasSigns(of, OF_MAILCHIMP);
	return isOfState(column) && texts.some(isBounce);
}

/** @returns the name of the column that says that the person's mailbox takes no emails; undefined if none does */
export const bounced = (columns: Column[]): string | undefined =>
	columns.find((column) => saysBounced(column) && isOfPerson(column))?.name;
