// Text for the same samples side by side. Pure.
import type { TestMap } from '../../core/engine-api/asking';
import { countText, percentText } from '../../core/number-text';
import type { SampleText, SampleWords } from '../../core/samples/words/sample-words';
import { failureText } from '../../session/engine/notices/words';
import type { LookProblem } from '../../session/run-looks/look-state';
import type { InputKind } from '../../session/comparison/trial/trial-state';

export const texts = {
  reading: 'Reading …',
  none: 'None of these runs is kept any longer.',
  groups:
    'These runs were trained on different data. Networks can only be given the same samples where they take the same kind, so each data set stands by itself.',
  loading: 'Loading the networks',
  failed: 'Some of this could not be computed.',
  retry: 'Try again',
  waiting: 'not computed yet',
  original: 'Original',
  noisy: 'Noisy',
  input: 'Input of all',
  clean: 'Clean',
  otherTen: 'Other ten',
  others: 'Others',
  noiseOfAll: 'Noise given to all',
  levelOfAll: 'Level of the noise given to all',
  noises: 'As a run trains',
  otherNoises: 'Other kinds',
  drawingTitle: 'The same drawing',
  mapsTitle: 'Latent maps',
  turned: 'Turned onto the first',
  asTheyAre: 'As they are',
  turning: 'Axes of the maps',
  draw: 'Draw on the pad: every network rebuilds it.',
  drawElsewhere: 'What is drawn on the pad goes through these networks too.',
  mapsAppear: 'The maps appear here as the networks are loaded.',
  findInMaps: 'Press one of the ten to find it in the maps.',
  ten: 'The ten, to find in the maps',
  first: 'the others are turned onto this one',
} as const;

export function missingText(count: number): string {
  return count === 1
    ? 'One of these runs is not kept any longer: it was deleted.'
    : `${countText(count)} of these runs are not kept any longer: they were deleted.`;
}

export function problemText(problem: LookProblem): string {
  switch (problem.code) {
    case 'looks.gone':
      return 'Not kept any longer: another tab may have deleted it.';
    case 'looks.unreadable':
      return 'Kept by another version of the page, and not readable.';
    default:
      return failureText(problem);
  }
}

/** @param name of the data set */
export function dataProblemText(problem: LookProblem, name: string): string {
  return problem.code === 'data.not-here'
    ? `The data set “${name}” is not in this browser any longer, so these networks cannot be given its samples. Add the same files again to see them.`
    : `${name}: ${problemText(problem)}`;
}

/** @param count samples that the errors are measured on, once they are known */
export function measuredText(count: number | undefined): SampleText {
  return ({ many }) =>
    count === undefined
      ? `the same test ${many} for all`
      : `MSE on ${countText(count)} test ${many}, the same for all`;
}

export function errorText(input: InputKind): SampleText {
  return ({ many, value }) =>
    `Mean squared error per ${value} against the clean ${many}, given ${
      input === 'clean' ? `the clean ${many}` : `the same ${many} with the noise given to all`
    }.`;
}

export const noisyErrorText: SampleText = ({ value }) =>
  `Mean squared error per ${value} of returning the noisy input unchanged.`;

export function pcaName(size: number): string {
  return `PCA · ${countText(size)} ${size === 1 ? 'number' : 'numbers'}`;
}

export function axesText({ axes, explained }: Pick<TestMap, 'axes' | 'explained'>): string {
  if (axes === 'code') return 'the two numbers of the code';
  if (axes === 'code-jitter') return 'the code; the other axis is random';
  return `2 principal axes of the codes${
    explained ? `, ${percentText(explained[0] + explained[1])} of variance` : ''
  }`;
}

export function mapsText({ many }: SampleWords, count: number): string {
  return `${countText(count)} test ${many}, the same points and colours in every map`;
}

/** Why maps must not be read across. @param isTurned whether they are turned onto the first */
export function axesNote(isTurned: boolean): string {
  return isTurned
    ? 'The axes of two networks have nothing to do with each other. Each map is rotated, and mirrored where that fits better, onto the first (orthogonal Procrustes); distances within a map stay as they are. Compare which points lie together, not where.'
    : 'The axes of two networks have nothing to do with each other: one map may be the other one rotated or mirrored. Compare which points lie together, not where.';
}

export function colourNote({ many }: SampleWords): string {
  return `These ${many} have no classes: the colour runs from left to right in the first map.`;
}

export const collapsedText = 'All codes are equal: there is nothing to map.';

export function notDrawableText(name: string, { a }: SampleWords): string {
  return `What is on the pad cannot become ${a} of ${name}. Bring one of these runs back to Train to draw for it.`;
}
