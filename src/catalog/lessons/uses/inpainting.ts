// Inpainting. Seen here (code 32, seed 1): MSE in holes of 12 by 12 is .162 after 300 steps on whole images, and .078 after 400 more with holes.
import { t } from '@lingui/core/macro';
import { lossText } from '../../../core/number-text';
import { needsAll, needsPlace, needsSettings, trainStep, under } from '../asking';
import type { Came, DoStep, Lesson, Results } from '../lesson';
import type { LessonState } from '../lesson-state';

const place = 'apply/inpainting';
const block = t({ message: 'Block', comment: 'A kind of noise, as in its list' });
const opened = needsPlace(place, t`Apply, Inpainting`);

function measureStep(step: Pick<DoStep, 'id' | 'title' | 'text'>, noise: string, name: string): DoStep {
  return {
    ...step,
    kind: 'do',
    target: { kind: 'button', name: t({ message: 'Measure', comment: 'A button in Inpainting' }) },
    needs: needsAll(opened, needsSettings({ noise }, { noise: name }), ({ step: steps }) =>
      steps >= 200 ? null : t`The network has not been trained yet: go back a step.`,
    ),
    waits: ({ inpainting, isTraining }: LessonState) => {
      if (isTraining) return t`Pause training, so that it can be measured.`;
      return inpainting?.testHoleMse == null ? t`Press Measure, and wait for the number.` : null;
    },
    note: ({ inpainting }) => under(step.id, { Hole: inpainting?.testHoleMse }),
    help: [{ kind: 'open', place }, { kind: 'measure-holes' }],
  };
}

export const inpaintingLesson: Lesson = {
  id: 'inpainting',
  title: t`Inpainting`,
  summary: t`Fill a hole in an image: a network does what it was trained for.`,
  minutes: 6,
  experiment: { hidden: [128], codeSize: 32 },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`A hole in a digit`,
      text: [
        t`[Inpainting](inpainting) is filling in what is missing from an image. An autoencoder can do it: give it the image with a hole, and take from its copy what belongs in the hole.`,
        t`First you train one in the usual way, on whole images.`,
      ],
    },
    trainStep({
      id: 'trained',
      title: t`Train on whole images`,
      text: [t`Press **Train**.`],
      needs: needsSettings({ noise: 'none' }, { noise: t`None` }),
      help: [{ kind: 'change', patch: { noise: 'none' } }],
    }),
    measureStep(
      {
        id: 'whole',
        title: t`Let it fill a hole`,
        text: [
          t`Open **Apply**, **Inpainting**: a digit with a hole of 12 by 12, and what the network makes of it. Below, press **Measure**: a thousand test images, each with its own hole.`,
        ],
      },
      'none',
      t`None`,
    ),
    {
      kind: 'predict',
      id: 'guess',
      title: t`Practice with holes`,
      text: [
        t`Next you go on training the same network, but cut a hole into every image that it is shown. It is asked for the whole image as before.`,
      ],
      question: t`What will that do to the error in the hole?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'same', label: t`Little: it knew digits before` },
          { id: 'lower', label: t`It falls by a third or more` },
          { id: 'higher', label: t`It rises: less of each image is seen` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'practised',
        title: t`Cut holes while it trains`,
        text: [t`In **Train** set **Noise** to **Block**, and press **Train**.`],
        needs: needsSettings({ noise: 'block' }, { noise: block }),
        trainFor: 400,
        help: [
          { kind: 'open', place: 'train' },
          { kind: 'change', patch: { noise: 'block', noiseLevel: 0.5 } },
        ],
      }),
      target: { kind: 'setting', setting: 'noise' },
    },
    measureStep(
      {
        id: 'holes',
        title: t`Measure again`,
        text: [
          t`Back to **Apply**, **Inpainting**: once measured, the error follows the network, so it is measured again as soon as you look.`,
        ],
      },
      'block',
      block,
    ),
    { kind: 'compare', id: 'came', title: t`What practice did`, text: [], of: 'guess', came },
  ],
};

function came({ wholeHole, holesHole }: Results): Came | null {
  if (wholeHole === undefined || holesHole === undefined) return null;
  const ratio = holesHole / wholeHole;
  const [before, after] = [lossText(wholeHole), lossText(holesHole)];
  return {
    answer: ratio < 0.67 ? 'lower' : ratio < 1.1 ? 'same' : 'higher',
    text: t`The mean squared error in the holes was ${before}, and is ${after} now.`,
    why:
      ratio < 0.67
        ? t`Before, a black hole was part of the image to it, to be copied like the rest. Now it has learned that such holes are to be filled from their surroundings.`
        : t`This is unusual: the error usually falls by at least a third.`,
  };
}
