import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeenViews, type SeenViews } from './seen-views';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the views that are seen', () => {
  const tell = vi.fn();
  let views: SeenViews;

  beforeEach(() => {
    tell.mockClear();
    views = createSeenViews(tell);
  });

  it('are not reported before the first panel mounts', async () => {
    views.tellAnother();
    await settle();
    expect(tell).not.toHaveBeenCalled();
  });

  it('are told once for everything that happens at a time', async () => {
    const leave = views.lookAt('pictures');
    views.lookAt('drawing');
    await settle();
    expect(tell.mock.calls).toEqual([[['pictures', 'drawing']]]);
    leave();
    views.lookAt('pictures');
    await settle();
    expect(tell).toHaveBeenCalledOnce();
  });

  it('are seen as long as one of those who look at them does', async () => {
    const [first, second] = [views.lookAt('map'), views.lookAt('map')];
    await settle();
    first();
    await settle();
    expect(tell.mock.calls).toEqual([[['map']]]);
    second();
    await settle();
    expect(tell.mock.lastCall).toEqual([[]]);
  });

  it('are told to an engine that takes the place of another', async () => {
    views.lookAt('map');
    await settle();
    views.tellAnother();
    expect(tell.mock.calls).toEqual([[['map']], [['map']]]);
  });

  it('need not be told where all are seen', async () => {
    views.lookAt('map');
    views.lookAt('pictures');
    views.lookAt('drawing');
    await settle();
    expect(tell).not.toHaveBeenCalled();
  });
});
