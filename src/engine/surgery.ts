// Widening and narrowing a trained network without losing what it learned, after Net2Net (Chen et al. 2015): a new unit
// gets fresh incoming weights and outgoing weights of zero, so the output does not change when it is added; removing
// keeps the units that matter most. Works on checkpoints (plain arrays), so it is the same on every backend.
import { widthOf, type NetworkPlan } from '../catalog/architectures/plan';
import { networkPlan } from '../catalog/architectures/registry';
import type { Checkpoint } from '../core/engine-api';
import type { Experiment } from '../core/experiment';
import type { SampleShape } from '../core/samples';
import { initialKernel, zeroOptimizer } from './initial-weights';

/** For each unit of a boundary, the unit of the old one that it continues, or -1 for a new one. */
type Continuation = readonly number[];

/**
 * The checkpoint with the widths of `next`: its code and dense hidden layers; everything else must be as before.
 * Growing leaves the network's output unchanged; optimizer slots go with the weights that are kept and are 0 for new ones.
 * Another optimizer begins without memory.
 * @throws RangeError when the layers are others
 */
export function resize(checkpoint: Checkpoint, next: Experiment, shape: SampleShape): Checkpoint {
  const before = networkPlan(checkpoint.experiment, shape);
  const after = networkPlan(next, shape);
  if (structureOf(before) !== structureOf(after)) {
    throw new RangeError(`cannot resize ${structureOf(before)} into ${structureOf(after)}`);
  }
  const units = after.boundaries.map((boundary, index) =>
    continuation(
      widthOf(before.boundaries[index] ?? []),
      widthOf(boundary),
      kernelAt(before, checkpoint, index),
      kernelAt(before, checkpoint, index + 1),
    ),
  );
  const resizeAll = (arrays: readonly Float32Array[], fresh: boolean): Float32Array[] =>
    after.layers.flatMap((layer, index) => {
      const kernel = arrays[2 * index] ?? new Float32Array(0);
      const bias = arrays[2 * index + 1] ?? new Float32Array(0);
      if (layer.kind !== 'dense') return [kernel.slice(), bias.slice()];
      const inputs = units[layer.stage - 1] ?? [];
      const outputs = units[layer.stage] ?? [];
      // Salted by the step, so that a unit removed and added again does not come back with the same weights.
      const salt = index + (checkpoint.step + 1) * after.layers.length;
      const initial = fresh && outputs.includes(-1) ? initialKernel(layer, next.seed, salt) : null;
      const oldOutputs = widthOf(before.boundaries[layer.stage] ?? []);
      return [
        resizeKernel(kernel, oldOutputs, inputs, outputs, initial),
        Float32Array.from(outputs, (old) => bias[old] ?? 0),
      ];
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

/** What surgery cannot change: which layers there are, and the kernels of the convolutions. */
function structureOf({ layers }: NetworkPlan): string {
  return layers
    .map(({ name, kind, kernelShape }) => (kind === 'dense' ? name : `${name} ${kernelShape.join('x')}`))
    .join(', ');
}

/** The kernel of the (first) layer that makes a boundary, if it is dense. */
function kernelAt(plan: NetworkPlan, { weights }: Checkpoint, boundary: number): Float32Array | undefined {
  const index = plan.layers.findIndex(({ stage }) => stage === boundary);
  return plan.layers[index]?.kind === 'dense' ? weights[2 * index] : undefined;
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
