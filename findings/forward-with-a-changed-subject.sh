#!/usr/bin/env bash
# email-forward-parser that is given the subject, too, sees no forwarded message unless the subject begins with Fwd.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund email-forward-parser@1.8.3

node - <<'JS'
const assert = require('node:assert/strict');
const EmailForwardParser = require('email-forward-parser');

const BODY = `Please take over.

---------- Forwarded message ---------
From: Ana Lopez <ana@lead.test>
Date: Mon, May 12, 2025 at 10:00 AM
Subject: Your offer
To: Bob <bob@vendor.test>

Please call me.`;

const parser = new (EmailForwardParser.default ?? EmailForwardParser)();
const seen = {};
for (const subject of [
	undefined,
	'Fwd: Your offer',
	'Re: Fwd: Your offer',
	'[EXT] Fwd: Your offer',
	'A new lead',
]) {
	const { forwarded, email } = parser.read(BODY, subject);
	seen[subject] = [forwarded, email.from.address];
}
console.log(seen);
assert.deepEqual(seen, {
	undefined: [true, 'ana@lead.test'],
	'Fwd: Your offer': [true, 'ana@lead.test'],
	'Re: Fwd: Your offer': [false, undefined],
	'[EXT] Fwd: Your offer': [false, undefined],
	'A new lead': [false, undefined],
});
JS
