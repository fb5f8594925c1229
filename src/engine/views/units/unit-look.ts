// A unit of the network, for one sample: its weights, what it adds to the next layer and to the output, and the output with the unit
// turned to something else.
import * as tf from '@tensorflow/tfjs-core';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { NetworkPlan } from '../../../catalog/architectures/plan';
import type { IncomingWeights, UnitLook, UnitTurn } from '../../../core/engine-api/units';
import type { Focus } from '../../../core/engine-api/looking';
import { inputShape } from '../../../core/inpainting/mask-input';
import { sampleSize } from '../../../core/samples/samples';
import { layerUnits, valuesOf, type UnitPlace } from '../../../core/units/layer-units';
import type { Network } from '../../network/network';
import { networkInput, type Batch } from '../../training/batch/batch';
import { layerOutputs } from '../forward-pass';
import { incomingWeights, outgoingContributions, type Connected } from './connections';

/** The sample in focus, as the network reads it. */
export interface Focused {
  readonly focus: Focus;
  readonly batch: Batch;
}

/** Null where there is no such unit, and for the input and the output. */
export async function lookAtUnit(
  network: Network,
  { focus, batch }: Focused,
  place: UnitPlace,
): Promise<Omit<UnitLook, 'runId' | 'step'> | null> {
  const { experiment, shape } = network;
  const { boundary, unit } = place;
  const plan = networkPlan(experiment, shape);
  if (!isInside(plan, place)) return null;
  const activations = await layerOutputs(network, batch);
  const own = activations[boundary] ?? new Float32Array(0);
  const read = boundary === 1 ? networkInput(batch, experiment, shape) : activations[boundary - 1];
  const incoming: IncomingWeights[] = [];
  for (const { connected, name } of await layersAt(network, plan, boundary)) {
    const into = name === 'zMean' || name === 'zLogVar' ? name : 'unit';
    incoming.push(incomingWeights(connected, read ?? new Float32Array(0), unit, into));
  }
  const [next] = await layersAt(network, plan, boundary + 1);
  const { units } = layerUnits(plan.boundaries[boundary] ?? []);
  return {
    ...place,
    focus,
    values: valuesOf(own, units, unit),
    incoming,
    outgoing: next ? outgoingContributions(next.connected, own, unit) : new Float32Array(0),
    output: (activations.at(-1) ?? new Float32Array(0)).slice(),
    without: await outputWith(network, plan, own, place, { by: 'value', amount: 0 }),
  };
}

/** The output with a unit turned; null as in `lookAtUnit`. */
export async function turnUnit(
  network: Network,
  { focus, batch }: Focused,
  place: UnitPlace,
  turn: UnitTurn,
): Promise<(UnitPlace & { focus: Focus; turn: UnitTurn; output: Float32Array }) | null> {
  const plan = networkPlan(network.experiment, network.shape);
  if (!isInside(plan, place) || !Number.isFinite(turn.amount)) return null;
  const own = (await layerOutputs(network, batch))[place.boundary] ?? new Float32Array(0);
  return { ...place, focus, turn, output: await outputWith(network, plan, own, place, turn) };
}

function isInside({ boundaries }: NetworkPlan, { boundary, unit }: UnitPlace): boolean {
  const shape = boundaries[boundary];
  if (shape === undefined || boundary < 1 || boundary >= boundaries.length - 1) return false;
  return Number.isInteger(unit) && unit >= 0 && unit < layerUnits(shape).units;
}

/** The layers that write to a boundary, with their kernels: two of a Gaussian code. */
async function layersAt(
  { autoencoder, experiment, shape }: Network,
  { layers, boundaries }: NetworkPlan,
  boundary: number,
): Promise<{ name: string; connected: Connected }[]> {
  const read = shapeRead(boundaries, boundary - 1, sampleSize(inputShape(shape, experiment)), shape);
  const found = layers.flatMap((layer, index) => (layer.stage === boundary ? [{ layer, index }] : []));
  return Promise.all(
    found.map(async ({ layer, index }) => ({
      name: layer.name,
      connected: {
        layer,
        kernel: new Float32Array((await autoencoder.variables[2 * index]?.data<'float32'>()) ?? []),
        from: read,
        to: boundaries[boundary] ?? [],
      },
    })),
  );
}

/** The shape of a boundary as the next layer reads it: a mask makes the input one channel deeper. */
function shapeRead(
  boundaries: NetworkPlan['boundaries'],
  boundary: number,
  inputSize: number,
  shape: readonly number[],
): readonly number[] {
  const own = boundaries[boundary] ?? [];
  if (boundary !== 0 || sampleSize(own) === inputSize) return own;
  if (own.length < 2) return [inputSize];
  return [...own.slice(0, -1), inputSize / (sampleSize(shape) / (own.at(-1) ?? 1))];
}

/** @param values of the boundary for the sample, unit last */
async function outputWith(
  { autoencoder }: Network,
  { boundaries }: NetworkPlan,
  values: Float32Array,
  { boundary, unit }: UnitPlace,
  { by, amount }: UnitTurn,
): Promise<Float32Array> {
  const shape = boundaries[boundary] ?? [];
  const { units } = layerUnits(shape);
  const turned = values.slice();
  for (let at = unit; at < turned.length; at += units)
    turned[at] = by === 'value' ? amount : amount * (turned[at] ?? 0);
  const output = tf.tidy(() => autoencoder.outputFrom(tf.tensor(turned, [1, ...shape]), boundary));
  const pixels = new Float32Array(await output.data<'float32'>());
  output.dispose();
  return pixels;
}
