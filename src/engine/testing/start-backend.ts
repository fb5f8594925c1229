// Starts a backend for a test, as the engine would. tfjs-layers brings the gradients of all operations with it.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import type { BackendName, BackendReport } from '../../core/engine-api';
import { probeCapabilities, startBackend } from '../backend';

/** @throws Error when another backend than the one asked for came up: the tests would say nothing about it */
export async function startForTest(name: BackendName): Promise<BackendReport> {
  const report = await startBackend(name, await probeCapabilities(() => undefined));
  if (report.name !== name || tf.getBackend() !== name) {
    throw new Error(`wanted the ${name} backend, got ${report.name}: ${report.reason}`);
  }
  return report;
}
