// Against the browser's own IndexedDB.
import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { createSweepArchive } from './sweep-archive';
import type { SweepRecord } from './sweep-record';

const sweep = (id: string, startedAt: number): SweepRecord => ({
  id,
  name: `Sweep ${id}`,
  startedAt,
  plan: { base: defaultExperiment, setting: 'codeSize', values: [8, 2], steps: 100 },
  points: [
    {
      value: 8,
      codeSize: 8,
      steps: 100,
      testMse: 0.02,
      indices: Uint32Array.of(3),
      labels: Uint16Array.of(7),
      originals: Uint8Array.of(1, 2),
      reconstructions: Uint8Array.of(3, 4),
    },
  ],
  status: 'finished',
  failures: [],
});

describe('the archive of sweeps', () => {
  beforeEach(async () => {
    const archive = createSweepArchive();
    for (const { id } of await archive.read()) await archive.remove(id);
  });

  it('keeps sweeps from visit to visit, arrays and all, oldest first', async () => {
    const archive = createSweepArchive();
    await archive.keep(sweep('b', 2));
    await archive.keep(sweep('a', 1));
    const read = await createSweepArchive().read();
    expect(read).toEqual([sweep('a', 1), sweep('b', 2)]);
    expect(read[0]?.points[0]?.originals).toBeInstanceOf(Uint8Array);
  });

  it('keeps the newest state of a sweep, and forgets one that was removed', async () => {
    const archive = createSweepArchive();
    await archive.keep(sweep('a', 1));
    await archive.keep({ ...sweep('a', 1), name: 'Renamed' });
    await archive.keep(sweep('b', 2));
    await archive.remove('b');
    expect((await archive.read()).map(({ name }) => name)).toEqual(['Renamed']);
  });

  it('reads the others where one is broken', async () => {
    const archive = createSweepArchive();
    await archive.keep(sweep('a', 1));
    await set('broken', { id: 'broken', points: 'none' }, createStore('hourglass-sweeps', 'sweeps'));
    expect((await archive.read()).map(({ id }) => id)).toEqual(['a']);
  });
});
