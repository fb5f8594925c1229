// The chain of layers in a `model.json` of TensorFlow.js, whether TensorFlow.js, Keras 2 or Keras 3 wrote it. Keras 3 says `batch_shape`
// where the others say `batch_input_shape` (tensorflow/tfjs#8328), and names the layer before in another way.
import { isObject } from '../../../../core/plain/is-object';
import { failWith } from '../../run-file-failure';

export interface TopologyLayer {
  readonly name: string;
  /** As Keras calls it: `Dense`. */
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of the layers before; empty for an input. */
  readonly from: readonly string[];
}

export interface Topology {
  /** Each after those that it follows. */
  readonly layers: readonly TopologyLayer[];
  /** Without the batch; null where it is not stated. */
  readonly inputShape: readonly number[] | null;
}

const mostLayers = 1000;

/** @throws CodedError<RunFileProblem> */
export function readTopology(modelTopology: unknown): Topology {
  const model = isObject(modelTopology) ? (modelTopology['model_config'] ?? modelTopology) : null;
  if (!isObject(model)) return failWith({ code: 'run-file.content', place: 'modelTopology' });
  const { config } = model;
  const listed = Array.isArray(config) ? (config as unknown[]) : isObject(config) ? config['layers'] : null;
  if (!Array.isArray(listed) || listed.length > mostLayers)
    return failWith({ code: 'run-file.content', place: 'modelTopology.config.layers' });
  const isSequential = model['class_name'] === 'Sequential';
  const layers = listed.map(readLayer);
  const ordered = layers.map((layer, place) =>
    isSequential ? { ...layer, from: place === 0 ? [] : [layers[place - 1]!.name] } : layer,
  );
  return { layers: inOrder(ordered), inputShape: inputShapeOf(ordered) };
}

function readLayer(layer: unknown, place: number): TopologyLayer {
  const at = `modelTopology.config.layers.${place}`;
  if (!isObject(layer) || !isObject(layer['config']) || typeof layer['class_name'] !== 'string')
    return failWith({ code: 'run-file.content', place: at });
  const { config } = layer;
  const name = layer['name'] ?? config['name'];
  if (typeof name !== 'string') return failWith({ code: 'run-file.content', place: `${at}.name` });
  return { name, kind: layer['class_name'], config, from: layersBefore(layer['inbound_nodes']) };
}

/** `[[['dense', 0, 0, {}]]]`, or in Keras 3 tensors with a `keras_history: ['dense', 0, 0]`. */
function layersBefore(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return [];
  const found: string[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (depth > 8) return;
    if (Array.isArray(node)) {
      if (typeof node[0] === 'string' && typeof node[1] === 'number') found.push(node[0]);
      else node.forEach((one) => visit(one, depth + 1));
    } else if (isObject(node)) {
      const { keras_history: history, args, config } = node;
      if (Array.isArray(history)) visit(history, depth + 1);
      else [args, config].forEach((one) => visit(one, depth + 1));
    }
  };
  visit(nodes, 0);
  return found;
}

/** A model may list its layers in any order. */
function inOrder(layers: readonly TopologyLayer[]): TopologyLayer[] {
  const names = new Set(layers.map(({ name }) => name));
  if (names.size !== layers.length) return failWith({ code: 'network.branches' });
  const placed = new Set<string>();
  const ordered: TopologyLayer[] = [];
  let left = [...layers];
  while (left.length > 0) {
    const ready = left.filter(({ from }) => from.every((name) => placed.has(name)));
    if (ready.length === 0) return failWith({ code: 'network.branches' });
    ready.forEach(({ name }) => placed.add(name));
    ordered.push(...ready);
    left = left.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

function inputShapeOf([first]: readonly TopologyLayer[]): number[] | null {
  const stated = first?.config['batch_shape'] ?? first?.config['batch_input_shape'];
  if (!Array.isArray(stated)) return null;
  const extents = stated.slice(1) as unknown[];
  return extents.every((extent) => Number.isInteger(extent) && (extent as number) > 0)
    ? (extents as number[])
    : null;
}
