import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { pianoPackage, preparePiano } from './piano.mjs';

const folder = mkdtempSync(join(tmpdir(), 'piano-'));
const source = join(projectRoot, 'node_modules', pianoPackage);
afterAll(() => rmSync(folder, { recursive: true }));

test('thirty recordings are copied once, with their licence; what is damaged is written again', () => {
  const written = preparePiano(folder, source);
  expect(written).toHaveLength(30);
  expect(written.slice(0, 2)).toEqual(['A0.ogg', 'A1.ogg']);
  expect(written).toContain('Ds1.ogg');
  const { notes, licence, attribution, ...list } =
    /** @type {{ notes: { name: string, file: string, bytes: number }[] } & Record<string, string>} */ (
      JSON.parse(readFileSync(join(folder, 'notes.json'), 'utf8'))
    );
  expect([licence, attribution, list['package']].join()).toMatch(/CC BY 3.0.*Alexander Holm.*MIT/);
  expect(notes.map(({ name }) => name)).toContain('D#1');
  for (const { file, bytes } of notes) expect(readFileSync(join(folder, file))).toHaveLength(bytes);
  expect(preparePiano(folder, source)).toEqual([]);
  writeFileSync(join(folder, 'C4.ogg'), 'cut off');
  writeFileSync(join(folder, 'C9.ogg'), 'of another version');
  expect(preparePiano(folder, source)).toEqual(['C4.ogg']);
  expect(preparePiano(folder, source)).toEqual([]);
  expect(() => readFileSync(join(folder, 'C9.ogg'))).toThrow('ENOENT');
});

test('every note has its place in the catalog', () => {
  const catalog = readFileSync(join(projectRoot, 'src/catalog/piano/registry.ts'), 'utf8');
  const { notes } = /** @type {{ notes: { name: string }[] }} */ (
    JSON.parse(readFileSync(join(folder, 'notes.json'), 'utf8'))
  );
  for (const { name } of notes) expect(catalog).toContain(`'${name}'`);
});
