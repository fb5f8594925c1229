// The layout of the sources: the length of files, the number of files in a folder, and their names (CONTRIBUTING.md).
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project.mjs';

const maxLines = 250;
const maxFiles = 12;

/** Every source file that Git tracks or would track, so no generated ones. */
const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'assembly', 'bench', 'scripts', 'e2e'],
  { cwd: projectRoot, encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && existsSync(join(projectRoot, path)));

const ofPage = sources.filter((path) => path.startsWith('src/'));
const lineCount = (/** @type {string} */ path) =>
  readFileSync(join(projectRoot, path), 'utf8').replace(/\n$/, '').split('\n').length;

test('the sources of every folder are found', () => {
  const folders = new Set(sources.map((path) => path.split('/')[0]));
  expect([...folders].sort()).toEqual(['assembly', 'bench', 'e2e', 'scripts', 'src']);
  expect(sources.length).toBeGreaterThan(400);
});

test(`no file has more than ${maxLines} lines`, () => {
  const long = sources.map((path) => `${path}: ${lineCount(path)}`);
  expect(long.filter((text) => Number(text.split(': ')[1]) > maxLines)).toEqual([]);
});

test(`no folder of src has more than ${maxFiles} files of its own`, () => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const path of ofPage) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > maxFiles)).toEqual([]);
});

test('every file name is kebab-case', () => {
  const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.(browser|module|test|spec|config|d))*\.(ts|tsx|mjs|css)$/;
  expect(sources.filter((path) => !kebabCase.test(basename(path)))).toEqual([]);
});

test('every folder name is kebab-case', () => {
  const folders = new Set(sources.flatMap((path) => dirname(path).split('/')));
  expect([...folders].filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('no file has a catch-all name', () => {
  const vague = /(^|-)(utils?|helpers?|common|managers?|misc)(-|\.)/;
  expect(sources.filter((path) => vague.test(basename(path)))).toEqual([]);
});

test('no file of src is a barrel', () => {
  const reexports = /^export (type )?(\*|\{[^}]*\}) .*from /m;
  const isBarrel = (/** @type {string} */ path) =>
    /^index\.tsx?$/.test(basename(path)) ||
    (/\.tsx?$/.test(path) && reexports.test(readFileSync(join(projectRoot, path), 'utf8')));
  expect(ofPage.filter(isBarrel)).toEqual([]);
});

test('every folder of the catalog is a registry, except what registries share', () => {
  const catalog = join(projectRoot, 'src/catalog');
  const kinds = readdirSync(catalog, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'kinds',
  );
  expect(kinds.length).toBeGreaterThan(5);
  expect(
    kinds.map(({ name }) => name).filter((name) => !existsSync(join(catalog, name, 'registry.ts'))),
  ).toEqual([]);
});
