// Hourglass as it was before it had some of its kernels. On WebGL: tfjs's own convolutions, and tfjs's reshapes beside them. On WASM:
// the terms of the code in tfjs's ops.
import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import {
  FusedTransposedConvolution,
  GaussianCode,
  SparsityPenalty,
} from '../../../src/engine/kernels/training-kernels';
import { serve, type BenchBackend, type Job } from './contender';
import { Hourglass } from './hourglass';

const names = [tf.Conv2D, tf.FusedConv2D, tf.Conv2DBackpropInput, tf.Conv2DBackpropFilter, tf.Reshape];
const originals = names.map((name) => tf.getKernel(name, 'webgl'));

/** Kernels that it lacked. */
const missing: Partial<Record<BenchBackend, string[]>> = {
  webgl: [FusedTransposedConvolution],
  wasm: [GaussianCode, SparsityPenalty],
};

class HourglassBefore extends Hourglass {
  override async open(job: Job): Promise<string> {
    const text = await super.open(job);
    for (const name of missing[job.backend] ?? []) tf.unregisterKernel(name, job.backend);
    if (job.backend !== 'webgl') return `${text} The terms of the code are in tfjs's ops.`;
    for (const original of originals) {
      tf.unregisterKernel(original.kernelName, 'webgl');
      tf.registerKernel(original);
    }
    return `${text} Convolutions are tfjs's.`;
  }
}

serve(new HourglassBefore());
