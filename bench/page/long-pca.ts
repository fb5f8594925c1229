// PCA of long samples in a worker, and meanwhile: how long the worker takes to answer, and the longest gap between frames.
import { wrap } from 'comlink';
import type { LongPcaWorker } from './long-pca-worker';

async function longPca(count: number) {
  const worker = new Worker(new URL('./long-pca-worker.ts', import.meta.url), { type: 'module' });
  const calls = wrap<LongPcaWorker>(worker);
  await calls.make(count);
  let isRunning = true;
  const gaps: number[] = [];
  let last = performance.now();
  const onFrame = (now: number) => {
    gaps.push(now - last);
    last = now;
    if (isRunning) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  const answers: number[] = [];
  const asking = setInterval(() => {
    const askedAt = performance.now();
    void calls.ping().then(() => answers.push(performance.now() - askedAt));
  }, 50);
  const result = await calls.measure();
  isRunning = false;
  clearInterval(asking);
  worker.terminate();
  const largest = (times: number[]) => times.reduce((most, time) => Math.max(most, time), 0);
  return {
    count,
    ...result,
    framesPerSecond: gaps.length / result.seconds,
    longestFrameMs: largest(gaps),
    longestAnswerMs: largest(answers),
  };
}

Object.assign(window, { longPca });

declare global {
  interface Window {
    longPca: typeof longPca;
  }
}
