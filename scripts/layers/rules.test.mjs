import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { layers } from './layers.mjs';
import { allowedImports, circleOfRooms } from './rules.mjs';

/** @type {Record<string, import('./layers.mjs').Layer>} */
const house = {
  'src/cellar': { enters: [], rooms: { wine: [], coal: [], '.': [] } },
  'src/floor': {
    enters: ['cellar/wine'],
    packages: ['react'],
    rooms: {
      kitchen: [],
      'kitchen/larder': [],
      hall: ['kitchen'],
      study: { enters: ['hall'], doors: ['door.ts'] },
      attic: ['study'],
      '.': ['*'],
    },
  },
  'src/street': { enters: ['floor'], rooms: { '*': [], '.': ['*'] } },
};
const rules = allowedImports(house);

/**
 * Matches as dependency-cruiser does: `$1` in `to` is what the first group of `from` matched. @param {string} from @param
 * {string} to
 */
function mayImport(from, to) {
  return rules.some((rule) => {
    const found = new RegExp(rule.from.path ?? '^').exec(from);
    if (!found || (rule.from.pathNot && new RegExp(rule.from.pathNot).test(from))) return false;
    if (!rule.to.path) return false;
    const { path, pathNot } = rule.to;
    return (
      new RegExp(path.replaceAll('$1', found[1] ?? '')).test(to) && !(pathNot && new RegExp(pathNot).test(to))
    );
  });
}

describe('a file may import', () => {
  test.each([
    ['its own room', 'src/floor/hall/a.ts', 'src/floor/hall/deep/b.ts'],
    ['a room that its room enters', 'src/floor/hall/a.ts', 'src/floor/kitchen/b.ts'],
    ['the door of such a room', 'src/floor/attic/a.ts', 'src/floor/study/door.ts'],
    ['a room of another layer', 'src/floor/hall/a.ts', 'src/cellar/wine/b.ts'],
    ['a package of its layer', 'src/floor/hall/a.ts', 'node_modules/react/index.js'],
    ['every room, from a loose file that enters all', 'src/floor/a.ts', 'src/floor/kitchen/larder/b.ts'],
    ['every room of its layer, from a test', 'src/floor/kitchen/a.test.ts', 'src/floor/attic/b.ts'],
    ['every room of its layer, from a test helper', 'src/floor/testing/a.ts', 'src/floor/attic/b.ts'],
    ['its own room, where `*` stands for it', 'src/street/nine/a.ts', 'src/street/nine/deep/b.ts'],
  ])('%s', (_, from, to) => {
    expect(mayImport(from, to)).toBe(true);
  });
});

describe('a file may not import', () => {
  test.each([
    ['a room that its room does not enter', 'src/floor/kitchen/a.ts', 'src/floor/hall/b.ts'],
    [
      'a room within its room that has its own entry',
      'src/floor/kitchen/a.ts',
      'src/floor/kitchen/larder/b.ts',
    ],
    ['past the door', 'src/floor/attic/a.ts', 'src/floor/study/desk.ts'],
    ['loose files of its layer', 'src/floor/hall/a.ts', 'src/floor/b.ts'],
    ['another room of another layer', 'src/floor/hall/a.ts', 'src/cellar/coal/b.ts'],
    ['a layer that its layer does not enter', 'src/cellar/wine/a.ts', 'src/floor/hall/b.ts'],
    ['a package of another layer', 'src/cellar/wine/a.ts', 'node_modules/react/index.js'],
    ['its neighbour, where `*` stands for both', 'src/street/nine/a.ts', 'src/street/ten/b.ts'],
    ['anything, from a room without an entry', 'src/floor/shed/a.ts', 'src/floor/shed/b.ts'],
  ])('%s', (_, from, to) => {
    expect(mayImport(from, to)).toBe(false);
  });
});

describe('the rooms of a layer', () => {
  test.each(Object.entries(layers))('of %s form no circle', (_, layer) => {
    expect(circleOfRooms(layer)).toBeNull();
  });

  test.each(Object.entries(layers))('of %s exist, and so do their doors', (folder, layer) => {
    const paths = Object.entries(layer.rooms).flatMap(([room, entry]) =>
      room === '*'
        ? []
        : [room, ...(Array.isArray(entry) ? [] : entry.doors.map((door) => join(room, door)))],
    );
    expect(paths.filter((path) => !existsSync(join(projectRoot, folder, path)))).toEqual([]);
  });

  test('in a circle are found, also through `*`', () => {
    const rooms = { a: ['b'], b: ['c'], c: ['a'] };
    expect(circleOfRooms({ enters: [], rooms })).toEqual(['a', 'b', 'c', 'a']);
    expect(circleOfRooms({ enters: [], rooms: { a: ['.'], '.': ['*'] } })).toEqual(['a', '.', 'a']);
  });

  test('that do not exist are rejected', () => {
    expect(() => allowedImports({ 'src/a': { enters: [], rooms: { b: ['c'] } } })).toThrow('no room c');
    expect(() => allowedImports({ 'src/a': { enters: ['d'], rooms: {} } })).toThrow('no layer d');
  });
});
