import { parseOneAddress } from 'email-addresses';
import validator from 'validator';

import { FieldProblem, leadEmail } from '../../nodes/SevenTargets/values';
import { addressList } from '../support/addressList';
import { printTable } from '../support/print';

const addresses = addressList();

function isTaken(address: string): boolean {
	try {
		return leadEmail(address, 'Email') !== undefined;
	} catch (error) {
		expect(error).toBeInstanceOf(FieldProblem);
		return false;
	}
}

/** What was taken before the rules of RFC 5321 counted. */
const wasTaken = (address: string) =>
	/^[^\s@,;<>()[\]"]+@[^\s@,;<>()[\]"/?#:.]+(\.[^\s@,;<>()[\]"/?#:.]+)+$/.test(
		address.trim().replace(/(?!\s)\p{Cc}/gu, ''),
	);

/** Why the node differs from one of the two libraries, by what the list says of the address, or by its number. */
const DIFFERENCES: Array<[reason: string, diagnosis: RegExp, ids?: number[]]> = [
	['Blanks and line breaks round it are cut off', /FWS|EXPECTING_ATEXT|CR_NO_LF|CRLF/],
	['A dot at the start or end: Japanese carriers gave such addresses out', /DOT_(START|END)/],
	['No domain without a dot', /^(VALID|RFC5321_TLD)$/, [5, 166]],
	['No domain in brackets or with a slash', /LITERAL|IPV6|DOMLIT|RFC5322_DOMAIN$/],
	['No comments', /COMMENT|CTEXT|CFWS/],
	['No quoted mailbox', /QUOTEDSTRING|_QP|QTEXT|QPAIR|LOCALPART/],
	['A mailbox has 64 bytes at most, a label 63, an address 254', /TOOLONG/],
	['A top-level domain is not all digits', /TLDNUMERIC/],
	['A label does not begin or end with a hyphen', /DOMAINHYPHEN/],
	['The top-level domain may be any word: only DNS knows', /DNSWARN/],
];

it('takes what mail servers take; each difference from two libraries has a reason', () => {
	const counts = new Map<string, number[]>();
	const unexplained: string[] = [];
	for (const { id, diagnosis, address } of addresses) {
		const verdicts = [
			wasTaken(address),
			isTaken(address),
			validator.isEmail(address, { allow_utf8_local_part: true }),
			parseOneAddress(address)?.type === 'mailbox',
		];
		const [, taken, ...others] = verdicts;
		const reason = DIFFERENCES.find(([, pattern]) => pattern.test(diagnosis))?.[0];
		const differs = others.some((other) => other !== taken);
		if (differs && reason === undefined) unexplained.push(`${id} ${diagnosis} ${address}`);
		const row = differs ? (reason ?? '?') : 'All three agree';
		const sums = counts.get(row) ?? [0, 0, 0, 0, 0];
		counts.set(
			row,
			[1, ...verdicts.map(Number)].map((one, n) => one + sums[n]),
		);
	}
	printTable(
		['', 'Addresses', 'Taken before', 'Taken', 'validator', 'email-addresses'],
		[...counts].map(([row, sums]) => [row, ...sums]),
	);
	expect(addresses).toHaveLength(164);
	expect(unexplained).toEqual([]);
});

it('refuses only what no server takes, of what was taken before', () => {
	const lost = addresses.filter(({ address }) => wasTaken(address) && !isTaken(address));
	expect(lost.map(({ diagnosis }) => diagnosis).sort()).toEqual([
		...['ERR_DOMAINHYPHENEND', 'ERR_DOMAINHYPHENEND', 'ERR_DOMAINHYPHENSTART'],
		...['RFC5321_TLDNUMERIC', 'RFC5321_TLDNUMERIC', 'RFC5322_DOMAIN_TOOLONG'],
		...['RFC5322_LABEL_TOOLONG', 'RFC5322_LOCAL_TOOLONG', 'RFC5322_TOOLONG', 'RFC5322_TOOLONG'],
	]);
});
