// The layers between input and output as the view of the network draws them, from a snapshot.
import { activeThreshold } from '../../catalog/activations/registry';
import type { LayerRole } from '../../catalog/architectures/layer-explanations';
import { networkPlan } from '../../catalog/architectures/registry';
import type { NetworkPlan } from '../../catalog/architectures/plan';
import type { Snapshot } from '../../core/engine-api/looking';
import type { ActivationId } from '../../core/experiment/experiment';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { layerUnits, unitValues, type LayerUnits } from '../../core/units/layer-units';

export interface NetworkLayer extends LayerUnits {
  /** Boundary that the layer writes to. */
  readonly boundary: number;
  readonly place: 'encoder' | 'code' | 'decoder';
  /** Among the layers of its side, from 1; of the code 1. */
  readonly number: number;
  readonly kind: 'dense' | 'convolution' | 'transposed' | 'unfolded';
  readonly activation: ActivationId;
  /** Whether its values are the means of a Gaussian code. */
  readonly isGaussian: boolean;
  /** Unit last. */
  readonly values: Float32Array;
  /** One number for each unit. */
  readonly perUnit: Float32Array;
  /** A unit is active when it is further from 0. */
  readonly threshold: number;
  /** How many are. */
  readonly active: number;
}

/** Null while the snapshot is of a network of other shapes. */
export function networkLayers(
  { experiment, activations }: Pick<Snapshot, 'experiment' | 'activations'>,
  shape: SampleShape,
): NetworkLayer[] | null {
  const plan = networkPlan(experiment, shape);
  const { boundaries } = plan;
  const fits =
    activations.length === boundaries.length &&
    boundaries.every((boundary, index) => activations[index]?.length === sampleSize(boundary));
  if (!fits) return null;
  return boundaries.slice(1, -1).map((_, index) => layerAt(plan, index + 1, activations[index + 1]!));
}

function layerAt(
  { layers, boundaries, codeBoundary }: NetworkPlan,
  boundary: number,
  values: Float32Array,
): NetworkLayer {
  const made = layers.filter(({ stage }) => stage === boundary);
  const [layer] = made;
  const grid = layerUnits(boundaries[boundary] ?? []);
  const perUnit = unitValues(values, grid.units);
  const activation = layer?.activation ?? 'linear';
  const threshold = activeThreshold(activation);
  return {
    ...grid,
    boundary,
    place: boundary < codeBoundary ? 'encoder' : boundary > codeBoundary ? 'decoder' : 'code',
    number: boundary < codeBoundary ? boundary : Math.max(1, boundary - codeBoundary),
    kind:
      layer === undefined || (layer.kind === 'dense' && layer.outputShape.length < 2)
        ? 'dense'
        : layer.kind === 'dense'
          ? 'unfolded'
          : layer.kind,
    activation,
    isGaussian: made.length > 1,
    values,
    perUnit,
    threshold,
    active: perUnit.reduce((count, value) => count + (Math.abs(value) > threshold ? 1 : 0), 0),
  };
}

/** What kind of layer it is, to be explained. */
export function roleOf({ place, kind, isGaussian }: NetworkLayer): LayerRole {
  if (place !== 'code') return kind;
  return isGaussian ? 'draws' : 'code';
}
