// What is shown of compared runs that are kept: the same test images, the same drawing and the maps of the same codes. Every answer names
// the input that it is of (`of`), and only answers to the input of now are shown side by side.
import type { Noise } from '../../catalog/corrupt';
import type { AnalysisProgress } from '../../core/analysis-api';
import type { TestMap } from '../../core/engine-api/asking';
import type { Failure } from '../../core/failure';
import type { TrainedOn } from '../../core/experiment/trained-on';
import type { RunId } from '../../core/run/stamp';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { RunEntry } from '../archive/run-entry';
import type { Run } from '../runs/run';
import type { InputErrors, InputKind, MeasuredImages } from '../comparison/trial/trial-state';

/** Samples that all runs of a group are given, clean and with the noise of the group. */
export interface GivenSamples {
  /** Places in the test set, `[n]`; of a drawing, its place in the noise generator. */
  readonly indices: Uint32Array;
  /** `[n, sampleSize]` each, pixels in [0, 1]. */
  readonly clean: Float32Array;
  readonly noisy: Float32Array;
  /** Which pixels the noise removes, `[n, pixels]`; null where it removes none. */
  readonly masks: Uint8Array | null;
}

/** What was made of them from either input, `[n, sampleSize]` each. */
export interface Rebuilt extends Readonly<Record<InputKind, Float32Array>> {
  readonly of: GivenSamples;
}

/** Errors on the measured samples. */
export interface MeasuredLook {
  readonly of: MeasuredImages;
  readonly mse: InputErrors;
}

/** What somebody, a network or PCA, has answered last. */
export interface Answers {
  readonly pictures: Rebuilt | null;
  readonly drawn: Rebuilt | null;
  readonly errors: MeasuredLook | null;
}

/** Why there is nothing to show of a run. */
export type LookProblem =
  /** It is not kept any longer. */
  | { readonly code: 'looks.gone' }
  /** It was kept by another version of the page. */
  | { readonly code: 'looks.unreadable' }
  | Failure;

export interface RunLook extends Answers {
  readonly entry: RunEntry;
  /** The step of the weights that were asked; null before they were loaded. */
  readonly step: number | null;
  readonly map: TestMap | null;
  readonly problem: LookProblem | null;
}

/** PCA of what runs were trained on, with as many numbers as the narrowest layer of theirs. */
export interface PcaLook extends Answers {
  readonly key: string;
  readonly of: TrainedOn;
  readonly size: number;
}

/** The test samples that the runs of a group are measured on and mapped from: spread evenly over the test set. */
export interface TestPart {
  readonly info: DatasetInfo;
  /** `[n]` each. */
  readonly indices: Uint32Array;
  readonly labels: Uint16Array;
  /** `[n, sampleSize]` */
  readonly clean: Float32Array;
  /** The form of a drawing, as measured on the data; null where it is not. */
  readonly drawingForm: Run['drawingForm'];
}

/** Runs whose networks can be given the same samples. */
export interface LooksGroup {
  readonly key: string;
  readonly data: RunEntry['data'];
  readonly runs: readonly RunLook[];
  readonly pca: readonly PcaLook[];
  /** What PCA is waiting for; null while it computes nothing. */
  readonly pcaProgress: AnalysisProgress | null;
  readonly pcaFailure: Failure | null;
  /** The noise of the noisy input. */
  readonly noise: Noise;
  /** Which of the two inputs is shown. */
  readonly shown: InputKind;
  /** Counts the draws of ten. */
  readonly pick: number;
  /** Null, and so what follows from it, until the first network is loaded. */
  readonly test: TestPart | null;
  readonly ten: GivenSamples | null;
  readonly measured: MeasuredImages | null;
  /** Null: nothing on the pad, or nothing that becomes such a sample. */
  readonly drawing: GivenSamples | null;
  /** Why the test samples cannot be had. */
  readonly failure: Failure | null;
}

export interface LooksProgress {
  readonly id: RunId;
  /** 1 for the first. */
  readonly place: number;
  readonly count: number;
  /** Of the data set that is being fetched; null while none is. */
  readonly data: { readonly loadedBytes: number; readonly totalBytes: number } | null;
}

export interface LooksState {
  readonly groups: readonly LooksGroup[];
  /** Null while nothing is loaded. */
  readonly progress: LooksProgress | null;
}

export const noLooks: LooksState = { groups: [], progress: null };

export const noAnswers: Answers = { pictures: null, drawn: null, errors: null };

/** What was made of these samples; null where there is only an answer to others. */
export function rebuiltOf(rebuilt: Rebuilt | null, given: GivenSamples | null): Rebuilt | null {
  return rebuilt !== null && rebuilt.of === given ? rebuilt : null;
}

/** The errors on these samples; null where there are only those on others. */
export function errorsOf(errors: MeasuredLook | null, measured: MeasuredImages | null): InputErrors | null {
  return errors !== null && errors.of === measured ? errors.mse : null;
}
