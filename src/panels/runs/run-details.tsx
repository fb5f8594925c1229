// Tags and a note on one run; what is typed is kept when the field is left.
import { useId, useState } from 'react';
import type { RunEntry } from '../../session/archive/run-entry';
import { useSession } from '../../session/hooks/session-context';
import { texts } from './words';
import styles from './runs.module.css';

export function RunDetails({ entry }: { entry: RunEntry }) {
  const { archivist } = useSession();
  const id = useId();
  const [tags, setTags] = useState(entry.tags.join(', '));
  const [note, setNote] = useState(entry.note);
  const typedTags = () => [
    ...new Set(
      tags
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  return (
    <div className={styles.details}>
      <label htmlFor={`${id}-tags`}>{texts.tags}</label>
      <input
        id={`${id}-tags`}
        type="text"
        maxLength={120}
        placeholder={texts.tagsHint}
        value={tags}
        onChange={(event) => setTags(event.target.value)}
        onBlur={() => void archivist.describe(entry.id, { tags: typedTags() })}
      />
      <label htmlFor={`${id}-note`}>{texts.note}</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => void archivist.describe(entry.id, { note: note.trim() })}
      />
    </div>
  );
}
