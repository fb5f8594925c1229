// One data set of a person's own: what it is, and what can be done with it.
import { Check, Download, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OwnEntry } from '../../../session/datasets/datasets';
import { IconButton, TextButton } from '../../../ui/controls/buttons/buttons';
import { entryFacts, listTexts } from '../words';
import styles from './own-data.module.css';

interface OwnDataEntryProps {
  entry: OwnEntry;
  /** It is the data set of the experiment. */
  isChosen: boolean;
  onChoose: () => void;
  onRename: (name: string) => void;
  onRemove: () => void;
  onDownload: () => void;
}

export function OwnDataEntry({ entry, isChosen, ...on }: OwnDataEntryProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const { name } = entry.manifest;
  return (
    <div className={styles.entry}>
      <div className={styles.what}>
        {isRenaming ? (
          <RenameField
            name={name}
            onEnd={(renamed) => {
              setIsRenaming(false);
              if (renamed !== null && renamed !== name) on.onRename(renamed);
            }}
          />
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span className={styles.facts}>{entryFacts(entry)}</span>
      </div>
      <div className={styles.actions}>
        {isChosen ? (
          <span className={styles.chosen}>
            <Check size={14} aria-hidden="true" />
            <span>{listTexts.chosen}</span>
          </span>
        ) : (
          <TextButton look="plain" label={`${listTexts.choose} ${name}`} onClick={on.onChoose}>
            {listTexts.choose}
          </TextButton>
        )}
        <IconButton label={`${listTexts.rename} ${name}`} icon={Pencil} onClick={() => setIsRenaming(true)} />
        <IconButton
          label={`${listTexts.download} ${name}`}
          icon={Download}
          explanation={listTexts.downloadExplanation}
          onClick={on.onDownload}
        />
        <IconButton
          label={`${listTexts.remove} ${name}`}
          icon={Trash2}
          disabled={isChosen}
          explanation={isChosen ? listTexts.inUse : undefined}
          onClick={on.onRemove}
        />
      </div>
    </div>
  );
}

/** @param onEnd called once, with null where Escape was pressed or nothing is left of the name */
function RenameField({ name, onEnd }: { name: string; onEnd: (renamed: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  useEffect(() => field.current?.select(), []);
  const commit = () => onEnd(typed.trim() === '' ? null : typed.trim());
  return (
    <input
      ref={field}
      className={styles.renaming}
      aria-label={listTexts.newName}
      maxLength={60}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key !== 'Escape') return;
        event.preventDefault(); // the dialog stays
        onEnd(null);
      }}
    />
  );
}
