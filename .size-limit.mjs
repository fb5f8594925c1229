// Budgets of what is fetched, gzipped as it travels, and that no code of tfjs is in what the page itself loads: that is the
// worker's. The page's files are those of Vite's manifest, which tells nothing of workers; the other scripts are the workers', the analysis and the import worker's by their names.
import { readdirSync, readFileSync } from 'node:fs';

const dist = new URL('dist/', import.meta.url);
/** @type {Record<string, { file: string, isEntry?: boolean, name?: string, imports?: string[], dynamicImports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.cache/build-manifest.json', import.meta.url), 'utf8'));

/** Files of the page: those it begins with, or with those it loads later. @param {boolean} later */
function pageFiles(later) {
  const seen = new Set();
  /** @param {string} key */
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = manifest[key];
    for (const next of later ? [...imports, ...dynamicImports] : imports) visit(next);
  };
  // The start imports the page when it knows the language; the built HTML names both.
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry || chunk.name === 'page') visit(key);
  return [...seen].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);
}

/** The worker's script and all that it imports statically. @param {string} file @param {Set<string>} seen */
function workerFiles(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, next] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    workerFiles(`assets/${next}`, seen);
  }
  return seen;
}

/** @param {string} file */
const read = (file) => readFileSync(new URL(file, dist), 'utf8');
const assets = readdirSync(new URL('assets/', dist)).map((name) => `assets/${name}`);
const first = pageFiles(false);
const page = pageFiles(true);
const isScript = (/** @type {string} */ file) => file.endsWith('.js');
/** What the page says in another language than English. */
const isWords = (/** @type {string} */ file) => /\/spanish-[^/]*\.js$/.test(file);
const isStyle = (/** @type {string} */ file) => file.endsWith('.css');
const isAnalysis = (/** @type {string} */ file) => /\/analysis-worker-[^/]*\.js$/.test(file);
const isImporting = (/** @type {string} */ file) => /\/(import|picture)-worker-[^/]*\.js$/.test(file);
const isOfOther = (/** @type {string} */ file) =>
  page.includes(file) || isAnalysis(file) || isImporting(file);
const ofWorker = assets.filter((file) => isScript(file) && !isOfOther(file));
const kernels = assets.filter((file) => /\/kernels-.*\.wasm$/.test(file));
if (kernels.length === 0) throw new Error('The build has none of our kernels.');
const startsImports = page.some((file) => isScript(file) && /import-worker-/.test(read(file)));
const [worker = ''] = ofWorker.filter((file) => /\/worker-[^/]*$/.test(file));

// Words of tfjs that no minifier touches: flags of its environment, and what it says of a missing kernel.
const tfjsMarks = /KEEP_INTERMEDIATE_TENSORS|WASM_HAS_SIMD_SUPPORT|not registered for backend/;
const hasTfjs = (/** @type {string} */ file) => tfjsMarks.test(read(file));
if (!ofWorker.some(hasTfjs))
  throw new Error('The worker has no mark of tfjs: they have changed, look for others.');
const strays = page.filter(isScript).filter(hasTfjs);
if (strays.length > 0) throw new Error(`Code of tfjs is in what the page loads: ${strays.join(', ')}.`);

/** A budget of no file at all would always be kept. @param {string} name @param {string[]} files @param {string} limit */
function budget(name, files, limit) {
  if (files.length === 0) throw new Error(`The build has no ${name}.`);
  return { name, path: files.map((file) => `dist/${file}`), limit, gzip: true };
}

export default [
  budget('page script before the worker', first.filter(isScript), '218 kB'),
  // Two files: that of the page, and that of Train, which is asked for beside it.
  budget('page style', first.filter(isStyle), '15 kB'),
  budget(
    'page script that comes later',
    page.filter((file) => isScript(file) && !first.includes(file) && !isWords(file)),
    '620 kB',
  ),
  budget('words in Spanish', page.filter(isWords), '120 kB'),
  budget('worker script before a backend', [...workerFiles(worker)], '210 kB'),
  budget('worker script with every backend', ofWorker, '480 kB'),
  budget('script of the analysis worker', assets.filter(isAnalysis), '80 kB'),
  ...(startsImports ? [budget('script of the import worker', assets.filter(isImporting), '64 kB')] : []),
  // A browser loads one of the four builds.
  ...kernels.map((file) =>
    budget(`our ${/kernels-(relaxed|simd)(-threads)?/.exec(file)?.[0]}`, [file], '16 kB'),
  ),
  budget(
    'tfjs in WASM with SIMD',
    assets.filter((file) => /\/tfjs-backend-wasm-simd-.*\.wasm$/.test(file)),
    '150 kB',
  ),
];
