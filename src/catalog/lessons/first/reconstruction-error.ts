// Reconstruction error and the loss. Seen here (300 steps, seeds 1 and 2): test MSE .0221 and .0206 with squared error; .0731 and .0755
// with absolute error from the beginning, worse than the mean image (.0675): nearly black.
import { t } from '@lingui/core/macro';
import { fixedText, lossText } from '../../../core/number-text';
import { needsAll, needsFresh, needsSettings, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const absolute = t`Mean absolute error (L1)`;

export const reconstructionError: Lesson = {
  id: 'reconstruction-error',
  title: t`Reconstruction error and the loss`,
  summary: t`What “wrong” means to a network is a choice, and it shows.`,
  minutes: 5,
  experiment: { hidden: [128] },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'error',
      title: t`How wrong is a copy?`,
      lookAt: { kind: 'panel', panel: 'reconstructions' },
      text: [
        t`The [reconstruction error](reconstruction-error) compares an image with its copy. Here it is the [mean squared error](mean-squared-error), MSE: subtract pixel from pixel, square, and take the mean.`,
        t`A number alone says little. So the page compares: answering every image with the [mean image](mean-image), the average of all digits, has an MSE of about 0.067. A network that does worse than that has learned nothing useful.`,
      ],
    },
    {
      kind: 'predict',
      id: 'guess',
      title: t`How far down?`,
      text: [t`You are about to train for 300 steps of 128 images each.`],
      question: t`What will **Test MSE** be?`,
      answers: {
        kind: 'amount',
        label: t`Test MSE`,
        min: 0.005,
        max: 0.08,
        step: 0.005,
        first: 0.04,
        format: (value) => fixedText(value, 3),
      },
    },
    trainStep({
      id: 'squared',
      title: t`Train and read it off`,
      lookAt: { kind: 'panel', panel: 'curves' },
      text: [t`Press **Train**. In **Loss curves** the error falls quickly at first, then slowly.`],
      needs: needsSettings({ loss: 'mse' }, { loss: t`Mean squared error (L2)` }),
      help: [{ kind: 'change', patch: { loss: 'mse' } }],
    }),
    { kind: 'compare', id: 'fell', title: t`The error after training`, text: [], of: 'guess', came: fell },
    {
      kind: 'predict',
      id: 'other',
      title: t`Another idea of “wrong”`,
      text: [
        t`The [loss](loss) is what training makes small. It need not be the squared error: the absolute error counts a miss of 0.2 only twice as much as one of 0.1, not four times.`,
      ],
      question: t`Trained from the beginning with the absolute error, for as many steps, will its MSE be below that of the mean image?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'better', label: t`Yes, about as low as before` },
          { id: 'worse', label: t`No, it will be no better than the mean image` },
        ],
      },
    },
    trainStep({
      id: 'absolute',
      title: t`Train with the absolute error`,
      text: [
        t`Under **Objective** choose **${absolute}**, press **Reset** to begin again from random weights, and train.`,
      ],
      needs: needsAll(needsSettings({ loss: 'mae' }, { loss: absolute }), needsFresh),
      help: [{ kind: 'change', patch: { loss: 'mae' } }, { kind: 'reset' }],
    }),
    { kind: 'compare', id: 'differed', title: t`What the loss did`, text: [], of: 'other', came: differed },
  ],
};

function fell({ squaredMse, squaredMean }: Results): Came | null {
  if (squaredMse === undefined || squaredMean === undefined) return null;
  const [error, meanError] = [lossText(squaredMse), lossText(squaredMean)];
  const share = Math.round((100 * squaredMse) / squaredMean);
  return {
    answer: squaredMse,
    within: 0.008,
    text: t`Test MSE is ${error}: ${share} % of the ${meanError} of the mean image.`,
    why:
      squaredMse < squaredMean
        ? t`The code tells digits apart, which the average of all of them cannot.`
        : t`This is unusual: it has not even learned the average yet. Train on, and it will.`,
  };
}

function differed({ absoluteMse, absoluteMean, squaredMse }: Results): Came | null {
  if (absoluteMse === undefined || absoluteMean === undefined) return null;
  const [error, meanError] = [lossText(absoluteMse), lossText(absoluteMean)];
  const before = squaredMse === undefined ? '—' : lossText(squaredMse);
  const isWorse = absoluteMse > 0.9 * absoluteMean;
  return {
    answer: isWorse ? 'worse' : 'better',
    text: t`With the absolute error Test MSE is ${error}; with the squared error it was ${before}, and the mean image has ${meanError}.`,
    why: isWorse
      ? t`Most pixels of a digit are black most of the time, and the answer with the least absolute error is then plain black: the network has found that first.`
      : t`This is unusual: this early, a network trained with the absolute error usually still answers with nearly black images. Here it is already past that.`,
  };
}
