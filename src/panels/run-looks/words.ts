// Text for the same samples side by side. Pure.
import { plural, t } from '@lingui/core/macro';
import type { TestMap } from '../../core/engine-api/asking';
import { countText, percentText } from '../../core/number-text';
import type { SampleText, SampleWords } from '../../core/samples/words/sample-words';
import { failureText } from '../../session/engine/notices/words';
import type { LookProblem } from '../../session/run-looks/look-state';
import type { InputKind } from '../../session/comparison/trial/trial-state';

export const texts = {
  reading: t`Reading…`,
  none: t`None of these runs is still kept.`,
  groups: t`These runs were trained on different data. Networks can only be given the same samples if they take the same kind, so each data set is shown separately.`,
  loading: t`Loading the networks`,
  failed: t`Some of this could not be computed.`,
  retry: t`Try again`,
  waiting: t`not computed yet`,
  original: t`Original`,
  noisy: t`Noisy`,
  input: t`Input of all`,
  clean: t`Clean`,
  otherTen: t`Other ten`,
  others: t`Others`,
  noiseOfAll: t`Noise given to all`,
  levelOfAll: t`Level of the noise given to all`,
  noises: t`Noise used in training`,
  otherNoises: t`Other kinds`,
  drawingTitle: t`The same drawing`,
  mapsTitle: t`Latent maps`,
  turned: t`Rotated onto the first`,
  asTheyAre: t`As they are`,
  turning: t`Axes of the maps`,
  draw: t`Draw on the pad: every network rebuilds it.`,
  drawElsewhere: t`What is drawn on the pad goes through these networks too.`,
  mapsAppear: t`The maps appear here as the networks are loaded.`,
  findInMaps: t`Press one of the ten to find it in the maps.`,
  ten: t`The ten, to find in the maps`,
  first: t`the others are rotated onto this one`,
} as const;

export function missingText(count: number): string {
  return plural(count, {
    one: 'One of these runs is no longer kept: it was deleted.',
    other: '# of these runs are no longer kept: they were deleted.',
  });
}

export function problemText(problem: LookProblem): string {
  switch (problem.code) {
    case 'looks.gone':
      return t`No longer kept: another tab may have deleted it.`;
    case 'looks.unreadable':
      return t`Kept by another version of the page, so it cannot be read.`;
    default:
      return failureText(problem);
  }
}

/** @param name of the data set */
export function dataProblemText(problem: LookProblem, name: string): string {
  return problem.code === 'data.not-here'
    ? t`The data set “${name}” is no longer in this browser, so these networks cannot be given its samples. Add the same files again to see them.`
    : `${name}: ${problemText(problem)}`;
}

/** @param count samples that the errors are measured on, once they are known */
export function measuredText(count: number | undefined): SampleText {
  return ({ many }) =>
    count === undefined
      ? t`the same test ${many} for all`
      : t`MSE on ${{ count: countText(count) }} test ${many}, the same for all`;
}

export function errorText(input: InputKind): SampleText {
  return ({ many, value }) =>
    input === 'clean'
      ? t`Mean squared error per ${value} against the clean ${many}, given the clean ${many}.`
      : t`Mean squared error per ${value} against the clean ${many}, given the same ${many} with the noise given to all.`;
}

export const noisyErrorText: SampleText = ({ value }) =>
  t`Mean squared error per ${value} of returning the noisy input unchanged.`;

export function pcaName(size: number): string {
  return plural(size, { one: 'PCA · # number', other: 'PCA · # numbers' });
}

export function axesText({ axes, explained }: Pick<TestMap, 'axes' | 'explained'>): string {
  if (axes === 'code') return t`the two numbers of the code`;
  if (axes === 'code-jitter') return t`the code; the other axis is random`;
  return explained
    ? t`2 principal axes of the codes, ${{ share: percentText(explained[0] + explained[1]) }} of variance`
    : t`2 principal axes of the codes`;
}

export function mapsText({ many }: SampleWords, count: number): string {
  return t`${{ count: countText(count) }} test ${many}, the same points and colours in every map`;
}

/** Why maps must not be read across. @param isTurned whether they are turned onto the first */
export function axesNote(isTurned: boolean): string {
  return isTurned
    ? t`The axes of two networks have nothing to do with each other. Each map is rotated, and mirrored where that fits better, onto the first (orthogonal Procrustes); distances within a map stay as they are. Compare which points lie together, not where.`
    : t`The axes of two networks have nothing to do with each other: one map may be the other one rotated or mirrored. Compare which points lie together, not where.`;
}

export function colourNote({ many }: SampleWords): string {
  return t`These ${many} have no classes: the colour runs from left to right in the first map.`;
}

export const collapsedText = t`All codes are equal: there is nothing to map.`;

export function notDrawableText(name: string, { a }: SampleWords): string {
  return t`The pad draws for the data now in Train, which cannot be turned into ${a} of ${name}. Open one of these runs in Train to draw for it.`;
}
