// Samples of the main run, as many as a comparison or a file needs, and how like real ones they are.
import type { StoreApi } from 'zustand/vanilla';
import { trainedOn } from '../../core/experiment/trained-on';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import { addResidual, residualDeviation } from '../../core/latent/two-sample/residual';
import type { TwoSampleAnswer } from '../../core/latent/two-sample/two-sample-api';
import type { Analysis } from '../analysis/analysis';
import type { EngineQuestions } from '../engine/engine-questions';
import type { Run } from '../runs/run';

/** How samples are drawn. */
export interface Drawing {
  readonly count: number;
  readonly seed: number;
  /** What the deviation of the codes is multiplied by. */
  readonly temperature: number;
  /** Adds the deviation that reconstructions of training samples leave over, place by place. */
  readonly withResidual: boolean;
}

export interface DrawnSamples {
  /** `[count, D]` */
  readonly images: Float32Array;
  readonly step: number;
}

export interface Resemblance extends TwoSampleAnswer {
  readonly step: number;
}

/** Training samples that a Gaussian is fitted to, for a code without a prior. */
const fittedTo = 10_000;
/** Training samples that the residual is measured on. */
const residualSamples = 1000;

interface Asked {
  readonly analysis: Pick<Analysis, 'twoSample' | 'trainingSamples'>;
  readonly questions: Pick<EngineQuestions, 'generate' | 'reconstruct'>;
  readonly run: { readonly store: Pick<StoreApi<Run>, 'getState'> };
}

/** Null where there is no network or no analysis. Rejects when the data fails to load. */
export async function drawSamples(
  drawing: Drawing,
  { analysis, questions, run }: Asked,
): Promise<DrawnSamples | null> {
  const { experiment } = run.store.getState();
  const { count, seed, temperature, withResidual } = drawing;
  const draws = standardDraws(count, experiment.codeSize, seed).map((draw) => temperature * draw);
  const made = await questions.generate(draws, fittedTo);
  if (made === null) return null;
  const { images, step } = made;
  if (!withResidual) return { images, step };
  const known = await analysis.trainingSamples(trainedOn(experiment), residualSamples);
  const rebuilt = known && (await questions.reconstruct(known));
  if (!rebuilt) return null;
  const deviation = residualDeviation(known, rebuilt.images, images.length / count);
  return { images: addResidual(images, deviation, seed), step };
}

/** Draws samples and compares them with the test samples. Null and rejects as `drawSamples`. */
export async function compareWithReal(drawing: Drawing, asked: Asked): Promise<Resemblance | null> {
  const { experiment } = asked.run.store.getState();
  const drawn = await drawSamples(drawing, asked);
  if (drawn === null) return null;
  const answer = await asked.analysis.twoSample({
    of: trainedOn(experiment),
    generated: drawn.images,
    codeSize: experiment.codeSize,
    withResidual: drawing.withResidual,
    seed: drawing.seed,
  });
  return answer && { ...answer, step: drawn.step };
}
