import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { isOwn } from '../../core/experiment/dataset-id';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { experimentSchema } from '../../catalog/experiment-schema';
import { fromSearch, type ReadExperiment } from '../../core/experiment/url/experiment-url';
import { startUrlSync } from './url-sync';

function setUp() {
  const location = { search: '', hash: '#top' };
  const written: string[] = [];
  let onPopState: () => void = () => undefined;
  const visited: ReadExperiment[] = [];
  let name = 'Leaves';
  let until: string | null = null;
  let onNames: () => void = () => undefined;
  const store = createStore<Experiment>()(() => defaultExperiment);
  const page = {
    location,
    history: {
      state: null,
      replaceState(_: unknown, __: string, url?: string | URL | null) {
        written.push(String(url));
        location.search = new URL(String(url), 'http://page/').search;
      },
    },
    addEventListener: (_: 'popstate', listener: () => void) => (onPopState = listener),
  };
  startUrlSync(
    page,
    store,
    {
      nameOf: (dataset) => (isOwn(dataset) ? name : null),
      until: () => until,
      subscribe: (listener) => (onNames = listener),
    },
    (read) => visited.push(read),
  );
  const goTo = (search: string, hash = location.hash) => {
    Object.assign(location, { search, hash });
    onPopState();
  };
  const rename = (to: string) => {
    name = to;
    onNames();
  };
  const trainUntil = (to: string | null) => {
    until = to;
    onNames();
  };
  return { store, location, written, visited, goTo, rename, trainUntil };
}

describe('the address of the page', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('stays clean until something is changed', () => {
    const { written } = setUp();
    vi.advanceTimersByTime(10_000);
    expect(written).toEqual([]);
  });

  it('tells how far to train, and no longer tells it when nobody wants that', () => {
    const { written, trainUntil, goTo } = setUp();
    trainUntil('5epochs');
    vi.advanceTimersByTime(250);
    expect(written).toEqual(['?v=1&until=5epochs#top']);
    goTo('?v=1&until=5epochs', '#learn');
    expect(written).toHaveLength(1);
    trainUntil(null);
    vi.advanceTimersByTime(250);
    expect(written.at(-1)).toBe('?v=1#learn');
  });

  it('is written once after a drag, with what differs from the defaults, and keeps its fragment', () => {
    const { store, written } = setUp();
    for (const codeSize of [17, 18, 19, 20]) {
      store.setState({ codeSize });
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(300);
    expect(written).toEqual(['?v=1&codeSize=20#top']);
  });

  it("tells the name of a data set of the person's own, which reading gives back", () => {
    const { store, written, location } = setUp();
    store.setState({ dataset: 'own:0123456789abcdef' });
    vi.advanceTimersByTime(300);
    expect(written).toEqual(['?v=1&dataset=own%3A0123456789abcdef&dataName=Leaves#top']);
    expect(fromSearch(location.search, experimentSchema)).toEqual({
      experiment: store.getState(),
      problems: [],
      dataName: 'Leaves',
    });
    store.setState({ dataset: 'mnist' });
    vi.advanceTimersByTime(300);
    expect(written.at(-1)).toBe('?v=1#top');
  });

  it('follows when the data set is renamed', () => {
    const { store, written, rename } = setUp();
    store.setState({ dataset: 'own:0123456789abcdef' });
    vi.advanceTimersByTime(300);
    rename('Beeches');
    vi.advanceTimersByTime(300);
    expect(written.at(-1)).toBe('?v=1&dataset=own%3A0123456789abcdef&dataName=Beeches#top');
    // Another one that is not on the screen.
    store.setState({ dataset: 'mnist' });
    vi.advanceTimersByTime(300);
    const before = written.length;
    rename('Oaks');
    vi.advanceTimersByTime(300);
    expect(written).toHaveLength(before);
  });

  it('gives back the experiment it was written from', () => {
    const { store, location } = setUp();
    store.setState({ hidden: [300, 100, 30], noise: 'block', noiseLevel: 0.25, learningRate: 0.0001 });
    vi.advanceTimersByTime(300);
    expect(fromSearch(location.search, experimentSchema)).toEqual({
      experiment: store.getState(),
      problems: [],
    });
  });

  it('is obeyed when the person goes to another, and then not written over by an older change', () => {
    const { store, written, visited, goTo } = setUp();
    store.setState({ codeSize: 99 });
    goTo('?v=1&codeSize=4');
    vi.advanceTimersByTime(300);
    expect(visited.map(({ experiment }) => experiment.codeSize)).toEqual([4]);
    expect(written).toEqual([]);
  });

  it('takes the experiment along to another workspace, also one that was visited with another experiment', () => {
    const { store, written, visited, goTo } = setUp();
    store.setState({ codeSize: 9 });
    // Before the change is in the address at all.
    goTo('', '#compare');
    expect(written).toEqual(['?v=1&codeSize=9#compare']);
    goTo('?v=1&codeSize=4', '#top');
    expect(written[1]).toBe('?v=1&codeSize=9#top');
    expect(visited).toEqual([]);
  });

  it('stays clean when only the workspace is another', () => {
    const { written, goTo } = setUp();
    goTo('', '#compare');
    expect(written).toEqual([]);
  });
});
