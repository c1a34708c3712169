import jestConfig from './jest.config.js';

const { projects, ...shared } = jestConfig;
const unit = projects.find(({ displayName }) => displayName === 'unit');

/** What decides: a mistake in these sends a lead twice, too fast, or not at all, shows a secret, or says what is not so. Each has unit tests, which alone are run. */
const DECIDES = [
	'credentials/login/tokenCache.ts',
	'nodes/SevenTargets/lead/mapping/{bounced,consent,optOut,refusals}.ts',
	'nodes/SevenTargets/lead/updateOrCreate.ts',
	'nodes/SevenTargets/run/record.ts',
	'nodes/SevenTargets/run/send.ts',
	'nodes/SevenTargets/transport/outcome.ts',
	'nodes/SevenTargets/transport/retry.ts',
	'nodes/SevenTargets/transport/throttle/*.ts',
	'nodes/SevenTargets/values/*.ts',
	'shared/redaction.ts',
];

export default {
	mutate: DECIDES,
	testRunner: 'jest',
	jest: { config: { ...shared, ...unit, projects: [] } },
	coverageAnalysis: 'perTest',
	reporters: ['clear-text', 'progress', 'html'],
	clearTextReporter: { logTests: false, reportTests: false },
	htmlReporter: { fileName: '.local/mutation.html' },
	tempDirName: '.local/stryker',
	ignorePatterns: ['.local', 'dist', 'bench', 'docs', 'examples'],
};
