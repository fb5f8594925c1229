import { beforeEach, describe, expect, it } from 'vitest';
import type { Experiment } from '../../core/experiment/experiment';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { createTestSession, settle } from '../../session/testing/test-session';
import { navigationStore, startNavigation } from './navigation';

/** A page at an address that a test can change. */
function openPage(hash: string) {
  const { session, engine } = createTestSession();
  const location = { hash };
  const listeners: (() => void)[] = [];
  startNavigation({ location, addEventListener: (_, listener) => listeners.push(listener) }, session);
  const goTo = (next: string) => {
    location.hash = next;
    listeners.forEach((listener) => listener());
  };
  const shown = () => {
    const { workspace, subView } = navigationStore.getState().shown;
    return [workspace.id, ...(subView ? [subView.id] : [])].join('/');
  };
  const notices = () => session.notices.store.getState().map(({ message }) => message);
  return { session, engine, goTo, shown, notices };
}

describe('navigation', () => {
  let page: ReturnType<typeof openPage>;
  let engine: FakeEngine;

  beforeEach(async () => {
    page = openPage('');
    ({ engine } = page);
    page.session.start();
    await settle();
    engine.emit(startedEvent(engine.runId()));
    engine.commands.length = 0;
  });

  it('follows the address, and shows Train where it names no workspace', () => {
    expect(page.shown()).toBe('train');
    page.goTo('#explore/interpolation');
    expect(page.shown()).toBe('explore/interpolation');
    page.goTo('#nonsense');
    expect(page.shown()).toBe('train');
  });

  it('opens at the sub-view that a link names', () => {
    expect(openPage('#compare/sweeps').shown()).toBe('compare/sweeps');
  });

  it('opens the first sub-view at an address without one, as of an old link, or with an unknown one', () => {
    expect(openPage('#compare').shown()).toBe('compare/families');
    expect(openPage('#explore').shown()).toBe('explore/sliders');
    expect(openPage('#explore/nonsense').shown()).toBe('explore/sliders');
    expect(openPage('#train/nonsense').shown()).toBe('train');
  });

  it('pauses the run when Compare is entered and says so; the run keeps its id and its step', () => {
    page.session.run.toggle();
    const { runId } = page.session.run.store.getState();
    page.goTo('#compare/families');
    expect(engine.commands.map(([name]) => name)).toEqual(['play', 'pause']);
    expect(page.notices()).toEqual([expect.stringContaining('paused')]);
    page.goTo('#train');
    expect(page.session.run.store.getState()).toMatchObject({ runId, wantsTraining: false });
    expect(engine.commands).toHaveLength(2);
  });

  it('lets the run go on between Train and Explore and between tools', () => {
    page.session.run.toggle();
    page.goTo('#explore/sliders');
    page.goTo('#explore/generate');
    page.goTo('#train');
    expect(engine.commands.map(([name]) => name)).toEqual(['play']);
  });

  it('says nothing of a pause where nothing trained', () => {
    page.goTo('#compare');
    page.goTo('#train');
    expect(engine.commands).toEqual([]);
    expect(page.notices()).toEqual([]);
  });

  it('pauses the comparison when Compare is left, not when another of its sub-views is opened', () => {
    page.goTo('#compare/families');
    page.session.families.start();
    for (const [, runId, experiment] of [...engine.commands]) {
      engine.emit(startedEvent(runId as string, experiment as Experiment));
    }
    page.goTo('#compare/sweeps');
    expect(page.session.comparison.store.getState().wantsTraining).toBe(true);
    page.goTo('#train');
    expect(page.session.comparison.store.getState()).toMatchObject({ wantsTraining: false, ended: null });
    expect(engine.commands.slice(-4).map(([name]) => name)).toEqual(Array(4).fill('pause'));
  });
});
