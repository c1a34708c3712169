#!/usr/bin/env bash
# A sender "Lopez, Ana <…>" is one person for nodemailer, and two for the mailparser that n8n reads mail with.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund nodemailer@10.6.1 mailparser@3.9.3

node - <<'JS'
const assert = require('node:assert/strict');
const { simpleParser } = require('mailparser');
const parseAddresses = require('nodemailer/lib/addressparser');

(async () => {
	const FROM = 'Lopez, Ana <ana@lead.test>';
	const { from } = await simpleParser(`From: ${FROM}\r\nSubject: Hello\r\n\r\nHello\r\n`);
	const seen = { nodemailer: parseAddresses(FROM), mailparser: from.value };
	console.dir(seen, { depth: null });
	assert.deepEqual(seen, {
		nodemailer: [{ address: 'ana@lead.test', name: 'Lopez, Ana' }],
		mailparser: [
			{ address: '', name: 'Lopez' },
			{ address: 'ana@lead.test', name: 'Ana' },
		],
	});
})();
JS
