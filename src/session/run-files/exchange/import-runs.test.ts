import { expect, it } from 'vitest';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import type { KeptRun } from '../../archive/kept-run';
import { memoryRunArchive } from '../../testing/memory-run-archive';
import { createTestSession } from '../../testing/test-session';
import { trainedRun } from '../../testing/trained-run';
import { filesOfRun, runFile } from '../files-of-run';
import { importRuns } from './import-runs';
import { runToExport } from './run-to-export';

function openPage(archive = memoryRunArchive()) {
  const { session } = createTestSession({ runArchive: () => Promise.resolve(archive) });
  return { session, archive };
}

async function fileOf(kept: KeptRun, name: string | null = null) {
  const labels = { name, note: 'a note', tags: ['x'], isPinned: true };
  return { name: 'a.hourglass', blob: new Blob([await runFile(kept, { labels })]) };
}

it('a run keeps its id, name, note and tags, and is not pinned', async () => {
  const { session, archive } = openPage();
  const { added } = await importRuns(session, [await fileOf(trainedRun(), 'Mine')]);
  expect(added).toMatchObject([
    { entry: { id: 'run', name: 'Mine', note: 'a note', tags: ['x'], isPinned: false }, isCopy: false },
  ]);
  expect(archive.runs.get('run')?.record.checkpoint).toEqual(trainedRun().record.checkpoint);
  const read = await runToExport(session, 'run');
  expect(read).toMatchObject({ labels: { name: 'Mine' }, kept: { record: { step: 7 } } });
});

it('the same run a second time is kept beside the first, which stays as it is', async () => {
  const { session, archive } = openPage();
  const file = await fileOf(trainedRun());
  await importRuns(session, [file]);
  await session.archivist.describe('run', { name: 'Changed here' });
  const { added } = await importRuns(session, [file]);
  expect(added[0]).toMatchObject({ isCopy: true });
  expect(archive.entries.get('run')).toMatchObject({ name: 'Changed here' });
  expect([...archive.entries.values()].map(({ name }) => name)).toEqual([
    'Changed here',
    expect.stringMatching(/^Copy of Undercomplete · code 3/),
  ]);
});

it('a run that was deleted a moment ago comes back for good', async () => {
  const { session, archive } = openPage();
  const file = await fileOf(trainedRun());
  await importRuns(session, [file]);
  session.archivist.remove('run');
  const { added } = await importRuns(session, [file]);
  expect(added[0]).toMatchObject({ isCopy: false });
  session.archivist.finishRemoving();
  await expect.poll(() => archive.runs.has('run')).toBe(false);
  expect([...archive.runs.keys()]).toEqual([added[0]?.entry.id]);
});

it('on data that are not here it is listed, and says which it needs', async () => {
  const { session } = openPage();
  const own = trainedRun({ dataset: 'own:0123456789abcdef' });
  const dataset = { ...digitsInfo, id: 'own:0123456789abcdef', name: 'Leaves', shape: [4, 4, 1] };
  const record = { ...own.record, facts: { ...own.record.facts!, dataset } };
  const { added } = await importRuns(session, [await fileOf({ ...own, record })]);
  expect(added).toMatchObject([{ lacks: 'Leaves', entry: { data: { name: 'Leaves' } } }]);
  expect(session.datasets.store.getState().linkedNames).toEqual({ 'own:0123456789abcdef': 'Leaves' });
});

it('nothing is lost where the browser keeps nothing: it is said', async () => {
  const { session } = openPage(memoryRunArchive(new Error('full')));
  const report = await importRuns(session, [await fileOf(trainedRun(), 'Mine')]);
  expect(report).toMatchObject({ added: [], failures: [], notKept: ['Mine'] });
});

it('weights with a table of metrics beside them have their curves', async () => {
  const { session, archive } = openPage();
  const files = (await filesOfRun(trainedRun())).filter(({ name }) => name !== 'run.hourglass');
  const { added } = await importRuns(
    session,
    files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })),
  );
  expect(added).toMatchObject([{ isFresh: true, hasCurves: true, entry: { step: 7, testMse: 0.04 } }]);
  const { curves } = archive.runs.get(added[0]!.entry.id)!.record;
  expect(curves.train).toEqual(trainedRun().record.curves.train);
});

it('of a run that has not trained there is nothing to export but its settings', async () => {
  const { session } = openPage();
  expect(await runToExport(session, session.run.store.getState().runId)).toBe('untrained');
  expect(await runToExport(session, 'another')).toBe('gone');
});
