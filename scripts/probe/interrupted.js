/** The person who runs the probe ends it. */
class Interrupted extends Error {}

module.exports = { Interrupted };
