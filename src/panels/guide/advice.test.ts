import { describe, expect, it } from 'vitest';
import { sampleWords } from '../../core/samples/words/sample-words';
import { guideControls, type GuideState } from '../../session/guide/guide-state';
import { adviceOn } from './advice';
import { nextSteps } from './rules/next-steps';
import { situations } from './rules/situations';

const allOpen = Object.fromEntries(guideControls.map((control) => [control, true])) as GuideState['can'];

const fresh: GuideState = {
  engine: 'running',
  status: 'paused',
  lacksData: false,
  divergedTo: null,
  reachedGoal: false,
  takenUpAt: null,
  step: 0,
  epoch: 0,
  family: 'undercomplete',
  codeSize: 16,
  noiseLevel: null,
  kind: 'image',
  isDigits: true,
  measured: { mse: 0.2345, step: 0, isWhole: true },
  meanMse: 0.0675,
  inputMse: null,
  pcaMse: null,
  denoiserMse: null,
  activeUnits: null,
  kl: null,
  resized: null,
  can: allOpen,
  tried: new Set(),
};

const line = (patch: Partial<GuideState>) => {
  const state = { ...fresh, ...patch };
  const { sentences, ...advice } = adviceOn(state, sampleWords(state.kind));
  return { ...advice, text: sentences.join(' ') };
};
const training = (mse: number, patch: Partial<GuideState> = {}) => {
  const step = patch.step ?? 400;
  return line({
    status: 'training',
    step,
    epoch: step / 469,
    measured: { mse, step, isWhole: false },
    ...patch,
  });
};
const resizedTo = (to: number, mse: number, patch: Partial<GuideState> = {}) =>
  training(mse, { codeSize: to, resized: { from: 16, to, mseBefore: 0.0243, stepsSince: 200 }, ...patch });

describe('the first minute', () => {
  it('says what the network does, and to press Train', () => {
    const { text, control } = line({});
    expect(text).toBe('Each image is squeezed into 16 numbers and rebuilt. Press Train.');
    expect(control).toBe('train');
    expect(line({ codeSize: 1 }).text).toMatch(/squeezed into 1 number and/);
  });

  it('asks for a code of 2 once the digits can be recognised, with a button for it', () => {
    expect(training(0.064, { step: 10 }).text).not.toMatch(/recognised|bottleneck/);
    const { text, action, control } = training(0.0301);
    expect(text).toMatch(/^The digits can be recognised: test MSE 0\.0301.* Now drag the bottleneck to 2\.$/);
    expect([action, control]).toMatchObject([{ patch: { codeSize: 2 }, label: 'Set to 2' }, 'codeSize']);
  });

  it('says nothing of digits before the network has trained with the new code', () => {
    expect(resizedTo(2, 0.06, { resized: { from: 16, to: 2, mseBefore: 0.0243, stepsSince: 20 } }).id).toBe(
      'adapting',
    );
    const paused = resizedTo(2, 0.06, {
      status: 'paused',
      resized: { from: 16, to: 2, mseBefore: 0.0243, stepsSince: 0 },
    });
    expect(paused.id).toBe('resized+train');
  });

  it('then says that 2 numbers cannot hold them, and how PCA does', () => {
    expect(resizedTo(2, 0.0431, { pcaMse: 0.0557 }).text).toMatch(
      /^At 2 the digits blur: 2 numbers cannot hold them\. PCA .* worse still: 0\.0557\./,
    );
    expect(resizedTo(2, 0.0431).text).toMatch(/PCA, to compare with, is still being computed/);
  });
});

