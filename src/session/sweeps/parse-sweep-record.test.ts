import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { parseSweepRecord } from './parse-sweep-record';
import type { SweepRecord } from './sweep-record';

const kept: SweepRecord = {
  id: 'kept',
  name: 'Dense: code size',
  startedAt: 1,
  plan: { base: defaultExperiment, setting: 'codeSize', values: [8, 2], steps: 100 },
  points: [
    {
      value: 8,
      codeSize: 8,
      steps: 100,
      testMse: 0.02,
      indices: Uint32Array.of(3),
      labels: Uint16Array.of(7),
      originals: new Uint8Array(4),
      reconstructions: new Uint8Array(4),
    },
  ],
  status: 'interrupted',
  failures: [{ value: 2, reason: { code: 'unexpected', detail: 'out of memory' } }],
};

describe('what the browser has kept of a sweep', () => {
  it('is a sweep when it is whole', () => {
    expect(parseSweepRecord(structuredClone(kept))).toEqual(kept);
    const own = { ...kept, data: { name: 'Leaves', shape: [12, 20, 3] } };
    expect(parseSweepRecord(structuredClone(own))).toEqual(own);
    expect(parseSweepRecord({ ...kept, data: { name: 'Leaves' } })).toEqual(kept);
    const pictures = { originals: Float32Array.of(-1, 2), reconstructions: Float32Array.of(0, 1.5) };
    const signals = { ...kept, points: kept.points.map((point) => ({ ...point, ...pictures })) };
    expect(parseSweepRecord(structuredClone(signals))).toEqual(signals);
    const terms = { reconstruction: 90.5, kl: 20 };
    const gaussian = { ...kept, points: kept.points.map((point) => ({ ...point, terms })) };
    expect(parseSweepRecord(structuredClone(gaussian))).toEqual(gaussian);
    const older = { ...kept, failures: [{ value: 2, reason: 'out of memory' }] };
    expect(parseSweepRecord(older)).toEqual(kept);
  });

  it('has the defaults for settings that there were not when it was kept', () => {
    const base = Object.fromEntries(
      Object.entries(kept.plan.base).filter(([setting]) => !/classes|validationShare/.test(setting)),
    );
    expect(parseSweepRecord({ ...kept, plan: { ...kept.plan, base } })).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another thing', 'sweep'],
    ['no plan', { ...kept, plan: undefined }],
    ['an experiment of another version', { ...kept, plan: { ...kept.plan, base: { codeSize: 'wide' } } }],
    ['a setting that is not swept', { ...kept, plan: { ...kept.plan, setting: 'batchSize' } }],
    ['values that are no numbers', { ...kept, plan: { ...kept.plan, values: ['8'] } }],
    ['a status that there is not', { ...kept, status: 'lost' }],
    ['points without pictures', { ...kept, points: [{ ...kept.points[0], originals: undefined }] }],
    ['terms that are no numbers', { ...kept, points: [{ ...kept.points[0], terms: { kl: '20' } }] }],
    ['a failure without a reason', { ...kept, failures: [{ value: 2 }] }],
    ['no name', { ...kept, name: 7 }],
  ])('is none when it is %s', (_, broken) => {
    expect(parseSweepRecord(broken)).toBeNull();
  });
});
