#!/usr/bin/env bash
# Two clients of Odoo write an external ID with its module, and look it up without: another system's record changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund odoo-await@3.4.1 @fernandoslim/odoo-jsonrpc@2.0.2 xmlrpc@1.3.2

node - <<'JS'
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const OdooAwait = require('odoo-await');
const OdooJSONRpc = require('@fernandoslim/odoo-jsonrpc').default;
const xmlrpc = require('xmlrpc');

// As much of Odoo as the clients ask for: records, and external IDs that are unique within their module.
const records = new Map();
const externalIds = [];
const odoo = {
	create: (model, values) => {
		if (model === 'ir.model.data') return externalIds.push([values].flat()[0]);
		records.set(records.size + 1, { ...values });
		return records.size;
	},
	search_read: (_model, domain) =>
		externalIds
			.filter((row) => domain.every(([field, , value]) => row[field] === value))
			.sort((a, b) => a.module.localeCompare(b.module)),
	write: (_model, id, values) => Boolean(Object.assign(records.get([id].flat()[0]), values)),
	unlink: (_model, id) => records.delete([id].flat()[0]),
};
const answer = (method, [, , , model, called, args = []]) =>
	method === 'authenticate' ? 1 : odoo[called](model, ...args);

// Ana came out of HubSpot as number 42, Bob out of the shop as number 42.
const changed = async (client) => {
	records.clear();
	externalIds.length = 0;
	await client.connect();
	for (const [name, module] of [
		['Ana', 'hubspot'],
		['Bob', 'shop'],
	]) {
		const id = await client.create('res.partner', { name });
		await client.createExternalId('res.partner', id, '42', module);
	}
	await client.updateByExternalId('42', { phone: '+1 555 0100' });
	const updated = [...records.values()];
	const named = await client.searchByExternalId('shop.42').catch(({ message }) => message);
	await client.deleteByExternalId('42');
	return { updated, named, left: [...records.values()] };
};

const xml = xmlrpc.createServer({ host: '127.0.0.1', port: 0 }, async () => {
	const json = createServer(async (request, response) => {
		const { params } = JSON.parse(Buffer.concat(await request.toArray()));
		response.end(JSON.stringify({ result: answer(params.method, params.args) }));
	});
	json.listen(0, '127.0.0.1', async () => {
		const baseUrl = 'http://127.0.0.1';
		const login = { baseUrl, db: 'crm', username: 'us@lead.test' };
		const seen = [
			await changed(
				new OdooAwait({ ...login, port: xml.httpServer.address().port, password: 'secret' }),
			),
			await changed(new OdooJSONRpc({ ...login, port: json.address().port, apiKey: 'secret' })),
		];
		console.dir(seen, { depth: null });
		const expected = {
			updated: [{ name: 'Ana', phone: '+1 555 0100' }, { name: 'Bob' }],
			named: 'No matching record found for external identifier shop.42',
			left: [{ name: 'Bob' }],
		};
		assert.deepEqual(seen, [expected, expected]);
		process.exit();
	});
});
for (const method of ['authenticate', 'execute_kw']) {
	xml.on(method, (_error, params, reply) => reply(null, answer(method, params)));
}
JS
