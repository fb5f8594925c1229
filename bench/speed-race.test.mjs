// The rounds of a contest, with contenders that only count.
import { expect, test } from 'vitest';
import { race } from './speed-race.mjs';

/**
 * A contender that takes 2 ms per step; its loss falls, or is no number after so many steps.
 *
 * @param {string} name
 * @param {number} [lastSound]
 */
function counting(name, lastSound = Infinity) {
  let made = 1;
  /** @type {number[]} */
  const timed = [];
  return {
    timed,
    racer: {
      name,
      losses: [1],
      warmUpSteps: 0,
      leadInSteps: 3,
      steps: 10,
      contender: {
        runsOn: '',
        losses: () => Promise.resolve([++made > lastSound ? Number.NaN : 1 / made]),
        time: (/** @type {number} */ steps) => {
          made += steps;
          timed.push(steps);
          return Promise.resolve(2 * steps);
        },
        close: () => undefined,
      },
    },
  };
}

test('every turn of everybody begins with steps that are not timed', async () => {
  const [ours, peer] = [counting('ours'), counting('peer')];
  const raced = await race([ours.racer, peer.racer], 2);
  for (const { timed } of [ours, peer]) expect(timed).toEqual([3, 10, 3, 10]);
  for (const { ms } of raced) expect(ms).toEqual([2, 2]);
});

test('a peer is out from the turn on that ends in a loss which is no number; ours ends the bench', async () => {
  const [ours, peer] = [counting('ours'), counting('peer', 20)];
  const raced = await race([ours.racer, peer.racer], 3);
  expect(raced.map(({ ms }) => ms.length)).toEqual([3, 1]);
  expect(raced.map(({ leftOut }) => leftOut)).toEqual([null, 'its loss is NaN after 29 steps']);
  expect(peer.timed).toEqual([3, 10, 3, 10]);
  await expect(race([counting('ours', 20).racer], 3)).rejects.toThrow('ours: its loss is NaN');
});
