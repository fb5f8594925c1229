// Text that says which training step a measurement belongs to, and what equal codes mean for it.
import { t } from '@lingui/core/macro';
import type { SampleWords } from '../../core/samples/words/sample-words';
import type { CodeQuality, QualityNote } from '../../core/analysis-api';
import { countText } from '../../core/number-text';
import type { RunId } from '../../core/run/stamp';
import { textOf, type WordsFor } from '../../core/words-for';

interface Moment {
  readonly runId: RunId;
  readonly step: number;
}

/** The line under the table: the measured step, and whether it is still the current one. */
export function whenText(measured: Moment, now: Moment): string {
  const step = t`step ${{ step: countText(measured.step) }}`;
  if (measured.runId !== now.runId) return t`Measured at ${step} of an earlier network: measure again.`;
  return measured.step === now.step
    ? t`Measured at ${step}, the one that is shown.`
    : t`Measured at ${step}; the network has learned since.`;
}

const notes: WordsFor<QualityNote> = {
  'quality.unlabelled': () =>
    t`The samples have no labels, so there are no classes to tell apart. The trustworthiness of the maps needs none.`,
  'quality.one-class': () => t`All samples are of one class: there is nothing to tell apart.`,
};

/** Why a number is missing in the table, or what equal rows of numbers mean for it. */
export function tieTexts({ note, code, pca, pixels, trainCount }: Measured, words: SampleWords): string[] {
  if (note !== null) return [textOf(notes, note)];
  const count = countText(trainCount);
  const texts: string[] = [];
  if (code === null) {
    texts.push(
      t`The codes of all ${count} training ${{ many: words.many }} are equal: nothing can be told from them. Train on, or Reset if a layer is dead.`,
    );
  } else if (code.distinct < trainCount) {
    texts.push(
      t`${{ distinct: countText(code.distinct) }} of the ${count} training codes are distinct. ${{ manyFirst: words.manyFirst }} that are equally close share a vote.`,
    );
  }
  if (pixels === null) texts.push(t`All ${count} training ${{ many: words.many }} are equal.`);
  else if (pca === null)
    texts.push(t`PCA gives all ${count} training ${{ many: words.many }} the same numbers.`);
  return texts;
}

/** In place of the panel. */
export const needsLabelsText = t`Code quality is how well classes can be told apart from the code alone. This needs samples of at least two labelled classes.`;

type Measured = Pick<CodeQuality, 'note' | 'code' | 'pca' | 'pixels' | 'trainCount'>;
