// Hourglass on WebGL as it was before it had convolutions there: tfjs's own, and tfjs's reshapes beside them.
import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { FusedTransposedConvolution } from '../../../src/engine/kernels/training-kernels';
import { serve, type Job } from './contender';
import { Hourglass } from './hourglass';

const names = [tf.Conv2D, tf.FusedConv2D, tf.Conv2DBackpropInput, tf.Conv2DBackpropFilter, tf.Reshape];
const originals = names.map((name) => tf.getKernel(name, 'webgl'));

class HourglassBefore extends Hourglass {
  override async open(job: Job): Promise<string> {
    const text = await super.open(job);
    tf.unregisterKernel(FusedTransposedConvolution, 'webgl');
    for (const original of originals) {
      tf.unregisterKernel(original.kernelName, 'webgl');
      tf.registerKernel(original);
    }
    return `${text} Convolutions are tfjs's.`;
  }
}

serve(new HourglassBefore());
