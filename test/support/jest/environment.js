const { join } = require('node:path');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

// Jest ends its workers by this signal, without `exit`.
process.once('SIGTERM', () => process.exit());

const DIST = join(__dirname, '../../../dist');

/** Stands for the context of this process where Node wants one that was made by `vm`. */
const OWN_CONTEXT = {};
const { compileFunction } = vm;
vm.compileFunction = (code, params, { parsingContext, ...options } = {}) =>
	compileFunction(code, params, {
		...options,
		...(parsingContext !== OWN_CONTEXT && { parsingContext }),
	});

/**
 * Runs test files in the context of the process itself, and not in one of their own, so that what `runtime.js` loads once has the same
 * globals as they have. Each file has the built package anew.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.before = { console, exit: process.exit, getBuiltinModule: process.getBuiltinModule };
		this.global = globalThis;
		const { moduleMocker, fakeTimersModern } = this;
		this.moduleMocker = new moduleMocker.constructor(globalThis);
		this.fakeTimersModern = new fakeTimersModern.constructor({
			config: config.projectConfig,
			global: globalThis,
		});
		for (const path of Object.keys(require.cache)) {
			if (path.startsWith(DIST)) delete require.cache[path];
		}
	}

	getVmContext() {
		return OWN_CONTEXT;
	}

	async teardown() {
		const { console, ...ofProcess } = this.before;
		Object.assign(process, ofProcess);
		globalThis.console = console;
		await super.teardown();
	}
};
