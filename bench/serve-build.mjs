// Serves the production page for the benches that open it.
import { spawn } from 'node:child_process';

/**
 * Starts a server for the production build, as `npm start` does.
 *
 * @param {number} port
 * @throws {Error} when the server ends before it serves, as it does where the port is in use; it has said why
 */
export async function serveBuild(port) {
  const started = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    started.stdout.on('data', (text) => {
      if (String(text).includes(`:${port}/`)) resolve(undefined);
    });
    started.once('exit', (code) =>
      reject(new Error(`No server on port ${port}: it ended with ${code} before it served the page.`)),
    );
  });
  return started;
}
