// The optimizer of a backend with a kernel that updates all weights at once: each running average is one flat tensor over all of
// them, in their order.
import * as tf from '@tensorflow/tfjs-core';
import type { Experiment } from '../../../core/experiment/experiment';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { updateOfAll } from '../../kernels/training-kernels';
import { withClipped } from './gradient-clip';
import type { FusedUpdate } from './update-rules';

/** An `Optimizer` (optimizer.ts) for `variables` that continues from `state`. */
export function createFlatOptimizer(
  rule: FusedUpdate,
  variables: readonly tf.Variable[],
  state: Checkpoint['optimizer'],
) {
  let updates = 0;
  let slots: tf.Tensor1D[] = [];

  const dispose = () => {
    tf.dispose(slots);
    slots = [];
  };
  const restore = (from: Checkpoint['optimizer']) => {
    dispose();
    updates = from.updates;
    slots = from.slots.map((slot) => tf.keep(tf.tensor1d(joined(slot))));
  };
  restore(state);

  return {
    update(
      {
        learningRate,
        weightDecay,
        gradientClip,
      }: Pick<Experiment, 'learningRate' | 'weightDecay' | 'gradientClip'>,
      gradients: readonly tf.Tensor[],
    ): void {
      updates++;
      withClipped(gradients, gradientClip, (clipped) => {
        const inputs: tf.NamedTensorMap = {};
        variables.forEach((weight, i) => {
          inputs[`param${i}`] = weight;
          inputs[`gradient${i}`] = clipped[i] as tf.Tensor;
        });
        rule.slots.forEach((name, k) => (inputs[name] = slots[k] as tf.Tensor));
        const attrs = { ...rule.attrs(learningRate, updates), kept: 1 - learningRate * weightDecay };
        tf.engine().runKernel(updateOfAll(rule.name), inputs, attrs);
      });
    },
    async state(): Promise<Checkpoint['optimizer']> {
      const read = await Promise.all(slots.map((slot) => slot.data<'float32'>()));
      let from = 0;
      const places = variables.map(({ size }) => [from, (from += size)] as const);
      return { updates, slots: read.map((all) => places.map(([start, end]) => all.slice(start, end))) };
    },
    restore,
    dispose,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}
