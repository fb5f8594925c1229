import { allOf } from '../../core/experiment/trained-on';
import { expect, it } from 'vitest';
import type { PcaModel } from '../../core/analysis-api';
import { uniform } from '../../core/random';
import type { Samples } from '../../core/samples/samples';
import { codeQuality } from './code-quality';

const [trainCount, testCount] = [60, 30];
const classNames = ['a', 'b'];

function images(count: number, isConstant: boolean): Samples {
  return {
    values: Float32Array.from({ length: count * 4 }, (_, i) => (isConstant ? 0.5 : uniform(1, 2, count, i))),
    shape: [2, 2, 1],
    count,
    labels: labelsOf(count),
    classNames,
  };
}

const labelsOf = (count: number) => Uint16Array.from({ length: count }, (_, i) => i % 2);

/** The first pixels as components; the model's numbers that quality does not read are empty. */
function axisPca(test: Samples): PcaModel {
  const none = new Float32Array(0);
  return {
    trainedOn: allOf('mnist'),
    sampleShape: [2, 2, 1],
    trainCount,
    mean: new Float32Array(4).fill(0.5),
    components: Float32Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 1 : 0)),
    deviations: none,
    trainMse: none,
    testMse: none,
    testPoints: Float32Array.from({ length: 2 * testCount }, (_, i) => {
      const pixel = Number(test.values[4 * Math.floor(i / 2) + (i % 2)]);
      return pixel - 0.5;
    }),
  };
}

/** @param rounding what rounding adds to constant codes, in units of the last place */
function judge(
  isConstant: { images: boolean; codes: boolean },
  rounding = 0,
  classes: Partial<Samples> = {},
  judged = testCount,
) {
  const [train, test] = [images(trainCount, isConstant.images), images(testCount, isConstant.images)].map(
    (samples) => ({ ...samples, ...classes }),
  ) as [Samples, Samples];
  const rounded = (i: number) => Math.round(rounding * uniform(6, 7, 0, i)) * 4 * 2 ** -23;
  const codes = (count: number) =>
    Float32Array.from({ length: count * 3 }, (_, i) =>
      isConstant.codes ? 7 + rounded(i) : uniform(4, 5, count, i),
    );
  return codeQuality(
    {
      trainedOn: allOf('mnist'),
      codeSize: 3,
      trainCodes: codes(trainCount),
      trainLabels: train.labels,
      testIndices: Uint32Array.from({ length: judged }, (_, index) => index),
      testCodes: codes(judged),
      testLabels: test.labels.subarray(0, judged),
      map: isConstant.codes
        ? Float32Array.from({ length: 2 * judged }, (_, i) => rounded(i))
        : codes(judged).slice(0, 2 * judged),
      seed: 1,
    },
    { train, picked: null, test, pca: axisPca(test) },
    () => undefined,
    () => false,
  );
}

it('codes that are all equal have no accuracy and no trustworthiness, rather than those of chance', async () => {
  const quality = await judge({ images: false, codes: true });
  expect(quality?.code).toBeNull();
  expect(quality?.trustworthiness.code).toBeNull();
  expect(quality?.pixels?.distinct).toBe(trainCount);
  expect(quality?.trustworthiness.pca).toBeGreaterThan(0);
});

it('nor have codes that differ by rounding only, however their images differ', async () => {
  const quality = await judge({ images: false, codes: true }, 3);
  expect(quality?.code).toBeNull();
  expect(quality?.trustworthiness.code).toBeNull();
});

it('images that are all equal have none either, by pixels or by PCA', async () => {
  const quality = await judge({ images: true, codes: false });
  expect(quality?.pixels).toBeNull();
  expect(quality?.pca).toBeNull();
  expect(quality?.trustworthiness.pca).toBeNull();
  expect(quality?.code?.distinct).toBe(trainCount);
});

const different = { images: false, codes: false };

it('without labels there are no accuracies, and the reason is given; a map needs no labels', async () => {
  const quality = await judge(different, 0, { classNames: [], labels: new Uint16Array(trainCount) });
  expect(quality?.note).toEqual({ code: 'quality.unlabelled' });
  expect([quality?.code, quality?.pca, quality?.pixels]).toEqual([null, null, null]);
  expect(quality?.trustworthiness.pca).toBeGreaterThan(0);
  expect((await judge(different))?.note).toBeNull();
});

it('with one class there are none either: every guess would be right', async () => {
  const quality = await judge(different, 0, { classNames: ['a'], labels: new Uint16Array(trainCount) });
  expect(quality?.note).toEqual({ code: 'quality.one-class' });
  expect(quality?.code).toBeNull();
});

it('only the chosen images count, of either set', async () => {
  // Images of a class each, and between them images that would make every vote wrong.
  const of = (count: number, decoy: number): Samples => ({
    values: Float32Array.from({ length: 8 * count }, (_, i) => {
      const image = i >> 2;
      return image % 2 === 1 ? decoy - Math.floor(image / 2) / 1000 : (image >> 1) % 2;
    }),
    shape: [2, 2, 1],
    count: 2 * count,
    labels: Uint16Array.from({ length: 2 * count }, (_, image) => (image >> 1) % 2),
    classNames,
  });
  const [train, test] = [of(trainCount, 1), of(testCount, 0)];
  const even = (count: number) => Uint32Array.from({ length: count }, (_, i) => 2 * i);
  const codes = (count: number) => Float32Array.from({ length: count }, (_, i) => i % 2);
  const quality = await codeQuality(
    {
      trainedOn: allOf('mnist'),
      codeSize: 1,
      trainCodes: codes(trainCount),
      trainLabels: labelsOf(trainCount),
      testIndices: even(testCount),
      testCodes: codes(testCount),
      testLabels: labelsOf(testCount),
      map: Float32Array.from({ length: 2 * testCount }, (_, i) => (i >> 1) % 2),
      seed: 1,
    },
    { train, picked: even(trainCount), test, pca: axisPca(test) },
    () => undefined,
    () => false,
  );
  expect(quality?.pixels).toMatchObject({ distinct: 2, knn: 1 });
});

it('a map of few images is judged by fewer neighbours, one of two images not at all', async () => {
  for (const few of [3, 8, 21]) {
    const { trustworthiness } = (await judge(different, 0, {}, few))!;
    expect(trustworthiness.code).toBeGreaterThanOrEqual(0);
    expect(trustworthiness.code).toBeLessThanOrEqual(1);
  }
  expect((await judge(different, 0, {}, 2))?.trustworthiness).toEqual({ code: null, pca: null });
});
