import { expect, test } from 'vitest';
import { pacer } from './pacer';
import { workClock } from './work-clock';

test('it runs during a slice of work and stops between slices', async () => {
  let wall = 1000;
  const clock = workClock(() => wall);
  expect(clock.now()).toBe(0);
  await clock.during(() => {
    wall += 30;
    expect(clock.now()).toBe(30);
    wall += 10;
    return Promise.resolve();
  });
  wall += 500;
  expect(clock.now()).toBe(40);
  const answer = await clock.during(() => {
    wall += 2;
    return Promise.resolve('answer');
  });
  expect(answer).toBe('answer');
  expect(clock.now()).toBe(42);
});

test('a failing slice counts too, and the clock stops after it', async () => {
  let wall = 0;
  const clock = workClock(() => wall);
  const failing = clock.during(() => {
    wall += 7;
    return Promise.reject(new Error('broken'));
  });
  await expect(failing).rejects.toThrow('broken');
  wall += 100;
  expect(clock.now()).toBe(7);
});

test.each([1, 4])(
  'the views of %d runs that take turns use no more time than those of one run',
  async (count) => {
    const share = 0.2;
    let wall = 0;
    let spent = 0;
    const runs = Array.from({ length: count }, () => ({
      clock: workClock(() => wall),
      pace: pacer(share, 0),
    }));
    while (wall < 100_000) {
      for (const { clock, pace } of runs) {
        await clock.during(() => {
          const startedMs = clock.now();
          if (pace.due(startedMs)) {
            wall += 50;
            spent += 50;
            pace.done(startedMs, clock.now());
          } else wall += 5;
          return Promise.resolve();
        });
      }
    }
    expect(spent / wall).toBeGreaterThan(0.9 * share);
    expect(spent / wall).toBeLessThan(1.05 * share);
  },
);
