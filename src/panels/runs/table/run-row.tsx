// One run of the table.
import { useEffect, useRef, useState } from 'react';
import { countText, epochText, lossText, megabytesText } from '../../../core/number-text';
import { sampleSize } from '../../../core/samples/samples';
import type { RunEntry } from '../../../session/archive/run-entry';
import { runName } from '../../../session/archive/run-name';
import { classNames } from '../../../ui/class-names';
import { SampleRow } from '../../../ui/sample/sample-row';
import { dateText, familyLabel, texts } from '../words';
import styles from './table.module.css';

interface RunRowProps {
  entry: RunEntry;
  now: number;
  isSelected: boolean;
  isCurrent: boolean;
  isRenaming: boolean;
  onToggle: () => void;
  /** @param name null: it stays as it is */
  onRenamed: (name: string | null) => void;
}

export function RunRow(props: RunRowProps) {
  const { entry, now, isSelected, isCurrent, isRenaming, onToggle, onRenamed } = props;
  const name = runName(entry);
  const checkbox = useRef<HTMLInputElement>(null);
  /** The field that was typed in is gone: the focus goes to its row. */
  function endRenaming(next: string | null): void {
    checkbox.current?.focus();
    onRenamed(next);
  }
  const marks = [...(isCurrent ? [texts.current] : []), ...(entry.isPinned ? [texts.pinned] : [])];
  return (
    <tr className={classNames(isSelected && styles.selected)} data-run={entry.id}>
      <td className={styles.pick}>
        <label>
          <input ref={checkbox} type="checkbox" aria-label={name} checked={isSelected} onChange={onToggle} />
          <Thumbnail entry={entry} />
        </label>
      </td>
      <th scope="row" className={styles.name}>
        {isRenaming ? <NameField name={name} onEnd={endRenaming} /> : <span>{name}</span>}
        <span className={styles.marks}>
          {[...marks, ...entry.tags].map((mark) => (
            <span key={mark} className={styles.mark}>
              {mark}
            </span>
          ))}
          {entry.note !== '' && <span className={styles.note}>{entry.note}</span>}
        </span>
      </th>
      <td className={styles.family}>{familyLabel(entry)}</td>
      <td className={styles.codeSize}>{countText(entry.experiment.codeSize)}</td>
      <td className={styles.testMse} data-value={entry.testMse}>
        {entry.testMse === null ? texts.noMse : lossText(entry.testMse)}
      </td>
      <td className={styles.epoch}>{epochText(entry.epoch)}</td>
      <td className={styles.changedAt}>{dateText(entry.changedAt, now)}</td>
      <td className={styles.bytes}>{megabytesText(entry.bytes)}</td>
    </tr>
  );
}

/** Test samples, and below them what the network made of them when it was last kept. */
function Thumbnail({ entry: { thumbnail, data } }: { entry: RunEntry }) {
  const columns = thumbnail === null ? 0 : Math.floor(thumbnail.original.length / sampleSize(data.shape));
  if (thumbnail === null || columns === 0) return <span className={styles.noPicture} />;
  return (
    <span className={styles.picture} aria-hidden="true">
      <SampleRow label="" info={data} values={thumbnail.original} columns={columns} />
      <SampleRow label="" info={data} values={thumbnail.reconstructed} columns={columns} />
    </span>
  );
}

function NameField({ name, onEnd }: { name: string; onEnd: (name: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  useEffect(() => field.current?.select(), []);
  const next = typed.trim();
  /** Moving the focus away is an end, too. */
  const hasEnded = useRef(false);
  function end(renamed: string | null): void {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(renamed);
  }
  const commit = () => end(next === '' || next === name ? null : next);
  return (
    <input
      ref={field}
      className={styles.nameField}
      aria-label={texts.newName}
      maxLength={60}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') end(null);
      }}
    />
  );
}
