import { describe, expect, test } from 'vitest';
import { inputShape, pixelWeights, usesMasks, withMaskChannel } from './mask-input';

const shape = [1, 3, 2];
const masks = Uint8Array.from([0, 1, 0, 1, 1, 0]);

describe('a network that reads the mask', () => {
  test('has one more channel in its input, of images and of signals', () => {
    expect(inputShape([28, 28, 1], { maskInput: 'on' })).toEqual([28, 28, 2]);
    expect(inputShape([40, 3], { maskInput: 'on' })).toEqual([40, 4]);
    expect(inputShape([9], { maskInput: 'on' })).toEqual([9, 2]);
    expect(inputShape([28, 28, 1], { maskInput: 'off' })).toEqual([28, 28, 1]);
  });

  test('finds each pixel followed by whether it is missing', () => {
    const samples = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(Array.from(withMaskChannel(samples, masks, shape))).toEqual([
      ...[1, 2, 0, 3, 4, 1, 5, 6, 0],
      ...[7, 8, 1, 9, 10, 1, 11, 12, 0],
    ]);
    expect(Array.from(withMaskChannel(samples, null, shape)).filter((_, at) => at % 3 === 2)).toEqual(
      Array.from({ length: 6 }, () => 0),
    );
  });
});

describe('the weights of the loss', () => {
  const sum = (weights: Float32Array | null) => weights?.reduce((a, b) => a + b, 0);

  test('are none where it is on everything, or nothing is missing', () => {
    expect(pixelWeights(masks, shape, { lossOn: 'everything', holeWeight: 5 })).toBeNull();
    expect(pixelWeights(new Uint8Array(6), shape, { lossOn: 'hole', holeWeight: 5 })).toBeNull();
    expect(pixelWeights(null, shape, { lossOn: 'hole', holeWeight: 5 })).toBeNull();
  });

  test('on the hole are equal inside it and 0 elsewhere, in sum 1', () => {
    const weights = pixelWeights(masks, shape, { lossOn: 'hole', holeWeight: 5 });
    expect(sum(weights)).toBeCloseTo(1, 6);
    expect(Array.from(weights ?? [], (weight) => weight > 0)).toEqual(
      Array.from(masks).flatMap((missing) => [missing === 1, missing === 1]),
    );
  });

  test('weigh a missing pixel as much as so many known ones, in sum 1', () => {
    const weights = pixelWeights(masks, shape, { lossOn: 'weighted', holeWeight: 5 });
    expect(sum(weights)).toBeCloseTo(1, 6);
    expect((weights?.[2] ?? 0) / (weights?.[0] ?? 1)).toBeCloseTo(5, 5);
  });

  test('with weight 1 are those of the plain mean', () => {
    const weights = pixelWeights(masks, shape, { lossOn: 'weighted', holeWeight: 1 });
    for (const weight of weights ?? []) expect(weight).toBeCloseTo(1 / 12, 7);
  });
});

test('an experiment without either has no use for masks', () => {
  expect(usesMasks({ maskInput: 'off', lossOn: 'everything' })).toBe(false);
  expect(usesMasks({ maskInput: 'on', lossOn: 'everything' })).toBe(true);
  expect(usesMasks({ maskInput: 'off', lossOn: 'hole' })).toBe(true);
  // A run that was kept before there were such settings.
  expect(usesMasks({})).toBe(false);
});
