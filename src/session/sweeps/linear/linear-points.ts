// PCA and the linear denoiser beside the points of sweeps: computed once for each point, one after the other, on the data set
// and the noise of its own sweep, and kept with it.
import { corrupt, testNoiseStep } from '../../../catalog/corrupt';
import type { NoisyReference, PcaModel } from '../../../core/analysis-api';
import type { Experiment } from '../../../core/experiment/experiment';
import { trainedOn } from '../../../core/experiment/trained-on';
import { linearDenoising, pcaCodeSize, pcaReconstruction } from '../../../core/pca/pca';
import { keptValues } from '../../../core/samples/kept-values';
import { valueScale } from '../../../core/samples/samples';
import { experimentAt, type LinearPoint, type SweepPoint } from '../../../core/sweep/sweep';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import { narrowestWidth } from '../../analysis/linear/linear-rivals';
import { noisyInputsOf } from '../../analysis/linear/noisy-inputs';
import type { SweepRecord } from '../sweep-record';

type Calls = Pick<AnalysisCalls, 'pca' | 'noisyReference'>;

export interface LinearPointsPorts {
  /** Null: nothing is computed, as in tests. */
  readonly analysis: Calls | null;
  /** The sweep as it is kept now; undefined once it is removed. */
  readonly recordOf: (id: string) => SweepRecord | undefined;
  readonly add: (id: string, value: number, linear: LinearPoint) => void;
  /** The sweep whose points are being computed; null when there is nothing more to do. */
  readonly onWork: (id: string | null) => void;
}

/** Computes what the points of a sweep lack. A failure leaves them as they are; asking again tries again. */
export type AddLinearPoints = (id: string) => void;

export function createLinearPoints({ analysis, recordOf, add, onWork }: LinearPointsPorts): AddLinearPoints {
  const wanted = new Set<string>();
  let isWorking = false;

  async function work(calls: Calls): Promise<void> {
    isWorking = true;
    for (const id of wanted) {
      // What is asked for from here on is asked for again.
      wanted.delete(id);
      try {
        await complete(calls, id);
      } catch {
        // The data set or the worker cannot be had: the sweep is shown without them.
      }
    }
    isWorking = false;
    onWork(null);
  }

  async function complete(calls: Calls, id: string): Promise<void> {
    for (;;) {
      const record = recordOf(id);
      const point = record?.points.find(isIncomplete);
      if (!record || !point) return;
      onWork(id);
      const experiment = experimentAt(record.plan, point.value);
      const model = await calls.pca(trainedOn(experiment), () => undefined);
      const inputs = noisyInputsOf(experiment);
      const reference = inputs && (await calls.noisyReference(inputs, 'noise-of-sweeps', () => undefined));
      if (inputs && !reference) return;
      add(id, point.value, linearPoint(point, experiment, model, reference));
    }
  }

  return (id) => {
    if (analysis === null) return;
    wanted.add(id);
    if (!isWorking) void work(analysis);
  };
}

/** Points that were kept before the linear denoiser was drawn have its errors only. */
function isIncomplete({ linear }: SweepPoint): boolean {
  return linear === undefined || (linear.denoiserMse !== null && !linear.denoiserImages);
}

/** @param reference of the experiment's noise; null without noise */
function linearPoint(
  { indices, originals }: Pick<SweepPoint, 'indices' | 'originals'>,
  experiment: Experiment,
  model: PcaModel,
  reference: NoisyReference | null,
): LinearPoint {
  const { sampleShape } = model;
  const size = pcaCodeSize(model, narrowestWidth(experiment, sampleShape));
  const scale = valueScale({ values: originals });
  const clean = Float32Array.from(originals, (value) => value * scale);
  const noisy = corrupt(clean, sampleShape, indices, experiment, testNoiseStep);
  const denoiser = reference?.denoiser ?? null;
  return {
    sampleShape,
    size,
    pcaMse: reference?.pcaTestMse ?? model.testMse,
    denoiserMse: denoiser?.testMse ?? null,
    pcaImages: keptValues(pcaReconstruction(model, noisy, size), sampleShape),
    denoiserImages: denoiser && keptValues(linearDenoising(denoiser, noisy, size), sampleShape),
  };
}
