// What a trial has to ask next. A job's key lists what its answer depends on: while the key is the same, nothing is asked
// again, whether the answer came or not.
import { corrupt, isNoisy, testNoiseStep } from '../../../catalog/corrupt';
import { sameSamples, trainedOn } from '../../../core/experiment/trained-on';
import type { LinearDenoiser, NoisyInputs, PcaModel } from '../../../core/analysis-api';
import { linearDenoising, pcaReconstruction } from '../../../core/pca/pca';
import { standardDraws } from '../../../core/latent/fitted-gaussian';
import type { EngineQuestions } from '../../engine/engine-questions';
import { newestEvaluation } from '../newest-evaluation';
import type { Run } from '../../runs/run';
import type { Comparison } from '../comparison';
import { bothInputs, errorsOfBoth, linearErrors, measuredImages } from './measured-images';
import {
  fittedCount,
  imagesOf,
  isSameNoise,
  measuredCount,
  noAnswers,
  picturedNoise,
  sampleCount,
  trialNoise,
  type RunAnswers,
  type Trial,
} from './trial-state';

export interface TrialJob {
  readonly id: string;
  readonly key: readonly unknown[];
  /** Costs enough to be kept to a share of the time while the runs train. */
  readonly isPaced: boolean;
  /** What to change in the trial; null where there was no answer. */
  readonly work: () => Promise<((trial: Trial) => Partial<Trial>) | null>;
}

export interface TrialPorts {
  readonly questionsOf: (runId: Run['runId']) => EngineQuestions;
  readonly pcaModel: () => PcaModel | null;
  /** Null until it is computed, which asking for it begins, and for noise of unknown moments. */
  readonly denoiserFor: (inputs: NoisyInputs) => LinearDenoiser | null;
}

/** All jobs, in the order in which they matter to who is watching. */
export function trialJobs(trial: Trial, comparison: Comparison, ports: TrialPorts): TrialJob[] {
  const runs = comparison.ended === null ? comparison.runs.map(({ run }) => run) : [];
  return [
    ...runs.flatMap((run) => pictureJob(run, trial, comparison, ports)),
    ...runs.slice(0, 1).flatMap((run) => imagesJob(run, trial, comparison, ports)),
    ...runs.flatMap((run) => [...errorsJob(run, trial, comparison, ports), ...samplesJob(run, trial, ports)]),
    ...linearJobs(trial, comparison, ports),
  ];
}

/** The pictures of a new snapshot. Where that was made from the same input, it has them already. */
function pictureJob(run: Run, trial: Trial, comparison: Comparison, { questionsOf }: TrialPorts): TrialJob[] {
  const { runId, snapshot, facts, experiment } = run;
  if (snapshot === null || facts === null) return [];
  const noise = picturedNoise(trial, comparison);
  const { indices, original } = snapshot;
  const hasThem = isSameNoise(noise, isNoisy(experiment) ? experiment : null);
  return [
    {
      id: `pictures ${runId}`,
      key: [noise?.noise, noise?.noiseLevel, noise?.seed, snapshot],
      isPaced: false,
      async work() {
        const input = noise
          ? corrupt(original, facts.dataset.shape, indices, noise, testNoiseStep)
          : original;
        const made = hasThem
          ? { step: snapshot.step, images: snapshot.reconstructed }
          : await questionsOf(runId).reconstruct(input);
        if (made === null) return null;
        return answered(runId, {
          pictured: { runId, step: made.step, images: made.images, indices, noise },
        });
      },
    },
  ];
}

function imagesJob(run: Run, trial: Trial, comparison: Comparison, { questionsOf }: TrialPorts): TrialJob[] {
  const noise = trialNoise(comparison, trial.noise);
  const { facts, experiment } = run;
  const newest = newestEvaluation(run);
  if (noise === null || facts === null || newest === null || imagesOf(trial, comparison)) return [];
  const { dataset } = experiment;
  return [
    {
      id: 'images',
      key: [dataset, noise.noise, noise.noiseLevel, noise.seed, newest],
      isPaced: false,
      async work() {
        const known = trial.images?.dataset === dataset ? trial.images.clean : null;
        const indices = Uint32Array.from({ length: Math.min(measuredCount, facts.testCount) }, (_, i) => i);
        const clean = known ?? (await questionsOf(run.runId).testImages(indices));
        if (clean === null) return null;
        const images = await measuredImages({ dataset, shape: facts.dataset.shape, noise }, clean);
        return () => ({ images });
      },
    },
  ];
}

/** The errors, whenever the engine has measured the run too. */
function errorsJob(run: Run, trial: Trial, comparison: Comparison, { questionsOf }: TrialPorts): TrialJob[] {
  const images = imagesOf(trial, comparison);
  const { runId } = run;
  const newest = newestEvaluation(run);
  if (images === null || newest === null) return [];
  return [
    {
      id: `errors ${runId}`,
      key: [images, newest],
      isPaced: true,
      async work() {
        const made = await questionsOf(runId).reconstruct(bothInputs(images));
        if (made === null) return null;
        const mse = errorsOfBoth(images, made.images);
        return answered(runId, { measured: { runId, step: made.step, of: images, mse } });
      },
    },
  ];
}

function samplesJob(run: Run, { seed }: Trial, ports: TrialPorts): TrialJob[] {
  const { runId, experiment } = run;
  const newest = newestEvaluation(run);
  if (newest === null) return [];
  return [
    {
      id: `samples ${runId}`,
      key: [seed, newest],
      isPaced: true,
      async work() {
        const draws = standardDraws(sampleCount, experiment.codeSize, seed);
        const made = await ports.questionsOf(runId).generate(draws, fittedCount);
        return made && answered(runId, { sampled: { ...made, seed } });
      },
    },
  ];
}

/** PCA, and the linear denoiser for this very noise. */
function linearJobs(trial: Trial, comparison: Comparison, ports: TrialPorts): TrialJob[] {
  const images = imagesOf(trial, comparison);
  const experiment = comparison.runs[0]?.run.experiment;
  if (images === null || experiment === undefined) return [];
  const { codeSize } = experiment;
  const model = ports.pcaModel();
  const denoiser = ports.denoiserFor({ ...trainedOn(experiment), ...images.noise });

  const job = (
    id: 'pca' | 'denoiser',
    of: object,
    rebuild: (given: Float32Array) => Float32Array,
  ): TrialJob => ({
    id,
    key: [images, of, codeSize],
    isPaced: false,
    async work() {
      const mse = await linearErrors(images, rebuild);
      return () => ({ [id]: { of: images, codeSize, mse } });
    },
  });
  return [
    ...(model && sameSamples(model.trainedOn, experiment)
      ? [job('pca', model, (given) => pcaReconstruction(model, given, codeSize))]
      : []),
    ...(denoiser ? [job('denoiser', denoiser, (given) => linearDenoising(denoiser, given, codeSize))] : []),
  ];
}

function answered(runId: Run['runId'], answers: Partial<RunAnswers>): (trial: Trial) => Partial<Trial> {
  return (trial) => ({
    answers: { ...trial.answers, [runId]: { ...(trial.answers[runId] ?? noAnswers), ...answers } },
  });
}
