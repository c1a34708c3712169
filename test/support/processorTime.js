/** The milliseconds for which processors have worked for this process. */
const processorMs = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

module.exports = { processorMs };
