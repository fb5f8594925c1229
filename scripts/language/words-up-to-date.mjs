// Whether the catalogs hold the words of the code (`npm run words:check`): words that were added or changed without `npm run words` would
// stay English. The catalogs are left as they were.
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, runIfProgram } from '../project.mjs';

const folder = join(projectRoot, 'src', 'locales');

/** @returns {Map<string, string>} content by file */
function readCatalogs() {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.po'),
  );
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

await runIfProgram(import.meta.url, async () => {
  const before = readCatalogs();
  await promisify(execFile)('npx', ['lingui', 'extract', '--clean'], { cwd: projectRoot });
  const after = readCatalogs();
  const old = [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
  for (const [name, content] of before) writeFileSync(join(folder, name), content);
  if (old.length > 0)
    throw new Error(`The catalogs are not those of the code: ${old.join(', ')}. Run "npm run words".`);
  console.log('The catalogs hold the words of the code.');
});
