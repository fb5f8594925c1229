// Prepares everything that serving, building and testing need: packages, data and kernels. Run directly: `node
// scripts/set-up.mjs`. Until the installation it uses only Node's built-in modules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { unsupportedNodeMessage } from './node-version.mjs';
import { projectRoot, runIfProgram } from './project.mjs';

/** @throws {Error} one sentence when this Node version is not supported */
export function requireSupportedNode() {
  const { engines } = /** @type {{ engines: { node: string } }} */ (
    JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  );
  const problem = unsupportedNodeMessage(process.versions.node, engines.node);
  if (problem) throw new Error(problem);
}

/**
 * Brings everything up to date, and reports what it did.
 *
 * @throws {Error} with a message for the person when a part fails
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
