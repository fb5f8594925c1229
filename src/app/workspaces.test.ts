import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../core/experiment';
import { createFakeEngine, startedEvent, type FakeEngine } from '../session/testing/fake-engine';

// The session is one per page: each test loads it anew.
async function openPage(hash: string) {
  vi.resetModules();
  const [workspaces, actions, { runStore }, { noticeStore }, { comparisonStore }] = await Promise.all([
    import('./workspaces'),
    import('../session/actions'),
    import('../session/run-store'),
    import('../session/notice-store'),
    import('../session/comparison-store'),
  ]);
  const location = { hash };
  const listeners: (() => void)[] = [];
  workspaces.startWorkspaces({
    location,
    addEventListener: (_, listener) => listeners.push(listener),
  });
  const goTo = (next: string) => {
    location.hash = next;
    listeners.forEach((listener) => listener());
  };
  const shown = () => workspaces.workspaceStore.getState().shown;
  const notices = () => noticeStore.getState().map(({ message }) => message);
  return { actions, runStore, comparisonStore, goTo, shown, notices };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the workspaces', () => {
  let page: Awaited<ReturnType<typeof openPage>>;
  let engine: FakeEngine;

  beforeEach(async () => {
    page = await openPage('');
    engine = createFakeEngine();
    page.actions.startSession(engine.open);
    await settle();
    engine.emit(startedEvent(engine.runId()));
    engine.orders.length = 0;
  });

  it('follow the address, and are Train where it names none', () => {
    expect(page.shown()).toBe('train');
    page.goTo('#compare');
    expect(page.shown()).toBe('compare');
    page.goTo('#nonsense');
    expect(page.shown()).toBe('train');
  });

  it('open with the one that a link names', async () => {
    expect((await openPage('#compare')).shown()).toBe('compare');
  });

  it('pause the run that is left and say so; it keeps its number and its step', () => {
    page.actions.toggleTraining();
    const { runId } = page.runStore.getState();
    page.goTo('#compare');
    expect(engine.orders.map(([name]) => name)).toEqual(['play', 'pause']);
    expect(page.notices()).toEqual([expect.stringContaining('paused')]);
    page.goTo('#train');
    expect(page.runStore.getState()).toMatchObject({ runId, wantsTraining: false });
    expect(engine.orders).toHaveLength(2);
  });

  it('say nothing of a pause where nothing trained', () => {
    page.goTo('#compare');
    page.goTo('#train');
    expect(engine.orders).toEqual([]);
    expect(page.notices()).toEqual([]);
  });

  it('pause the comparison that is left', () => {
    page.goTo('#compare');
    page.actions.comparison.start();
    for (const [, runId, experiment] of [...engine.orders]) {
      engine.emit(startedEvent(runId as number, experiment as Experiment));
    }
    page.goTo('#train');
    expect(page.comparisonStore.getState()).toMatchObject({ wantsTraining: false, ended: null });
    expect(engine.orders.slice(-4).map(([name]) => name)).toEqual(Array(4).fill('pause'));
  });
});
