// Starts one tfjs backend. Its code is loaded on first use.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../core/backend-measurement';
import type { BackendNote } from '../../core/engine-api/messages';
import { startCpu } from './cpu';
import type { FinishStart } from './starter';
import { startWasm } from './wasm';
import { startWebgl } from './webgl';
import { startWebgpu } from './webgpu';

const starters = {
  webgl: startWebgl,
  webgpu: startWebgpu,
  wasm: startWasm,
  cpu: startCpu,
} satisfies Record<BackendName, () => Promise<FinishStart>>;

/**
 * Makes `name` the current tfjs backend.
 * @param signal cancels the start while the code is loading
 * @returns notes about it, or null when it did not start
 */
export async function start(name: BackendName, signal?: AbortSignal): Promise<BackendNote[] | null> {
  try {
    const afterwards = await starters[name]();
    if (signal?.aborted) return null;
    if (!(await tf.setBackend(name))) return null;
    await tf.ready();
    const note = await afterwards?.();
    return note ? [note] : [];
  } catch (error) {
    console.info(`Hourglass: the ${name} backend did not start.`, error);
    return null;
  }
}
