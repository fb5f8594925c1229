// Native JAX as a contender of the speed bench: a Python process of its own that trains the network of the page, from the same weights on
// the same batches.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../scripts/project.mjs';
import { JobsProcess } from '../python/jobs-process.mjs';

const program = fileURLToPath(new URL('train_steps.py', import.meta.url));

/**
 * Starts it on a network.
 *
 * @param {string} python the interpreter of an environment with JAX and optax
 * @param {import('../page/network-as-data').NetworkAsData} network
 * @returns {Promise<{ runsOn: string, losses: (steps: number) => Promise<number[]>, time: (steps: number) => Promise<number>, close: () => void }>}
 *   losses before each update; `time` in ms
 */
export async function openNativeJax(python, { settings, weights, images, noise }) {
  const folder = join(projectRoot, '.cache', 'native-jax');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'network.json'), settings);
  for (const [name, text] of Object.entries({ weights, images, noise }))
    writeFileSync(join(folder, `${name}.bin`), Buffer.from(text, 'base64'));
  const process = new JobsProcess(python, program, { JAX_PLATFORMS: 'cpu' });
  return {
    runsOn: String(await process.do(['open', folder])),
    losses: async (steps) => /** @type {number[]} */ (await process.do(['losses', steps])),
    time: async (steps) => Number(await process.do(['time', steps])),
    close: () => process.close(),
  };
}
