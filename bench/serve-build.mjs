// The page as people get it, for the benches that open it.
import { spawn } from 'node:child_process';

/**
 * The production build, as `npm start` serves it.
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
