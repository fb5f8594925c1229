// A graphics card that was lost or refused some work goes on answering, with zeros: nothing computed on it since can be
// trusted.
import * as tf from '@tensorflow/tfjs-core';
import type { Fault } from './starter';
import { webglIsLost } from './webgl';
import { settleWebgpu, webgpuFault } from './webgpu';

/** The graphics context of the engine was lost. */
export class ContextLostError extends Error {
  constructor() {
    super('The graphics context was lost.');
    this.name = 'ContextLostError';
  }
}

/** The backend cannot do a piece of the work, nor could it the next time. */
export class WorkRefusedError extends Error {
  override readonly name = 'WorkRefusedError';
}

export function errorOf({ lost, message }: Fault): Error {
  return lost ? new ContextLostError() : new WorkRefusedError(message);
}

/**
 * @throws ContextLostError when the running backend has lost its graphics card
 * @throws WorkRefusedError when it has refused a piece of the work
 */
export function assertBackendAlive(): void {
  const fault = faultOfBackend();
  if (fault) throw errorOf(fault);
}

/** What an error was really about: reading from a lost graphics card fails with messages of its own. */
export async function causeOf(error: unknown): Promise<unknown> {
  if (tf.getBackend() === 'webgpu') await settleWebgpu();
  const fault = faultOfBackend();
  return fault ? errorOf(fault) : error;
}

function faultOfBackend(): Fault | null {
  const name = tf.getBackend();
  if (name === 'webgpu') return webgpuFault();
  return name === 'webgl' && webglIsLost() ? { backend: 'webgl', lost: true, message: '' } : null;
}
