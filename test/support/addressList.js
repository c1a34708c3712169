const { readFileSync } = require('node:fs');

const MARKUP = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Dominic Sayers' is_email, the list of valid and invalid addresses by RFC 5321 and 5322; email-addresses has it among its own tests. */
const addressList = () => {
	const list = readFileSync(require.resolve('email-addresses/test/tests.xml'), 'utf8');
	return [...list.matchAll(/<test id="(\d+)">([^]*?)<\/test>/g)].map(([, id, test]) => ({
		id: Number(id),
		diagnosis: /<diagnosis>ISEMAIL_(.*?)<\/diagnosis>/.exec(test)?.[1] ?? '',
		address: (/<address>([^]*?)<\/address>/.exec(test)?.[1] ?? '')
			.replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
			.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => MARKUP[name])
			// A control character is written as its picture.
			.replace(/[\u2400-\u241f]/g, (picture) =>
				String.fromCharCode(picture.charCodeAt(0) - 0x2400),
			),
	}));
};

module.exports = { addressList };
