// What to try next, in this order: the first that applies, whose control is there, is said.
import { t } from '@lingui/core/macro';
import type { FamilyId } from '../../../catalog/families/registry';
import type { GuideState } from '../../../session/guide/guide-state';
import type { NextStepRule } from './rule';
import { hasCollapsed, hasLearned, isAdapting } from './facts';

const isPaused = ({ status }: GuideState) => status === 'paused';

/** The code size at which digits blur, and at which the code is its own map. */
const narrowSize = 2;

function familyStep(family: FamilyId, label: string, say: NextStepRule['say']): NextStepRule {
  return {
    id: `choose-${family}`,
    control: 'family',
    when: (state) => hasLearned(state) && !isAdapting(state) && !state.tried.has(family),
    say,
    action: () => ({ kind: 'family', label, family }),
  };
}

export const nextSteps: readonly NextStepRule[] = [
  {
    id: 'slower',
    control: 'learningRate',
    when: ({ divergedTo }) => divergedTo !== null,
    say: () => t`Lower the learning rate, then train on.`,
  },
  {
    id: 'more-noise',
    control: 'noiseLevel',
    when: ({ noiseLevel, step }) => noiseLevel === 0 && step === 0,
    say: () => t`Raise Noise level, then press Train.`,
  },
  {
    id: 'train',
    control: 'train',
    when: (state) => isPaused(state) && (state.step === 0 || isAdapting(state)),
    say: () => t({ message: 'Press Train.', comment: 'Train is the name of the button' }),
  },
  {
    id: 'lower-beta',
    control: 'beta',
    when: hasCollapsed,
    say: () => t`Lower Beta.`,
  },
  {
    id: 'narrow',
    control: 'codeSize',
    when: (state) =>
      state.family === 'undercomplete' &&
      state.codeSize > 2 * narrowSize &&
      !state.tried.has('narrow') &&
      hasLearned(state) &&
      !isAdapting(state),
    say(state) {
      const size = narrowSize;
      return isPaused(state)
        ? t`Now drag the bottleneck to ${size}, and press Train.`
        : t`Now drag the bottleneck to ${size}.`;
    },
    action() {
      const size = narrowSize;
      return { kind: 'change', label: t`Set to ${size}`, patch: { codeSize: size } };
    },
  },
  {
    id: 'generate',
    control: 'to-explore',
    when: (state) => state.family === 'variational' && hasLearned(state) && !state.tried.has('explore'),
    say: (_, { many }) => t`Draw new ${many} from random codes in Explore.`,
    action: () => ({ kind: 'link', label: t`Open Generate`, href: '#explore/generate' }),
  },
  {
    id: 'draw-digit',
    control: 'panel.pad',
    when: (state) => state.isDigits && hasLearned(state) && !isAdapting(state) && !state.tried.has('draw'),
    say: () => t`Draw a digit on the pad, and see it rebuilt.`,
  },
  {
    id: 'draw',
    control: 'panel.pad',
    when: (state) => hasLearned(state) && !isAdapting(state) && !state.tried.has('draw'),
    say: () => t`Draw something on the pad, and see it rebuilt.`,
  },
  {
    id: 'map',
    control: 'panel.map',
    when: (state) =>
      state.codeSize === narrowSize && hasLearned(state) && !isAdapting(state) && !state.tried.has('map'),
    say: (_, { one }) => t`Point at the map: each point is the code of a test ${one}.`,
  },
  familyStep('denoising', t`Choose Denoising`, () => t`Next, let the network take out noise.`),
  familyStep('variational', t`Choose Variational`, (_, { many }) => t`Next, let the network invent ${many}.`),
  familyStep('sparse', t`Choose Sparse`, () => t`Next, try a long code that is mostly silent.`),
  {
    id: 'explore',
    control: 'to-explore',
    when: (state) => hasLearned(state) && !isAdapting(state) && !state.tried.has('explore'),
    say: () => t`Turn the numbers of a code yourself in Explore.`,
    action: () => ({ kind: 'link', label: t`Open Explore`, href: '#explore/sliders' }),
  },
  {
    id: 'train-on',
    control: 'train',
    when: (state) => isPaused(state) && !state.reachedGoal,
    say: () => t({ message: 'Press Train to go on.', comment: 'Train is the name of the button' }),
  },
];
