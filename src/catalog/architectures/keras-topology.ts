// The topology of a network as Keras and TensorFlow.js write it (`model.json` of a layers model), from its plan alone: no tensor
// and no library is needed. A model takes and gives samples in their own shape.
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { widthOf, type LayerPlan, type NetworkPlan } from './plan';

/** `autoencoder`: from sample to reconstruction, a Gaussian code by its mean. */
export type ModelPart = 'autoencoder' | 'encoder' | 'decoder';

export interface KerasModel {
  readonly topology: Readonly<Record<string, unknown>>;
  /** The layers with weights, in order. */
  readonly layers: readonly LayerPlan[];
}

interface Shapes {
  readonly sample: SampleShape;
  /** With the mask's channel, where the network reads one. */
  readonly input: SampleShape;
}

/** One layer of a topology, before it is written. */
interface Written {
  readonly name: string;
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** The layer before; null for an input. */
  readonly from: string | null;
}

const createdBy = { keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' };

/** @param nameOf the name of a layer with weights: unique, without `/` */
export function kerasModel(
  { layers, boundaries, codeBoundary }: NetworkPlan,
  part: ModelPart,
  { sample, input }: Shapes,
  nameOf: (layer: LayerPlan) => string,
): KerasModel {
  const written: Written[] = [];
  const add = (layer: Written) => {
    written.push(layer);
    return layer.name;
  };
  const inPart = layers.filter(({ name, stage }) => {
    if (part === 'encoder') return stage <= codeBoundary;
    return part === 'decoder' ? stage > codeBoundary : name !== 'zLogVar';
  });
  const first = part === 'decoder' ? (boundaries[codeBoundary] ?? []) : input;
  const inputName = part === 'decoder' ? 'code' : 'sample';
  let ends = [
    add({
      name: inputName,
      kind: 'InputLayer',
      config: { batch_input_shape: [null, ...first], dtype: 'float32', sparse: false },
      from: null,
    }),
  ];
  let shape: readonly number[] = first;
  for (const stage of new Set(inPart.map((layer) => layer.stage))) {
    const [from = inputName] = ends;
    const atStage = inPart.filter((layer) => layer.stage === stage);
    const [one] = atStage;
    if (one === undefined) continue;
    const wanted = one.kind === 'dense' ? [widthOf(one.inputShape)] : one.inputShape;
    const fitted = addReshape(add, from, shape, wanted, `${nameOf(one)}_input`);
    ends = atStage.map((layer) => addLayer(add, fitted, layer, nameOf(layer)));
    shape = one.kind === 'dense' ? [widthOf(one.outputShape)] : one.outputShape;
  }
  if (part !== 'encoder') ends = [addReshape(add, ends[0] ?? inputName, shape, sample, 'reconstruction')];
  return { topology: topologyOf(part, written, inputName, ends), layers: inPart };
}

type Add = (layer: Written) => string;

function addLayer(add: Add, from: string, layer: LayerPlan, name: string): string {
  const { kind, kernelShape, outputShape, strides } = layer;
  const common = { trainable: true, activation: layer.activation, use_bias: true };
  if (kind === 'dense')
    return add({ name, kind: 'Dense', config: { ...common, units: widthOf(outputShape) }, from });
  const [height = 1, width = 1, wide = 1, deep = 1] = kernelShape;
  const config = {
    ...common,
    filters: kind === 'convolution' ? deep : wide,
    kernel_size: [height, width],
    strides,
    padding: 'same',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
  };
  const made = add({ name, kind: kind === 'convolution' ? 'Conv2D' : 'Conv2DTranspose', config, from });
  if (kind === 'convolution') return made;
  // A transposed convolution doubles its input; where the boundary is odd, the last row and column are left out.
  const [rows = 0, columns = 0] = [0, 1].map(
    (axis) => (layer.inputShape[axis] ?? 1) * (strides[axis] ?? 1) - (outputShape[axis] ?? 1),
  );
  if (rows === 0 && columns === 0) return made;
  const cropping = [
    [0, rows],
    [0, columns],
  ];
  return add({
    name: `${name}_crop`,
    kind: 'Cropping2D',
    config: { cropping, data_format: 'channels_last' },
    from: made,
  });
}

/** Adds nothing where the shape is the wanted one. */
function addReshape(
  add: Add,
  from: string,
  shape: readonly number[],
  wanted: readonly number[],
  name: string,
): string {
  if (shape.length === wanted.length && shape.every((extent, axis) => extent === wanted[axis])) return from;
  if (sampleSize(shape) !== sampleSize(wanted))
    throw new RangeError(`${name}: ${shape.join(' x ')} does not fill ${wanted.join(' x ')}`);
  return wanted.length === 1
    ? add({ name, kind: 'Flatten', config: { data_format: 'channels_last' }, from })
    : add({ name, kind: 'Reshape', config: { target_shape: wanted }, from });
}

function topologyOf(
  name: ModelPart,
  written: readonly Written[],
  input: string,
  outputs: readonly string[],
): KerasModel['topology'] {
  const layers = written.map(({ name: layer, kind, config, from }) => ({
    name: layer,
    class_name: kind,
    config: { ...config, name: layer },
    inbound_nodes: from === null ? [] : [[[from, 0, 0, {}]]],
  }));
  const place = (layer: string) => [layer, 0, 0];
  return {
    class_name: 'Functional',
    config: { name, layers, input_layers: [place(input)], output_layers: outputs.map(place) },
    ...createdBy,
  };
}
