// Text of the results sheet. Pure.
import { plural, t } from '@lingui/core/macro';
import { shownDataName } from '../../catalog/datasets/shown';
import { familyName } from '../../catalog/families/registry';
import { longDayText } from '../../core/language/formats';
import { countText, epochText, lossText } from '../../core/number-text';
import type { BackendName } from '../../core/backend-measurement';
import type { TrainedWith } from '../../session/archive/kept-run';
import type { RunRecord } from '../../session/runs/run';

export const texts = {
  title: t`Results sheet`,
  description: t`One page of this run, to print or to save as a PDF. It fits A4 and Letter.`,
  print: t`Print`,
  reading: t`Reading the run…`,
  untrained: t`There is nothing to report yet: train first, then open the sheet again.`,
  gone: t`This run is no longer kept, or was kept by another version of the page.`,
  student: t`Name`,
  day: t`Date`,
  chosen: t`Settings that differ from the defaults`,
  noneChosen: t`None: every setting has its default.`,
  usual: t`All others`,
  numbers: t`Numbers`,
  network: t({ message: 'network', comment: 'A column header' }),
  pca: 'PCA',
  images: t`Test samples`,
  original: t`Original`,
  noisy: t`Noisy`,
  reconstructed: t`Reconstructed`,
  noImages: t`No pictures are kept of this run.`,
  curves: t`Loss over training steps`,
  pcaComes: t`being computed`,
  noPca: t`not measured: open the run in Train, then the sheet`,
  link: t`Scan to open this experiment`,
  code: t`QR code of the link to this experiment`,
  longLink: t`The link is too long for a QR code that a phone can read. It is printed below.`,
} as const;

/** What the person calls it, or what it is: `Sparse KL · code 32 · MNIST`. */
export function sheetTitle(
  { experiment, facts }: Pick<RunRecord, 'experiment' | 'facts'>,
  name: string | null,
): string {
  if (name !== null) return name;
  const family = familyName(experiment);
  const data = facts ? shownDataName(experiment.dataset, facts.dataset.name) : experiment.dataset;
  const first = family.charAt(0).toUpperCase() + family.slice(1);
  return t`${{ family: first }} · code ${{ size: experiment.codeSize }} · ${data}`;
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
    label: measured.outdated
      ? t`Test MSE, ${{ count: countText(count) }} samples, before the last change`
      : t`Test MSE, ${{ count: countText(count) }} samples`,
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
    { label: t`Steps`, value: countText(step) },
    { label: t`Epochs`, value: epochText(epoch) },
    ...known(t`Train loss`, trainLoss),
    ...known(t`Test loss`, evaluation?.loss),
    ...known(t`Validation loss`, validation?.evaluation.loss),
    ...known(t`MSE of the mean sample`, evaluation?.meanImageMse),
    ...(experiment.noise === 'none' ? [] : known(t`MSE of the noisy input`, evaluation?.inputMse)),
    ...(facts ? [{ label: t`Weights and biases`, value: countText(facts.parameters) }] : []),
  ];
}

const backendNames: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  wasm: t`WebAssembly`,
  cpu: t`plain JavaScript`,
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
    t`Begun ${{ day: longDayText(startedAt) }}`,
    ...(facts
      ? [
          t`${{ dataset: shownDataName(experiment.dataset, facts.dataset.name) }}: ${{ trainCount: countText(facts.trainCount) }} trained on, ${{ testCount: countText(facts.testCount) }} tested`,
        ]
      : []),
    ...(checksum === undefined ? [] : [t`data ${{ checksum: checksum.slice(0, 12) }}`]),
    t`seed ${{ seed: experiment.seed }}`,
    ...(backend === null
      ? []
      : [backendNames[backend] + (threads === null ? '' : `, ${threadsText(threads)}`)]),
    ...(trainedWith === null ? [] : [t`Hourglass ${{ version: trainedWith.version }}`]),
  ];
}

function threadsText(threads: number): string {
  return plural(threads, { one: '# thread', other: '# threads' });
}

/** `with 16 numbers` */
export function pcaText(size: number): string {
  return plural(size, { one: 'PCA with # number', other: 'PCA with # numbers' });
}
