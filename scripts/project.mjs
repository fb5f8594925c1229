// The project's folder, and a wrapper for scripts that may be run directly or imported.
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs `main` if its module is the program that Node was started with. A failure prints one message on stderr and exits with
 * code 1; only bugs (anything but a plain `Error`) show a stack trace.
 *
 * @param {string} moduleUrl the module's `import.meta.url`
 * @param {() => unknown} main may be async
 */
export async function runIfProgram(moduleUrl, main) {
  const program = process.argv[1];
  if (program === undefined || realpathSync(program) !== fileURLToPath(moduleUrl)) return;
  try {
    await main();
  } catch (error) {
    const isExpected = error instanceof Error && error.constructor === Error;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  }
}
