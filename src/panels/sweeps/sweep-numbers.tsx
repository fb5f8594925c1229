// The numbers of one sweep: copied or saved as they are, and where PCA is ahead said in words.
import { useState } from 'react';
import { lossText } from '../../core/number-text';
import { sweepTable, tableCsv, tableText } from '../../core/sweep-table';
import { usePca } from '../../session/pca-store';
import type { SweepRecord } from '../../session/sweep-store';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { fileName, saveText } from '../../ui/export/save-file';
import { pcaMse, pcaOf, sorted } from './shown-sweeps';
import { pcaAheadText, ratioText, sweptLabels, valueText } from './sweep-words';
import styles from './sweeps.module.css';

export function SweepNumbers({ picked }: { picked: SweepRecord }) {
  const model = usePca((pca) => pcaOf(pca.model, picked.plan));
  const [copied, setCopied] = useState<string | null>(null);
  const { setting } = picked.plan;
  const rows = sorted(picked.points).map((point) => ({ ...point, pca: pcaMse(model, point) }));
  const ahead = pcaAheadText(setting, rows);
  const isEmpty = rows.length === 0;
  const table = () => sweepTable(picked, model);

  async function copy() {
    try {
      await navigator.clipboard.writeText(tableText(table()));
      setCopied('Copied');
    } catch {
      setCopied('The browser did not allow it: save the CSV instead.');
    }
  }

  return (
    <Card
      title="Numbers"
      actions={
        <>
          <TextButton disabled={isEmpty} onClick={() => void copy()}>
            Copy table
          </TextButton>
          <TextButton
            disabled={isEmpty}
            onClick={() => saveText(fileName(picked.name, 'csv', new Date()), tableCsv(table()))}
          >
            Save CSV
          </TextButton>
        </>
      }
      className={styles.numbersCard}
    >
      <p className={styles.note} role="status">
        {copied ?? picked.name}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{sweptLabels[setting]}</th>
            <th scope="col">Test MSE</th>
            <th scope="col">PCA</th>
            <th scope="col">Ratio</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, testMse, pca }) => (
            <tr key={value}>
              <th scope="row">{valueText(value)}</th>
              <td data-value={testMse}>{lossText(testMse)}</td>
              <td>{pca === null ? '—' : lossText(pca)}</td>
              <td className={pca !== null && testMse > pca ? styles.behind : undefined}>
                {ratioText(testMse, pca)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ahead !== null && <p className={styles.ahead}>{ahead}</p>}
    </Card>
  );
}
