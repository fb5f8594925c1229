// A graphics card that was lost goes on answering with zeros: nothing computed on it since can be trusted.
import * as tf from '@tensorflow/tfjs-core';
import { webglIsLost } from './webgl';
import { settleWebgpu, webgpuIsLost } from './webgpu';

/** The graphics context of the engine was lost. */
export class ContextLostError extends Error {
  constructor() {
    super('The graphics context was lost.');
    this.name = 'ContextLostError';
  }
}

/** @throws ContextLostError when the running backend has lost its graphics card */
export function assertBackendAlive(): void {
  if (isLost()) throw new ContextLostError();
}

/** What an error was really about: reading from a lost graphics card fails with messages of its own. */
export async function causeOf(error: unknown): Promise<unknown> {
  if (tf.getBackend() === 'webgpu') await settleWebgpu();
  return isLost() ? new ContextLostError() : error;
}

function isLost(): boolean {
  const name = tf.getBackend();
  return (name === 'webgl' && webglIsLost()) || (name === 'webgpu' && webgpuIsLost());
}
