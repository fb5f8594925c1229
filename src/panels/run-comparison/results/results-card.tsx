// How good each run has become on test samples, at what cost, with the best marked where that is fair.
import { useMemo } from 'react';
import { bestOf } from '../../../session/run-comparison/comparable';
import { repeatsOf, spreadsOf, verdictsOf } from '../../../session/run-comparison/repeats';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import { classNames } from '../../../ui/class-names';
import { Card } from '../../../ui/controls/card/card';
import { columnsOf, RunHeads } from '../run-heads';
import { noBestText, sourceText, texts } from '../words';
import { runLetter } from '../../../session/archive/run-name';
import { spreadText, verdictText } from './spread-words';
import { resultRows } from './result-rows';
import styles from '../run-comparison.module.css';

export function ResultsCard({ runs, names }: { runs: readonly ComparedRun[]; names: readonly string[] }) {
  const rows = useMemo(() => resultRows(runs), [runs]);
  const best = useMemo(() => bestOf(runs), [runs]);
  const spreads = useMemo(
    () => [...spreadsOf(repeatsOf(runs)).map(spreadText), ...verdictsOf(runs).map(verdictText)],
    [runs],
  );
  return (
    <Card title={texts.results} term="reconstruction-error" source={sourceText(runs.length)}>
      {spreads.map((text) => (
        <p key={text} className={styles.said}>
          {text}
        </p>
      ))}
      {typeof best === 'string' && <p className={styles.remark}>{noBestText(best)}</p>}
      <div className={styles.scroll}>
        <table style={columnsOf(runs.length)} className={styles.table} aria-label={texts.results}>
          <RunHeads first={texts.measure} names={names} />
          <tbody>
            {rows.map(({ id, label, cells }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                {cells.map(({ text, value }, place) => {
                  const isBest = id === 'testMse' && typeof best !== 'string' && best.includes(place);
                  return (
                    <td
                      key={runLetter(place)}
                      className={classNames(isBest && styles.best)}
                      data-value={value ?? undefined}
                    >
                      <span>{text}</span>
                      {isBest && <span className={styles.bestMark}>{texts.best}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
