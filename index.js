// n8n finds the node and the credentials by the `n8n` section of package.json; this is for code that loads the package by its name.
module.exports = {
	...require('./dist/credentials/SevenTargetsApi.credentials'),
	...require('./dist/credentials/SevenTargetsOAuth2Api.credentials'),
	...require('./dist/nodes/SevenTargets/SevenTargets.node'),
};
