import { LEAD_FIELDS } from '../fields';
import { PATHS, WHOLE_NAME, type Candidate, type Meaning } from './columns';

export const [FIRST_NAME, LAST_NAME, EMAIL] = LEAD_FIELDS;
const NAMES: Meaning[] = [FIRST_NAME, LAST_NAME, WHOLE_NAME];

/** The path of the object that has the email, which is the person's; undefined if no column means the email. */
export const personPath = (found: Map<Meaning, Candidate[]>): string | undefined =>
	best(found.get(EMAIL) ?? [])?.path;

/** Leaves out names that may not be the person's: an event has a name too, and an owner has a first name. */
export function ofPerson(meaning: Meaning, candidates: Candidate[], path?: string): Candidate[] {
	const own = candidates.filter((candidate) => candidate.path === path);
	if (meaning === WHOLE_NAME) return own;
	return NAMES.includes(meaning) && own.length > 0 ? own : candidates;
}

/**
 * The column to use: one that is not blank; of the person's object; of the best name; of the outermost object. So it is the same for
 * every item, no matter in which order the items hold their columns.
 */
export const best = (candidates: Candidate[], path?: string): Candidate | undefined =>
	[...candidates].sort(
		(one, other) =>
			Number(one.value === undefined) - Number(other.value === undefined) ||
			Number(other.path === path) - Number(one.path === path) ||
			one.rank - other.rank ||
			PATHS.indexOf(one.path) - PATHS.indexOf(other.path) ||
			(one.key < other.key ? -1 : 1),
	)[0];
