// What is going on where nothing trains: what hinders it, and what an untrained network is for.
import { plural, t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import type { GuideState } from '../../../session/guide/guide-state';
import type { SituationRule } from './rule';

/** What keeps the run from training, or has ended it. */
export const hindrances: readonly SituationRule[] = [
  {
    id: 'stopped',
    isLast: true,
    when: ({ engine }) => engine === 'stopped',
    say: () => [t`The engine has stopped. The message on this page says why, and starts it again.`],
  },
  {
    id: 'lacks-data',
    isLast: true,
    control: 'dataset',
    when: ({ lacksData }) => lacksData,
    say: () => [t`This experiment needs data that is not in this browser. The message says how to add it.`],
  },
  {
    id: 'diverged',
    when: ({ divergedTo }) => divergedTo !== null,
    say({ divergedTo }) {
      const step = countText(divergedTo ?? 0);
      return [
        t`Training went wrong, so the network is back at step ${step}. The message says what happened.`,
      ];
    },
  },
  {
    id: 'loading',
    isLast: true,
    when: ({ status }) => status === 'loading',
    say: (_, { one }) => [
      t`The network is being built. It will squeeze each ${one} into a few numbers and rebuild it.`,
    ],
  },
  {
    id: 'taken-up',
    isLast: true,
    control: 'train',
    when: ({ takenUpAt }) => takenUpAt !== null,
    say({ takenUpAt }) {
      const step = countText(takenUpAt ?? 0);
      return [
        t`This run is at step ${step}, with all that it has learned. Press Train to continue from there.`,
      ];
    },
  },
  {
    id: 'goal',
    when: ({ reachedGoal }) => reachedGoal,
    say({ step: at }) {
      const step = countText(at);
      return [t`The run has reached its goal and paused at step ${step}. Press Train to continue past it.`];
    },
  },
  {
    id: 'waiting',
    isLast: true,
    when: ({ status }) => status === 'waiting',
    say: (_, { many }) => [t`Training waits for the next ${many} to arrive, and then goes on by itself.`],
  },
];

const isBegin = ({ step, status }: GuideState) => step === 0 && status === 'paused';

/** What the network is to do, before it has been trained. */
export const beginnings: readonly SituationRule[] = [
  {
    id: 'begin-without-noise',
    when: (state) => isBegin(state) && state.noiseLevel === 0,
    say: () => [t`The noise level is 0, so the network sees everything that it has to give back.`],
  },
  {
    id: 'begin-denoising',
    when: (state) => isBegin(state) && state.family === 'denoising',
    say: (_, { many, one }) => [
      t`The network sees noisy ${many}, and learns to give back each ${one} as it was without the noise.`,
    ],
  },
  {
    id: 'begin-sparse',
    when: (state) => isBegin(state) && state.family === 'sparse',
    say({ codeSize }, { one }) {
      const size = countText(codeSize);
      return [t`The code has ${size} units, but each ${one} may activate only a few of them.`];
    },
  },
  {
    id: 'begin-variational',
    when: (state) => isBegin(state) && state.family === 'variational',
    say: (_, { one, many }) => [
      t`Each ${one} becomes a small cloud of codes, so that random codes decode to new ${many}.`,
    ],
  },
  {
    id: 'begin',
    when: isBegin,
    say: ({ codeSize }, { one }) => [
      plural(codeSize, {
        one: `Each ${one} is squeezed into # number and rebuilt.`,
        other: `Each ${one} is squeezed into # numbers and rebuilt.`,
      }),
    ],
  },
];
