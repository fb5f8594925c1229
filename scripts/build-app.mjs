// Builds the page into dist, for any folder of any site. Run directly (`npm run build`) it always builds (`-- --base /folder/`: for that
// folder only; `-- --compressed`: with packed copies); `npm start` and the tests build only when the sources or dist itself have
// changed since the last build.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { compressBuild } from './compress-build.mjs';
import { hashFiles } from './content/content-hash.mjs';
import { projectRoot, runIfProgram } from './project.mjs';
import { requireSupportedNode, setUp } from './set-up.mjs';

const cacheFolder = join(projectRoot, '.cache');
const recordFile = join(cacheFolder, 'build.json');
/** Vite's manifest of the build, for .size-limit.mjs; it is not served. */
const manifestFile = join(cacheFolder, 'build-manifest.json');

/** The inputs of the build. The data is not among them: checksums in its manifests protect it. */
const ingredients = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const isIngredient = (/** @type {string} */ name) => !/\.test\.tsx?$|\.shard$/.test(name);

/**
 * @param {string} [base] the site folder that the page will be served from; by default any
 * @throws {Error} when the build fails
 */
export async function buildApp(base = './') {
  const before = hashFiles(projectRoot, ingredients, isIngredient);
  // React and others select their production code by this; a test runner may have set a different value.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ root: projectRoot, base, logLevel: 'warn' });
  mkdirSync(cacheFolder, { recursive: true });
  const made = join(projectRoot, 'dist', '.vite');
  renameSync(join(made, 'manifest.json'), manifestFile);
  rmSync(made, { recursive: true });
  writeFileSync(
    recordFile,
    JSON.stringify({ base, ingredients: before, dist: hashFiles(projectRoot, ['dist']) }),
  );
}

/**
 * Builds for any folder, unless dist is up to date.
 *
 * @returns {Promise<boolean>} whether it built anything
 */
export async function buildAppIfChanged() {
  const current = {
    base: './',
    ingredients: hashFiles(projectRoot, ingredients, isIngredient),
    dist: hashFiles(projectRoot, ['dist']),
  };
  const isKept = existsSync(recordFile) && existsSync(manifestFile);
  if (isKept && readFileSync(recordFile, 'utf8') === JSON.stringify(current)) return false;
  console.log('Building the page ...');
  await buildApp();
  return true;
}

await runIfProgram(import.meta.url, async () => {
  requireSupportedNode();
  const { values } = util.parseArgs({
    options: { base: { type: 'string' }, compressed: { type: 'boolean' } },
  });
  await setUp();
  await buildApp(values.base);
  if (!values.compressed) return;
  console.log(`${compressBuild(join(projectRoot, 'dist'))} files have packed copies.`);
});
