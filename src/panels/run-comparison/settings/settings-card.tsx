// The settings of the runs: by default only those in which they differ.
import { useState } from 'react';
import { controlText } from '../../../core/experiment/control-texts';
import type { ComparedRun } from '../../../session/run-comparison/compared-run';
import type { SettingRow } from '../../../session/run-comparison/setting-rows';
import { classNames } from '../../../ui/class-names';
import { Card } from '../../../ui/controls/card/card';
import { TextField } from '../../../ui/controls/fields/text-field';
import { columnsOf, RunHeads } from '../run-heads';
import { CopyTable } from '../copy-table';
import { cellText, dataNames } from '../value-words';
import { sourceText, texts } from '../words';
import { runLetter } from '../../../session/archive/run-name';
import styles from '../run-comparison.module.css';

interface SettingsCardProps {
  runs: readonly ComparedRun[];
  names: readonly string[];
  rows: readonly SettingRow[];
}

export function SettingsCard({ runs, names, rows }: SettingsCardProps) {
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const textsOf = ({ setting, cells }: SettingRow) =>
    cells.map((cell, place) => cellText(setting, cell, dataNames(runs[place])));
  const shown = rows
    .filter(({ differs }) => differs || !onlyDifferences)
    .map((row) => ({ ...row, label: controlText(row.setting).label, texts: textsOf(row) }))
    .filter((row) => {
      const searched = [row.label, ...row.texts].join(' ').toLowerCase();
      return words.every((word) => searched.includes(word));
    });
  const table = () => ({
    columns: [texts.setting, ...names.map((name, place) => `${runLetter(place)} ${name}`)],
    rows: shown.map((row) => [row.label, ...row.texts]),
  });
  return (
    <Card
      title={texts.settings}
      term="run"
      source={sourceText(runs.length)}
      actions={<CopyTable name={texts.settings} table={table} />}
    >
      <div className={styles.choices}>
        <label className={styles.checkBox}>
          <input
            type="checkbox"
            checked={onlyDifferences}
            onChange={(event) => setOnlyDifferences(event.target.checked)}
          />
          <span>{texts.onlyDifferences}</span>
        </label>
        <TextField label={texts.search} value={search} maxLength={60} onChange={setSearch} />
      </div>
      {shown.length === 0 ? (
        <p className={styles.note}>{words.length > 0 ? texts.noneFound : texts.noDifference}</p>
      ) : (
        <div className={styles.scroll}>
          <table style={columnsOf(runs.length)} className={styles.table} aria-label={texts.settings}>
            <RunHeads first={texts.setting} names={names} />
            <tbody>
              {shown.map((row) => (
                <tr
                  key={row.setting}
                  className={classNames(row.differs && !onlyDifferences && styles.differs)}
                >
                  <th scope="row">{row.label}</th>
                  {row.texts.map((text, place) => (
                    <td key={runLetter(place)}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
