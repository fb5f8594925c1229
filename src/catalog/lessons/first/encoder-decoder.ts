// Encoder, code, decoder. What is asked follows from the settings and from the view; nothing here depends on how well it learns.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import { needsAll, needsPlace, needsSettings, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const explore = 'explore/generate';

export const encoderDecoder: Lesson = {
  id: 'encoder-decoder',
  title: t`Encoder, code, decoder`,
  summary: t`Two networks and the few numbers that pass between them.`,
  minutes: 4,
  experiment: { hidden: [128], codeSize: 8 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'halves',
      title: t`Two halves`,
      lookAt: { kind: 'panel', panel: 'diagram' },
      text: [
        t`The left half of the hourglass is the [encoder](encoder): it turns an image into a short list of numbers, the [code](code). The right half is the [decoder](decoder): it turns a code into an image.`,
        t`They are trained together, and neither is any use alone: the encoder writes in a language that only this decoder reads.`,
      ],
    },
    {
      kind: 'predict',
      id: 'numbers',
      title: t`What the decoder gets`,
      lookAt: { kind: 'panel', panel: 'diagram' },
      text: [
        t`An image here has 28 × 28 = 784 pixels. The widths of all layers are shown under the hourglass.`,
      ],
      question: t`How many numbers does the decoder get for an image?`,
      answers: {
        kind: 'choices',
        choices: [784, 128, 8].map((size) => ({ id: String(size), label: countText(size) })),
      },
    },
    trainStep({
      id: 'trained',
      title: t`Train both`,
      lookAt: { kind: 'panel', panel: 'diagram' },
      text: [
        t`Press **Train**. The bright bars in the middle of the hourglass are the code of the image at its left.`,
      ],
      needs: needsSettings({ codeSize: 8 }),
      help: [{ kind: 'change', patch: { codeSize: 8 } }],
    }),
    { kind: 'compare', id: 'got', title: t`All that is left of an image`, text: [], of: 'numbers', came },
    {
      kind: 'do',
      id: 'explored',
      title: t`Use the decoder alone`,
      text: [
        t`Open **Explore**, and there **Generate** among the tools. The decoder needs no image: any list of 8 numbers will do.`,
      ],
      target: { kind: 'place', place: explore },
      needs: needsPlace(explore, t`Explore, Generate`),
      help: [{ kind: 'open', place: explore }],
    },
    {
      kind: 'do',
      id: 'decoded',
      title: t`Decode codes that no image has`,
      text: [
        t`Press **Draw samples**, or move over the map: every place of it is a code, and is decoded at once.`,
        t`Some look like digits, some like nothing. Between the codes of two images the decoder has to guess.`,
      ],
      target: { kind: 'button', name: t`Draw samples` },
      needs: needsAll(needsPlace(explore, t`Explore, Generate`), ({ draws, isPointing }) =>
        draws > 0 || isPointing ? null : t`Nothing has been drawn yet.`,
      ),
      help: [{ kind: 'open', place: explore }, { kind: 'generate' }],
    },
  ],
};

function came({ trainedUnits }: Results): Came | null {
  if (trainedUnits === undefined) return null;
  const [size, factor] = [countText(trainedUnits), countText(Math.round(784 / trainedUnits))];
  return {
    answer: String(trainedUnits),
    text: t`The decoder gets ${size} numbers for an image of 784 pixels: one for every ${factor}.`,
    why: t`Everything passes through the waist, so whatever the encoder does not put into the code is lost to the decoder.`,
  };
}
