// What is said of the data sets that the worker makes itself: where each comes from, and its form. Their makers are in
// `data/sources/generated/`.
import type { GeneratedDatasetId } from '../../core/experiment/dataset-id';

export interface GeneratedFacts {
  readonly name: string;
  readonly licence: string;
  readonly attribution: string;
  /** `[length, channels]` */
  readonly sampleShape: readonly [length: number, channels: number];
  /** Points in a second; null where they are no points in time. */
  readonly pointsPerSecond: number | null;
  readonly classNames: readonly string[];
  readonly trainCount: number;
  readonly testCount: number;
}

/** The classes of `heartbeats`; what makes each is in its maker. */
export const heartbeatKindNames = [
  'normal',
  'premature ventricular',
  'inverted T',
  'ST elevation',
  'missing P',
] as const;

export const generatedFacts = {
  heartbeats: {
    name: 'Heartbeats',
    licence: 'made here, Apache 2.0',
    attribution:
      'Made in this browser by the dynamical model of McSharry, Clifford, Tarassenko and Smith, IEEE Transactions on Biomedical Engineering 50(3), 2003, with its published parameters; abnormal kinds by other parameters. In millivolts. Not from any person, and not for diagnosis.',
    sampleShape: [128, 1],
    pointsPerSecond: 128,
    classNames: heartbeatKindNames,
    trainCount: 16_000,
    testCount: 4_000,
  },
  mnist1d: {
    name: 'MNIST-1D',
    licence: 'made here, Apache 2.0, as are the templates of MNIST-1D',
    attribution:
      'Made in this browser after Greydanus, Scaling down deep learning, 2020 (github.com/greydanus/mnist1d), with its templates and settings; the draws are other ones than in its published file.',
    sampleShape: [40, 1],
    pointsPerSecond: null,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    trainCount: 4_000,
    testCount: 1_000,
  },
} satisfies Record<GeneratedDatasetId, GeneratedFacts>;
