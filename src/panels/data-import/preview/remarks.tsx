// What is unusual about the data, and what was left out of it.
import { CircleSlash, Info } from 'lucide-react';
import type { ImportPreview } from '../../../core/import/import-api';
import { importNoteText, leftOutText } from '../problems/words';
import { isRecordingLeftOut } from '../problems/series-words';
import { texts } from '../words';
import styles from './remarks.module.css';

export function Remarks({ preview }: { preview: ImportPreview }) {
  const { notes } = preview;
  // Recordings stand in an alert of their own.
  const leftOut = preview.leftOut.filter((left) => !isRecordingLeftOut(left));
  if (notes.length === 0 && leftOut.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label={texts.remarks}>
      {notes.map((note) => (
        <li key={note.code}>
          <Info size={14} aria-hidden="true" />
          <span>{importNoteText(note)}</span>
        </li>
      ))}
      {leftOut.map((left) => (
        <li key={left.why}>
          <CircleSlash size={14} aria-hidden="true" />
          <span>{`${texts.leftOut}: ${leftOutText(left)}`}</span>
        </li>
      ))}
    </ul>
  );
}
