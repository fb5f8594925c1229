import { expect, it } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { weightsOfInput } from './inspect/weights-of-input';
import { networkLayers } from './network-layers';
import { activeText, addedText, layerName, layerSizeText, valueText } from './words';

function layersOf(patch: ExperimentPatch, shape: readonly number[]) {
  const experiment = { ...defaultExperiment, ...patch };
  const activations = networkPlan(experiment, shape).boundaries.map((each) =>
    Float32Array.from({ length: widthOf(each) }, (_, at) => (at % 2 === 0 ? 1 : 0)),
  );
  return networkLayers({ experiment, activations }, shape);
}

it('a dense network has its units in layers, those that are off counted', () => {
  const layers = layersOf({ hidden: [6], codeSize: 3, activation: 'relu' }, [4, 4, 1]) ?? [];
  expect(layers.map(layerName)).toEqual(['Encoder 1', 'Code', 'Decoder 1']);
  expect(layers.map(layerSizeText)).toEqual(['6 units', '3 units', '6 units']);
  expect(layers.map(activeText)).toEqual(['3 on, 3 off', '2 on, 1 off', '3 on, 3 off']);
});

it('a convolutional one has maps, and a signal’s filters; a map is on where it is anywhere', () => {
  const conv: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 4, codeSize: 3 };
  const layers = layersOf(conv, [8, 8, 1]) ?? [];
  expect(layers.map(layerName)).toEqual([
    'Convolution 1',
    'Convolution 2',
    'Code',
    'Unfolded',
    'Transposed 1',
  ]);
  expect(layers.map(layerSizeText)).toEqual([
    ...['4 maps of 4×4', '8 maps of 2×2', '3 units', '8 maps of 2×2', '4 maps of 4×4'],
  ]);
  // Every second number is 1: of maps that lie last, whole ones.
  expect(layers[0]?.active).toBe(2);
  expect((layersOf(conv, [16, 1]) ?? []).map(layerSizeText)[0]).toBe('4 filters of 8');
});

it('a Gaussian code shows its means, and a snapshot of other shapes shows nothing', () => {
  const [, code] = layersOf({ hidden: [6], codeKind: 'gaussian', codeSize: 3 }, [4, 4, 1]) ?? [];
  expect(code).toMatchObject({ place: 'code', isGaussian: true, threshold: 0.01 });
  const experiment = { ...defaultExperiment, hidden: [6] };
  expect(networkLayers({ experiment, activations: [new Float32Array(16)] }, [4, 4, 1])).toBeNull();
});

it('the weights from the input lie as a sample does, without those from its mask', () => {
  const flat = { sources: 4, rows: 1, columns: 1, weights: Float32Array.of(1, 2, 3, 4) };
  expect([...(weightsOfInput(flat, 4) ?? [])]).toEqual([1, 2, 3, 4]);
  // Two pixels of one channel, each with its mask.
  expect([...(weightsOfInput(flat, 2) ?? [])]).toEqual([1, 3]);
  // Two channels of two places.
  const channels = { sources: 2, rows: 2, columns: 1, weights: Float32Array.of(1, 2, 3, 4) };
  expect([...(weightsOfInput(channels, 4) ?? [])]).toEqual([1, 3, 2, 4]);
  // A filter is no picture of a sample.
  expect(weightsOfInput({ sources: 1, rows: 3, columns: 3, weights: new Float32Array(9) }, 784)).toBeNull();
});

it('a value says whether its unit is off, and what is added has its sign', () => {
  expect([valueText(0, 0), valueText(0.004, 0.01), valueText(1.234, 0)]).toEqual([
    '0 (off)',
    '0.004 (off)',
    '1.23',
  ]);
  expect([addedText(1.5), addedText(-0.25)]).toEqual(['+1.5', '−0.25']);
});
