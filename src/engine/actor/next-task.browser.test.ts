import { expect, test, vi } from 'vitest';
import { nextTask } from './next-task';

test('pending messages are handled first', async () => {
  const { port1, port2 } = new MessageChannel();
  const handled: number[] = [];
  port1.onmessage = ({ data }: MessageEvent<number>) => handled.push(data);
  [1, 2, 3].forEach((message) => {
    port2.postMessage(message);
  });
  await nextTask();
  await nextTask();
  expect(handled).toEqual([1, 2, 3]);
});

test('several waiters resume in order', async () => {
  const order: number[] = [];
  await Promise.all([1, 2, 3].map((who) => nextTask().then(() => order.push(who))));
  expect(order).toEqual([1, 2, 3]);
});

test('it uses no animation frame and no timer, which stop or slow down in a background tab', async () => {
  const frame = vi.spyOn(globalThis, 'requestAnimationFrame');
  const timer = vi.spyOn(globalThis, 'setTimeout');
  await nextTask();
  expect(frame).not.toHaveBeenCalled();
  expect(timer).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
