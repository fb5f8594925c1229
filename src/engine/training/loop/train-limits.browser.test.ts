// The limits of a training loop: the data that has arrived, a last step, changes during training.
import { beforeAll, describe, expect, test } from 'vitest';
import { startForTest } from '../../testing/start-backend';
import { clock, lossesOf, setUp, stepsOf } from '../../testing/training';
import { train } from './train';

describe('while the data is arriving', () => {
  beforeAll(() => startForTest('wasm'));

  test('waits without a step until its images are there', async () => {
    let ready = 0;
    const { network, data } = setUp({}, () => ready);
    const loop = train(network, data);
    expect((await loop.next()).value).toMatchObject({ kind: 'waiting' });
    expect(network.step).toBe(0);
    ready = 80;
    expect((await loop.next()).value).toMatchObject({ kind: 'losses' });
    await loop.return();
    network.dispose();
  });

  test('trains the steps that it can and then reports how many images it needs', async () => {
    const { network, data } = setUp({}, () => 80);
    const loop = train(network, data, clock(1));
    let losses = 0;
    for (;;) {
      const { value } = await loop.next();
      if (value?.kind === 'losses') losses += value.losses.length;
      if (value?.kind !== 'waiting') continue;
      // five batches of 16 from the first shard of 80
      expect([network.step, losses]).toEqual([5, 5]);
      expect(value.needs).toBeGreaterThan(80);
      expect(value.needs).toBeLessThanOrEqual(160);
      break;
    }
    await loop.return();
    network.dispose();
  });

  test('the losses do not depend on when the data arrives', async () => {
    const all = setUp();
    const allLoop = train(all.network, all.data, clock(1000));
    const expected = await lossesOf(allLoop, 10);
    let ready = 0;
    const slow = setUp({}, () => (ready = Math.min(160, ready + 9)));
    const loop = train(slow.network, slow.data, clock(1000));
    const losses: number[] = [];
    while (losses.length < 10) losses.push(...(await lossesOf(loop, 1)));
    expect(losses).toEqual(expected);
    await allLoop.return();
    await loop.return();
    all.network.dispose();
    slow.network.dispose();
  });

  test('a batch may be larger than the data set', async () => {
    const { network, data } = setUp({ batchSize: 400 });
    const loop = train(network, data);
    expect((await loop.next()).value).toMatchObject({ kind: 'losses' });
    expect(network.samplesPassed).toBe(400);
    await loop.return();
    network.dispose();
  });
});

test('a new batch size takes effect at the next step', async () => {
  await startForTest('wasm');
  const { network, data } = setUp();
  const loop = train(network, data, clock(1000));
  await loop.next();
  network.applyLive({ ...network.experiment, batchSize: 64 });
  await loop.next();
  expect(network.samplesPassed).toBe(16 + 64);
  await loop.return();
  network.dispose();
});

describe('a last step', () => {
  beforeAll(() => startForTest('wasm'));

  test('ends the loop, in the middle of a pull if necessary', async () => {
    const { network, data } = setUp();
    const loop = train(network, { ...data, lastStep: () => 10 }, clock(4));
    const losses = await lossesOf(loop, 20);
    expect(losses).toHaveLength(10);
    expect(network.step).toBe(10);
    expect((await loop.next()).done).toBe(true);
    network.dispose();
  });

  test('in the past allows no further step', async () => {
    const { network, data } = setUp();
    const loop = train(network, { ...data, lastStep: () => 0 });
    expect((await loop.next()).done).toBe(true);
    expect(network.step).toBe(0);
    network.dispose();
  });

  test('can be postponed while the loop runs', async () => {
    const { network, data } = setUp();
    let last = 5;
    const loop = train(network, { ...data, lastStep: () => last }, clock(1000));
    await lossesOf(loop, 3);
    last = 7;
    await lossesOf(loop, 20);
    expect(network.step).toBe(7);
    network.dispose();
  });
});

test('a new beta takes effect at the next step', async () => {
  await startForTest('wasm');
  const { network, data } = setUp({ codeKind: 'gaussian', beta: 1 });
  const loop = train(network, data, clock(1000));
  await loop.next();
  network.applyLive({ ...network.experiment, beta: 7 });
  const [step] = await stepsOf(loop, 1);
  const { reconstruction, kl } = step?.terms ?? {};
  const expected = (reconstruction?.[0] ?? NaN) + 7 * (kl?.[0] ?? NaN);
  expect(kl?.[0]).toBeGreaterThan(0);
  expect(step?.losses[0]).toBeCloseTo(expected, 4);
  await loop.return();
  network.dispose();
});
