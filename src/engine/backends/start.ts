// Starts one backend of tfjs. Each one's code is loaded when it is first wanted.
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../core/engine-api';
import { startCpu } from './cpu';
import type { Afterwards, Note } from './starter';
import { startWasm } from './wasm';
import { startWebgl } from './webgl';
import { startWebgpu } from './webgpu';

const starters = {
  webgl: startWebgl,
  webgpu: startWebgpu,
  wasm: startWasm,
  cpu: startCpu,
} satisfies Record<BackendName, () => Promise<Afterwards>>;

/**
 * Makes `name` the backend that tfjs runs on.
 * @param signal gives up while the code is on its way
 * @returns what to say of it, or null: it did not start
 */
export async function start(name: BackendName, signal?: AbortSignal): Promise<Note | null> {
  try {
    const afterwards = await starters[name]();
    if (signal?.aborted) return null;
    if (!(await tf.setBackend(name))) return null;
    await tf.ready();
    return afterwards === null ? { detail: '' } : await afterwards();
  } catch (error) {
    console.info(`Hourglass: the ${name} backend did not start.`, error);
    return null;
  }
}
