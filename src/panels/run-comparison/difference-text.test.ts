import { describe, expect, it } from 'vitest';
import { settings, defaultExperiment } from '../../core/experiment/experiment';
import type { RunMark } from '../../core/run/run-mark';
import { settingRows } from '../../session/run-comparison/setting-rows';
import type { ComparedRun } from '../../session/run-comparison/compared-run';
import { comparedRun } from './compared-runs-for-tests';
import { differenceText } from './difference-text';
import { cellText, settingValueText } from './value-words';

const textOf = (...runs: ComparedRun[]) => differenceText(runs, settingRows(runs));

describe('the sentence on what differs', () => {
  it('names the one setting, with its values in the order of the runs', () => {
    const runs = [2, 64, 16].map((codeSize) => comparedRun('a', { codeSize }));
    expect(textOf(...runs)).toBe('They differ only in the bottleneck size: 2, 64 and 16.');
  });

  it('calls what comes of another seed chance', () => {
    expect(textOf(comparedRun('a'), comparedRun('b', { seed: 2 }))).toBe(
      'Only the seed differs, so any difference in the results is chance.',
    );
  });

  it('names a few settings, and counts the rest', () => {
    const other = comparedRun('b', { noise: 'gaussian', codeSize: 8 });
    expect(textOf(comparedRun('a'), other)).toBe(
      'They differ in 2 settings: bottleneck size (16 and 8) and noise (None and Gaussian).',
    );
    const another = comparedRun('b', {
      codeSize: 8,
      batchSize: 64,
      seed: 4,
      loss: 'mae',
      learningRate: 0.1,
      hidden: [8],
    });
    expect(textOf(comparedRun('a'), another)).toMatch(/^They differ in 6 settings: .* and 2 more\.$/);
  });

  it('says that runs of the same settings differ in how far they have got', () => {
    expect(textOf(comparedRun('a', {}, 500), comparedRun('b', {}, 1500))).toBe(
      'They have the same settings and the same seed. They were trained for different numbers of steps, 500 to 1,500 steps: what differs is how far they have got.',
    );
  });

  it('does not take a setting changed on the way for one that was so from the start', () => {
    const marks: RunMark[] = [
      { kind: 'changed', step: 500, patch: { learningRate: 0.01 }, before: { learningRate: 0.002 } },
    ];
    const changed = { ...comparedRun('a', { learningRate: 0.01 }, 1000), marks };
    expect(textOf(changed, comparedRun('b', { learningRate: 0.01 }, 1000))).toBe(
      'They differ only in the learning rate: 0.002 → 0.01 at step 500 and 0.01.',
    );
  });

  it('warns of errors on different data', () => {
    const runs = [comparedRun('a'), comparedRun('b', { dataset: 'quickdraw' })];
    expect(textOf(...runs)).toContain(
      'Their errors were measured on different data, so they cannot be compared.',
    );
  });
});

describe('values', () => {
  it.each(settings)('of %s have words', (setting) => {
    expect(settingValueText(setting, defaultExperiment[setting], null)).not.toBe('');
  });

  it('are off, shares, lists and names as a person knows them', () => {
    const data = { name: 'Mine', classNames: ['cat', 'dog', 'owl'] };
    expect(settingValueText('gradientClip', 0, data)).toBe('off');
    expect(settingValueText('validationShare', 0.1, data)).toBe('10 %');
    expect(settingValueText('hidden', [256, 64], data)).toBe('256 · 64');
    expect(settingValueText('classes', [0, 2], data)).toBe('cat, owl');
    expect(settingValueText('dataset', 'mnist', data)).toBe('Mine');
    expect(settingValueText('learningRate', 0.00001, data)).toBe('0.00001');
    expect(settingValueText('seed', 12345, data)).toBe('12345');
  });

  it('that were not noted before a change are left out', () => {
    const changes = [{ step: 5, lastStep: 9, from: null, to: 32 }];
    expect(cellText('codeSize', { value: 32, changes }, null)).toBe('→ 32 at steps 5 to 9');
  });
});
