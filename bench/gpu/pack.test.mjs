// The packed folder: whether the page finds in it all that it asks for, and what run.mjs makes of a browser. The browser is a small program
// that speaks to run.mjs as the page does, since a contest takes minutes.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contests } from '../page/gpu-contest.ts';
import { projectRoot } from '../../scripts/project.mjs';
import { networks, readOptions } from './options.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('../../src/core/samples/manifest').Manifest} Manifest */

const folder = mkdtempSync(join(tmpdir(), 'hourglass-pack-'));
const pack = join(folder, 'bench-gpu');

beforeAll(async () => {
  const { code, said } = await runNode([join(projectRoot, 'bench', 'gpu.mjs'), pack]);
  if (code !== 0) throw new Error(said);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('everything that the page loads is in the pack, and the pack holds nothing else', async () => {
  const { origin, close } = await serve(join(pack, 'page'), () => null);
  try {
    const reached = new Set(['/bench/page/gpu.html']);
    for (const path of reached) {
      const answer = await fetch(new URL(path, origin));
      expect([path, answer.status]).toEqual([path, 200]);
      // threads need these
      expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(answer.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
      expect(answer.headers.get('Content-Type')).toMatch(typeOf(path));
      const text = await answer.text();
      for (const address of addressesIn(path, text))
        reached.add(new URL(address, new URL(path, origin)).pathname);
    }
    const packed = readdirSync(join(pack, 'page', 'assets')).map((name) => `/assets/${name}`);
    expect([...reached].filter((path) => path.startsWith('/assets/')).sort()).toEqual(packed.sort());
    for (const worker of ['ours', 'tfjs-fit', 'tfjs-gradients', 'auto-choice', 'kernel-thread'])
      expect([...reached].some((path) => path.startsWith(`/assets/${worker}-`))).toBe(true);

    const dataset = new URL('/data/mnist/', origin);
    const { train, test } = /** @type {Manifest} */ (
      await (await fetch(new URL('manifest.json', dataset))).json()
    );
    for (const { file, bytes } of [...train.shards, ...test.shards])
      expect((await (await fetch(new URL(file, dataset))).arrayBuffer()).byteLength).toBe(bytes);
  } finally {
    close();
  }
});

test('the options are read, and what is no option is refused', () => {
  expect(readOptions(['--chromium', '/opt/chrome'])).toEqual({
    ...{ chromium: '/opt/chrome', out: 'gpu.json', seconds: 290, rounds: 5, steps: 0, software: false },
    only: Object.keys(contests),
  });
  const given = [
    '--chromium',
    'c',
    '--only',
    'vae,large',
    '--seconds',
    '60',
    '--rounds',
    '2',
    '--steps',
    '3',
  ];
  expect(readOptions([...given, '--software'])).toMatchObject({
    ...{ only: ['vae', 'large'], seconds: 60, rounds: 2, steps: 3, software: true },
  });
  expect(networks).toEqual(Object.keys(contests));
  for (const [args, problem] of /** @type {const} */ ([
    [[], /--chromium/],
    [['--chromium', 'c', '--only', 'vae,small'], /"small" is no network/],
    [['--chromium', 'c', '--seconds', 'soon'], /--seconds "soon"/],
    [['--chromium', 'c', '--rounds', '0'], /--rounds "0"/],
    [['--chromium', 'c', '--card'], /--card/],
  ]))
    expect(() => readOptions(args)).toThrow(problem);
});

const card = { name: 'a card', isCard: true };
const processor = { name: 'SwiftShader', isCard: false };
const row = {
  ...{ network: 'vae', contender: 'ours', backend: 'webgpu', runsOn: 'a card', stepsPerTurn: 9, turns: 5 },
  ...{ msPerStep: { median: 1, least: 0.9, most: 2 }, losses: { 0: 500, 1: 400 }, largestDifference: 0 },
  ...{ agrees: true, learns: true },
};

test('what the page finds is written, with the card it ran on', async () => {
  const { code, result, asked } = await runPack({ webgl: card, webgpu: card }, 'rows-and-end', [
    ...['--rounds', '3', '--only', 'vae'],
  ]);
  expect(code).toBe(0);
  expect(result).toMatchObject({
    ...{ complete: true, browser: 'Pretended 1.0', auto: { name: 'webgpu' }, rows: [row] },
    ...{ machine: { node: process.version }, atTheEnd: { webgl: card, webgpu: card } },
    trials: [{ found: { webgl: card, webgpu: card } }],
  });
  expect(result.way).toBe(result.trials[0].way);
  expect(Object.fromEntries(asked)).toMatchObject({ rounds: '3', steps: '0', only: 'vae' });
});

test('when the time is over, it ends with what has been measured', async () => {
  const startedMs = performance.now();
  const { code, result } = await runPack({ webgl: card, webgpu: card }, 'rows-only', ['--seconds', '3']);
  expect(code).toBe(1);
  expect(result).toMatchObject({ complete: false, rows: [row] });
  expect(result.problem).toMatch(/the time was over/);
  expect(result.seconds).toBeLessThanOrEqual(4);
  expect(performance.now() - startedMs).toBeGreaterThan(2_900);
});

test('a browser that breaks off leaves what has been measured, and its last words', async () => {
  const { code, result } = await runPack({ webgl: card, webgpu: card }, 'rows-and-break', []);
  expect(code).toBe(1);
  expect(result).toMatchObject({ complete: false, rows: [row] });
  expect(result.problem).toMatch(/it ended with 7[^]*out of memory/);
});

test('without a card nothing is measured, except where software is asked for', async () => {
  const found = { webgl: processor, webgpu: processor };
  const refused = await runPack(found, 'rows-and-end', []);
  expect(refused.code).toBe(1);
  expect(refused.result).toMatchObject({ complete: false, rows: [], problem: /** @type {unknown} */ (expect.stringContaining('no way')) }); // prettier-ignore
  expect(refused.result.trials.length).toBeGreaterThanOrEqual(1);
  expect(await runPack(found, 'rows-and-end', ['--software'])).toMatchObject({
    code: 0,
    result: { complete: true, way: 'software', rows: [row] },
  });
});

/**
 * What an HTML file or a script loads: scripts, modules, workers and binaries, by their addresses relative to it.
 * @param {string} path @param {string} text
 */
function addressesIn(path, text) {
  if (path.endsWith('.html')) return [...text.matchAll(/src="([^"]+)"/g)].map(([, address = '']) => address);
  if (!path.endsWith('.js')) return [];
  const patterns = [
    /(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g,
    /import\(\s*["'`](\.[^"'`]+)["'`]\s*\)/g,
    /new URL\(\s*["'`]([^"'`]+\.(?:js|wasm))["'`],\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, address = '']) => address));
}

/** @param {string} path */
function typeOf(path) {
  if (path.endsWith('.wasm')) return 'application/wasm';
  return path.endsWith('.html') ? 'text/html' : 'text/javascript';
}

/** A program that does in Chromium's place what the page does in it. @param {object} devices @param {string} then */
function pretendedBrowser(devices, then) {
  return `#!${process.execPath}
if (process.argv.includes('--version')) { console.log('Pretended 1.0'); process.exit(); }
const { writeFileSync } = require('node:fs');
const address = new URL(process.argv.at(-1));
const post = async (what, body) =>
  (await fetch(new URL('/' + what, address), { method: 'POST', body: JSON.stringify(body) })).json();
void (async () => {
  writeFileSync(${JSON.stringify(join(folder, 'asked'))}, address.search);
  const go = await post('devices', ${JSON.stringify(devices)});
  if (!go) return;
  await post('auto', { name: 'webgpu' });
  await post('rows', [${JSON.stringify(row)}]);
  if ('${then}' === 'rows-and-break') { console.error('out of memory'); process.exit(7); }
  if ('${then}' === 'rows-only') setInterval(() => {}, 1000);
  else await post('done', ${JSON.stringify(devices)});
})();
`;
}

/**
 * Runs the packed program with such a browser.
 * @param {object} devices @param {'rows-and-end' | 'rows-only' | 'rows-and-break'} then @param {readonly string[]} options
 */
async function runPack(devices, then, options) {
  const [program, out] = [join(folder, 'chrome'), join(folder, 'gpu.json')];
  writeFileSync(program, pretendedBrowser(devices, then), { mode: 0o755 });
  const args = [join(pack, 'run.mjs'), '--chromium', folder, '--out', out, ...options];
  const { code } = await runNode(args);
  /** @type {{ way: string, seconds: number, problem: string, trials: [{ way: string }] }} */
  const result = JSON.parse(readFileSync(out, 'utf8'));
  return { code, result, asked: new URLSearchParams(readFileSync(join(folder, 'asked'), 'utf8')) };
}

/** @param {string[]} args @returns {Promise<{ code: number, said: string }>} */
function runNode(args) {
  // The tests' own NODE_ENV would build the page for tests.
  const env = { ...process.env };
  delete env['NODE_ENV'];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, said: stdout + stderr }),
    );
  });
}
