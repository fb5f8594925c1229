import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { applyEvent } from '../../session/runs/apply-event';
import { newRun, type RunRecord } from '../../session/runs/run';
import { evaluationEvent, progressEvent, startedEvent } from '../../session/testing/fake-engine';
import { settingValues } from './setting-values';
import { figures, originText, sheetTitle, testError } from './words';

const noisy = { ...defaultExperiment, noise: 'gaussian' as const, noiseLevel: 0.3 };

function trained(experiment = defaultExperiment): RunRecord {
  const dataset = { ...digitsInfo, checksum: '0123456789abcdef'.repeat(4) };
  return [
    startedEvent('1', experiment, dataset),
    progressEvent('1', 938, Array<number>(938).fill(0.02)),
    evaluationEvent('1', { step: 938, mse: 0.0125, inputMse: 0.05, loss: 0.013 }),
  ].reduce(applyEvent, newRun('1', experiment, null, Date.UTC(2026, 9, 3, 12)));
}

describe('settings on the sheet', () => {
  it('begin with what differs from the defaults of the data set, and leave out what is not used', () => {
    const experiment = { ...noisy, codeSize: 7, hidden: [64, 32], classes: [1, 3] };
    const { chosen, usual } = settingValues(experiment, ['zero', 'one', 'two', 'three']);
    expect(chosen.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Classes to train on one, three',
      'Bottleneck size 7',
      'Hidden layers 64 · 32',
      'Noise Gaussian',
      'Noise level 0.3',
    ]);
    const labels = usual.map(({ setting }) => setting);
    expect(labels).toContain('seed');
    expect(labels).not.toContain('dataset');
    // Of a Gaussian code, and of convolutions.
    expect(labels).not.toContain('beta');
    expect(labels).not.toContain('filters');
  });

  it('name a dozen classes at most', () => {
    const classes = Array.from({ length: 40 }, (_, index) => index);
    const { chosen } = settingValues({ ...defaultExperiment, classes }, []);
    expect(chosen[0]?.value).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 28 more');
  });
});

describe('numbers on the sheet', () => {
  it('are those of the run, with PCA beside the error', () => {
    const record = trained();
    expect(testError(record, 0.0231)).toEqual({
      label: 'Test MSE, 10,000 samples',
      value: '0.0125',
      pca: '0.0231',
    });
    const shown = Object.fromEntries(figures(record).map(({ label, value }) => [label, value]));
    expect(shown).toMatchObject({ Steps: '938', 'Test loss': '0.0130', 'Weights and biases': '438,560' });
    expect(shown).not.toHaveProperty('MSE of the noisy input');
    expect(figures(trained(noisy)).map(({ label }) => label)).toContain('MSE of the noisy input');
  });

  it('say when they are of the network before a change, and are none before anything is measured', () => {
    const record = trained();
    const { testAll } = record;
    const changed = { ...record, testAll: testAll && { ...testAll, outdated: true } };
    expect(testError(changed, null)?.label).toContain('before the last change');
    expect(testError(newRun('1', defaultExperiment, null), null)).toBeNull();
  });
});

it('the sheet tells what it takes to train the run again', () => {
  const text = originText(trained(), 'wasm', { version: '0.1.0', threads: 2 }).join(' · ');
  expect(text).toBe(
    'Begun 3 October 2026 · MNIST: 60,000 trained on, 10,000 tested · data 0123456789ab · seed 1 · WebAssembly, 2 threads · Hourglass 0.1.0',
  );
  expect(originText(trained(), null, null).join(' ')).not.toContain('Hourglass');
});

it('a run is called what the person calls it, or what it is', () => {
  expect(sheetTitle(trained(), 'My best')).toBe('My best');
  expect(sheetTitle(trained(noisy), null)).toBe('Denoising · code 16 · MNIST');
});
