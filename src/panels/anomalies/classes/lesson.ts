// What the scores by class teach, where they show it. Pure.
import { plural, t } from '@lingui/core/macro';
import type { ClassScores } from '../../../core/anomaly/curves/detection';
import { fixedText } from '../../../core/number-text';
import { rateText } from '../words';

export type Lesson =
  /** A class that was left out scores lower than the normal ones: it is rebuilt better than what was learned. */
  | {
      readonly code: 'below-chance';
      readonly label: number;
      readonly auroc: number;
      readonly isRebuiltBetter: boolean;
    }
  /** A class that was left out is hard to tell from the normal ones. */
  | { readonly code: 'hardest'; readonly label: number; readonly auroc: number }
  /** Every class that was left out is told apart. */
  | { readonly code: 'all-found'; readonly label: number; readonly auroc: number };

/** Under it a class is called hard, above the other every class easy. */
const hard = 0.8;
const easy = 0.97;

/** Null without a class that was left out and could be measured. */
export function lessonOf(classes: readonly ClassScores[]): Lesson | null {
  const measured = classes.flatMap(({ label, auroc, meanScore, isNormal }) =>
    isNormal || auroc === null ? [] : [{ label, auroc, meanScore }],
  );
  const [hardest] = [...measured].sort((a, b) => a.auroc - b.auroc);
  if (hardest === undefined) return null;
  const { label, auroc, meanScore } = hardest;
  if (auroc < 0.5) {
    const normal = classes.filter((one) => one.isNormal);
    const isRebuiltBetter = normal.length > 0 && normal.every((one) => meanScore < one.meanScore);
    return { code: 'below-chance', label, auroc, isRebuiltBetter };
  }
  if (auroc < hard) return { code: 'hardest', label, auroc };
  return auroc >= easy ? { code: 'all-found', label, auroc } : null;
}

/** @param name of the class @param codeSize of the network */
export function lessonText(lesson: Lesson, name: string, codeSize: number): string {
  // With as many digits as in the table beside it.
  const value = fixedText(lesson.auroc, 3);

  switch (lesson.code) {
    case 'below-chance': {
      const why = lesson.isRebuiltBetter
        ? plural(codeSize, {
            one: 'It was never seen, and still scores lower than every normal class: simple samples are easy to rebuild from # number.',
            other:
              'It was never seen, and still scores lower than every normal class: simple samples are easy to rebuild from # numbers.',
          })
        : plural(codeSize, {
            one: 'It was never seen, and still scores lower than most normal samples with a code of # number.',
            other:
              'It was never seen, and still scores lower than most normal samples with a code of # numbers.',
          });
      return t`“${name}” is detected worse than by guessing (AUROC ${value}). ${why} A network can rebuild more than it was trained on: a smaller code may detect better.`;
    }
    case 'hardest':
      return t`“${name}” is the hardest to tell from what is normal (AUROC ${value}): it is rebuilt nearly as well. Try a smaller code, or a score of the code.`;
    case 'all-found':
      return t`Every class that was left out is detected; the hardest is “${name}” (AUROC ${{ auroc: rateText(lesson.auroc) }}).`;
  }
}
