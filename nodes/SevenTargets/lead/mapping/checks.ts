import { holdsText } from '../../values';
import { SOURCES } from '../fields';
import { wordsOf } from './columnName';
import { columnsWithPrefixes, type Column, type Entity } from './columns';
import { singleValue } from './rawValue';
import { isCompany } from './names';
import { hasSigns, isThing } from './roles';
import { isSalutation } from './wholeName';
import { EVENT_SIGNS, JOB_WORDS, MESSAGE_SIGNS, NO_PLACE, OUR_COLUMNS, setOf } from './words';

/** What a customer is called, a person or a company. */
const CUSTOMER_NAMES = new Set(['客户名称', '顧客名', 'partyname', 'legalname']);
/** A position may be a place on a page, or a rank: SuperOffice has a Title beside it, Teamleader what the person may decide. */
const isRecordsPosition = ({ columns }: Entity) =>
	columns.some(
		({ id, raw }) =>
			['isdecisionmaker', 'decisionmaker'].includes(id) || (id === 'title' && holdsText(raw)),
	);

/** Whether a question says "your": then nothing but the person is meant. */
const asksThePerson = (key: string): boolean => wordsOf(key).some((word) => YOUR.has(word));
const YOUR = setOf('your ihre deine votre su tu sua seu tua tuo uw jouw din ditt twoja ваша');

/** Where somebody wants to buy, and what: Preferred Location. */
const isWanted = (id: string) => id.startsWith('preferred');

type Check = (text: string, column: Column, group: Column[]) => boolean;
const hasLetters = (text: string) => /\p{L}/u.test(text);
/** Frappe: HR-OPN-2026-0003 */
const isCode = (text: string) =>
	/^[A-Z\d]{1,12}(?:-[A-Z\d]{1,12}){1,6}$/.test(text) && /\d{2}/.test(text);
/** Airtable's `rec` and 14 letters of either case, a UUID, or Stripe's `acct_…`; not the company Reca. */
const isRecordId = (text: string) =>
	/^rec(?:[A-Z\d]\w*|(?=\w*[A-Z\d])\w{14})$/.test(text) ||
	/^(?:[\da-f]{8}-[\da-f-]{20,}|(?:org|acct?|cus|com|biz)_\w+|(?=.*\d)[\da-f]+(?:-[\da-f]+)+)$/i.test(
		text,
	);

/** By field, whether a text can be a value of it, and is not that of something else. */
export const CHECKS: Record<string, Check> = {
	phone: (text, { id }) => {
		const digits = text.replace(/\D/g, '').length;
		// In Brazil, CEP is a postal code; in Turkey, a mobile.
		if ((id.startsWith('cep') || id.endsWith('cep')) && digits < 10) return false;
		return digits >= 5 && digits <= 20 && !/@|:\/\//.test(text);
	},
	company: (text, { id, of }) => {
		// Timepad: the organizer of the event.
		if (id === 'orgname' && columnsWithPrefixes(of).some((one) => one.id === 'eventname'))
			return false;
		if (/^[\d\s.,-]*$|@|:\/\/|^(?:true|false)$/i.test(text) || isRecordId(text) || isWanted(id))
			return false;
		if (id === 'companytitle') return !holdsJob(text);
		return !CUSTOMER_NAMES.has(id) || isCompany(text);
	},
	industry: hasLetters,
	// AppFolio: whether the property has one.
	crm: (text) =>
		hasLetters(text) &&
		!/^(?:enabled|disabled|active|inactive|yes|no|true|false|none)$/i.test(text),
	externalId: (text) => text !== '0',
	designation: (text, column, group) => {
		if (!hasLetters(text) || text.includes('@') || isCode(text) || isSalutation(text)) return false;
		// What a donation is for.
		const isDonations = column.id === 'designation' && group.some(({ id }) => /donat/.test(id));
		if (isDonations && !holdsJob(text)) return false;
		// One word is what the person may do in a program, such as "lead" or "owner".
		if (column.id === 'role' && !/\s/.test(text)) return false;
		const isJob =
			column.meaning !== 'anyTitle' ||
			asksThePerson(column.key) ||
			(column.id === 'position' && isRecordsPosition(column.of) && !isOfThing(column.of)) ||
			/^[A-Z]{2,4}$/.test(text) ||
			holdsJob(text);
		const hasCompany = () =>
			group.some(({ meaning, raw }) => meaning === 'company' && holdsText(singleValue(raw)));
		return isJob || (hasCompany() && !isOfThing(column.of));
	},
	location: (text, { id, meaning, of }) =>
		hasLetters(text) &&
		!isWanted(id) &&
		!NO_PLACE.test(text) &&
		!(meaning === 'anyPlace' && of.role !== 'person' && isOfThing(of)),
	// In 7Targets' export, a column Assistant holds the assistant's name.
	assistantId: (text, { key }) => /id|mail/i.test(key) || /[^\s@]@[^\s@]|^\d+$/.test(text),
	// Many sheets have a column Type with other values, such as "Customer".
	type: (text, _, group) => /^[A-Z_]+$/.test(text) && isOurs(group),
	source: (text, { id }, group) => id === 'leadsource' || isOurs(group) || SOURCES.includes(text),
	// SuperSaaS and others have a schedule_id and a Schedule Name of appointments and classes.
	scheduleId: (text, { id, key, of }, group) => {
		if (id === 'sequencename' || isOurs(group)) return true;
		return id.startsWith('schedule')
			? /^schedule(?:Id|Name)$/.test(key) && !isOfThing(of)
			: /^[1-9]\d*$/.test(text) && !group.some((one) => one.id.startsWith('campaign'));
	},
};

const holdsJob = (text: string) =>
	wordsOf(text).some((word) => JOB_WORDS.has(word) || JOB_ENDING.test(word));
/** In German, Dutch, Finnish and the languages of Scandinavia, a job is one word; in Chinese, Japanese and Korean, the end of one. */
const JOB_ENDING =
	/\p{L}{3}(?:chef|(?<!halb|steh|alu|anlege)leiter|leiterin|direktor|berater|ingenieur|ingenjor|ingenior|konsulent|konsult|adviseur|medewerker|paallikko|johtaja)$|(?:[部课課科室店]长|[部課係室店社]長|取締役|主任|代表|经理|總監|总监|主管|总裁|工程师|대표|이사|부장|차장|과장|팀장|매니저)$/u;
const isOurs = (group: Column[]) => group.some(({ id }) => OUR_COLUMNS.has(id));
export const isOfThing = (entity: Entity) =>
	isThing(entity) || hasSigns(entity, EVENT_SIGNS) || hasSigns(entity, MESSAGE_SIGNS);
