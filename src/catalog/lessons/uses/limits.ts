// What it cannot do. Seen here (code 32, 300 steps, seed 1; the mountain in tiles of 28 by 28, or 32 by 32): MSE .135 trained on digits, .0052 for plain tiles;
// .0038 trained on photographs, where plain tiles have .0051.
import { t } from '@lingui/core/macro';
import { lossText } from '../../../core/number-text';
import { needsAll, needsPlace, needsSettings, trainStep, under } from '../asking';
import type { Came, DoStep, Lesson, Results } from '../lesson';

const place = 'apply/limits';
const opened = needsPlace(place, t`Apply, Limits`);

function photographStep(step: Pick<DoStep, 'id' | 'title' | 'text' | 'needs'>): DoStep {
  return {
    kind: 'do',
    target: { kind: 'place', place },
    waits: ({ photograph, isTraining }) => {
      if (isTraining) return t`Pause training, so that the photograph can be compared.`;
      return photograph === null ? t`The photograph is on its way through the network.` : null;
    },
    note: ({ photograph }) => under(step.id, { Mse: photograph?.mse, Flat: photograph?.flatMse }),
    help: [{ kind: 'open', place }, { kind: 'photograph' }],
    ...step,
  };
}

export const limitsLesson: Lesson = {
  id: 'limits',
  title: t`What it cannot do`,
  summary: t`A network for digits cannot compress a landscape.`,
  minutes: 5,
  experiment: { hidden: [64], codeSize: 32 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`No compression for everything`,
      text: [
        t`JPEG compresses any picture. An autoencoder compresses what is like its training images, and that is why it can be so brief: it need not describe what all of them share.`,
        t`What happens to something quite different, something [out of distribution](out-of-distribution)?`,
      ],
    },
    trainStep({
      id: 'trained',
      title: t`Train on digits`,
      text: [t`Press **Train**.`],
      needs: needsSettings({ dataset: 'mnist' }, { dataset: 'MNIST' }),
      help: [{ kind: 'change', patch: { dataset: 'mnist' } }],
    }),
    {
      kind: 'predict',
      id: 'guess',
      title: t`A mountain`,
      text: [
        t`Next a photograph of a mountain goes through the network, cut into tiles as large as a digit. A very plain way to “compress” it is to paint each tile in its mean grey.`,
      ],
      question: t`Is the network better than that?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'better', label: t`Yes: it has 32 numbers for a tile instead of one` },
          { id: 'worse', label: t`No: the plain tiles are closer to the photograph` },
        ],
      },
    },
    photographStep({
      id: 'digits',
      title: t`Show it a photograph`,
      text: [t`Open **Apply**, **Limits**, and look at the mosaic. Do you see strokes of digits in it?`],
      needs: needsAll(opened, needsSettings({ dataset: 'mnist' }, { dataset: 'MNIST' })),
    }),
    { kind: 'compare', id: 'came', title: t`Digits everywhere`, text: [], of: 'guess', came: digitsCame },
    {
      kind: 'predict',
      id: 'patches-guess',
      title: t`The right training`,
      text: [
        t`Next the same kind of network is trained on small pieces of old photographs instead of digits, for as many steps.`,
      ],
      question: t`And that one: is it better than plain tiles?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'better', label: t`Yes` },
          { id: 'worse', label: t`No` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'retrained',
        title: t`Train on photographs`,
        text: [t`In **Train** choose **Photograph patches** as the **Data set**, and press **Train**.`],
        needs: needsSettings({ dataset: 'patches' }, { dataset: t`Photograph patches` }),
        help: [
          { kind: 'open', place: 'train' },
          { kind: 'change', patch: { dataset: 'patches' } },
        ],
      }),
      target: { kind: 'setting', setting: 'dataset' },
    },
    photographStep({
      id: 'patches',
      title: t`The same mountain`,
      text: [t`Back to **Apply**, **Limits**.`],
      needs: needsAll(opened, needsSettings({ dataset: 'patches' }, { dataset: t`Photograph patches` })),
    }),
    {
      kind: 'compare',
      id: 'patches-came',
      title: t`It depends on what it has seen`,
      text: [],
      of: 'patches-guess',
      came: patchesCame,
    },
  ],
};

function digitsCame({ digitsMse, digitsFlat }: Results): Came | null {
  if (digitsMse === undefined || digitsFlat === undefined) return null;
  const [network, flat] = [lossText(digitsMse), lossText(digitsFlat)];
  const isWorse = digitsMse > digitsFlat;
  return {
    answer: isWorse ? 'worse' : 'better',
    text: t`The mosaic of the network for digits has an MSE of ${network}, the plain tiles ${flat}.`,
    why: isWorse
      ? t`Its decoder has only ever drawn bright strokes on black, so that is what it makes of a mountain.`
      : t`This is unusual: the plain tiles are usually closer.`,
  };
}

function patchesCame({ patchesMse, patchesFlat, digitsMse }: Results): Came | null {
  if (patchesMse === undefined || patchesFlat === undefined) return null;
  const [network, flat] = [lossText(patchesMse), lossText(patchesFlat)];
  const before = digitsMse === undefined ? '—' : lossText(digitsMse);
  const isBetter = patchesMse < patchesFlat;
  return {
    answer: isBetter ? 'better' : 'worse',
    text: t`Trained on photographs it has ${network}; the plain tiles have ${flat}. The network for digits had ${before}.`,
    why: isBetter
      ? t`Its numbers are spent on what photographs are made of: light and shade that change slowly, with an edge here and there.`
      : t`Short training and a code of 32 numbers are not enough for more here: train on and look again.`,
  };
}
