// What happened to a run whose code was made shorter or longer.
import { plural, t } from '@lingui/core/macro';
import { countText, lossText } from '../../../core/number-text';
import type { GuideState } from '../../../session/guide/guide-state';
import { isAdapting, isPlain, verdictOn } from './facts';
import type { SituationRule } from './rule';

/** How PCA does with as many numbers; the numbers are those on the page. */
function pcaSentence(state: GuideState): string {
  const compared = verdictOn(state, state.pcaMse);
  if (compared === null) return t`PCA, to compare with, is still being computed.`;
  const pca = lossText(compared.rival);
  switch (compared.verdict) {
    case 'better':
      return t`PCA with as many numbers is worse still: ${pca}.`;
    case 'worse-so-far':
      return t`PCA with as many numbers is ahead so far: ${pca}.`;
    case 'worse':
      return t`PCA with as many numbers does better: ${pca}.`;
    case 'same':
      return t`PCA with as many numbers is about as good: ${pca}.`;
    default:
      return compared.verdict satisfies never;
  }
}

/** How much worse the error after narrowing has to be for the samples to be called blurred. */
const blurred = 1.15;

const hasNarrowed = (state: GuideState) => state.resized !== null && state.resized.to < state.resized.from;
const isBlurred = ({ measured, resized }: GuideState) =>
  measured !== null && resized !== null && measured.mse > blurred * resized.mseBefore;

export const resizings: readonly SituationRule[] = [
  {
    id: 'adapting',
    when: (state) => isAdapting(state) && state.status === 'training',
    say: ({ codeSize }, { one }) => [
      plural(codeSize, {
        one: `The network has # number for each ${one} now, and learns to make do with it.`,
        other: `The network has # numbers for each ${one} now, and learns to use them.`,
      }),
    ],
  },
  {
    id: 'resized',
    when: isAdapting,
    say: ({ codeSize }) => [
      plural(codeSize, {
        one: 'The code has # number now, and the network has hardly trained with it.',
        other: 'The code has # numbers now, and the network has hardly trained with them.',
      }),
    ],
  },
  {
    id: 'blurred-digits',
    when: (state) => isPlain(state) && hasNarrowed(state) && isBlurred(state) && state.isDigits,
    say: (state) => [
      plural(state.codeSize, {
        one: 'At 1 the digits blur: # number cannot hold them.',
        other: 'At # the digits blur: # numbers cannot hold them.',
      }),
      pcaSentence(state),
    ],
  },
  {
    id: 'blurred',
    when: (state) => isPlain(state) && hasNarrowed(state) && isBlurred(state),
    say: (state, { many }) => [
      plural(state.codeSize, {
        one: `At 1 much of the ${many} is lost: # number cannot hold it.`,
        other: `At # much of the ${many} is lost: # numbers cannot hold it.`,
      }),
      pcaSentence(state),
    ],
  },
  {
    id: 'narrowed',
    when: (state) => isPlain(state) && hasNarrowed(state),
    say({ resized, measured }) {
      const [size, from] = [countText(resized?.to ?? 0), countText(resized?.from ?? 0)];
      const [mse, before] = [lossText(measured?.mse ?? 0), lossText(resized?.mseBefore ?? 0)];
      return [
        t`A code of ${size} does about as well as one of ${from} did: test MSE ${mse}, before ${before}.`,
      ];
    },
  },
  {
    id: 'widened',
    when: ({ family, resized, measured }) =>
      family === 'undercomplete' && resized !== null && (measured?.mse ?? 1) < 0.9 * resized.mseBefore,
    say(state) {
      const { resized, measured } = state;
      const [size, from] = [countText(resized?.to ?? 0), countText(resized?.from ?? 0)];
      const [mse, before] = [lossText(measured?.mse ?? 0), lossText(resized?.mseBefore ?? 0)];
      return [t`With a code of ${size} in place of ${from}, test MSE fell from ${before} to ${mse}.`];
    },
  },
];
