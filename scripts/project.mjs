// Where the project is, and how a script runs when it is started itself rather than imported.
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs `main` if its module is the program Node was started with. A failure is one message on stderr and exit code 1;
 * a stack is shown only for mistakes of our own (anything but a plain `Error`).
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
