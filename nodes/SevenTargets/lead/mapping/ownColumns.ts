import { holdsText } from '../../values';
import { addressIn, isFrom } from './addresses';
import { keyOf, type Column, type Entity } from './columns';
import { singleValue } from './rawValue';
import {
	domainOf,
	isInAddress,
	isName,
	isOtherName,
	readName,
	wholeNameOf,
	type PersonName,
} from './names';
import { hasSigns, isThing } from './roles';
import { isGivenName } from './wholeName';
import {
	ANYBODYS_DOMAIN,
	COMPANY_SIGNS,
	DEAL_SIGNS,
	EVENT_SIGNS,
	GOODS,
	GOODS_SIGNS,
	NAMES,
	THING_TITLES,
} from './words';

/** An object and the parts that hold its own columns, such as `attributes`; not those with the address of somebody else. */
export const recordOf = (entity: Entity, address: string): Entity[] => [
	entity,
	...entity.parts
		.filter(
			(part) =>
				(part.role === 'neutral' || isReachedAt(part, address)) &&
				(holds(part, address) || part.columns.every(isOf(address))) &&
				!isAnothers(part, entity, address),
		)
		.flatMap((part) => recordOf(part, address)),
];
/** Whether an object holds how to reach the person around it, as Agendor's `contact` does. */
const isReachedAt = (entity: Entity, address: string): boolean =>
	entity.role === 'person' &&
	holds(entity, address) &&
	!entity.columns.some(({ id, meaning = '' }) => id === 'id' || NAMES.has(meaning));

/** Whether a part has no address, and the name of another person or, in a list, of a thing. */
function isAnothers(part: Entity, { columns }: Entity, address: string): boolean {
	if (holds(part, address)) return false;
	if (Array.isArray(part.raw) && GOODS.has(keyOf(part)))
		return !fits(readName(part.columns, address, true), address);
	if (!part.columns.some(isName) || !columns.some(isName)) return false;
	return isOtherName(readName(part.columns, address, false), readName(columns, address, false));
}
export const holds = ({ columns }: Entity, address: string): boolean =>
	columns.some((column) => addressIn(column)?.value === address);
/** A blank address beside that of the person is nobody else's. */
export const isOf = (address: string) => (column: Column) => {
	if (column.meaning !== 'email') return true;
	const found = addressIn(column);
	return found === undefined
		? holdsText(singleValue(column.raw)) || holds(column.of, address)
		: found.value === address;
};
export const columnsOf = (entity: Entity, address: string): Column[] =>
	recordOf(entity, address).flatMap(({ columns }) => columns);

/** The name in an object. A bare Name beside the signs of a thing is the thing's, unless the address or what stands beside it says otherwise. */
export function nameIn(entity: Entity, address: string): PersonName | undefined {
	const columns = columnsOf(entity, address);
	const isFirms = hasSigns(entity, COMPANY_SIGNS);
	const isDoubtful =
		isThing(entity) ||
		isFirms ||
		hasSigns(entity, EVENT_SIGNS) ||
		entity.columns.some((column) => isFrom(column) && addressIn(column)?.value === address);
	const name = readName(columns, address, isDoubtful);
	if (name !== undefined || !isDoubtful || isFirms) return name;
	if (!ANYBODYS_DOMAIN.test(domainOf(address)) || !tellsThing(entity)) return undefined;
	const likely = readName(columns, address, false);
	return likely?.last !== undefined && isGivenName(likely.first.value) ? likely : undefined;
}

/** Whether a row names its thing in a column of its own, or has a phone, as no deal and no product has. */
function tellsThing(entity: Entity): boolean {
	if (hasSigns(entity, DEAL_SIGNS)) return false;
	const filled = entity.columns.filter(({ raw }) => holdsText(singleValue(raw)));
	return (
		[...filled, ...entity.parts.flatMap((part) => part.columns)].some(({ id }) =>
			THING_TITLES.has(id),
		) ||
		(filled.some(({ meaning }) => meaning === 'phone') && !hasSigns(entity, GOODS_SIGNS))
	);
}

export const fits = (name: PersonName | undefined, address: string): boolean =>
	name !== undefined && isInAddress(wholeNameOf(name), address);
