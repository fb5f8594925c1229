// Whether a chain of layers is a network that the playground can build, and which: a guess from the layers, which the plan of that
// experiment then has to match, layer by layer and weight by weight.
import { networkPlan } from '../../../../catalog/architectures/registry';
import type { LayerPlan } from '../../../../catalog/architectures/plan';
import { experimentSchema } from '../../../../catalog/experiment-schema';
import { defaultExperiment, type Experiment } from '../../../../core/experiment/experiment';
import { sampleSize, type SampleShape } from '../../../../core/samples/samples';
import { failWith } from '../../run-file-failure';
import { weightNames } from '../../weight-names';
import type { StoredWeight } from './stored-weights';
import type { Topology, TopologyLayer } from './topology';

/** A layer with weights. */
export interface FoundLayer {
  readonly name: string;
  readonly kind: LayerPlan['kind'];
  readonly activation: string;
  readonly kernel: StoredWeight;
  readonly bias: StoredWeight;
  /** Of a convolution; null for a dense layer. */
  readonly strides: unknown;
  /** Name of the layer before that has weights; empty for the first. */
  readonly from: string;
}

const kinds: Readonly<Record<string, LayerPlan['kind']>> = {
  Dense: 'dense',
  Conv2D: 'convolution',
  Conv2DTranspose: 'transposed',
};

/** Layers without weights that only arrange numbers, or do nothing once a network is trained. */
const arranging = new Set([
  'InputLayer',
  'Flatten',
  'Reshape',
  'Cropping2D',
  'Dropout',
  'GaussianNoise',
  'GaussianDropout',
]);

/** The layers with weights, in order. @throws CodedError<RunFileProblem> */
export function findLayers({ layers }: Topology, weights: readonly StoredWeight[]): FoundLayer[] {
  const found: FoundLayer[] = [];
  /** Of each layer, the one with weights that its numbers come from. */
  const source = new Map<string, string>();
  for (const layer of layers) {
    if (layer.from.length > 1) failWith({ code: 'network.branches' });
    const from = source.get(layer.from[0] ?? '') ?? '';
    const kind = kinds[layer.kind];
    if (kind !== undefined) {
      const { strides = [1, 1], padding = 'valid' } = layer.config;
      if (kind !== 'dense' && padding !== 'same')
        failWith({ code: 'network.layer', layer: layer.name, kind: `${layer.kind}, ${String(padding)}` });
      found.push({ ...weightsOf(layer, weights), kind, strides: kind === 'dense' ? null : strides, from });
      source.set(layer.name, layer.name);
    } else {
      source.set(layer.name, from);
      if (isActivation(layer)) setActivation(found, from, layer);
      else if (!arranging.has(layer.kind))
        failWith({ code: 'network.layer', layer: layer.name, kind: layer.kind });
    }
  }
  return found;
}

function weightsOf(
  layer: TopologyLayer,
  weights: readonly StoredWeight[],
): Omit<FoundLayer, 'kind' | 'strides' | 'from'> {
  const find = (part: string) =>
    weights.find(({ name }) => {
      const path = name.replace(/:\d+$/, '').split('/');
      return path.at(-1) === part && path.includes(layer.name);
    });
  const [kernel, bias] = [find('kernel'), find('bias')];
  if (!kernel || !bias) return failWith({ code: 'network.weights', layer: layer.name });
  return { name: layer.name, activation: activationOf(layer), kernel, bias };
}

function activationOf({ config }: TopologyLayer): string {
  const { activation } = config;
  // Keras writes some as objects.
  return typeof activation === 'string' ? activation : activation === undefined ? 'linear' : 'another';
}

function isActivation({ kind }: TopologyLayer): boolean {
  return kind === 'Activation' || kind === 'ReLU';
}

/** A layer of its own for the activation of the layer before. */
function setActivation(found: FoundLayer[], from: string, layer: TopologyLayer): void {
  const at = found.findIndex(({ name }) => name === from);
  const before = found[at];
  const activation = layer.kind === 'ReLU' ? 'relu' : activationOf(layer);
  if (before?.activation !== 'linear')
    failWith({ code: 'network.layer', layer: layer.name, kind: layer.kind });
  else found[at] = { ...before, activation };
}

/**
 * The experiment of an encoder and a decoder, on samples of this shape.
 * @param known what is stated of the experiment, such as its loss; the layers count where the two differ
 * @throws CodedError<RunFileProblem>
 */
export function recogniseNetwork(
  encoder: readonly FoundLayer[],
  decoder: readonly FoundLayer[],
  shape: SampleShape,
  known: Partial<Experiment>,
): { experiment: Experiment; weights: Float32Array[] } {
  const layers = [...encoder, ...decoder];
  const heads = encoder.filter(({ from }) => from === encoder.at(-1)?.from);
  const isConvolutional = layers.some(({ kind }) => kind !== 'dense');
  const stages = encoder.slice(0, encoder.length - heads.length);
  const widthOf = ({ bias }: FoundLayer) => bias.values.length;
  const guess = {
    ...defaultExperiment,
    ...known,
    architecture: isConvolutional ? 'convolutional' : 'dense',
    codeSize: heads[0] ? widthOf(heads[0]) : 0,
    codeKind: heads.length > 1 ? 'gaussian' : 'deterministic',
    codeActivation: heads.length > 1 ? defaultExperiment.codeActivation : (heads[0]?.activation ?? ''),
    activation: stages[0]?.activation ?? defaultExperiment.activation,
    outputActivation: decoder.at(-1)?.activation ?? '',
    ...(isConvolutional
      ? { convLayers: stages.length, filters: stages[0] ? widthOf(stages[0]) : 0 }
      : { hidden: stages.map(widthOf) }),
  };
  const parsed = experimentSchema.safeParse(guess);
  if (!parsed.success) {
    const setting = String(parsed.error.issues[0]?.path[0] ?? '');
    const value = String((guess as Record<string, unknown>)[setting]);
    return failWith({ code: 'network.setting', setting, value });
  }
  return { experiment: parsed.data, weights: matchPlan(parsed.data, shape, layers) };
}

/** The weights in the order of the plan, if every layer is the planned one. */
function matchPlan(
  experiment: Experiment,
  shape: SampleShape,
  layers: readonly FoundLayer[],
): Float32Array[] {
  const plan = networkPlan(experiment, shape);
  const names = weightNames(plan);
  if (plan.layers.length !== layers.length)
    return failWith({
      code: 'network.not-mirrored',
      widths: [sampleSize(shape), ...layers.map(({ bias }) => bias.values.length)],
    });
  return plan.layers.flatMap((planned, i) => {
    const layer = layers[i]!;
    const strides = planned.kind === 'dense' ? null : planned.strides;
    if (layer.kind !== planned.kind || JSON.stringify(layer.strides) !== JSON.stringify(strides))
      failWith({ code: 'network.layer', layer: layer.name, kind: layer.kind });
    if (layer.activation !== planned.activation)
      failWith({ code: 'network.activation', layer: layer.name, activation: layer.activation });
    return [layer.kernel, layer.bias].map(({ name, shape: found, values }, part) => {
      const { shape: expected } = names[2 * i + part]!;
      const fits =
        found.length === expected.length && found.every((extent, axis) => extent === expected[axis]);
      return fits ? values : failWith({ code: 'run-file.tensor-shape', key: name, shape: found, expected });
    });
  });
}
