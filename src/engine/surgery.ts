// Widening and narrowing a trained network without losing what it learned, after Net2Net (Chen et al. 2015): a new unit
// gets fresh incoming weights and outgoing weights of zero, so the output does not change when it is added; removing
// keeps the units that matter most. Works on checkpoints (plain arrays), so it is the same on every backend.
import type { Checkpoint } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import type { SampleShape } from '../core/samples';
import { initialKernel, layerActivation, layerWidths, zeroOptimizer } from './initial-weights';

/** For each unit of a resized layer, the unit of the old layer that it continues, or -1 for a new one. */
type Continuation = readonly number[];

/**
 * The checkpoint with the layer widths of `next` (same number of layers as before).
 * Growing leaves the network's output unchanged; optimizer slots go with the weights that are kept and are 0 for new ones.
 * Another optimizer begins without memory.
 * @throws RangeError when the number of layers differs
 */
export function resize(checkpoint: Checkpoint, next: Experiment, shape: SampleShape): Checkpoint {
  const before = layerWidths(checkpoint.experiment, shape);
  const after = layerWidths(next, shape);
  if (before.length !== after.length) {
    throw new RangeError(`cannot resize ${before.length - 1} layers into ${after.length - 1}`);
  }
  const kernels = checkpoint.weights.filter((_, index) => index % 2 === 0);
  const units: Continuation[] = after.map((width, layer) =>
    continuation(before[layer] ?? 0, width, kernels[layer - 1], kernels[layer]),
  );
  const resizeAll = (arrays: readonly Float32Array[], fresh: boolean): Float32Array[] =>
    arrays.map((array, index) => {
      const layer = index >> 1;
      const inputs = units[layer] ?? [];
      const outputs = units[layer + 1] ?? [];
      if (index % 2 === 1) return Float32Array.from(outputs, (old) => array[old] ?? 0);
      const activation = layerActivation(next, layer, after.length - 1);
      // Salted by the step, so that a unit removed and added again does not come back with the same weights.
      const salt = layer + (checkpoint.step + 1) * after.length;
      const unitsAdded = fresh && outputs.includes(-1);
      const initial = unitsAdded
        ? initialKernel(inputs.length, outputs.length, activation, next.seed, salt)
        : null;
      return resizeKernel(array, before[layer + 1] ?? 0, inputs, outputs, initial);
    });
  const weights = resizeAll(checkpoint.weights, true);
  const optimizer =
    next.optimizer === checkpoint.experiment.optimizer
      ? {
          updates: checkpoint.optimizer.updates,
          slots: checkpoint.optimizer.slots.map((slot) => resizeAll(slot, false)),
        }
      : zeroOptimizer(next, weights);
  return { ...checkpoint, experiment: next, weights, optimizer };
}

function resizeKernel(
  old: Float32Array, // [old inputs, oldOutputs]
  oldOutputs: number,
  inputs: Continuation,
  outputs: Continuation,
  initial: Float32Array | null, // [inputs.length, outputs.length]
): Float32Array {
  const kernel = new Float32Array(inputs.length * outputs.length);
  inputs.forEach((from, row) => {
    if (from < 0) return; // a new unit says nothing yet
    outputs.forEach((to, column) => {
      const at = row * outputs.length + column;
      kernel[at] = (to < 0 ? initial?.[at] : old[from * oldOutputs + to]) ?? 0;
    });
  });
  return kernel;
}

function continuation(
  before: number,
  after: number,
  incoming: Float32Array | undefined,
  outgoing: Float32Array | undefined,
): Continuation {
  if (after >= before) return Array.from({ length: after }, (_, unit) => (unit < before ? unit : -1));
  const weight = importance(before, incoming, outgoing);
  const ranked = Array.from({ length: before }, (_, unit) => unit).sort(
    (a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b,
  );
  return ranked.slice(0, after).sort((a, b) => a - b);
}

/** How much each unit carries: the norm of its incoming weights times that of its outgoing ones, `[width]`. */
function importance(
  width: number,
  incoming: Float32Array | undefined,
  outgoing: Float32Array | undefined,
): number[] {
  return Array.from({ length: width }, (_, unit) => {
    let into = 0;
    let out = 0;
    if (incoming) for (let i = unit; i < incoming.length; i += width) into += (incoming[i] ?? 0) ** 2;
    if (outgoing) {
      const fanOut = outgoing.length / width;
      for (let i = unit * fanOut; i < (unit + 1) * fanOut; i++) out += (outgoing[i] ?? 0) ** 2;
    }
    return Math.sqrt(into * out);
  });
}
