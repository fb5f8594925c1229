// What was measured of each run, as rows of a table. Pure.
import { t } from '@lingui/core/macro';
import { countText, epochText, lossText } from '../../../core/number-text';
import { secondsAt } from '../../../core/run/run-clock';
import { testErrorOf } from '../../../session/run-comparison/comparable';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { backendText, objectiveText, scopeText, secondsText } from '../words';

interface Cell {
  readonly text: string;
  /** As it is, for files; null where there is only text. */
  readonly value: number | null;
}

export interface ResultRow {
  readonly id:
    | 'testMse'
    | 'scope'
    | 'testLoss'
    | 'validation'
    | 'parameters'
    | 'steps'
    | 'epochs'
    | 'seconds'
    | 'backend';
  readonly label: string;
  readonly cells: readonly Cell[];
}

const unknown: Cell = { text: '—', value: null };
const number = (value: number | null | undefined, text: (value: number) => string): Cell =>
  value === null || value === undefined ? unknown : { text: text(value), value };
const words = (text: string): Cell => ({ text, value: null });

export function resultRows(runs: readonly ComparedRun[]): ResultRow[] {
  const row = (id: ResultRow['id'], label: string, cellOf: (run: ComparedRun) => Cell): ResultRow => ({
    id,
    label,
    cells: runs.map(cellOf),
  });
  return [
    row('testMse', t`Test MSE`, (run) => number(testErrorOf(run)?.mse, lossText)),
    row('scope', t`Measured on`, (run) => {
      const error = testErrorOf(run);
      return error === null ? unknown : words(scopeText(error, run.step));
    }),
    row('testLoss', t`Test loss`, testLossCell),
    ...(runs.some(({ validation }) => validation !== null)
      ? [
          row('validation', t`Validation loss`, ({ validation }) =>
            number(validation?.evaluation.loss, lossText),
          ),
        ]
      : []),
    row('parameters', t`Parameters`, ({ facts }) => number(facts?.parameters, countText)),
    row('steps', t`Steps`, ({ step }) => number(step, countText)),
    row('epochs', t`Epochs`, ({ epoch }) => number(epoch, epochText)),
    row('seconds', t`Training time`, ({ clock, step }) =>
      number(clock && secondsAt(clock, step), secondsText),
    ),
    row('backend', t`Backend`, (run) => words(backendText(run))),
  ];
}

/** With what it is a sum of: losses of different runs may be of different units. */
function testLossCell({ testAll, testSubset, experiment }: ComparedRun): Cell {
  const measured = testAll ?? testSubset;
  if (measured === null) return unknown;
  const { loss } = measured.evaluation;
  return { text: `${lossText(loss)} (${objectiveText(experiment)})`, value: loss };
}
