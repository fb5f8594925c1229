// The update of the weights: Adam (Kingma & Ba 2015), RMSProp (Hinton 2012), SGD with momentum (Polyak 1964). The
// state is plain tensors, one slot per running average, so that it can be kept through surgery and moved to another
// backend. Weight decay is apart from the gradient (AdamW, Loshchilov & Hutter 2019). Where a backend has a fused kernel of ours, one call updates a weight in place; elsewhere tfjs ops do.
import * as tf from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../core/engine-api';
import type { Experiment, OptimizerId } from '../core/experiment';

const beta1 = 0.9;
const beta2 = 0.999;
const decay = 0.9;
const momentum = 0.9;
/** Added to the root of the second moment, outside the root. */
const epsilon = 1e-7;

/** One weight, its gradient and its slots; `slots` are replaced by their next values. */
interface Update {
  weight: tf.Variable;
  gradient: tf.Tensor;
  slots: tf.Tensor[];
}

interface UpdateRule {
  /** The fused kernel, with its inputs beside `param` and `gradient` named in the order of the slots. */
  kernel: {
    name: string;
    slots: readonly string[];
    attrs(learningRate: number, updates: number): tf.NamedAttrMap;
  };
  /** The same in tfjs ops: the next slots and what to subtract from the weight. */
  next(
    gradient: tf.Tensor,
    slots: readonly tf.Tensor[],
    learningRate: number,
    updates: number,
  ): { slots: tf.Tensor[]; decrement: tf.Tensor };
}

/** alpha_t of Kingma & Ba 2015, end of section 2: the bias corrections folded into the step size. */
function adamStepSize(learningRate: number, updates: number): number {
  return (learningRate * Math.sqrt(1 - beta2 ** updates)) / (1 - beta1 ** updates);
}

const rules = {
  adam: {
    kernel: {
      name: 'AdamUpdate',
      slots: ['firstMoment', 'secondMoment'],
      attrs: (learningRate, updates) => ({
        stepSize: adamStepSize(learningRate, updates),
        beta1,
        beta2,
        epsilon,
      }),
    },
    next(gradient, slots, learningRate, updates) {
      const [first, second] = slots as [tf.Tensor, tf.Tensor];
      const m = tf.add(tf.mul(first, beta1), tf.mul(gradient, 1 - beta1));
      const v = tf.add(tf.mul(second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const decrement = tf.div(tf.mul(m, adamStepSize(learningRate, updates)), tf.add(tf.sqrt(v), epsilon));
      return { slots: [m, v], decrement };
    },
  },
  rmsprop: {
    kernel: {
      name: 'RmsPropUpdate',
      slots: ['meanSquare'],
      attrs: (learningRate) => ({ learningRate, decay, epsilon }),
    },
    next(gradient, slots, learningRate) {
      const [previous] = slots as [tf.Tensor];
      const meanSquare = tf.add(tf.mul(previous, decay), tf.mul(tf.square(gradient), 1 - decay));
      const decrement = tf.div(tf.mul(gradient, learningRate), tf.add(tf.sqrt(meanSquare), epsilon));
      return { slots: [meanSquare], decrement };
    },
  },
  sgd: {
    kernel: {
      name: 'MomentumUpdate',
      slots: ['velocity'],
      attrs: (learningRate) => ({ learningRate, momentum }),
    },
    next(gradient, slots, learningRate) {
      const [previous] = slots as [tf.Tensor];
      const velocity = tf.add(tf.mul(previous, momentum), gradient);
      return { slots: [velocity], decrement: tf.mul(velocity, learningRate) };
    },
  },
} satisfies Record<OptimizerId, UpdateRule>;

/** Owns the slots of one network's weights. */
export interface Optimizer {
  /** Moves the weights by one update. `gradients[i]` has the shape of `variables[i]`; the caller disposes of them. */
  update(rates: Pick<Experiment, 'learningRate' | 'weightDecay'>, gradients: readonly tf.Tensor[]): void;
  state(): Promise<Checkpoint['optimizer']>;
  /** Overwrites the slots and the count of updates. */
  restore(state: Checkpoint['optimizer']): void;
  dispose(): void;
}

/** An optimizer for `variables` that goes on from `state`. */
export function createOptimizer(
  id: OptimizerId,
  variables: readonly tf.Variable[],
  state: Checkpoint['optimizer'],
): Optimizer {
  const rule: UpdateRule = rules[id];
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
    update({ learningRate, weightDecay }, gradients) {
      updates++;
      if (weightDecay > 0) decayKernels(variables, 1 - learningRate * weightDecay);
      variables.forEach((weight, i) => {
        const update: Update = {
          weight,
          gradient: gradients[i] as tf.Tensor,
          slots: slots[i] as tf.Tensor[],
        };
        // undefined where the backend has no such kernel, though its type does not say so
        const fused = tf.getKernel(rule.kernel.name, tf.getBackend()) as tf.KernelConfig | undefined;
        if (fused) runFused(rule, update, learningRate, updates);
        else slots[i] = runComposed(rule, update, learningRate, updates);
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

/** Biases are left alone: they have no size to keep small. */
function decayKernels(variables: readonly tf.Variable[], factor: number): void {
  for (const variable of variables) {
    if (variable.rank > 1) tf.tidy(() => variable.assign(tf.mul(variable, factor)));
  }
}

function runFused(rule: UpdateRule, update: Update, learningRate: number, updates: number): void {
  const inputs: tf.NamedTensorMap = { param: update.weight, gradient: update.gradient };
  rule.kernel.slots.forEach((name, k) => (inputs[name] = update.slots[k] as tf.Tensor));
  tf.engine().runKernel(rule.kernel.name, inputs, rule.kernel.attrs(learningRate, updates));
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
