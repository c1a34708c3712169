/** The values by what a function gives for each, in their order: `Map.groupBy`, which Node 20 lacks. */
function groupBy(values, keyOf) {
	const groups = new Map();
	for (const value of values) {
		const key = keyOf(value);
		groups.set(key, [...(groups.get(key) ?? []), value]);
	}
	return groups;
}

module.exports = { groupBy };
