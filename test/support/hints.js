/** The hints of a run, but the one that each run has that created or updated leads. */
const withoutSummary = (hints = []) =>
	hints.filter(({ message }) => !/^Leads (created|updated): /.test(message));

module.exports = { withoutSummary };
