// Serves the production page for the benches that open it.
import { spawn } from 'node:child_process';

/**
 * Starts a server for the production build, as `npm start` does.
 *
 * @param {number} port
 */
export async function serveBuild(port) {
  const started = spawn(process.execPath, ['scripts/start.mjs', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => {
    started.stdout.on('data', (text) => {
      if (String(text).includes(`:${port}/`)) resolve(undefined);
    });
  });
  return started;
}
