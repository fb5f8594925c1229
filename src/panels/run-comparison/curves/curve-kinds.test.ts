import { describe, expect, it } from 'vitest';
import { comparedRun } from '../compared-runs-for-tests';
import { curvesOf, pointsOf, remarksOn, smoothed } from './curve-kinds';
import { remarkText, whyNotOver } from './curve-words';
import { allMetrics, curveNumbers } from './metric-rows';
import { lineLook, runLines } from './run-lines';
import { resultRows } from '../results/result-rows';

const plain = comparedRun('a');
const other = comparedRun('b', { loss: 'bce', codeKind: 'gaussian' });
const old = { ...comparedRun('c'), clock: null };

describe('the curves', () => {
  it('are those of which a run has points', () => {
    expect(curvesOf([plain])).toEqual(['testMse', 'train', 'testAll']);
  });

  it('are over steps, epochs or seconds of training', () => {
    expect(pointsOf(plain, 'train', 'step').x.at(-1)).toBe(20);
    expect(pointsOf(plain, 'train', 'epoch').x.at(-1)).toBeCloseTo(20 / 469, 10);
    expect(pointsOf(plain, 'train', 'seconds').x.at(-1)).toBeCloseTo(0.2, 10);
  });

  it('have no seconds where these were not noted, and say why', () => {
    expect(pointsOf(old, 'train', 'seconds').x).toEqual([]);
    expect(remarksOn([plain, old], 'train', 'seconds')).toEqual(['no-seconds']);
    expect(remarkText('no-seconds', [plain, old])).toBe(
      'Not shown: B, kept before training time was recorded.',
    );
    expect(whyNotOver([old, old], 'seconds')).toMatch(/before training time was recorded/);
    expect(whyNotOver([plain, old], 'seconds')).toBeUndefined();
  });

  it('of losses in other units warn, and those of the squared error do not', () => {
    expect(remarksOn([plain, other], 'train', 'step')).toEqual(['unit']);
    expect(remarksOn([plain, other], 'testMse', 'step')).toEqual([]);
    expect(remarkText('unit', [plain, other])).toContain('MSE and BCE in nats + β · KL');
  });

  it('of other noise, other data or another backend say so', () => {
    expect(remarksOn([plain, comparedRun('b', { noise: 'gaussian' })], 'testMse', 'step')).toEqual(['noise']);
    expect(remarksOn([plain, comparedRun('b', { dataset: 'quickdraw' })], 'testMse', 'step')).toEqual([
      'data',
    ]);
    const faster = { ...comparedRun('b'), backend: 'webgl' as const, threads: null };
    expect(remarksOn([plain, faster], 'train', 'seconds')).toEqual(['backends']);
    expect(remarkText('backends', [plain, faster])).toBe(
      'The seconds were measured on different backends: WASM with 2 threads and WebGL.',
    );
  });
});

describe('smoothing', () => {
  it('leaves a level line level from its first point on, and reaches a new level', () => {
    expect(smoothed([3, 3, 3], 0.9)).toEqual([3, 3, 3].map((value) => expect.closeTo(value, 12) as number));
    const step = smoothed([...Array<number>(50).fill(0), ...Array<number>(60).fill(1)], 0.9);
    // 60 points later, 0.9^60 = 0.2 % of the old level is left.
    expect(step.at(-1)).toBeGreaterThan(0.995);
  });

  it('is the mean with weights that fall by the given factor', () => {
    expect(smoothed([1, 2, 4], 0.5)[2]).toBeCloseTo((0.25 * 1 + 0.5 * 2 + 4) / 1.75, 12);
  });
});

it('ten lines differ in colour and strokes, and end in their letter', () => {
  const looks = Array.from({ length: 10 }, (_, place) => JSON.stringify(lineLook('light', place)));
  expect(new Set(looks).size).toBe(10);
  const choice = { curve: 'testMse', over: 'step', weight: 0, theme: 'light' } as const;
  const [, second] = runLines([plain, other], ['One', 'Two'], choice);
  expect(second).toMatchObject({ label: 'B · Two', endName: 'B' });
});

it('the numbers of a curve are its first, lowest and last', () => {
  expect(curveNumbers(plain, 'train', 'step')).toEqual({
    count: 20,
    first: { x: 1, y: 1 },
    lowest: { x: 20, y: Math.fround(1 / 20) },
    last: { x: 20, y: Math.fround(1 / 20) },
  });
  expect(curveNumbers(plain, 'kl', 'step')).toBeNull();
});

it('a file of all metrics has each run under the columns of all', () => {
  const { columns, rows } = allMetrics([plain, old], ['One', 'Two']);
  expect(columns.slice(0, 4)).toEqual(['run', 'step', 'epoch', 'seconds']);
  expect(rows).toHaveLength(40);
  expect(rows.at(-1)?.slice(0, 4)).toEqual(['B Two', 20, 20 / 469, null]);
});

it('the results say of which samples an error is, and what a loss is a sum of', () => {
  const rows = resultRows([plain, other]);
  const textsOf = (id: string) => rows.find((row) => row.id === id)?.cells.map(({ text }) => text);
  expect(textsOf('scope')).toEqual(['all 10,000', 'all 10,000']);
  expect(textsOf('testLoss')).toEqual(['0.0200 (MSE)', '0.0200 (BCE in nats + β · KL)']);
  expect(textsOf('seconds')).toEqual(['0.2 s', '0.2 s']);
  expect(rows.some(({ id }) => id === 'validation')).toBe(false);
});
