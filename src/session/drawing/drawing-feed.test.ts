import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { datasets } from '../../catalog/datasets/registry';
import type { Ink } from '../../core/samples/drawing';
import type { DrawingTarget } from '../../data/drawing/drawn-sample';
import { createDrawingFeed } from './drawing-feed';

const target: DrawingTarget = { shape: [28, 28, 1], form: datasets.mnist.drawing, valueRange: [0, 1] };

function dash(length: number): Ink {
  const alpha = new Uint8ClampedArray(40 * 40);
  for (let x = 0; x < length; x++) alpha[20 * 40 + x] = 255;
  return { width: 40, height: 40, alpha };
}

describe('the way of a drawing to the engine', () => {
  const sent: [number, Uint8Array | Float32Array | null][] = [];
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => {
    vi.useRealTimers();
    sent.length = 0;
  });
  const setUp = () => createDrawingFeed((id, pixels) => sent.push([id, pixels]));

  it('waits until it is known what a drawing has to become', () => {
    const feed = setUp();
    feed.draw(dash(9));
    expect(sent).toEqual([]);
    feed.retarget(target);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.[1]).toHaveLength(784);
  });

  it('never queues: while two are unanswered, only the newest waits', () => {
    const feed = setUp();
    feed.retarget(target);
    for (const length of [5, 6, 7, 8]) feed.draw(dash(length));
    expect(sent.map(([id]) => id)).toEqual([1, 2]);
    feed.answered(1);
    expect(sent.map(([id]) => id)).toEqual([1, 2, 4]);
    feed.answered(4);
    expect(sent).toHaveLength(3);
  });

  it('clears at once, whatever is under way', () => {
    const feed = setUp();
    feed.retarget(target);
    feed.draw(dash(5));
    feed.draw(null);
    expect(sent.at(-1)).toEqual([2, null]);
  });

  it('gives up on an answer that does not come', () => {
    const feed = setUp();
    feed.retarget(target);
    for (const length of [5, 6, 7]) feed.draw(dash(length));
    expect(sent.map(([id]) => id)).toEqual([1, 2]);
    vi.advanceTimersByTime(1500);
    feed.draw(dash(8));
    expect(sent.map(([id]) => id)).toEqual([1, 2, 4]);
  });

  it('sends the same ink again to a new run', () => {
    const feed = setUp();
    feed.retarget(target);
    feed.draw(dash(5));
    feed.retarget(target);
    expect(sent.map(([id]) => id)).toEqual([1, 1]);
  });
});
