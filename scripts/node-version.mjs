// Checks the Node version. Imports nothing and uses no recent syntax, so that an old Node still prints the message.

/**
 * @param {string} version of the running Node, such as `20.19.0`
 * @param {string} range package.json's `engines.node`: alternatives joined by `||`, each `>=x.y` or `^x.y`
 * @returns {string | undefined} the message for the person, or nothing if the version is in the range
 */
export function unsupportedNodeMessage(version, range) {
  const [major = 0, minor = 0] = numbersIn(version);
  const isSupported = range.split('||').some((alternative) => {
    const [leastMajor = 0, leastMinor = 0] = numbersIn(alternative);
    const isWithin = alternative.includes('^') ? major === leastMajor : major >= leastMajor;
    return isWithin && (major > leastMajor || minor >= leastMinor);
  });
  if (isSupported) return undefined;
  return `Hourglass needs Node ${range} and this is Node ${version}: install a newer one and run the command again.`;
}

/** @param {string} text */
function numbersIn(text) {
  return (text.match(/\d+/g) || []).map(Number);
}
