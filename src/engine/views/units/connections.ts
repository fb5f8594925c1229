// Connections between the units of two layers in plain numbers: the weights from one to the other, and what one adds to the sum
// inside the other for one sample.
import type { LayerPlan } from '../../../catalog/architectures/plan';
import type { IncomingWeights } from '../../../core/engine-api/units';
import { layerUnits, type LayerUnits } from '../../../core/units/layer-units';

/** A layer with its kernel, flat as it lies in the checkpoint, and the shapes that it connects. */
export interface Connected {
  readonly layer: Pick<LayerPlan, 'kind' | 'kernelShape' | 'strides'>;
  readonly kernel: Float32Array;
  /** Of the layer before, as it is: with the mask of an input that has one. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * What unit `source` of the layer before adds to unit `target`, summed over the places of a map.
 * @param activations of the layer before, unit last
 */
function contribution(
  connected: Connected,
  activations: Float32Array,
  source: number,
  target: number,
): number {
  const { layer } = connected;
  return layer.kind === 'dense'
    ? denseContribution(connected, activations, source, target)
    : movingContribution(connected, activations, source, target);
}

function denseContribution(
  { kernel, from, to }: Connected,
  activations: Float32Array,
  source: number,
  target: number,
): number {
  const [before, after] = [layerUnits(from), layerUnits(to)];
  const outputs = after.units * placesOf(after);
  let sum = 0;
  for (let at = source; at < activations.length; at += before.units) {
    const value = activations[at] ?? 0;
    if (value === 0) continue;
    for (let output = target; output < outputs; output += after.units)
      sum += value * (kernel[at * outputs + output] ?? 0);
  }
  return sum;
}

/** Each place of the kernel is counted as often as it falls into both grids (padding `same`). */
function movingContribution(
  { layer, kernel, from, to }: Connected,
  activations: Float32Array,
  source: number,
  target: number,
): number {
  const [before, after] = [layerUnits(from), layerUnits(to)];
  const [kernelRows = 1, kernelColumns = 1, wideUnits = 1, deepUnits = 1] = layer.kernelShape;
  const [strideY, strideX] = layer.strides;
  const isTransposed = layer.kind === 'transposed';
  // A transposed convolution scatters where a convolution gathers; what it makes too large is cropped.
  const [deep, wide] = isTransposed ? [before, after] : [after, before];
  const height = isTransposed ? before.rows * strideY : before.rows;
  const width = isTransposed ? before.columns * strideX : before.columns;
  const top = Math.max(0, (deep.rows - 1) * strideY + kernelRows - height) >> 1;
  const left = Math.max(0, (deep.columns - 1) * strideX + kernelColumns - width) >> 1;
  let sum = 0;
  for (let row = 0; row < kernelRows; row++)
    for (let column = 0; column < kernelColumns; column++) {
      const [wideUnit, deepUnit] = isTransposed ? [target, source] : [source, target];
      const weight =
        kernel[((row * kernelColumns + column) * wideUnits + wideUnit) * deepUnits + deepUnit] ?? 0;
      let reached = 0;
      for (let y = 0; y < deep.rows; y++) {
        const wideY = y * strideY + row - top;
        if (wideY < 0 || wideY >= wide.rows) continue;
        for (let x = 0; x < deep.columns; x++) {
          const wideX = x * strideX + column - left;
          if (wideX < 0 || wideX >= wide.columns) continue;
          const at = isTransposed ? y * before.columns + x : wideY * before.columns + wideX;
          reached += activations[at * before.units + source] ?? 0;
        }
      }
      sum += weight * reached;
    }
  return sum;
}

/** The weights that lead into a unit, and what each source adds to it. */
export function incomingWeights(
  connected: Connected,
  activations: Float32Array,
  unit: number,
  into: IncomingWeights['into'],
): IncomingWeights {
  const { layer, kernel, from, to } = connected;
  const [before, after] = [layerUnits(from), layerUnits(to)];
  const [kernelRows = 1, kernelColumns = 1, wideUnits = 1, deepUnits = 1] = layer.kernelShape;
  const isDense = layer.kind === 'dense';
  // Of a dense layer one of the two sides is flat, so the other one's map is what the weights look like.
  const isUnfolded = isDense && placesOf(after) > 1;
  const grid = isUnfolded ? after : isDense ? before : { rows: kernelRows, columns: kernelColumns };
  const places = grid.rows * grid.columns;
  const outputs = after.units * placesOf(after);
  const weights = new Float32Array(before.units * places);
  for (let source = 0; source < before.units; source++)
    for (let place = 0; place < places; place++) {
      const at = isUnfolded
        ? source * outputs + place * after.units + unit
        : isDense
          ? (place * before.units + source) * outputs + unit
          : layer.kind === 'transposed'
            ? (place * wideUnits + unit) * deepUnits + source
            : (place * wideUnits + source) * deepUnits + unit;
      weights[source * places + place] = kernel[at] ?? 0;
    }
  const contributions = Float32Array.from({ length: before.units }, (_, source) =>
    contribution(connected, activations, source, unit),
  );
  return { into, sources: before.units, rows: grid.rows, columns: grid.columns, weights, contributions };
}

/** What a unit adds to each unit of the next layer, `[units]`. */
export function outgoingContributions(
  connected: Connected,
  activations: Float32Array,
  unit: number,
): Float32Array {
  return Float32Array.from({ length: layerUnits(connected.to).units }, (_, target) =>
    contribution(connected, activations, unit, target),
  );
}

const placesOf = ({ rows, columns }: LayerUnits) => rows * columns;
