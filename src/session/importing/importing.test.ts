import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../core/failure';
import type { ImportedDataset } from '../../core/import/import-api';
import type { ImportFailure } from '../../core/import/import-failure';
import { createFakeImports, picturesPreview, type FakeImports } from '../testing/fake-imports';
import { createImporting, type Importing, type ImportStage } from './importing';

const files = [{ path: 'a.png', blob: new Blob() }];
const imported = { id: 'own:0123456789abcdef', isKept: true } as unknown as ImportedDataset;
const nothing = new CodedError<ImportFailure>({ code: 'import.nothing' });

let fake: FakeImports;
let importing: Importing;
let added: ImportedDataset[];

const stage = (): ImportStage => importing.store.getState().stage;
const settle = () => vi.advanceTimersByTimeAsync(1);
/** The debounce of the choices is over. */
const settleChoices = () => vi.advanceTimersByTimeAsync(200);

async function openPreview() {
  void importing.open(files);
  await settle();
  fake.opened[0]?.answer(picturesPreview());
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  fake = createFakeImports();
  added = [];
  importing = createImporting({
    calls: fake.calls,
    onImported: (one) => added.push(one),
    readDataset: () => Promise.resolve(null),
  });
});
afterEach(() => vi.useRealTimers());

describe('an import', () => {
  it('goes from the files over the preview to a data set', async () => {
    void importing.open(Promise.resolve(files));
    expect(stage()).toEqual({ name: 'reading', progress: null });
    await settle();
    expect(fake.opened[0]?.question).toBe(files);
    fake.opened[0]?.tell({ stage: 'parsing', done: 10, total: 20, unit: 'rows' });
    expect(stage()).toMatchObject({ progress: { done: 10 } });
    fake.opened[0]?.answer(picturesPreview());
    await settle();
    expect(stage()).toMatchObject({ name: 'preview', isStale: false, choices: { name: 'Animals' } });
    void importing.use();
    await settle();
    expect(stage().name).toBe('saving');
    fake.saves[0]?.answer(imported);
    await settle();
    expect(added).toEqual([imported]);
    expect(importing.store.getState()).toEqual({ isOpen: false, stage: { name: 'start' } });
  });

  it('that fails says why, and another one starts afresh', async () => {
    void importing.open(files);
    await settle();
    fake.opened[0]?.fail(nothing);
    await settle();
    expect(stage()).toEqual({ name: 'failed', problem: { code: 'import.nothing' } });
    void importing.open(files);
    await settle();
    expect(stage().name).toBe('reading');
    fake.opened[1]?.fail(new Error('gone'));
    await settle();
    expect(stage()).toEqual({ name: 'failed', problem: { code: 'unexpected', detail: 'gone' } });
  });

  it('that is closed takes no answer and ends the work', async () => {
    void importing.open(files);
    await settle();
    importing.close();
    expect(fake.cancelled()).toBe(1);
    fake.opened[0]?.answer(picturesPreview());
    await settle();
    expect(importing.store.getState()).toEqual({ isOpen: false, stage: { name: 'start' } });
  });

  it('ends when other files come', async () => {
    void importing.open(files);
    await settle();
    void importing.open([]);
    await settle();
    fake.opened[1]?.answer(picturesPreview({ trainCount: 2 }));
    fake.opened[0]?.answer(picturesPreview({ trainCount: 1 }));
    await settle();
    expect(stage()).toMatchObject({ preview: { trainCount: 2 } });
  });
});

describe('the choices', () => {
  beforeEach(openPreview);

  it('are shown at once, and ask for one preview when they settle', async () => {
    importing.choose({ side: 16 });
    importing.choose({ side: 24, invert: true });
    expect(stage()).toMatchObject({
      isStale: true,
      choices: { side: 24, invert: true },
      preview: { trainCount: 850 },
    });
    await settleChoices();
    expect(fake.previews.map(({ question }) => question)).toEqual([{ side: 24, invert: true }]);
    fake.previews[0]?.answer(picturesPreview({ shape: [24, 24, 1] }));
    await settle();
    expect(stage()).toMatchObject({ isStale: false, preview: { shape: [24, 24, 1] } });
  });

  it('of an overtaken preview are asked for again with the next', async () => {
    importing.choose({ side: 16 });
    await settleChoices();
    importing.choose({ invert: true });
    await settleChoices();
    expect(fake.previews[1]?.question).toEqual({ side: 16, invert: true });
    expect(stage()).toMatchObject({ isStale: true, problem: null });
  });

  it('that no data set can be made under say why, and can be changed', async () => {
    importing.choose({ labelColumn: 3 });
    await settleChoices();
    const tooMany = { code: 'import.too-many-classes', classes: 9000, most: 1000 } as const;
    fake.previews[0]?.fail(new CodedError<ImportFailure>(tooMany));
    await settle();
    expect(stage()).toMatchObject({ name: 'preview', isStale: false, problem: tooMany });
    importing.choose({ labelColumn: null });
    expect(stage()).toMatchObject({ isStale: true, problem: null });
  });

  it('made just before the data set is used are in it', async () => {
    importing.choose({ testShare: 0.3 });
    importing.choose({ name: 'Beasts' });
    void importing.use();
    expect(fake.previews[0]?.question).toEqual({ testShare: 0.3, name: 'Beasts' });
    expect(fake.saves).toHaveLength(0);
    fake.previews[0]?.answer(picturesPreview());
    await settle();
    expect(fake.saves).toHaveLength(1);
  });

  it('of a name ask for no preview', async () => {
    importing.choose({ name: 'Beasts' });
    await settleChoices();
    expect(fake.previews).toHaveLength(0);
    expect(stage()).toMatchObject({ isStale: false, choices: { name: 'Beasts' } });
  });
});

it('a data set that is not here is not exported', async () => {
  await expect(importing.exportNpz('own:0123456789abcdef')).rejects.toMatchObject({
    failure: { code: 'data.not-here' },
  });
});

it('a data set that cannot be saved goes back to its preview with the reason', async () => {
  await openPreview();
  void importing.use();
  await settle();
  const full = { code: 'import.out-of-memory', bytes: 8 } as const;
  fake.saves[0]?.fail(new CodedError<ImportFailure>(full));
  await settle();
  expect(stage()).toMatchObject({ name: 'preview', problem: full });
  expect(added).toEqual([]);
});
