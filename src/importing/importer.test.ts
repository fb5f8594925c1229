// The order of questions, without a worker: its messages come apart, so that a quick answer may be there before the next question.
import { expect, test } from 'vitest';
import { parseFiles } from '../data/import/parse-files';
import { Importer } from './importer';

const rows = Array.from({ length: 60 }, (_, row) => `${row},${row * row},${row % 3}`);
const table = { path: 'rows.csv', blob: new Blob([`a,b,c\n${rows.join('\n')}\n`]) };
const ignore = () => undefined;

function createImporter(): Importer {
  return new Importer({
    parseFiles,
    openDecoders: () => {
      throw new Error('There are no pictures.');
    },
    saveOwnDataset: () => Promise.resolve(true),
  });
}

test('of changed choices only the latest are answered, with those before them', async () => {
  const importer = createImporter();
  await importer.open([table], ignore);
  const first = importer.preview({ labelColumn: 2 }, ignore);
  const second = importer.preview({ testShare: 0.5 }, ignore);
  await expect(first).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  const { choices, trainCount } = await second;
  expect(choices).toMatchObject({ labelColumn: 2, testShare: 0.5 });
  expect(trainCount).toBe(30);
});

test('a save waits for the choices before it', async () => {
  const importer = createImporter();
  await importer.open([table], ignore);
  const preview = importer.preview({ testShare: 0.5 }, ignore);
  const { dataset } = await importer.save(ignore);
  expect(dataset.manifest.train.count).toBe(30);
  expect((await preview).trainCount).toBe(30);
});
