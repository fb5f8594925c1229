// Builds the page into dist. Run directly (`npm run build`, `npm run build -- --base /folder/`) it always builds;
// `npm start` and the tests build only when the sources or dist itself have changed since the last build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { hashFiles } from './content-hash.mjs';
import { projectRoot, runIfProgram } from './project.mjs';
import { requireSupportedNode, setUp } from './set-up.mjs';

const cacheFolder = join(projectRoot, '.cache');
const recordFile = join(cacheFolder, 'build.json');

/** What goes into the page. The data stands for itself by the checksums in its manifests. */
const ingredients = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const isIngredient = (/** @type {string} */ name) => !/\.test\.tsx?$|\.shard$/.test(name);

/**
 * @param {string} [base] the folder of the site the page will stand in
 * @throws {Error} when the build fails
 */
export async function buildApp(base = '/') {
  const before = hashFiles(projectRoot, ingredients, isIngredient);
  // React and others choose their production code by this; a test runner may have set it to something else.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ root: projectRoot, base, logLevel: 'warn' });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(
    recordFile,
    JSON.stringify({ base, ingredients: before, dist: hashFiles(projectRoot, ['dist']) }),
  );
}

/**
 * Builds for the root of a site, unless that is what dist holds already.
 *
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildAppIfChanged() {
  const current = {
    base: '/',
    ingredients: hashFiles(projectRoot, ingredients, isIngredient),
    dist: hashFiles(projectRoot, ['dist']),
  };
  if (existsSync(recordFile) && readFileSync(recordFile, 'utf8') === JSON.stringify(current)) return false;
  console.log('Building the page ...');
  await buildApp();
  return true;
}

await runIfProgram(import.meta.url, async () => {
  requireSupportedNode();
  const { values } = util.parseArgs({ options: { base: { type: 'string' } } });
  await setUp();
  await buildApp(values.base);
});
