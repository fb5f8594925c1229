// Variational autoencoders. Seen here (code 8, cross-entropy, 300 steps each, seeds 1 and 2): KL 14.4 and 14.3 nats, test MSE .0294 and .0297
// with beta 1; 3.1 and 3.2 nats, .0366 and .0367 with beta 10.
import { t } from '@lingui/core/macro';
import { fixedText, lossText } from '../../../core/number-text';
import { needsAll, needsPlace, needsSettings, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const explore = 'explore/generate';

export const variational: Lesson = {
  id: 'variational',
  title: t`Variational: inventing digits`,
  summary: t`A code that is a small cloud, so that any place near the origin means something.`,
  minutes: 6,
  experiment: { hidden: [128], codeSize: 8, codeKind: 'gaussian', loss: 'bce', beta: 1 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`Clouds instead of points`,
      text: [
        t`A [variational](variational) autoencoder turns an image not into a point but into a small cloud of codes, and decodes one drawn from it (Kingma and Welling 2014). So the codes nearby must mean nearly the same.`,
        t`A second term, the [KL divergence](kl-divergence), pulls all clouds towards one big one around the origin, the [prior](prior). What is drawn from there decodes to something like an image: that is how it invents digits.`,
      ],
    },
    trainStep({
      id: 'plain',
      title: t`Train it`,
      lookAt: { kind: 'panel', panel: 'curves' },
      text: [t`Press **Train**. **Loss curves** has a line of its own for the KL term.`],
      needs: needsSettings({ codeKind: 'gaussian', beta: 1 }, { codeKind: t`Gaussian` }),
      help: [{ kind: 'change', patch: { codeKind: 'gaussian', beta: 1 } }],
    }),
    {
      kind: 'do',
      id: 'generated',
      title: t`Invent digits`,
      text: [
        t`Open **Explore**, **Generate**, and press **Draw samples** a few times. None of these digits was ever written by anybody; the small ones beside them are the nearest that were.`,
      ],
      target: { kind: 'button', name: t`Draw samples` },
      needs: needsAll(needsPlace(explore, t`Explore, Generate`), ({ draws }) =>
        draws > 0 ? null : t`Press Draw samples.`,
      ),
      help: [{ kind: 'open', place: explore }, { kind: 'generate' }],
    },
    {
      kind: 'predict',
      id: 'beta-guess',
      title: t`Pull harder`,
      text: [
        t`[Beta](beta) says how much the KL term counts. At 1 the code carries some 14 nats about an image. Next you set it to 10.`,
      ],
      question: t`What happens to what the code carries, and to the error?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'both', label: t`Less information, and a larger error` },
          { id: 'free', label: t`Less information, and no larger error` },
          { id: 'more', label: t`More information, and a smaller error` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'pulled',
        title: t`Set beta to 10`,
        text: [
          t`In **Train**, under **Objective**, drag **Beta** all the way up to 10, and press **Train**.`,
        ],
        needs: needsSettings({ codeKind: 'gaussian', beta: 10 }, { codeKind: t`Gaussian` }),
        help: [
          { kind: 'open', place: 'train' },
          { kind: 'change', patch: { beta: 10 } },
        ],
      }),
      target: { kind: 'setting', setting: 'beta' },
    },
    { kind: 'compare', id: 'came', title: t`Order has its price`, text: [], of: 'beta-guess', came },
  ],
};

function came({ plainKl, plainMse, pulledKl, pulledMse }: Results): Came | null {
  if (plainKl === undefined || plainMse === undefined || pulledKl === undefined || pulledMse === undefined)
    return null;
  const [before, after] = [fixedText(plainKl, 1), fixedText(pulledKl, 1)];
  const [mseBefore, mseAfter] = [lossText(plainMse), lossText(pulledMse)];
  const answer = pulledKl > plainKl ? 'more' : pulledMse > plainMse ? 'both' : 'free';
  return {
    answer,
    text: t`KL went from ${before} to ${after} nats, and Test MSE from ${mseBefore} to ${mseAfter}.`,
    why:
      answer === 'both'
        ? t`What the code may say about an image is what it pays KL for: the dearer that is, the less it says, and the blurrier the image.`
        : t`This is unusual: usually the code carries less, and the error rises.`,
  };
}
