import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { areInstalled, installFailure } from './dependencies.mjs';

describe('the packages', () => {
  /** @type {string} */
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hourglass-packages-'));
    mkdirSync(join(folder, 'node_modules'));
    write('package-lock.json', {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-system': { version: '2.0.0', optional: true },
    });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** @type {(file: string, packages: Record<string, { version: string, optional?: boolean }>) => void} */
  function write(file, packages) {
    writeFileSync(join(folder, file), JSON.stringify({ packages }));
  }

  test('count as installed when npm recorded every version of the lock file; optional ones may be absent', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(areInstalled(folder)).toBe(true);
  });

  test('count as missing when a version differs, one is absent, or npm left no record', () => {
    expect(areInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
    expect(areInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { 'node_modules/b': { version: '1.0.0' } });
    expect(areInstalled(folder)).toBe(false);
  });
});

test.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT'])(
  'a missing network (%s) is reported in one sentence',
  (code) => {
    const message = installFailure(
      `npm error code ${code}\nnpm error errno ${code}\nnpm error request failed\n`,
    );
    expect(message).toContain(`(${code})`);
    expect(message).toContain('check the network connection');
    expect(message).not.toContain('\n');
  },
);

test('other failures of npm are reported in its own words', () => {
  expect(installFailure('npm error code ENOSPC\nnpm error no space left')).toContain('no space left');
});
