// The bottleneck. Seen here (WebAssembly, 300 steps each, seeds 1 and 2): test MSE .0221 and .0206 with a code of 16, .0517 and .0500
// after narrowing it to 2, .0158 and .0155 after widening it to 64. PCA: .0269, .0557, .0091.
import { t } from '@lingui/core/macro';
import { countText, fixedText, lossText } from '../../core/number-text';
import type { Lesson, Results } from './lesson';
import type { LessonState } from './lesson-state';
import { missingValue } from './missing';

const steps = 300;

/** @param size of the code that it is measured with */
function noteAt(size: number) {
  return ({ test, pcaMse }: LessonState): Results => ({
    [`mse${size}`]: test?.mse ?? NaN,
    ...(pcaMse !== null && { [`pca${size}`]: pcaMse }),
  });
}

function needsSize(size: number) {
  return ({ experiment: { codeSize } }: LessonState) =>
    codeSize === size ? null : missingValue(countText(codeSize), countText(size));
}

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
      text: [
        t`The [bottleneck](bottleneck) is the narrowest layer of the network. All that the decoder ever learns about an image has to pass through it.`,
        t`Of all hyperparameters, its size matters most. Too wide, and the network can copy without learning anything about digits. Too narrow, and there is no room for what makes one digit different from another.`,
      ],
    },
    {
      kind: 'do',
      id: 'sixteen',
      title: t`Start with 16 numbers`,
      text: [t`Press **Train**. Training pauses by itself.`],
      target: { kind: 'train' },
      needs: needsSize(16),
      trainFor: steps,
      note: noteAt(16),
      help: [{ kind: 'change', patch: { codeSize: 16 } }],
    },
    {
      kind: 'predict',
      id: 'narrow',
      title: t`And with 2 numbers?`,
      text: [t`Next you narrow the same network from 16 numbers to 2, and train it for just as long.`],
      question: t`What happens to the test error?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'same', label: t`It stays about the same` },
          { id: 'double', label: t`It becomes two or three times as large` },
          { id: 'huge', label: t`It becomes ten times as large or more` },
        ],
      },
    },
    {
      kind: 'do',
      id: 'two',
      title: t`Narrow it to 2`,
      text: [
        t`Drag **Bottleneck size** down to 2, then train on. Watch the reconstructions: which digits are still told apart?`,
      ],
      target: { kind: 'setting', setting: 'codeSize' },
      needs: needsSize(2),
      trainFor: steps,
      note: noteAt(2),
      help: [{ kind: 'change', patch: { codeSize: 2 } }],
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
      kind: 'do',
      id: 'sixty-four',
      title: t`Now widen it to 64`,
      text: [t`Drag **Bottleneck size** up to 64 and train on.`],
      target: { kind: 'setting', setting: 'codeSize' },
      needs: needsSize(64),
      trainFor: steps,
      note: noteAt(64),
      help: [{ kind: 'change', patch: { codeSize: 64 } }],
    },
  ],
};

function narrowed({ mse16, mse2 }: Results) {
  if (mse16 === undefined || mse2 === undefined) return null;
  const times = mse2 / mse16;
  const ratio = fixedText(times, 1);
  const [wide, narrow] = [lossText(mse16), lossText(mse2)];
  return {
    answer: times < 1.5 ? 'same' : times < 10 ? 'double' : 'huge',
    text: t`The test error went from ${wide} with 16 numbers to ${narrow} with 2: ${ratio} times as large.`,
    why:
      times < 1.5
        ? t`This is unusual: mostly it doubles at least.`
        : t`Two numbers place a digit on a map, roughly which digit and how slanted; for the rest there is no room, so the digits blur.`,
  };
}
