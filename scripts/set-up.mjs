// What must be there before anything can be served, built or tested: packages, data and kernels.
// Run directly: `node scripts/set-up.mjs`. Up to the installation it uses nothing but what Node brings along.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { unsupportedNodeMessage } from './node-version.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

/** @throws {Error} one sentence when this Node will not do */
export function requireSupportedNode() {
  const { engines } = /** @type {{ engines: { node: string } }} */ (
    JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  );
  const problem = unsupportedNodeMessage(process.versions.node, engines.node);
  if (problem) throw new Error(problem);
}

/**
 * Brings everything up to date, and says what it did.
 *
 * @throws {Error} with a message for the person when a part cannot be done
 */
export async function setUp() {
  requireSupportedNode();
  ensureDependencies();
  const { prepareData } = await import('./prepare-data.mjs');
  const { buildKernels } = await import('./build-kernels.mjs');
  prepareData(console.log);
  if (await buildKernels()) console.log('Kernels built.');
}

await runIfProgram(import.meta.url, setUp);
