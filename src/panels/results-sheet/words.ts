// Text of the results sheet. Pure.
import { familyName } from '../../catalog/families/registry';
import { countText, epochText, lossText } from '../../core/number-text';
import type { BackendName } from '../../core/backend-measurement';
import type { TrainedWith } from '../../session/archive/kept-run';
import type { RunRecord } from '../../session/runs/run';

export const texts = {
  title: 'Results sheet',
  description: 'One page of this run, to print or to save as a PDF. It fits A4 and Letter.',
  print: 'Print',
  reading: 'Reading the run …',
  untrained: 'There is nothing to report yet: train first, then open the sheet again.',
  gone: 'This run is not kept any longer, or was kept by another version of the page.',
  student: 'Name',
  day: 'Date',
  chosen: 'Settings that differ from the defaults',
  noneChosen: 'None: every setting has its default.',
  usual: 'All others',
  numbers: 'Numbers',
  network: 'network',
  pca: 'PCA',
  images: 'Test samples',
  original: 'Original',
  noisy: 'Noisy',
  reconstructed: 'Reconstructed',
  noImages: 'No pictures are kept of this run.',
  curves: 'Loss over training steps',
  noPca: 'not measured: open the run in Train, then the sheet',
  link: 'Scan to open this experiment',
  code: 'QR code of the link to this experiment',
  longLink: 'The link is too long for a QR code that a phone can read. It stands below.',
} as const;

/** What the person calls it, or what it is: `Sparse KL · code 32 · MNIST`. */
export function sheetTitle(
  { experiment, facts }: Pick<RunRecord, 'experiment' | 'facts'>,
  name: string | null,
): string {
  if (name !== null) return name;
  const family = familyName(experiment);
  const data = facts?.dataset.name ?? experiment.dataset;
  return `${family.charAt(0).toUpperCase()}${family.slice(1)} · code ${experiment.codeSize} · ${data}`;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface ComparedFigure extends Figure {
  /** That of PCA with as many numbers; null where it is not known. */
  readonly pca: string | null;
}

/** The error of the network beside that of PCA. @param pcaMse of as many numbers as the network's narrowest layer passes on */
export function testError({ testAll, testSubset }: RunRecord, pcaMse: number | null): ComparedFigure | null {
  const measured = testAll ?? testSubset;
  if (measured === null) return null;
  const { mse, count } = measured.evaluation;
  return {
    label: `Test MSE, ${countText(count)} samples${measured.outdated ? ', before the last change' : ''}`,
    value: lossText(mse),
    pca: pcaMse === null ? null : lossText(pcaMse),
  };
}

/** The other numbers. */
export function figures(record: RunRecord): Figure[] {
  const { facts, step, epoch, testAll, testSubset, validation, experiment, curves } = record;
  const evaluation = (testAll ?? testSubset)?.evaluation;
  const trainLoss = curves.train.means.at(-1);
  const known = (label: string, value: number | null | undefined): Figure[] =>
    value === null || value === undefined ? [] : [{ label, value: lossText(value) }];
  return [
    { label: 'Steps', value: countText(step) },
    { label: 'Epochs', value: epochText(epoch) },
    ...known('Train loss', trainLoss),
    ...known('Test loss', evaluation?.loss),
    ...known('Validation loss', validation?.evaluation.loss),
    ...known('MSE of the mean sample', evaluation?.meanImageMse),
    ...(experiment.noise === 'none' ? [] : known('MSE of the noisy input', evaluation?.inputMse)),
    ...(facts ? [{ label: 'Weights and biases', value: countText(facts.parameters) }] : []),
  ];
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const backendNames: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

/** What it takes to train it again: data, seed, where, when and with which version. */
export function originText(
  { experiment, facts, startedAt }: RunRecord,
  backend: BackendName | null,
  trainedWith: TrainedWith | null,
): string[] {
  const threads = trainedWith?.threads ?? null;
  const checksum = facts?.dataset.checksum;
  return [
    `Begun ${day.format(startedAt)}`,
    ...(facts
      ? [
          `${facts.dataset.name}: ${countText(facts.trainCount)} trained on, ${countText(facts.testCount)} tested`,
        ]
      : []),
    ...(checksum === undefined ? [] : [`data ${checksum.slice(0, 12)}`]),
    `seed ${experiment.seed}`,
    ...(backend === null
      ? []
      : [backendNames[backend] + (threads === null ? '' : `, ${threadsText(threads)}`)]),
    ...(trainedWith === null ? [] : [`Hourglass ${trainedWith.version}`]),
  ];
}

function threadsText(threads: number): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

/** `with 16 numbers` */
export function pcaText(size: number): string {
  return `${texts.pca} with ${size === 1 ? '1 number' : `${countText(size)} numbers`}`;
}
