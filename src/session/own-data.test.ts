import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../core/experiment/experiment';
import { makeOwnDataset } from '../data/sources/testing/own-dataset';
import { createDatasets, type Datasets } from './datasets/datasets';
import { createOwnData, type Importing } from './own-data';
import { createNotices, type Notices } from './page/notices';
import { createFakeImports, picturesPreview, type FakeImports } from './testing/fake-imports';

const id = 'own:0123456789abcdef';
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

let fake: FakeImports;
let datasets: Datasets;
let notices: Notices;
let experiment: StoreApi<Experiment>;
let importing: Importing;
/** Names that storage was told. */
let renamed: string[];

async function bringIn(name: string, typed?: string) {
  void importing.open([{ path: 'a.npz', blob: new Blob() }]);
  await settle();
  last(fake.opened)?.answer(picturesPreview());
  await settle();
  if (typed !== undefined) importing.choose({ name: typed });
  void importing.use();
  await settle();
  last(fake.previews)?.answer(picturesPreview());
  await settle();
  const samples = { train: { values: new Uint8Array(8) }, test: { values: new Uint8Array(4) } };
  const { manifest, ...rest } = await makeOwnDataset({ id, shape: [2], ...samples });
  const dataset = { ...rest, manifest: { ...manifest, name: typed ?? name } };
  last(fake.saves)?.answer({ id, dataset, isKept: true });
  await settle();
}

const names = () => datasets.store.getState().own.map(({ manifest }) => manifest.name);
const messages = () => notices.store.getState().map(({ message }) => message);

beforeEach(() => {
  fake = createFakeImports();
  renamed = [];
  datasets = createDatasets(() =>
    Promise.resolve({
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      rename: (_, name) => Promise.resolve(void renamed.push(name)),
      remove: () => Promise.resolve(),
      isPersistent: () => Promise.resolve(true),
      persist: () => Promise.resolve(true),
    }),
  );
  notices = createNotices();
  experiment = createStore<Experiment>()(() => defaultExperiment);
  const change = (patch: ExperimentPatch) => experiment.setState(patch);
  importing = createOwnData({ calls: fake.calls, datasets, run: { change, experiment }, notices });
});

describe('a data set that is brought in', () => {
  it('is added without a word', async () => {
    await bringIn('shapes');
    expect(names()).toEqual(['shapes']);
    expect(messages()).toEqual([]);
  });

  it('of signals is trained on with a linear output, and noise that is made for signals', async () => {
    experiment.setState({ noise: 'saltPepper', loss: 'bce' });
    await bringIn('series');
    expect(experiment.getState()).toMatchObject({
      dataset: id,
      outputActivation: 'linear',
      loss: 'mse',
      noise: 'impulses',
    });
  });

  it('again keeps the name that the person gave it, and is said to be here', async () => {
    await bringIn('shapes');
    await datasets.rename(id, 'My shapes');
    await bringIn('My shapes (1)');
    expect(names()).toEqual(['My shapes']);
    expect(renamed.at(-1)).toBe('My shapes');
    expect(messages()).toEqual([
      '“My shapes” is here already, with exactly these samples. Nothing was added.',
    ]);
  });

  it('again under a name that is typed now takes that name', async () => {
    await bringIn('shapes');
    await bringIn('shapes', 'Blobs');
    expect(names()).toEqual(['Blobs']);
    expect(messages()).toEqual([
      '“shapes” is here already, with exactly these samples. It is called “Blobs” now.',
    ]);
  });
});
