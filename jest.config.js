// Those in n8n's engine load n8n-core, which takes seconds, once for all files of a process.
const IN_ENGINE = {
	testEnvironment: '<rootDir>/test/support/jest/environment.js',
	runtime: '<rootDir>/test/support/jest/runtime.js',
};

const project = (name) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	...(['engine', 'faults', 'versions'].includes(name) && IN_ENGINE),
	transform: {
		'\\.m?[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
	// ES modules that the stand-ins for the logins and the simulation of servers require; jest's own require cannot take them as they are.
	transformIgnorePatterns: [
		'/node_modules/(?!(@scure|@noble|otpauth|oauth2-mock-server|jose|is-plain-obj|tinyqueue|d3-random)/)',
		'<rootDir>/dist/',
	],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
});

module.exports = {
	projects: ['unit', 'engine', 'faults', 'versions', 'verify', 'e2e', 'queue', 'chaos', 'ui'].map(
		project,
	),
	// One run of the real n8n takes longer than jest's five seconds.
	testTimeout: 120_000,
	// Most of a test is waiting, so more of them pay than the cores of a small machine.
	maxWorkers: 4,
	// n8n-core reports every failed execution on the console, and failing ones are most of the tests.
	silent: true,
};
