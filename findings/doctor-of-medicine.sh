#!/usr/bin/env bash
# Three parsers of names give "Dr. med. Eva Roth" the first name "med.".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund humanparser@2.7.0 parse-full-name@1.2.7 another-name-parser@0.1.0

node - <<'JS'
const assert = require('node:assert/strict');
const anotherNameParser = require('another-name-parser');
const { parseName } = require('humanparser');
const { parseFullName } = require('parse-full-name');

const NAME = 'Dr. med. Eva Roth';
const seen = {
	humanparser: parseName(NAME).firstName,
	'parse-full-name': parseFullName(NAME).first,
	'another-name-parser': (anotherNameParser.default ?? anotherNameParser)(NAME).first,
};
console.log(seen);
assert.deepEqual(seen, {
	humanparser: 'med.',
	'parse-full-name': 'med.',
	'another-name-parser': 'med.',
});
JS
