import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressBuild } from './compress-build.mjs';

test('scripts, styles and WebAssembly get packed copies, pictures and data none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hourglass-build-'));
  mkdirSync(join(folder, 'assets'));
  const text = 'console.log(1);\n'.repeat(100);
  for (const name of ['index.html', 'assets/a.js', 'assets/b.wasm', 'icon.png', 'train-0.shard'])
    writeFileSync(join(folder, name), text);
  expect(compressBuild(folder)).toBe(3);
  expect(readdirSync(folder).sort()).toEqual([
    ...['assets', 'icon.png', 'index.html', 'index.html.br', 'index.html.gz', 'train-0.shard'],
  ]);
  expect(gunzipSync(readFileSync(join(folder, 'assets', 'a.js.gz'))).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'b.wasm.br'))).toString()).toBe(text);
});