describe('claims are those of the numbers', () => {
  it('PCA is ahead so far while the network is new to its code, and better once it is not', () => {
    expect(resizedTo(2, 0.0612, { pcaMse: 0.0557 }).text).toMatch(/PCA .* ahead so far: 0\.0557/);
    const long = { epoch: 9, step: 4000, resized: { from: 16, to: 2, mseBefore: 0.0243, stepsSince: 3000 } };
    expect(resizedTo(2, 0.0612, { pcaMse: 0.0557, ...long }).text).toMatch(/PCA .* does better: 0\.0557/);
  });

  it('an error of the subset has to be clearly another than that of all test images', () => {
    expect(resizedTo(2, 0.0545, { pcaMse: 0.0557 }).text).toMatch(/about as good/);
    const whole = { mse: 0.0545, step: 400, isWhole: true };
    expect(resizedTo(2, 0.0545, { pcaMse: 0.0557, measured: whole }).text).toMatch(/worse still/);
  });

  it('nothing blurs where the error has hardly risen', () => {
    const { text } = resizedTo(12, 0.0251, { pcaMse: 0.03 });
    expect(text).toMatch(
      /^A code of 12 does about as well as one of 16 did: test MSE 0\.0251, before 0\.0243\./,
    );
    const wider = { from: 2, to: 16, mseBefore: 0.045, stepsSince: 400 };
    expect(training(0.02, { resized: wider }).text).toMatch(/code of 16 in place of 2, test MSE fell/);
  });

  it('a denoising network is measured against its input and against the linear denoiser', () => {
    const noisy = { family: 'denoising', inputMse: 0.098, noiseLevel: 0.5 } as const;
    expect(training(0.021, { ...noisy, denoiserMse: 0.034 }).text).toMatch(
      /error of 0\.0980 in the input, 0\.0210 is left\. The best linear denoiser leaves 0\.0340/,
    );
    expect(training(0.041, { ...noisy, denoiserMse: 0.034 }).text).toMatch(/ahead so far, with 0\.0340/);
    expect(training(0.12, noisy).text).toMatch(/not yet closer/);
  });

  it('a variational code that carries nothing is not called one that can invent', () => {
    const variational = { family: 'variational', codeSize: 20 } as const;
    expect(training(0.066, { ...variational, kl: 0.02 })).toMatchObject({
      id: 'collapsed+lower-beta',
      control: 'beta',
    });
    const good = training(0.02, { ...variational, kl: 22 });
    expect(good.id).toBe('variational+generate');
    expect(good.action).toMatchObject({ kind: 'link', href: '#explore/generate' });
  });

  it('a sparse code tells how many units are active', () => {
    const sparse = { family: 'sparse', codeSize: 256, activeUnits: 14.2 } as const;
    expect(training(0.01, sparse).text).toMatch(
      /^Of 256 units in the code, one image activates 14\.2 on average/,
    );
  });
});

describe('whatever happens to the run', () => {
  it.each([
    ['stopped', { engine: 'stopped' }],
    ['lacks-data', { lacksData: true, status: 'loading' }],
    ['loading', { status: 'loading' }],
    ['diverged+slower', { divergedTo: 300, step: 300 }],
    ['goal+draw-digit', { reachedGoal: true, step: 900, tried: new Set(['narrow'] as const) }],
    ['taken-up', { takenUpAt: 700, step: 700 }],
    ['waiting', { status: 'waiting', step: 3 }],
    ['begin-denoising+train', { family: 'denoising', noiseLevel: 0.5 }],
    ['begin-without-noise+more-noise', { family: 'denoising', noiseLevel: 0 }],
    ['begin-sparse+train', { family: 'sparse' }],
    ['begin-variational+train', { family: 'variational' }],
    ['first-steps', { status: 'training', step: 2 }],
    ['paused+train-on', { step: 5, measured: null }],
  ] as const)('says %s', (id, patch) => {
    expect(line(patch).id).toBe(id);
  });

  it('samples of other data sets are called what they are', () => {
    const signals = { kind: 'signal', isDigits: false } as const;
    expect(line(signals).text).toMatch(/^Each sample is squeezed/);
    expect(training(0.02, signals).text).not.toMatch(/digit|image|pixel/);
    expect(resizedTo(2, 0.05, { ...signals, pcaMse: 0.06 }).text).not.toMatch(/digit|image/);
  });

  it('what was tried is not asked for again', () => {
    const tried = new Set(['narrow', 'draw', 'map', 'denoising', 'variational', 'sparse'] as const);
    const { id, action } = training(0.02, { tried });
    expect(id).toBe('recognisable-digits+explore');
    expect(action).toMatchObject({ href: '#explore/sliders' });
    expect(training(0.02, { tried: new Set([...tried, 'explore'] as const) }).id).toBe('recognisable-digits');
  });
});

it('nobody is told to use what a teacher’s link hides or locks', () => {
  const none = Object.fromEntries(
    guideControls.map((control) => [control, control === 'train']),
  ) as GuideState['can'];
  const states: Partial<GuideState>[] = [
    {},
    { divergedTo: 3, step: 3 },
    { family: 'denoising', noiseLevel: 0 },
    ...(['undercomplete', 'sparse', 'denoising', 'variational'] as const).flatMap((family) =>
      [0.02, 0.3].map((mse) => ({
        ...{ family, status: 'training' as const, step: 900, kl: 0.1, codeSize: 16 },
        measured: { mse, step: 900, isWhole: true },
      })),
    ),
  ];
  for (const state of states) {
    const { control, action } = line({ ...state, can: none });
    expect([null, 'train']).toContain(control);
    expect(action).toBeNull();
  }
});

it('every rule has an id of its own, and every control is used by one of them', () => {
  const ids = [...situations, ...nextSteps].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const used = [...situations.map(({ control }) => control), ...nextSteps.map(({ control }) => control)];
  for (const control of guideControls) expect(used).toContain(control);
});
