// The page's script before the worker's chunk: the entry and all it imports statically, as Vite's manifest lists them.
import { readFileSync } from 'node:fs';

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));

/** @param {string} key @param {Set<string>} seen */
function withImports(key, seen) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) withImports(imported, seen);
  return seen;
}

const keys = new Set();
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) withImports(key, keys);

export default [
  {
    name: 'page script before the worker',
    path: [...keys].map((key) => `dist/${manifest[key].file}`).filter((file) => file.endsWith('.js')),
    limit: '250 kB',
    gzip: true,
  },
];
