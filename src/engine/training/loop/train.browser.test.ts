import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TermId } from '../../../core/run/objective-terms';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { sampleOrder } from '../../dataset/sample-order';
import { startForTest } from '../../testing/start-backend';
import { makeSteps } from '../../testing/steps';
import { clock, lossesOf, samples, setUp, stepsOf } from '../../testing/training';
import { train, type TrainingData } from './train';

const objectives: [ExperimentPatch, TermId[]][] = [
  [{}, ['reconstruction']],
  [{ sparsity: 'l1', sparsityWeight: 0.1 }, ['reconstruction', 'sparsity']],
  [{ sparsity: 'kl', codeActivation: 'sigmoid', sparsityWeight: 0.1 }, ['reconstruction', 'sparsity']],
  [{ codeKind: 'gaussian', loss: 'bce', beta: 3 }, ['reconstruction', 'kl']],
];

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('the first pull trains one step and yields its loss', async () => {
    const { network, data } = setUp();
    const loop = train(network, data);
    const { value } = await loop.next();
    expect(value).toMatchObject({ kind: 'losses', losses: { length: 1 } });
    expect(network.step).toBe(1);
    await loop.return();
    network.dispose();
  });

  test('every step yields one loss, however many a pull trains', async () => {
    const { network, data } = setUp();
    const loop = train(network, data, clock(2));
    const losses = await lossesOf(loop, 6);
    expect(losses).toHaveLength(network.step);
    expect(network.step).toBeGreaterThan(6);
    await loop.return();
    network.dispose();
  });

  test('the loop ends at the last step, however many steps a pull could train', async () => {
    const { network, data } = setUp();
    const loop = train(network, { ...data, lastStep: () => 12 }, clock(1));
    const losses = await lossesOf(loop, 12);
    expect(losses).toHaveLength(12);
    expect(network.step).toBe(12);
    expect((await loop.next()).done).toBe(true);
    network.dispose();
  });

  test('the losses are the same whether steps are read back one by one or together', async () => {
    const slow = setUp({ noise: 'masking' });
    const slowLoop = train(slow.network, slow.data, clock(1000));
    const oneByOne = await lossesOf(slowLoop, 8);
    await slowLoop.return();
    const fast = setUp({ noise: 'masking' });
    const fastLoop = train(fast.network, fast.data, clock(4));
    const together = await lossesOf(fastLoop, 8);
    await fastLoop.return();
    expect(oneByOne).toHaveLength(8);
    expect(together.length).toBeGreaterThan(8);
    expect(together.slice(0, 8)).toEqual(oneByOne);
    slow.network.dispose();
    fast.network.dispose();
  });

  test.each(objectives)(
    'the terms of %o come with the losses, one by one or together',
    async (patch, ids) => {
      const read = async (msPerCall: number, pulls: number) => {
        const { network, data } = setUp(patch);
        const loop = train(network, data, clock(msPerCall));
        const steps = await stepsOf(loop, pulls);
        await loop.return();
        const columns = ids.map((id) => steps.flatMap(({ terms }) => Array.from(terms[id] ?? [])));
        for (const { losses, terms } of steps) {
          expect(Object.keys(terms).sort()).toEqual([...ids].sort());
          for (const id of ids) expect(terms[id]).toHaveLength(losses.length);
        }
        const { sparsityWeight, beta } = network.experiment;
        network.dispose();
        return { losses: steps.flatMap(({ losses }) => Array.from(losses)), columns, sparsityWeight, beta };
      };
      const oneByOne = await read(1000, 8);
      const together = await read(4, 6);
      expect(oneByOne.losses).toHaveLength(8);
      expect(together.losses.length).toBeGreaterThan(8);
      expect(together.losses.slice(0, 8)).toEqual(oneByOne.losses);
      expect(together.columns.map((column) => column.slice(0, 8))).toEqual(oneByOne.columns);
      together.losses.forEach((loss, step) => {
        const weights = { reconstruction: 1, sparsity: together.sparsityWeight, kl: together.beta };
        const sum = ids.reduce((all, id, i) => all + weights[id] * (together.columns[i]?.[step] ?? NaN), 0);
        expect(Math.abs(loss / sum - 1)).toBeLessThan(1e-5);
      });
    },
  );

  test('noisy inputs, dropout and code noise give the same losses as single steps outside the loop', async () => {
    const patch: ExperimentPatch = { codeKind: 'gaussian', noise: 'masking', inputDropout: 0.4 };
    const { network, data } = setUp(patch);
    const loop = train(network, { ...data, order: sampleOrder([samples.count], 1) }, clock(1000));
    const losses = await lossesOf(loop, 4);
    await loop.return();
    const byHand = setUp(patch);
    expect(losses).toEqual(await makeSteps(byHand.network, samples, 4));
    const without = setUp({ ...patch, inputDropout: 0 });
    expect(losses).not.toEqual(await makeSteps(without.network, samples, 4));
    for (const { network: made } of [{ network }, byHand, without]) made.dispose();
  });

  test('a loop that fails in the middle of a pull leaks no tensor of its finished steps', async () => {
    const { network, data } = setUp({ codeKind: 'gaussian' });
    const before = tf.memory().numTensors;
    let asked = 0;
    const breaking: TrainingData['order'] = {
      ...data.order,
      take(...at) {
        if (++asked === 4) throw new Error('no more');
        return data.order.take(...at);
      },
    };
    const loop = train(network, { ...data, order: breaking }, clock(4));
    await loop.next();
    // the second pull trains several steps; the third of them fails
    await expect(loop.next()).rejects.toThrow('no more');
    expect(network.step).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
  });

  test.each(objectives)(
    'stopping leaks no tensor of %o: at the start, between pulls or while waiting',
    async (patch) => {
      const { network, data } = setUp(patch);
      const before = tf.memory().numTensors;
      await train(network, data).return();
      const loop = train(network, data);
      await lossesOf(loop, 3);
      await loop.return();
      expect((await loop.next()).done).toBe(true);
      const waiting = train(network, { ...data, ready: () => 0 });
      await waiting.next();
      await waiting.return();
      expect(tf.memory().numTensors).toBe(before);
      network.dispose();
    },
  );
});
