// `npm test`: sets up what is missing (including the browser), then runs Vitest and Playwright, and fails if either does.
// During development: `npm test -- --unit`, `--browser` or `--e2e` runs that part; further arguments filter it.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { projectRoot, runIfProgram } from './project.mjs';
import { requireSupportedNode, setUp } from './set-up.mjs';

const vitest = [
  ...['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'],
  ...['--reporter=json', '--outputFile.json=.cache/results/vitest.json'],
  '--reporter=./scripts/vitest-failures.mjs',
];
const playwright = ['node_modules/@playwright/test/cli.js', 'test'];

await runIfProgram(import.meta.url, async () => {
  requireSupportedNode();
  const { values, positionals: filters } = util.parseArgs({
    allowPositionals: true,
    options: { unit: { type: 'boolean' }, browser: { type: 'boolean' }, e2e: { type: 'boolean' } },
  });
  const isWhole = !values.unit && !values.browser && !values.e2e;

  await setUp();
  const { ensureChromium } = await import('./chromium.mjs');
  process.env['HOURGLASS_CHROMIUM'] = await ensureChromium();
  rmSync(join(projectRoot, '.cache', 'results'), { recursive: true, force: true });

  if (isWhole || values.unit || values.browser) {
    const projects = isWhole
      ? []
      : [...(values.unit ? ['--project=node'] : []), ...(values.browser ? ['--project=browser*'] : [])];
    runTests([...vitest, ...projects, ...filters]);
  }
  if (isWhole || values.e2e) {
    const { buildAppIfChanged } = await import('./build-app.mjs');
    await buildAppIfChanged();
    runTests([...playwright, ...filters]);
  }
});

/**
 * Runs a test runner to its end. A failure sets the exit code, and the next runner still runs.
 *
 * @param {string[]} args for Node
 */
function runTests(args) {
  const environment = { ...process.env };
  delete environment['NODE_ENV']; // set by the build; each runner sets its own
  const { status } = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
}
