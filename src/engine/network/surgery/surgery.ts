// Widens and narrows a trained network without losing what it learned, after Net2Net (Chen et al. 2015). A new unit gets random
// incoming and zero outgoing weights, so adding it does not change the output; narrowing keeps the most important units. Works
// on checkpoints (plain arrays), so it is the same on every backend.
import { widthOf, type LayerPlan, type NetworkPlan } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Experiment } from '../../../core/experiment/experiment';
import type { SampleShape } from '../../../core/samples/samples';
import { startsOfNewWeights } from '../../training/optimizer/new-weights';
import { initialKernel, zeroOptimizer } from '../weights/initial-weights';

/** For each unit of a boundary, the old unit that it continues, or -1 for a new unit. */
type Continuation = readonly number[];

/**
 * Resizes a checkpoint to the widths of `next` (code and dense hidden layers); everything else must be unchanged. Growing
 * leaves the network's output unchanged. Kept weights keep their optimizer slots, and `new-weights.ts` defines those of new
 * weights; a different optimizer starts with empty state.
 * @throws RangeError when the layers differ
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
  const resizeAll = (arrays: readonly Float32Array[], newEntries: NewEntries): Float32Array[] =>
    after.layers.flatMap((layer, index) => {
      const kernel = arrays[2 * index] ?? new Float32Array(0);
      const bias = arrays[2 * index + 1] ?? new Float32Array(0);
      if (layer.kind !== 'dense') return [kernel.slice(), bias.slice()];
      const inputs = layer.stage === 1 ? allOf(layer) : (units[layer.stage - 1] ?? []);
      const outputs = units[layer.stage] ?? [];
      const added = newEntries(layer, index, kernel, bias);
      const oldOutputs = widthOf(before.boundaries[layer.stage] ?? []);
      return [
        resizeKernel(kernel, oldOutputs, inputs, outputs, added),
        Float32Array.from(outputs, (old) => bias[old] ?? added.bias),
      ];
    });
  const weights = resizeAll(checkpoint.weights, (layer, index) => {
    // Salted by the step, so that a unit removed and added again gets different weights.
    const salt = index + (checkpoint.step + 1) * after.layers.length;
    const initial = units[layer.stage]?.includes(-1) ? initialKernel(layer, next.seed, salt) : null;
    // A new unit has no effect yet: its outgoing weights are 0.
    return { incoming: (at) => initial?.[at] ?? 0, outgoing: 0, bias: 0 };
  });
  const resizeSlot = (slot: readonly Float32Array[], k: number): Float32Array[] =>
    resizeAll(slot, (layer, _, kernel, bias) => {
      const { learningRate } = checkpoint.experiment;
      const onward = hasOwnPenalty(next, layer, after) ? null : kernelAt(before, checkpoint, layer.stage + 1);
      const startsFrom = (averages: Float32Array) =>
        startsOfNewWeights(next.optimizer, k, { averages, learningRate, onward });
      const { incoming, outgoing } = startsFrom(kernel);
      return { incoming: () => incoming, outgoing, bias: startsFrom(bias).incoming };
    });
  const optimizer =
    next.optimizer === checkpoint.experiment.optimizer
      ? { updates: checkpoint.optimizer.updates, slots: checkpoint.optimizer.slots.map(resizeSlot) }
      : zeroOptimizer(next, weights);
  return { ...checkpoint, experiment: next, weights, optimizer };
}

/** The image and the mask keep their size. */
function allOf({ kernelShape: [inputs = 0] }: LayerPlan): Continuation {
  return Array.from({ length: inputs }, (_, input) => input);
}

/** Entries of a layer's arrays that belong to a new unit. */
interface AddedEntries {
  /** A weight into a new unit from a kept one; `at` is the index in the kernel. */
  incoming(at: number): number;
  /** A weight out of a new unit. */
  outgoing: number;
  bias: number;
}

/** Computes the new entries of a layer from its old arrays. */
type NewEntries = (layer: LayerPlan, index: number, kernel: Float32Array, bias: Float32Array) => AddedEntries;

/** Whether a penalty on this layer's units adds to the gradient that comes back through their outgoing weights. */
function hasOwnPenalty(
  { codeKind, sparsity }: Experiment,
  { stage }: LayerPlan,
  { codeBoundary }: NetworkPlan,
): boolean {
  return stage === codeBoundary && (codeKind === 'gaussian' || sparsity !== 'none');
}

/** What surgery cannot change: the layers, and the kernels of the convolutions. */
function structureOf({ layers }: NetworkPlan): string {
  return layers
    .map(({ name, kind, kernelShape }) => (kind === 'dense' ? name : `${name} ${kernelShape.join('x')}`))
    .join(', ');
}

/** The kernel of the (first) layer that produces a boundary, if it is dense. */
function kernelAt(plan: NetworkPlan, { weights }: Checkpoint, boundary: number): Float32Array | undefined {
  const index = plan.layers.findIndex(({ stage }) => stage === boundary);
  return plan.layers[index]?.kind === 'dense' ? weights[2 * index] : undefined;
}

function resizeKernel(
  old: Float32Array, // [old inputs, oldOutputs]
  oldOutputs: number,
  inputs: Continuation,
  outputs: Continuation,
  added: AddedEntries,
): Float32Array {
  const kernel = new Float32Array(inputs.length * outputs.length);
  inputs.forEach((from, row) => {
    outputs.forEach((to, column) => {
      const at = row * outputs.length + column;
      const kept = () => old[from * oldOutputs + to] ?? 0;
      kernel[at] = from < 0 ? added.outgoing : to < 0 ? added.incoming(at) : kept();
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

/** Importance of each unit: the norm of its incoming weights times that of its outgoing weights, `[width]`. */
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
