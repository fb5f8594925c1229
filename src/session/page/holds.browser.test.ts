// Against the browser's own Web Locks; a frame of the page's origin stands for another tab.
import { expect, it } from 'vitest';
import { createHolds } from './holds';

const { hold: holdSweep, held: heldSweeps } = createHolds('hourglass-sweep-');

/** A place in the same origin that can hold locks, and lets go of them when it is removed. */
function openTab(): { hold: (name: string) => Promise<void>; close: () => void } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const locks = frame.contentWindow?.navigator.locks;
  if (!locks) throw new Error('no locks');
  const hold = (name: string) =>
    new Promise<void>((resolve) => {
      locks
        .request(name, () => {
          resolve();
          return new Promise(() => undefined);
        })
        .catch(() => undefined);
    });
  return { hold, close: () => frame.remove() };
}

it('a sweep is held until it is let go of', async () => {
  const letGo = holdSweep('mine');
  await expect.poll(heldSweeps, { timeout: 5000 }).toEqual(new Set(['mine']));
  letGo();
  await expect.poll(heldSweeps, { timeout: 5000 }).toEqual(new Set());
});

it('a sweep is held by another tab until that is closed; other locks are no sweeps', async () => {
  const tab = openTab();
  await tab.hold('hourglass-sweep-theirs');
  await tab.hold('hourglass-engine-1');
  expect(await heldSweeps()).toEqual(new Set(['theirs']));
  tab.close();
  await expect.poll(heldSweeps, { timeout: 5000 }).toEqual(new Set());
});

it('a page that is being closed is given the time to let go', async () => {
  const letGo = holdSweep('leaving');
  await navigator.locks.query();
  setTimeout(letGo, 300);
  expect(await heldSweeps()).toEqual(new Set());
});
