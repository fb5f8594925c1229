// Starts a backend for a test, as the engine does. tfjs-layers registers the gradients of all operations.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import type { BackendName } from '../../core/backend-measurement';
import type { BackendReport } from '../../core/engine-api/backend';
import { probeCapabilities, startBackend } from '../backends/choice/backend';

/** @throws Error when a different backend started, since the tests would prove nothing about the requested one */
export async function startForTest(name: BackendName): Promise<BackendReport> {
  const report = await startBackend(name, await probeCapabilities(() => undefined));
  if (report.name !== name || tf.getBackend() !== name) {
    throw new Error(`expected the ${name} backend, got ${report.name}: ${report.reason.code}`);
  }
  return report;
}
