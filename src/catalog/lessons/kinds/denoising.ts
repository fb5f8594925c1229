// Denoising. Seen here (code 32, Gaussian noise of 0.5, whose own MSE is .1156; seeds 1 and 2): a network that has never seen noise has
// about .04 to .05 on noisy input a few steps later; .0213 and .0211 after 430 steps with noise.
import { t } from '@lingui/core/macro';
import { lossText, valueText } from '../../../core/number-text';
import { needsAll, needsSettings, noteTest, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const gaussian = t({ message: 'Gaussian', comment: 'A kind of noise, as in its list' });

const needsNoise = needsAll(needsSettings({ noise: 'gaussian' }, { noise: gaussian }), ({ experiment }) => {
  const is = valueText(experiment.noiseLevel);
  return experiment.noiseLevel >= 0.4 && experiment.noiseLevel <= 0.6
    ? null
    : t`Noise level is ${is} now; it needs to be 0.5.`;
});
const withNoise = [{ kind: 'change', patch: { noise: 'gaussian', noiseLevel: 0.5 } }] as const;

export const denoising: Lesson = {
  id: 'denoising',
  title: t`Denoising`,
  summary: t`Show the network damaged images, ask for clean ones.`,
  minutes: 5,
  experiment: { hidden: [128], codeSize: 32 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`A harder task`,
      text: [
        t`A [denoising](denoising) autoencoder is shown an image with [noise](gaussian-noise) and asked for the image without it (Vincent et al. 2008). Copying no longer helps: it has to know what a digit looks like.`,
        t`First you train one that never sees any noise.`,
      ],
    },
    trainStep({
      id: 'clean',
      title: t`Train without noise`,
      text: [t`Press **Train**.`],
      needs: needsSettings({ noise: 'none' }, { noise: t`None` }),
      help: [{ kind: 'change', patch: { noise: 'none' } }],
    }),
    {
      kind: 'do',
      id: 'surprised',
      title: t`Surprise it with noise`,
      text: [
        t`Do not train yet. Set **Noise** to **Gaussian** at a level of 0.5, and look at the row **Reconstructed**: a network that has never seen noise gets it for the first time.`,
      ],
      target: { kind: 'setting', setting: 'noise' },
      needs: needsNoise,
      waits: ({ test }) => (test === null ? t`The network is being measured on noisy images.` : null),
      note: noteTest('surprised'),
      help: withNoise,
    },
    {
      kind: 'predict',
      id: 'left',
      title: t`And with practice?`,
      text: [
        t`The noise itself has an MSE of about 0.116: that is the error of giving the noisy image back as it is.`,
      ],
      question: t`After 400 steps with noise, how much of that error is left?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'half', label: t`About half` },
          { id: 'fifth', label: t`About a fifth` },
          { id: 'none', label: t`Next to nothing: less than a twentieth` },
        ],
      },
    },
    trainStep({
      id: 'trained',
      title: t`Train with noise`,
      text: [
        t`Press **Train**. Every image gets new noise every time; what is asked for is always the clean one.`,
      ],
      needs: needsNoise,
      trainFor: 400,
      help: withNoise,
    }),
    { kind: 'compare', id: 'came', title: t`Clean again`, text: [], of: 'left', came },
    {
      kind: 'read',
      id: 'limits',
      title: t`Where does the clean image come from?`,
      text: [
        t`Not from the noisy one alone: much of it is lost. The network fills in what digits usually look like there. So it may be wrong, and look perfectly clean.`,
      ],
    },
  ],
};

function came({ surprisedMse, trainedMse, trainedInput }: Results): Came | null {
  if (surprisedMse === undefined || trainedMse === undefined || trainedInput === undefined) return null;
  const share = trainedMse / trainedInput;
  const percent = Math.round(100 * share);
  const [noisy, before, after] = [lossText(trainedInput), lossText(surprisedMse), lossText(trainedMse)];
  return {
    answer: share > 0.35 ? 'half' : share > 0.05 ? 'fifth' : 'none',
    text: t`The noisy images have ${noisy}. The network had ${before} when it met noise first, and has ${after} after training with it: ${percent} % of the noise is left.`,
    why:
      share > 0.35
        ? t`This is unusual: usually less than a quarter is left by now.`
        : t`Noise cannot be squeezed into 32 numbers, but a digit can: what comes through the waist is mostly digit.`,
  };
}
