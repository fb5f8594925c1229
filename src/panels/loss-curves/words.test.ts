import { expect, it } from 'vitest';
import { changeKinds } from '../../core/experiment/change';
import { defaultExperiment, type ExperimentPatch, type Setting } from '../../core/experiment/experiment';
import { patchText } from './words';

it.each<[ExperimentPatch, string]>([
  [{ codeSize: 32 }, 'code 32'],
  [{ hidden: [256, 64] }, 'layers 256·64'],
  [{ noise: 'saltPepper', noiseLevel: 0.3 }, 'noise salt and pepper, level 0.3'],
  [{ loss: 'bce' }, 'loss BCE'],
  [{ noiseLevel: 3 / 7, lossOn: 'hole' }, 'level 0.429, loss on the hole'],
  [{ lossOn: 'weighted', holeWeight: 10 }, 'loss on hole and rest, hole × 10'],
  [{ sparsity: 'kl' }, 'sparsity KL'],
  [{ sparsity: 'none' }, 'sparsity off'],
  [{ sparsityWeight: 0.0005, targetActivation: 0.05 }, 'λ 0.0005, ρ 0.05'],
  [{ beta: 4 }, 'β 4'],
  [{ beta: 0 }, 'β 0'],
  [{ betaWarmUp: 1 }, 'warm-up 1 epoch'],
  [{ betaWarmUp: 0 }, 'no warm-up'],
  [{ learningRate: 0.001 }, 'η 0.001'],
  [{ schedule: 'cosine' }, 'η → cosine'],
  [{ schedule: 'cosine', learningRate: 0.001, scheduleEpochs: 5 }, 'η 0.001 → cosine, T 5 epochs'],
  [{ codeSize: 8, schedule: 'step' }, 'code 8, η → step'],
  [{ optimizer: 'sgd' }, 'SGD'],
  [{ gradientClip: 1, weightDecay: 0, inputDropout: 0.2 }, 'dropout 0.2, decay off, clip 1'],
  [{ batchSize: 64 }, 'batch 64'],
])('says %o as "%s"', (patch, text) => {
  expect(patchText(patch)).toBe(text);
});

const live = (Object.keys(changeKinds) as Setting[]).filter((setting) => changeKinds[setting] !== 'rebuild');

it.each(live)('has words for %s, which can change within a run', (setting) => {
  expect(patchText({ [setting]: defaultExperiment[setting] })).not.toBe('');
});
