#!/usr/bin/env bash
# vcf reads a company with a comma with a backslash, and writes one without.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund vcards-js@2.11.1 vcf@2.1.2

node - <<'JS'
const assert = require('node:assert/strict');
const VCard = require('vcf');
const vCardsJs = require('vcards-js');

const contact = vCardsJs();
Object.assign(contact, { firstName: 'Ana', lastName: 'Lopez', organization: 'Lead, Inc.' });
contact.note = 'Met at the fair\nCall in May';
contact.workAddress.street = '1 Main St, 2nd Floor';
const file = contact.getFormattedString();
const [card] = VCard.parse(file);

const written = new VCard();
written.set('fn', 'Ana Lopez');
written.set('org', 'Lead; Berlin');
written.set('note', 'Met at the fair\nCall in May');
const seen = {
	file: file.match(/^ORG.*$/m)[0],
	org: card.get('org').valueOf(),
	note: card.get('note').valueOf(),
	street: card.get('adr').valueOf().split(';')[2],
	written: written.toString('3.0').split('\r\n').slice(3, 5),
};
console.log(seen);
assert.deepEqual(seen, {
	file: 'ORG:Lead\\, Inc.',
	org: 'Lead\\, Inc.',
	note: 'Met at the fair\\nCall in May',
	street: '1 Main St\\, 2nd Floor',
	written: ['ORG:Lead; Berlin', 'NOTE:Met at the fairCall in May'],
});
JS
