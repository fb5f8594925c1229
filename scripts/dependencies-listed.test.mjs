// docs/dependencies.md says what each dependency is for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project.mjs';

const listed = [
  ...readFileSync(join(projectRoot, 'docs', 'dependencies.md'), 'utf8').matchAll(
    /^\| `([^`]+)` +\| +(\S.*?) +\|$/gm,
  ),
];
const names = listed.map(([, name]) => name);
const { dependencies, devDependencies } = /** @type {Record<string, Record<string, string>>} */ (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
);
const all = { ...dependencies, ...devDependencies };

test('every dependency is listed once with what it is for, and nothing else is', () => {
  expect([...names].sort()).toEqual(Object.keys(all).sort());
});

test('every version is pinned', () => {
  expect(Object.values(all).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
