// The bottleneck. Seen here (300 steps each, seeds 1 and 2): test MSE .0221 and .0206 with a code of 16, .0517 and .0500 after narrowing
// it to 2, .0158 and .0155 after widening it to 64. PCA: .0269, .0557, .0091.
import { t } from '@lingui/core/macro';
import { fixedText, lossText } from '../../../core/number-text';
import { needsSettings, trainStep, waitsForPca } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const sized = (codeSize: number) => ({
  needs: needsSettings({ codeSize }),
  help: [{ kind: 'change', patch: { codeSize } } as const],
});

export const bottleneck: Lesson = {
  id: 'bottleneck',
  title: t`The bottleneck`,
  summary: t`One number decides more than all other settings: how many numbers the code has.`,
  minutes: 5,
  experiment: { hidden: [128], codeSize: 16 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`How narrow is the waist?`,
      lookAt: { kind: 'panel', panel: 'diagram' },
      text: [
        t`The [bottleneck](bottleneck) is the size of the [code](code), the narrowest place of the network. All that the decoder ever learns about an image has to pass through it.`,
        t`Of all settings it matters most. Too wide, and the network can copy without finding out what digits have in common. Too narrow, and there is no room for what makes one digit different from another.`,
      ],
    },
    trainStep({
      id: 'wide',
      title: t`Start with 16 numbers`,
      text: [t`Press **Train**. Training pauses by itself.`],
      ...sized(16),
    }),
    {
      kind: 'predict',
      id: 'narrow',
      title: t`And with 2 numbers?`,
      text: [t`Next you narrow the same network from 16 numbers to 2, and train it for just as long.`],
      question: t`What happens to the error on test images?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'same', label: t`It stays about the same` },
          { id: 'double', label: t`It becomes two or three times as large` },
          { id: 'huge', label: t`It becomes ten times as large, or more` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'two',
        title: t`Narrow it to 2`,
        text: [
          t`Drag **Bottleneck size** down to 2, then press **Train**. Which digits can you still tell apart?`,
        ],
        ...sized(2),
        waits: waitsForPca,
      }),
      target: { kind: 'setting', setting: 'codeSize' },
    },
    {
      kind: 'compare',
      id: 'narrowed',
      title: t`What 2 numbers cannot hold`,
      text: [],
      of: 'narrow',
      came: narrowed,
    },
    {
      kind: 'predict',
      id: 'rival',
      title: t`Wider than before`,
      text: [
        t`[PCA](pca) is the best that any linear method can do with as many numbers. With 2 numbers its error is about 0.056.`,
        t`Now you widen the code to 64.`,
      ],
      question: t`With 64 numbers, after 300 more steps: which has the smaller error?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'network', label: t`The network` },
          { id: 'pca', label: t`PCA` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'long',
        title: t`Widen it to 64`,
        text: [t`Drag **Bottleneck size** up to 64, and press **Train**.`],
        ...sized(64),
        waits: waitsForPca,
      }),
      target: { kind: 'setting', setting: 'codeSize' },
    },
    { kind: 'compare', id: 'widened', title: t`When PCA is ahead`, text: [], of: 'rival', came: widened },
  ],
};

function narrowed({ wideMse, twoMse, twoPca }: Results): Came | null {
  if (wideMse === undefined || twoMse === undefined || twoPca === undefined) return null;
  const times = twoMse / wideMse;
  const [wide, narrow, ratio, pca] = [
    lossText(wideMse),
    lossText(twoMse),
    fixedText(times, 1),
    lossText(twoPca),
  ];
  return {
    answer: times < 1.5 ? 'same' : times < 7 ? 'double' : 'huge',
    text: t`Test MSE was ${wide} with 16 numbers and is ${narrow} with 2: ${ratio} times as large. PCA with 2 numbers has ${pca}.`,
    why:
      times < 1.5
        ? t`This is unusual: usually it at least doubles.`
        : t`Two numbers are a place on a map: enough to say roughly which digit, not how it was written, so the digits blur.`,
  };
}

function widened({ longMse, longPca }: Results): Came | null {
  if (longMse === undefined || longPca === undefined) return null;
  const [network, pca] = [lossText(longMse), lossText(longPca)];
  const isBehind = longPca < longMse;
  return {
    answer: isBehind ? 'pca' : 'network',
    text: t`With 64 numbers the network has ${network} and PCA ${pca}.`,
    why: isBehind
      ? t`With so much room a straight projection keeps nearly everything, and this network has had little training: a narrow code is where a network is worth its trouble.`
      : t`This is unusual so early: with 64 numbers PCA is usually ahead until the network has trained for longer.`,
  };
}
