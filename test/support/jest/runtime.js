const { createRequire, isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

const isOfPackage = (name) => name !== undefined && !/^[./]/.test(name) && !isBuiltin(name);

/** Loads packages with Node's own `require`, once for all test files of a process: jest loads n8n-core anew for each, in seconds. */
module.exports = class extends Runtime {
	/** @override */
	requireModule(from, name, options, ...rest) {
		if (options?.isInternalModule || !isOfPackage(name)) {
			return super.requireModule(from, name, options, ...rest);
		}
		return createRequire(from)(name);
	}
};
