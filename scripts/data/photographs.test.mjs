import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'jpeg-js';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { photographNames } from './patches.mjs';
import { preparePhotographs } from './photographs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'photographs-'));
const modules = join(projectRoot, 'node_modules');
afterAll(() => rmSync(folder, { recursive: true }));

describe('whole photographs', () => {
  test(
    'are written once, half as wide, with their licence; what is damaged is written again',
    { timeout: 60_000 },
    () => {
      expect(preparePhotographs(folder, modules)).toEqual(photographNames.map((name) => `${name}.jpg`));
      const path = join(folder, 'french-alpine-landscape.jpg');
      const { width, height } = decode(readFileSync(path), { useTArray: true });
      expect([width, height]).toEqual([512, 242]);
      const list = /** @type {{ licence: string, files: unknown[] }} */ (
        JSON.parse(readFileSync(join(folder, 'photographs.json'), 'utf8'))
      );
      expect(list.licence).toContain('CC0');
      expect(list.files).toHaveLength(6);
      expect(preparePhotographs(folder, modules)).toEqual([]);
      writeFileSync(path, 'cut off');
      expect(preparePhotographs(folder, modules)).toEqual(['french-alpine-landscape.jpg']);
    },
  );

  test('have their words in the catalog', () => {
    const registry = readFileSync(join(projectRoot, 'src/catalog/photographs/registry.ts'), 'utf8');
    for (const name of photographNames) expect(registry).toContain(`'${name}': {`);
  });
});
