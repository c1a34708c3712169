const { join } = require('node:path');
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { TestEnvironment } = require('jest-environment-node');
const { ModuleMocker } = require('jest-mock');

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
class OwnContext extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		this.before = { console, exit: process.exit, getBuiltinModule: process.getBuiltinModule };
		const timers = { config: config.projectConfig, global: globalThis };
		Object.assign(this, {
			global: globalThis,
			moduleMocker: new ModuleMocker(globalThis),
			fakeTimersModern: new ModernFakeTimers(timers),
		});
		for (const path of Object.keys(require.cache)) {
			if (path.startsWith(DIST)) delete require.cache[path];
		}
	}

	/** @override */
	getVmContext() {
		return OWN_CONTEXT;
	}

	/** @override */
	async teardown() {
		const { console, ...ofProcess } = this.before;
		Object.assign(process, ofProcess);
		globalThis.console = console;
		await super.teardown();
	}
}

module.exports = OwnContext;
