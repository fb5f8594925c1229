// Detects GPU faults. After a loss or a refused operation the GPU keeps returning zeros, so no later result can be trusted.
import * as tf from '@tensorflow/tfjs-core';
import type { Failed } from '../../core/engine-api/events';
import { CodedError } from '../../core/failure';
import type { Fault } from './starter';
import { webglIsLost } from './webgl';
import { settleWebgpu, webgpuFault } from './webgpu';

/** The engine lost its graphics context. */
class ContextLostError extends CodedError {
  constructor() {
    super({ code: 'engine.context-lost' });
  }
}

/** The backend does not support an operation; retrying would not help. */
export class WorkRefusedError extends CodedError {}

export function errorOf({ lost, failure }: Fault): Error {
  return lost ? new ContextLostError() : new WorkRefusedError(failure);
}

/**
 * @throws ContextLostError when the current backend has lost its GPU
 * @throws WorkRefusedError when it has refused an operation
 */
export function assertBackendAlive(): void {
  const fault = faultOfBackend();
  if (fault) throw errorOf(fault);
}

export function failureKind(error: unknown): Failed['kind'] {
  if (error instanceof ContextLostError) return 'context-lost';
  return error instanceof WorkRefusedError ? 'refused' : 'internal';
}

/** Finds the real cause of an error: reading from a lost GPU fails with unrelated messages. */
export async function findCause(error: unknown): Promise<unknown> {
  if (tf.getBackend() === 'webgpu') await settleWebgpu();
  const fault = faultOfBackend();
  return fault ? errorOf(fault) : error;
}

function faultOfBackend(): Fault | null {
  const name = tf.getBackend();
  if (name === 'webgpu') return webgpuFault();
  if (name !== 'webgl' || !webglIsLost()) return null;
  return { backend: 'webgl', lost: true, failure: { code: 'engine.context-lost' } };
}
