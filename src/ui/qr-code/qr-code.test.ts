import { expect, it } from 'vitest';
import { qrModules } from './qr-code';

const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

it('has the finder patterns of ISO 18004 in three corners, and a size of 17 + 4 n', () => {
  const modules = qrModules('https://example.org/?v=1&codeSize=2#train') ?? [];
  const side = modules.length;
  expect((side - 17) % 4).toBe(0);
  const cornerAt = (top: number, left: number) =>
    finder.map((_, row) =>
      finder.map((_, column) => (modules[top + row]?.[left + column] ? '#' : '.')).join(''),
    );
  expect(cornerAt(0, 0)).toEqual(finder);
  expect(cornerAt(0, side - 7)).toEqual(finder);
  expect(cornerAt(side - 7, 0)).toEqual(finder);
});

it('grows with the text, and is none for one that a phone could not read', () => {
  const sizes = [20, 100, 400].map((length) => qrModules('a'.repeat(length))?.length ?? 0);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(qrModules('a'.repeat(720))).not.toBeNull();
  expect(qrModules('a'.repeat(900))).toBeNull();
  expect(qrModules('a'.repeat(50_000))).toBeNull();
});
