import fc from 'fast-check';
import { DRAWS, SEED } from '../../support/randomRuns';
import { print } from '../../support/print';
import { useOpenWorld } from '../../support/testBench';

const world = useOpenWorld();
let { api, engine } = world;

beforeEach(() => {
	({ api, engine } = world);
});

const TEXTS = [
	'name',
	'lastName',
	'phone',
	'source',
	'type',
	'context',
	'additionalInformationLine',
];
const FIELDS = [...TEXTS, 'email', 'scheduleId', 'assistantId'];
const LABELS =
	/^'(First Name|Last Name|Email|Phone|Source|Type|Assistant|Sequence|Context|Additional Information Line)' .* \[item 0\]\. [A-Z].*\.$/;

it(`any JSON value in any field goes out well or is an error, in ${DRAWS} draws`, async () => {
	print(`Any value in any field: ${DRAWS} draws, seed ${SEED}`);
	let sent = 0;
	const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.emailAddress(), fc.nat());
	const good = {
		name: 'John',
		email: 'john@example.com',
		source: 'Website',
		type: 'SALES',
		assistantId: 11,
	};
	await fc.assert(
		fc.asyncProperty(
			// Only a few fields at a time: with all ten random, hardly any lead would go out.
			fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 3, noNullPrototype: true }),
			async (wild) => {
				api.reset();
				const { items, error } = await engine.run({
					items: [{ ...good, ...wild }],
					parameters: {
						...Object.fromEntries(FIELDS.map((field) => [field, `={{ $json.${field} }}`])),
						assistantId: { __rl: true, mode: 'id', value: '={{ $json.assistantId }}' },
					},
					settings: { onError: 'continueRegularOutput' },
				});
				expect(error).toBeUndefined();
				expect(items).toHaveLength(1);
				const [{ json }] = items;
				if (json.error !== undefined) {
					expect(json.error).toMatch(LABELS);
					expect(api.requests).toHaveLength(0);
					return;
				}
				sent++;
				const [{ body: lead }] = api.requests;
				for (const field of TEXTS) {
					if (lead[field] === undefined) continue;
					expect(typeof lead[field]).toBe('string');
					expect(String(lead[field]).trim()).toBe(lead[field]);
					expect(lead[field]).not.toBe('');
					expect(lead[field]).not.toContain('[object ');
				}
				expect(lead.email).toMatch(/^\S+@\S+$/);
				if (lead.scheduleId !== undefined) expect(Number.isSafeInteger(lead.scheduleId)).toBe(true);
				if (lead.assistantEmail === undefined)
					expect(Number.isSafeInteger(lead.assistantId)).toBe(true);
			},
		),
		{ numRuns: DRAWS, seed: SEED },
	);
	print(`  ${sent} of the leads went out`);
	expect(sent).toBeGreaterThan(DRAWS / 20);
});
