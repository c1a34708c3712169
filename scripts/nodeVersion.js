// For the programs that a newcomer starts first: it is loaded before what an older Node cannot load.

const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
	console.error(
		`This needs Node ${OLDEST.join('.')} or newer, but is run by ${process.version}. Install a newer one from https://nodejs.org.`,
	);
	process.exit(1);
}
