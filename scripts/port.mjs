// Chooses the port for the page, and checks that it is free.
import { createServer } from 'node:net';

const defaultPort = 4173;

/**
 * @param {string | undefined} requested from `--port` or the environment variable PORT
 * @returns {number} 4173 if none is requested
 * @throws {Error} when it is not a port
 */
export function choosePort(requested) {
  if (requested === undefined || requested === '') return defaultPort;
  const port = /^\d+$/.test(requested) ? Number(requested) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new Error(`"${requested}" is not a port: give a number from 1 to 65535.`);
}

/**
 * Tries the port on the host and, since browsers may try it first, on localhost's IPv6 address.
 *
 * @param {number} port
 * @param {string} host
 * @throws {Error} one sentence when something else listens there, or this account may not use the port
 */
export async function requireFreePort(port, host) {
  for (const address of new Set([host, '::1'])) {
    const code = await tryToListen(port, address);
    if (code === 'EADDRINUSE') {
      throw new Error(
        `Port ${port} is in use: stop what runs there, or choose another port with "npm start -- --port ${otherPort(port)}".`,
      );
    }
    if (code === 'EACCES') {
      throw new Error(
        `Port ${port} may not be used by this account: choose another with "npm start -- --port ${defaultPort}".`,
      );
    }
    if (code && address === host)
      throw new Error(`The address ${host}:${port} cannot be served on (${code}).`);
  }
}

/** @param {number} port */
const otherPort = (port) => (port < 65_535 ? port + 1 : defaultPort);

/**
 * @param {number} port
 * @param {string} address
 * @returns {Promise<string | undefined>} the error's code, or nothing if it worked
 */
function tryToListen(port, address) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code ?? error.message),
    );
    server.listen(port, address, () => server.close(() => resolve(undefined)));
  });
}
