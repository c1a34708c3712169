// Which room of the house may import from which; `npm run lint` holds it. CONTRIBUTING.md has the picture.

const NODE = '^nodes/SevenTargets/';

/** What is in `from` imports nothing that is in `to`. */
const never = (name, from, to) => ({
	name,
	severity: 'error',
	from: { path: from },
	to: { path: to },
});

module.exports = {
	forbidden: [
		{ name: 'no circle, not even of types', severity: 'error', from: {}, to: { circular: true } },
		never('shared imports nothing', '^shared/', '^(credentials|nodes)/'),
		never('credentials know no node', '^credentials/', '^nodes/'),
		never('a login knows no credential type', '^credentials/login/', '^credentials/[^/]+$'),
		never(
			'the transport knows no leads',
			`${NODE}transport/`,
			`${NODE}(run/|lead/|assistant/|values/|[^/]+$)`,
		),
		never(
			'of a login, the transport knows what it is',
			`${NODE}transport/`,
			'^credentials/login/(?!method.ts)',
		),
		never('operations know no runs', `${NODE}(lead|assistant)/`, `${NODE}(run/|SevenTargets.node)`),
		never('a run knows no operation by name', `${NODE}run/`, `${NODE}(lead|assistant)/`),
	],
	options: {
		// Imports of types count too.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
	},
};
