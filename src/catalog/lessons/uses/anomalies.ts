// Anomalies, and when it fails. Seen here (code 16, 200 steps, seed 1): AUROC .995 with zeros alone normal; .292 with the ones
// as anomalies among nine normal digits.
import { t } from '@lingui/core/macro';
import { fixedText } from '../../../core/number-text';
import { needsAll, needsPlace, under } from '../asking';
import type { Came, DoStep, Lesson, Results } from '../lesson';
import type { LessonState } from '../lesson-state';

const place = 'apply/anomalies';
const zero = [0];
const allButOne = [0, 2, 3, 4, 5, 6, 7, 8, 9];

const opened = needsPlace(place, t`Apply, Anomalies`);
const isSame = (a: readonly number[] | null | undefined, b: readonly number[]) => String(a) === String(b);

/** That these classes count as normal, and the network is trained on them alone. */
function needsNormal(classes: readonly number[], tick: string) {
  return needsAll(opened, ({ anomalies, experiment }: LessonState) => {
    if (!isSame(anomalies?.normalClasses, classes)) return tick;
    if (anomalies?.score !== 'mse') return t`Set Score to Squared error.`;
    return isSame(experiment.classes, classes) ? null : t`Press Train on normal.`;
  });
}

function detectStep(
  step: Pick<DoStep, 'id' | 'title' | 'text'>,
  classes: readonly number[],
  tick: string,
): DoStep {
  return {
    ...step,
    kind: 'do',
    target: { kind: 'group', name: t`Normal classes` },
    needs: needsNormal(classes, tick),
    trainFor: 200,
    waits: ({ anomalies }) =>
      anomalies?.auroc == null || !isSame(anomalies.trainedOn, classes)
        ? t`The test images are being scored.`
        : null,
    note: ({ anomalies }) => under(step.id, { Auroc: anomalies?.auroc }),
    help: [{ kind: 'open', place }, { kind: 'normal', classes }, { kind: 'train-on-normal' }],
  };
}

const guesses = [
  { id: 'chance', label: t`About 0.5, or less: no better than guessing` },
  { id: 'fair', label: t`Between 0.6 and 0.9` },
  { id: 'good', label: t`Above 0.9: nearly always right` },
];

export const anomaliesLesson: Lesson = {
  id: 'anomalies',
  title: t`Anomalies`,
  summary: t`What a network rebuilds badly, it has not seen before. Usually.`,
  minutes: 6,
  experiment: { hidden: [128], codeSize: 16 },
  place,
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`Trained on what is normal`,
      text: [
        t`An autoencoder learns to rebuild what it is trained on. Shown something else, it fails, and the [reconstruction error](reconstruction-error) gives the [anomaly](anomaly) away. Nobody has to say beforehand what may go wrong.`,
        t`How well that works is measured by the [AUROC](auroc): the chance that an anomaly has a larger error than a normal sample. 1 is perfect, 0.5 is guessing.`,
      ],
    },
    {
      kind: 'predict',
      id: 'zero-guess',
      title: t`Zeros are normal`,
      text: [t`You train on zeros alone. All other digits, 1 to 9, are anomalies to be found.`],
      question: t`What will the AUROC be?`,
      answers: { kind: 'choices', choices: guesses },
    },
    detectStep(
      {
        id: 'zero',
        title: t`Find what is no zero`,
        text: [
          t`Among **Normal classes** leave only **0** ticked, choose **As in Train** under **Network**, and press **Train on normal**.`,
          t`Training pauses by itself; then all test images are scored by their **Squared error**.`,
        ],
      },
      zero,
      t`Leave only 0 ticked among the normal classes.`,
    ),
    {
      kind: 'compare',
      id: 'zero-came',
      title: t`Zeros and the rest`,
      text: [],
      of: 'zero-guess',
      came: cameOf('zero'),
    },
    {
      kind: 'predict',
      id: 'one-guess',
      title: t`Now the other way round`,
      text: [t`Next all digits are normal except one: the ones are the anomalies.`],
      question: t`What will the AUROC be?`,
      answers: { kind: 'choices', choices: guesses },
    },
    detectStep(
      {
        id: 'one',
        title: t`Find the ones`,
        text: [
          t`Tick all **Normal classes** except **1**, press **Train on normal**, with **As in Train** under **Network** as before, and wait for the scores.`,
        ],
      },
      allButOne,
      t`Tick all normal classes except 1.`,
    ),
    {
      kind: 'compare',
      id: 'one-came',
      title: t`Too easy to be odd`,
      text: [],
      of: 'one-guess',
      came: cameOf('one'),
    },
    {
      kind: 'read',
      id: 'moral',
      title: t`What to take away`,
      text: [
        t`The error says how hard something is to rebuild, and that is not the same as how strange it is. So this page always puts simple rivals beside it, the nearest neighbour and PCA among them, and takes the [threshold](threshold) from normal samples that were held out.`,
      ],
    },
  ],
};

/** @param name of the step that measured it */
function cameOf(name: 'zero' | 'one') {
  return (results: Results): Came | null => {
    const auroc = results[`${name}Auroc`];
    if (auroc === undefined) return null;
    const value = fixedText(auroc, 3);
    const answer = auroc < 0.6 ? 'chance' : auroc < 0.9 ? 'fair' : 'good';
    const usual: Readonly<Record<string, string>> =
      name === 'zero'
        ? { good: t`A network that has only seen round shapes draws something round whatever it is shown.` }
        : {
            chance: t`A one is a single stroke, and strokes are what every other digit is made of: the network rebuilds ones better than what it was trained on.`,
          };
    // Between 0.5 and 0.6 is no better than guessing, but ones are not rebuilt better either.
    const isExplained = name === 'zero' || auroc < 0.5;
    return {
      answer,
      text: t`The AUROC is ${value}.`,
      why: (isExplained ? usual[answer] : undefined) ?? t`This is unusual: it usually comes out differently.`,
    };
  };
}
