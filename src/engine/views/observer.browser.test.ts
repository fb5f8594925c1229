import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { codeStatistics } from './measuring/code-statistics';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import type { Drawing, ViewEvent } from './view-contract';
import { Observer } from './observer';
import { runPlainNetwork } from '../testing/tiny/plain-network';
import { startForTest } from '../testing/start-backend';
import { largestDifference, makeSteps } from '../testing/steps';
import { tinyExperiment, tinySamples } from '../testing/tiny/tiny';
import { tinyDataset } from '../testing/tiny/tiny-dataset';
import type { WorkClock } from '../actor/work-clock';

const shape = [4, 4, 1];
const size = 16;
const samples = tinySamples(shape, 60);
const drawing: Drawing = { id: 7, pixels: Uint8Array.from({ length: size }, (_, i) => 17 * i) };

type Kind<T extends ViewEvent['type']> = Extract<ViewEvent, { type: T }>;

function watch(patch: ExperimentPatch) {
  const network = new Network(initialCheckpoint(tinyExperiment(patch), shape), shape, samples.count);
  const shown = { focus: null, drawing, pick: 0, seen: new Set(['pictures', 'map', 'drawing'] as const) };
  let now = 0;
  const clock: WorkClock = { now: () => now, during: (piece) => piece() };
  const observer = new Observer(() => network, tinyDataset(samples), shown, clock);
  const lookAll = async (training: boolean) => {
    const seen: ViewEvent[] = [];
    for (;;) {
      const observed = await observer.work(training);
      if (observed === null) break;
      seen.push(...observed);
    }
    return seen;
  };
  /** The events an hour later, during training. */
  const whileTraining = async () => {
    now += 3_600_000;
    return (await lookAll(true)).map(({ type }) => type);
  };
  /** All events that are due at this moment, the first of each type. */
  const look = async () => {
    const seen = await lookAll(false);
    return <T extends ViewEvent['type']>(type: T): Kind<T> => {
      const found = seen.find((event) => event.type === type);
      if (!found) throw new Error(`no ${type} was seen`);
      return found as Kind<T>;
    };
  };
  const dispose = async () => {
    await observer.dispose();
    network.dispose();
  };
  return { network, observer, look, whileTraining, dispose };
}

const convolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 1, filters: 4 };
const gaussian: ExperimentPatch = { codeKind: 'gaussian', codeSize: 3, loss: 'bce' };

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each<ExperimentPatch>([
    { codeSize: 3 },
    gaussian,
    { ...gaussian, ...convolutions },
    { ...convolutions, sparsity: 'kl', codeActivation: 'sigmoid', codeSize: 6 },
  ])('ten images of %o arrive with their codes, and the focused image with every boundary', async (patch) => {
    const { network, look, dispose } = watch(patch);
    const { codes, noisy, indices, reconstructed, activations } = (await look())('snapshot');
    const checkpoint = await network.checkpoint();
    const plain = Array.from(indices, (_, row) =>
      runPlainNetwork(checkpoint, shape, noisy.subarray(row * size, (row + 1) * size)),
    );
    const { codeSize } = network.experiment;
    expect(codes).toHaveLength(indices.length * codeSize);
    const expected = plain.flatMap(({ boundaries }) => boundaries[1] ?? []);
    expect(largestDifference(codes, expected)).toBeLessThan(1e-5);
    const pixels = plain.flatMap((pass) => pass.pixels);
    expect(largestDifference(reconstructed, pixels)).toBeLessThan(1e-5);
    expect(activations).toHaveLength(5);
    expect(largestDifference(activations[2] ?? [], codes.subarray(0, codeSize))).toBeLessThan(1e-5);
    await dispose();
  });

  test.each<ExperimentPatch>([{ codeSize: 3, codeActivation: 'relu' }, gaussian])(
    'the code statistics of %o arrive with the measurement of the whole test set',
    async (patch) => {
      const { network, look, dispose } = watch(patch);
      await makeSteps(network, samples, 3);
      const seen = await look();
      const { count, terms, scope } = seen('evaluation');
      expect([scope, count]).toEqual(['all', samples.count]);
      const checkpoint = await network.checkpoint();
      const passes = Array.from({ length: count }, (_, image) =>
        runPlainNetwork(
          checkpoint,
          shape,
          Array.from(samples.values.slice(image * size, (image + 1) * size), (byte) => byte / 255),
        ),
      );
      const codes = Float32Array.from(passes.flatMap(({ boundaries }) => boundaries[1] ?? []));
      const logVars = patch.codeKind ? Float32Array.from(passes.flatMap(({ logVar }) => logVar ?? [])) : null;
      const expected = codeStatistics(network.experiment, { codes, logVars });
      const statistics = seen('code-statistics');
      expect(statistics).toMatchObject({ step: 3, count, threshold: expected.threshold });
      for (const column of ['meanActivation', 'variance', 'activeShare'] as const) {
        expect(largestDifference(statistics[column], expected[column]), column).toBeLessThan(1e-4);
      }
      if (patch.codeKind) {
        expect(largestDifference(statistics.kl ?? [], expected.kl ?? [])).toBeLessThan(1e-4);
        // the unit bars add up to the term
        expect(terms.kl).toBeCloseTo(statistics.kl?.reduce((sum, unit) => sum + unit, 0) ?? NaN, 4);
      } else {
        expect(statistics.kl).toBeNull();
      }
      await dispose();
    },
  );

  test('a drawing has the deviation of each unit of a Gaussian code, and none for other codes', async () => {
    const cloud = watch(gaussian);
    const answer = (await cloud.look())('drawing');
    const input = Array.from(drawing.pixels, (byte) => byte / 255);
    const { boundaries, logVar } = runPlainNetwork(await cloud.network.checkpoint(), shape, input);
    expect(answer.drawingId).toBe(7);
    expect(largestDifference(answer.code, boundaries[1] ?? [])).toBeLessThan(1e-5);
    const deviations = (logVar ?? []).map((value) => Math.exp(value / 2));
    expect(largestDifference(answer.codeDeviation ?? [], deviations)).toBeLessThan(1e-5);
    await cloud.dispose();
    const point = watch({});
    expect((await point.look())('drawing').codeDeviation).toBeNull();
    await point.dispose();
  });

  test('a hidden view is not updated during training, but is once it is visible or training pauses', async () => {
    const { observer, look, whileTraining, dispose } = watch({});
    const numbers = ['evaluation', 'code-statistics'];
    observer.setSeen(new Set());
    // the first update happens regardless
    expect(await whileTraining()).toEqual(['drawing', 'snapshot', ...numbers, 'map', 'drawing']);
    observer.invalidate();
    expect(await whileTraining()).toEqual(numbers);
    observer.setSeen(new Set(['pictures', 'map', 'drawing']));
    expect(await whileTraining()).toEqual(['drawing', 'snapshot', ...numbers, 'map', 'drawing']);
    observer.setSeen(new Set(['pictures']));
    observer.invalidate();
    expect(await whileTraining()).toEqual(['snapshot', ...numbers]);
    const rest = await look();
    expect([rest('map').type, rest('drawing').type]).toEqual(['map', 'drawing']);
    expect(await whileTraining()).toEqual([]);
    await dispose();
  });

  test('an inspected test image has deviations too', async () => {
    const { observer, dispose } = watch({ ...gaussian, codeSize: 2 });
    const { codeDeviation, code, label } = await observer.inspect(13);
    expect([codeDeviation?.length, code.length, label]).toEqual([2, 2, 3]);
    expect(codeDeviation?.every((deviation) => deviation > 0)).toBe(true);
    await dispose();
  });

  test('the map of a two-unit Gaussian code shows its means, which do not change between updates', async () => {
    const { network, observer, look, dispose } = watch({ ...gaussian, codeSize: 2 });
    const { points, axes } = (await look())('map');
    expect(axes).toBe('code');
    const { boundaries } = runPlainNetwork(
      await network.checkpoint(),
      shape,
      Array.from(samples.values.slice(0, size), (byte) => byte / 255),
    );
    expect(largestDifference(points.subarray(0, 2), boundaries[1] ?? [])).toBeLessThan(1e-5);
    observer.invalidate('at-once');
    expect((await look())('map').points).toEqual(points);
    await dispose();
  });
});
