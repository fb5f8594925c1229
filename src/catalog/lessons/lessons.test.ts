// Every lesson: its links, its ids, and that it can be read and checked.
import { describe, expect, it } from 'vitest';
import { glossary } from '../glossary/registry';
import { experimentSchema } from '../experiment-schema';
import { defaultExperiment } from '../../core/experiment/experiment';
import { repairExperiment } from '../../core/experiment/rules';
import type { DoStep, Lesson, Step } from './lesson';
import type { LessonState } from './lesson-state';
import { hasTrainedEnough, missingOf } from './missing';
import { lessonOf, lessons } from './registry';

const doSteps = ({ steps }: Lesson) => steps.filter((step): step is DoStep => step.kind === 'do');
const textsOf = (step: Step) => [...step.text, ...(step.kind === 'predict' ? [step.question] : [])];

const all = lessons.map((lesson) => [lesson.id, lesson] as const);

/** As a lesson begins. */
function stateOf(lesson: Lesson, patch: Partial<LessonState> = {}): LessonState {
  return {
    experiment: { ...defaultExperiment, ...lesson.experiment },
    place: lesson.place,
    isTraining: false,
    step: 0,
    stepsAsIs: 0,
    seconds: 0,
    test: null,
    pcaMse: null,
    code: null,
    hasDrawing: false,
    isPointing: false,
    draws: 0,
    anomalies: null,
    inpainting: null,
    photograph: null,
    ...patch,
  };
}

describe('the lessons', () => {
  it('stand in their order, under addresses that are no sub-view of Learn', () => {
    expect(lessons.map(({ id }) => id)).toEqual([
      'autoencoder',
      'encoder-decoder',
      'reconstruction-error',
      'bottleneck',
      'pca',
      'depth-width',
      'sparse',
      'denoising',
      'variational',
      'anomalies',
      'inpainting',
      'limits',
      'beyond-images',
    ]);
    expect(lessonOf('lessons')).toBeNull();
    expect(lessonOf('glossary')).toBeNull();
  });

  it.each(all)('%s begins with an experiment that works, and takes three to six minutes', (_, lesson) => {
    const experiment = { ...defaultExperiment, ...lesson.experiment };
    expect(experimentSchema.parse(experiment)).toEqual(experiment);
    expect(repairExperiment(experiment).reasons).toEqual([]);
    expect(lesson.minutes).toBeGreaterThanOrEqual(3);
    expect(lesson.minutes).toBeLessThanOrEqual(6);
  });

  it.each(all)('%s asks before something is done, and compares afterwards', (_, { steps }) => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    const predictions = steps.filter(({ kind }) => kind === 'predict').map(({ id }) => id);
    expect(predictions.length).toBeGreaterThan(0);
    for (const id of predictions) {
      const [asked, done, compared] = [
        steps.findIndex((step) => step.id === id),
        steps.findIndex(
          (step, place) => step.kind === 'do' && place > steps.findIndex((one) => one.id === id),
        ),
        steps.findIndex((step) => step.kind === 'compare' && step.of === id),
      ];
      expect([asked < done, done < compared], id).toEqual([true, true]);
    }
  });

  it.each(all)('%s links to terms that the glossary has', (_, { steps }) => {
    const linked = steps.flatMap(textsOf).flatMap((text) => [...text.matchAll(/\]\(([^)]*)\)/g)]);
    expect(linked.length).toBeGreaterThan(0);
    for (const [, term = ''] of linked) expect(Object.keys(glossary), term).toContain(term);
  });

  it.each(all)('%s compares nothing where its steps were skipped', (_, { steps }) => {
    for (const step of steps) if (step.kind === 'compare') expect(step.came({})).toBeNull();
  });

  it.each(all)('%s says of each step what is missing, and how to get there', (_, lesson) => {
    for (const step of doSteps(lesson)) {
      const missing = missingOf(step, stateOf(lesson));
      expect(missing, step.id).toMatch(/\S/);
      // A view elsewhere, and no training: a wrong turn of any lesson.
      expect(missingOf(step, stateOf(lesson, { place: 'compare/runs' })), step.id).not.toBeNull();
    }
  });
});

describe('training that a step asks for', () => {
  const [lesson] = lessons as [Lesson];
  const step = doSteps(lesson).find(({ trainFor }) => trainFor === 300) as DoStep;
  const test = { mse: 0.02, inputMse: 0, meanImageMse: 0.067, kl: null };

  it('is counted down, waits for the measurement, and is done', () => {
    const at = (patch: Partial<LessonState>) => missingOf(step, stateOf(lesson, patch));
    expect(at({})).toBe('Press Train: it takes 300 steps.');
    expect(at({ step: 299, stepsAsIs: 299 })).toBe('Train for 1 more step.');
    expect(at({ step: 20, stepsAsIs: 20, isTraining: true })).toBe('Training: 280 steps to go.');
    expect(at({ step: 310, stepsAsIs: 310 })).toBe('The network is being measured on the test set.');
    expect(at({ step: 310, stepsAsIs: 310, test })).toBeNull();
  });

  it('pauses when it has got there, and not with other settings', () => {
    const [, second] = doSteps(lessonOf('bottleneck') as Lesson);
    if (second === undefined) throw new Error('The lesson has no second step.');
    const trained = { step: 900, stepsAsIs: 400, isTraining: true };
    const withSize = (codeSize: number) => ({ ...defaultExperiment, codeSize });
    expect(hasTrainedEnough(second, stateOf(lesson, { ...trained, experiment: withSize(16) }))).toBe(false);
    expect(hasTrainedEnough(second, stateOf(lesson, { ...trained, experiment: withSize(2) }))).toBe(true);
  });

  it('scores anomalies as the lesson explains them, whatever "Best here" has chosen', () => {
    const [zero] = doSteps(lessonOf('anomalies') as Lesson);
    if (zero === undefined) throw new Error('The lesson has no step.');
    const at = (score: 'mse' | 'nearest-direction') =>
      missingOf(
        zero,
        stateOf(lesson, {
          place: 'apply/anomalies',
          experiment: { ...defaultExperiment, classes: [0] },
          step: 200,
          stepsAsIs: 200,
          test,
          anomalies: { normalClasses: [0], score, trainedOn: [0], auroc: 0.99 },
        }),
      );
    expect(at('nearest-direction')).toBe('Set Score to Squared error.');
    expect(at('mse')).toBeNull();
  });

  it('starts over where a comparison needs it', () => {
    const [, deep] = doSteps(lessonOf('depth-width') as Lesson);
    if (deep === undefined) throw new Error('The lesson has no second step.');
    const experiment = { ...defaultExperiment, hidden: [128, 64, 32, 16] };
    const trained = { experiment, step: 600, stepsAsIs: 300, test };
    expect(missingOf(deep, stateOf(lesson, trained))).toMatch(/Press Reset/);
    expect(missingOf(deep, stateOf(lesson, { ...trained, step: 300 }))).toBeNull();
  });
});
