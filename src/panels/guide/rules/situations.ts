// What is going on, in the order in which it is asked: the first that applies is said.
import { t } from '@lingui/core/macro';
import { countText, lossText, meanCountText, significantText } from '../../../core/number-text';
import type { GuideState } from '../../../session/guide/guide-state';
import { beginnings, hindrances } from './before-training';
import { hasCollapsed, isPlain, recognisable, shareOfMean, verdictOn } from './facts';
import { resizings } from './resizings';
import type { SituationRule } from './rule';

const denoisings: readonly SituationRule[] = [
  {
    id: 'denoised',
    when: ({ family, inputMse, measured }) =>
      family === 'denoising' && inputMse !== null && measured !== null && measured.mse < inputMse,
    say(state) {
      const [mse, input] = [lossText(state.measured?.mse ?? 0), lossText(state.inputMse ?? 0)];
      const compared = verdictOn(state, state.denoiserMse);
      const linear = lossText(compared?.rival ?? 0);
      const first = t`Noise is being removed: of an error of ${input} in the input, ${mse} is left.`;
      if (compared === null) return [first];
      const second = {
        better: t`The best linear denoiser leaves ${linear}.`,
        'worse-so-far': t`The best linear denoiser is ahead so far, with ${linear}.`,
        worse: t`The best linear denoiser does better, with ${linear}.`,
        same: t`The best linear denoiser is about as good, with ${linear}.`,
      }[compared.verdict];
      return [first, second];
    },
  },
  {
    id: 'not-denoised',
    when: ({ family, inputMse, measured }) =>
      family === 'denoising' && inputMse !== null && inputMse > 0 && measured !== null,
    say({ measured, inputMse }, { one }) {
      const [mse, input] = [lossText(measured?.mse ?? 0), lossText(inputMse ?? 0)];
      return [
        t`The output is not yet closer to the clean ${one} than the noisy input is: ${mse} against ${input}.`,
      ];
    },
  },
];

const isClear = (state: GuideState) => (shareOfMean(state) ?? 1) < recognisable;

const others: readonly SituationRule[] = [
  {
    id: 'collapsed',
    when: hasCollapsed,
    say({ kl }) {
      const nats = significantText(kl ?? 0);
      return [t`The code carries almost nothing: its KL divergence is ${nats} nats. Beta weighs that term.`];
    },
  },
  {
    id: 'variational',
    when: (state) => state.family === 'variational' && isClear(state),
    say({ measured }, { many }) {
      const mse = lossText(measured?.mse ?? 0);
      return [t`The network rebuilds ${many} (test MSE ${mse}), and random codes decode to new ones.`];
    },
  },
  {
    id: 'sparse',
    when: ({ family, activeUnits, measured }) =>
      family === 'sparse' && activeUnits !== null && measured !== null,
    say({ codeSize, activeUnits, measured }, { one }) {
      const [size, active] = [countText(codeSize), meanCountText(activeUnits ?? 0)];
      const mse = lossText(measured?.mse ?? 0);
      return [
        t`Of ${size} units in the code, one ${one} activates ${active} on average. Test MSE is ${mse}.`,
      ];
    },
  },
  {
    id: 'better-than-pca',
    when: (state) => isPlain(state) && verdictOn(state, state.pcaMse)?.verdict === 'better',
    say({ measured, pcaMse }) {
      const [mse, pca] = [lossText(measured?.mse ?? 0), lossText(pcaMse ?? 0)];
      return [t`The network has passed PCA with as many numbers: test MSE ${mse} against ${pca}.`];
    },
  },
  {
    id: 'recognisable-digits',
    when: (state) => state.isDigits && isClear(state),
    say({ measured, meanMse }) {
      const [mse, mean] = [lossText(measured?.mse ?? 0), lossText(meanMse ?? 0)];
      return [t`The digits can be recognised: test MSE ${mse}, against ${mean} of the mean image.`];
    },
  },
  {
    id: 'taking-shape',
    when: (state) => (shareOfMean(state) ?? 1) < 0.98,
    say({ measured, meanMse }, { many, one }) {
      const [mse, mean] = [lossText(measured?.mse ?? 0), lossText(meanMse ?? 0)];
      return [t`The rebuilt ${many} take shape: test MSE ${mse}, against ${mean} of the mean ${one}.`];
    },
  },
  {
    id: 'paused',
    when: ({ status }) => status === 'paused',
    say({ step: at }) {
      const step = countText(at);
      return [t`Training is paused at step ${step}.`];
    },
  },
  {
    id: 'first-steps',
    when: () => true,
    say: (_, { one }) => [
      t`Batch after batch, the weights are changed so that the output comes closer to the ${one} that went in.`,
    ],
  },
];

export const situations: readonly SituationRule[] = [
  ...hindrances,
  ...beginnings,
  ...resizings,
  ...denoisings,
  ...others,
];
