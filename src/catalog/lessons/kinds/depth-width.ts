// Depth, width and loss. Seen here (300 steps from the beginning, code 16, seeds 1 and 2): test MSE .0221 and .0206 with one hidden
// layer of 128; .049 to .054 with one of 8; .036 and .035 with 128 · 64 · 32 · 16; .0189 and .0195 with 128 and cross-entropy.
import { t } from '@lingui/core/macro';
import { fixedText, lossText } from '../../../core/number-text';
import { needsAll, needsFresh, needsSettings, trainStep } from '../asking';
import type { Came, Help, Lesson, Results } from '../lesson';

const squared = t`Mean squared error (L2)`;
const entropy = t`Binary cross-entropy`;

const change = [
  { id: 'better', label: t`Clearly smaller` },
  { id: 'same', label: t`About the same` },
  { id: 'worse', label: t`Clearly larger` },
];

/** Anew with these settings: what was learned before would count for one and not for the other. */
function fresh(patch: Extract<Help, { kind: 'change' }>['patch'], names = {}) {
  return {
    needs: needsAll(needsSettings(patch, names), needsFresh),
    help: [{ kind: 'change', patch }, { kind: 'reset' }] as const,
  };
}

export const depthWidth: Lesson = {
  id: 'depth-width',
  title: t`Depth, width and loss`,
  summary: t`More layers are not always better, and the narrowest place may not be the code.`,
  minutes: 6,
  experiment: { hidden: [128], codeSize: 16 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`The shape of the halves`,
      text: [
        t`Between the image and the code are [hidden layers](hidden-layer). How many there are is the depth of the network; how many [units](unit) they have is its width. The decoder mirrors the encoder.`,
        t`To compare shapes fairly, each gets 300 steps from new random weights: that is what **Reset** is for.`,
      ],
    },
    trainStep({
      id: 'plain',
      title: t`One layer of 128`,
      text: [t`Press **Train** for a number to compare with.`],
      ...fresh({ hidden: [128], codeSize: 16, loss: 'mse' }, { loss: squared }),
    }),
    {
      kind: 'predict',
      id: 'deep-guess',
      title: t`Four layers`,
      text: [t`Next: four hidden layers of 128, 64, 32 and 16 units instead of one.`],
      question: t`After 300 steps, compared with one layer, the error will be`,
      answers: { kind: 'choices', choices: change },
    },
    {
      ...trainStep({
        id: 'deep',
        title: t`Make it deep`,
        text: [t`Drag **Hidden layers** to 4, which begins a new network, and press **Train**.`],
        ...fresh({ hidden: [128, 64, 32, 16], codeSize: 16 }),
      }),
      target: { kind: 'setting', setting: 'hidden' },
    },
    {
      kind: 'compare',
      id: 'deep-came',
      title: t`Deeper, and slower to learn`,
      text: [],
      of: 'deep-guess',
      came: cameOf('deep'),
    },
    {
      kind: 'predict',
      id: 'thin-guess',
      title: t`A thin layer`,
      text: [t`Next: one hidden layer again, but of 8 units. The code keeps its 16 numbers.`],
      question: t`Compared with a layer of 128, the error will be`,
      answers: { kind: 'choices', choices: change },
    },
    {
      ...trainStep({
        id: 'thin',
        title: t`Make it thin`,
        text: [
          t`Drag **Hidden layers** back to 1 and **Layer 1** down to 8, press **Reset**, then **Train**.`,
        ],
        ...fresh({ hidden: [8], codeSize: 16 }),
      }),
      target: { kind: 'setting', setting: 'hidden' },
    },
    {
      kind: 'compare',
      id: 'thin-came',
      title: t`The real bottleneck`,
      text: [],
      of: 'thin-guess',
      came: cameOf('thin'),
    },
    {
      ...trainStep({
        id: 'entropy',
        title: t`And the loss`,
        text: [
          t`Drag **Layer 1** back to 128, choose **${entropy}** under **Objective**, press **Reset**, then **Train**.`,
          t`**Test loss** is in another unit now, so compare **Test MSE**: after training on [cross-entropy](binary-cross-entropy) for as many steps, it is usually a little smaller than with squared error itself.`,
        ],
        ...fresh({ hidden: [128], codeSize: 16, loss: 'bce' }, { loss: entropy }),
      }),
      target: { kind: 'setting', setting: 'loss' },
    },
  ],
};

/** @param name of the step that measured it */
function cameOf(name: 'deep' | 'thin') {
  return (results: Results): Came | null => {
    const [mse, plain] = [results[`${name}Mse`], results['plainMse']];
    if (mse === undefined || plain === undefined) return null;
    const ratio = mse / plain;
    const [error, before, times] = [lossText(mse), lossText(plain), fixedText(ratio, 1)];
    const answer = ratio > 1.15 ? 'worse' : ratio > 0.87 ? 'same' : 'better';
    const usual =
      name === 'deep'
        ? t`Every layer adds weights that have to be learned together, and 300 steps are too few for that: depth pays only with patience, if at all.`
        : t`With 8 units the hidden layer is narrower than the code: the code has 16 numbers, but they can say no more than the 8 that they are made from.`;
    return {
      answer,
      text: t`Test MSE is ${error}; with one layer of 128 it was ${before}: ${times} times as much.`,
      why: answer === 'worse' ? usual : t`This is unusual: the error is usually clearly larger here.`,
    };
  };
}
