// Updates the weights by the optimizer's rule (update-rules.ts). The state is plain tensors, one slot per running average, so
// that surgery can keep it and another backend can continue from it. Weight decay is decoupled from the gradient (AdamW,
// Loshchilov & Hutter 2019). A backend with a kernel for all weights (WASM) also clips and decays in it; one with a kernel for the
// rule (WebGL) updates a weight in place in one call; the others run tfjs ops.
import * as tf from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Experiment } from '../../../core/experiment/experiment';
import {
  hasKernel,
  runKernelForList,
  supports,
  updateOfAll,
  UpdateWeights,
  type UpdateWeightsAttrs,
} from '../../kernels/training-kernels';
import { createFlatOptimizer } from './flat-optimizer';
import { withClipped } from './gradient-clip';
import { updateRules, type FusedUpdate, type UpdateRule } from './update-rules';

/** One weight with its gradient and slots. `slots` are replaced by their next values. */
interface Update {
  weight: tf.Variable;
  gradient: tf.Tensor;
  slots: tf.Tensor[];
}

/** `gradientClip` is the largest global norm of the gradients, 0 for none. */
type Rates = Pick<Experiment, 'learningRate' | 'weightDecay' | 'gradientClip'>;

/** Owns the slots of one network's weights. */
export interface Optimizer {
  /** Applies one update. `gradients[i]` has the shape of `variables[i]`; the caller disposes of them. */
  update(rates: Rates, gradients: readonly tf.Tensor[]): void;
  state(): Promise<Checkpoint['optimizer']>;
  /** Overwrites the slots and the update count. */
  restore(state: Checkpoint['optimizer']): void;
  dispose(): void;
}

/** Creates an optimizer for `variables` that continues from `state`. */
export function createOptimizer(
  id: Experiment['optimizer'],
  variables: readonly tf.Variable[],
  state: Checkpoint['optimizer'],
): Optimizer {
  const rule = kindOf(updateRules, id);
  if (rule.kernel && hasKernel(updateOfAll(rule.kernel.name)))
    return createFlatOptimizer(rule.kernel, variables, state);
  let updates = 0;
  // slots[i][k]: running average k of weight i
  let slots: tf.Tensor[][] = [];

  const dispose = () => {
    tf.dispose(slots);
    slots = [];
  };
  const restore = (from: Checkpoint['optimizer']) => {
    dispose();
    updates = from.updates;
    slots = variables.map((variable, i) =>
      from.slots.map((slot) => tf.keep(tf.tensor(slot[i] as Float32Array, variable.shape, 'float32'))),
    );
  };
  restore(state);

  return {
    update(rates, gradients) {
      updates++;
      if (rule.kernel && supports(UpdateWeights, id)) {
        const numbers = rule.kernel.attrs(rates.learningRate, updates);
        updateTogether(id, numbers, rates, variables, gradients, slots);
        return;
      }
      decayKernels(variables, keepOf(rates));
      const fused = rule.kernel && hasKernel(rule.kernel.name) ? rule.kernel : null;
      withClipped(gradients, rates.gradientClip, (clipped) => {
        variables.forEach((weight, i) => {
          const update: Update = {
            weight,
            gradient: clipped[i] as tf.Tensor,
            slots: slots[i] as tf.Tensor[],
          };
          if (fused) runFused(fused, update, rates.learningRate, updates);
          else slots[i] = runComposed(rule, update, rates.learningRate, updates);
        });
      });
    },
    async state() {
      const perWeight = await Promise.all(
        slots.map((averages) => Promise.all(averages.map((slot) => slot.data<'float32'>()))),
      );
      const count = slots[0]?.length ?? 0;
      return {
        updates,
        slots: Array.from({ length: count }, (_, k) =>
          perWeight.map((averages) => new Float32Array(averages[k] ?? [])),
        ),
      };
    },
    restore,
    dispose,
  };
}

/** What is left of a kernel after its decay. Biases are exempt from it. */
function keepOf({ learningRate, weightDecay }: Rates): number {
  return 1 - learningRate * weightDecay;
}

function decayKernels(variables: readonly tf.Variable[], factor: number): void {
  if (factor === 1) return;
  for (const variable of variables) {
    if (variable.rank > 1) tf.tidy(() => variable.assign(tf.mul(variable, factor)));
  }
}

function updateTogether(
  optimizer: string,
  numbers: UpdateWeightsAttrs['rates'],
  rates: Rates,
  variables: readonly tf.Variable[],
  gradients: readonly tf.Tensor[],
  slots: readonly tf.Tensor[][],
): void {
  const weights = variables.map((param, i) => ({
    param,
    gradient: gradients[i] as tf.Tensor,
    slots: slots[i] ?? [],
    keep: param.rank > 1 ? keepOf(rates) : 1,
  }));
  const attrs: UpdateWeightsAttrs = {
    optimizer,
    rates: numbers,
    weights,
    gradientClip: rates.gradientClip,
  };
  runKernelForList(UpdateWeights, {}, attrs);
}

function runFused(kernel: FusedUpdate, update: Update, learningRate: number, updates: number): void {
  const inputs: tf.NamedTensorMap = { param: update.weight, gradient: update.gradient };
  kernel.slots.forEach((name, k) => (inputs[name] = update.slots[k] as tf.Tensor));
  tf.engine().runKernel(kernel.name, inputs, kernel.attrs(learningRate, updates));
}

function runComposed(rule: UpdateRule, update: Update, learningRate: number, updates: number): tf.Tensor[] {
  const next = tf.tidy(() => {
    const { slots, decrement } = rule.next(update.gradient, update.slots, learningRate, updates);
    update.weight.assign(tf.sub(update.weight, decrement));
    return slots;
  });
  tf.dispose(update.slots);
  return next.map((slot) => tf.keep(slot));
}
