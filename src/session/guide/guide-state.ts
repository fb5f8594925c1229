// What the line over the hourglass is decided from: plain facts about the main run and about what the person can do and has done.
import type { FamilyId } from '../../catalog/families/registry';
import type { SampleKind } from '../../core/samples/sample-kind';
import type { RunStatus } from '../runs/run';

/** What the line may ask the person to use, by the `data-control` that marks it on the page. */
export const guideControls = [
  'train',
  'dataset',
  'codeSize',
  'family',
  'noiseLevel',
  'beta',
  'learningRate',
  'panel.pad',
  'panel.map',
  'to-explore',
] as const;

export type GuideControl = (typeof guideControls)[number];

/** The error of the network under its present settings. */
export interface GuideMeasurement {
  /** Mean squared error per value, against the clean sample. */
  readonly mse: number;
  readonly step: number;
  /** Whether on the whole test set, or on the subset. */
  readonly isWhole: boolean;
}

/** The latest change of the code size of a run that had trained. */
export interface Resized {
  readonly from: number;
  readonly to: number;
  /** Test error before it. */
  readonly mseBefore: number;
  /** Steps trained since. */
  readonly stepsSince: number;
}

/** Something that the person has done on this page, or has been told for long enough. */
export type Tried = 'narrow' | 'draw' | 'map' | 'explore' | FamilyId;

export interface GuideState {
  /** `stopped`: the engine was given up. */
  readonly engine: 'running' | 'stopped';
  readonly status: RunStatus;
  /** The run waits for a data set that this browser does not have. */
  readonly lacksData: boolean;
  /** Training went wrong, and the run is back at this step. */
  readonly divergedTo: number | null;
  /** It has reached the goal, and is paused there. */
  readonly reachedGoal: boolean;
  /** The step at which it was taken up from what was kept, while it has not trained since. */
  readonly takenUpAt: number | null;
  readonly step: number;
  readonly epoch: number;
  readonly family: FamilyId;
  readonly codeSize: number;
  readonly noiseLevel: number | null;
  readonly kind: SampleKind;
  /** Handwritten digits are called so; samples of other data sets by the words for their kind. */
  readonly isDigits: boolean;
  /** Null while the network with its present settings has not been measured. */
  readonly measured: GuideMeasurement | null;
  /** Error of answering with the mean sample. */
  readonly meanMse: number | null;
  /** Error of the noisy input itself; null without noise. */
  readonly inputMse: number | null;
  /** Error of PCA through as many numbers, on all test samples as the network gets them; null until it is computed. */
  readonly pcaMse: number | null;
  /** Error of the best linear denoiser; null without noise, and until it is computed. */
  readonly denoiserMse: number | null;
  /** Mean number of code units that a sample activates; null where it is not measured. */
  readonly activeUnits: number | null;
  /** KL divergence of the code, in nats; null unless it is Gaussian. */
  readonly kl: number | null;
  readonly resized: Resized | null;
  /** What can be seen and used: a teacher's link may hide or lock the rest. */
  readonly can: Readonly<Record<GuideControl, boolean>>;
  readonly tried: ReadonlySet<Tried>;
}
