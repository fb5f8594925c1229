import { afterEach, expect, it, vi } from 'vitest';
import { createWatchdog } from './watchdog';

afterEach(() => vi.useRealTimers());

function watch(limitMs: number) {
  vi.useFakeTimers();
  const onSilence = vi.fn();
  return { watchdog: createWatchdog(limitMs, onSilence), onSilence };
}

it('calls once when the limit has passed in silence', () => {
  const { watchdog, onSilence } = watch(1500);
  watchdog.start();
  vi.advanceTimersByTime(1499);
  expect(onSilence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onSilence).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(9000);
  expect(onSilence).toHaveBeenCalledOnce();
});

it('waits anew after a sign of life, and after a second start', () => {
  const { watchdog, onSilence } = watch(1000);
  watchdog.start();
  for (const again of [watchdog.reset, watchdog.start]) {
    vi.advanceTimersByTime(900);
    again();
  }
  vi.advanceTimersByTime(999);
  expect(onSilence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onSilence).toHaveBeenCalledOnce();
});

it('is silent once stopped, and does not begin by a sign of life', () => {
  const { watchdog, onSilence } = watch(1000);
  watchdog.start();
  vi.advanceTimersByTime(700);
  watchdog.stop();
  watchdog.reset();
  vi.advanceTimersByTime(5000);
  expect(onSilence).not.toHaveBeenCalled();
});

it('a message that came while the page was held up is read before anything counts as silence', async () => {
  const onSilence = vi.fn();
  const watchdog = createWatchdog(250, onSilence);
  const { port1, port2 } = new MessageChannel();
  const read = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      watchdog.stop();
      resolve();
    };
  });
  watchdog.start();
  port2.postMessage('alive');
  const end = performance.now() + 300;
  while (performance.now() < end);
  await read;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(onSilence).not.toHaveBeenCalled();
  port1.close();
});
