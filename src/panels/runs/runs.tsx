// The runs that this browser keeps: what each is and how good it has become, and what can be done with those that are selected.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RunEntry } from '../../session/archive/run-entry';
import { useArchive } from '../../session/hooks/archive/use-archive';
import { useSession } from '../../session/hooks/session-context';
import { useRun } from '../../session/hooks/use-run';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { Exports } from '../../ui/export/offers';
import { runsData } from './runs-data';
import { RunActions } from './run-actions';
import { RunDetails } from './run-details';
import { RunFilters } from './run-filters';
import { shownRows, shownRuns, type RunFilter, type RunSort } from './shown-runs';
import { RunsTable } from './table/runs-table';
import { groupTexts, removedText, texts, totalText } from './words';
import styles from './runs.module.css';

interface RunsProps {
  selectedIds: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** @param ids in the order of the list */
  onCompare: (ids: readonly string[]) => void;
  /** The person comes back from comparing: the focus goes to where they left. */
  isBack: boolean;
  /** Takes runs in; there is something to do where the list is empty, too. */
  importButton: ReactNode;
  /** Saves the one run that is selected; null: not one is. */
  exportButton: (run: string | null) => ReactNode;
}

export function Runs({ selectedIds, onSelect, onCompare, isBack, importButton, exportButton }: RunsProps) {
  const { archivist } = useSession();
  const { entries, isRead, removed, problem } = useArchive((state) => state);
  const current = useRun(({ runId }) => runId);
  const [filter, setFilter] = useState<RunFilter>({ search: '', family: 'all' });
  const [sort, setSort] = useState<RunSort>({ key: 'changedAt', descending: true });
  const [renaming, setRenaming] = useState<string | null>(null);
  const [areApart, setApart] = useState(false);
  const [openedAt] = useState(Date.now);
  useEffect(() => void archivist.refresh(), [archivist]);

  const shown = shownRuns(entries, filter, sort);
  const rows = shownRows(shown, areApart);
  const selected = shown.filter(({ id }) => selectedIds.has(id));
  const [only] = selected.length === 1 ? selected : [];

  function toggle(id: string): void {
    const ids = rows.find((row) => row.entry.id === id)?.ids ?? [id];
    const next = new Set(selectedIds);
    if (selectedIds.has(id)) ids.forEach((one) => next.delete(one));
    else ids.forEach((one) => next.add(one));
    onSelect(next);
  }

  return (
    <Card
      title={texts.title}
      term="run"
      source={texts.kept}
      subtitle={isRead && entries.length > 0 ? totalText(entries, shown.length) : undefined}
      actions={
        <>
          {entries.some(({ group }) => group !== undefined) && (
            <label className={styles.apart}>
              <input type="checkbox" checked={areApart} onChange={() => setApart(!areApart)} />
              <span>{groupTexts.apart}</span>
            </label>
          )}
          {entries.length > 0 && <RunFilters filter={filter} onChange={setFilter} />}
        </>
      }
    >
      <div className={styles.runs}>
        {problem !== null && <p role="status">{texts[problem]}</p>}
        {removed.map((entry) => (
          <RemovedRun key={entry.id} entry={entry} onUndo={() => archivist.undoRemove(entry.id)} />
        ))}
        {entries.length === 0 ? (
          <div className={styles.empty}>
            <p>{isRead ? texts.empty : texts.reading}</p>
            {importButton}
          </div>
        ) : (
          <>
            <RunActions
              {...{ selected, current, isBack, importButton }}
              onRename={setRenaming}
              onCompare={() => onCompare(selected.map(({ id }) => id))}
              exportButton={exportButton(only?.id ?? null)}
            />
            <Exports offer={() => ({ name: texts.title, table: () => runsData(shown) })} />
            <RunsTable
              shown={rows.map(({ entry }) => entry)}
              {...{ selectedIds, current, sort, renaming }}
              now={openedAt}
              onSort={setSort}
              onToggle={toggle}
              onRenamed={(id, name) => {
                setRenaming(null);
                if (name !== null) void archivist.describe(id, { name });
              }}
            />
            {shown.length === 0 && <p className={styles.empty}>{texts.noneFound}</p>}
            {only && <RunDetails key={only.id} entry={only} />}
          </>
        )}
      </div>
    </Card>
  );
}

/** The button that deleted the run has nothing to act on any longer, so the focus is here; and afterwards in the run's row, or the first. */
function RemovedRun({ entry, onUndo }: { entry: RunEntry; onUndo: () => void }) {
  const { id } = entry;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const list = line.current?.parentElement;
    line.current?.querySelector('button')?.focus();
    return () => {
      if (document.activeElement !== document.body) return;
      const box = 'input[type="checkbox"]';
      const own = list?.querySelector<HTMLElement>(`[data-run="${CSS.escape(id)}"] ${box}`);
      (own ?? list?.querySelector<HTMLElement>(`tbody ${box}`))?.focus();
    };
  }, [id]);
  return (
    <p ref={line} className={styles.removed} role="status">
      <span>{removedText(entry)}</span>
      <TextButton look="plain" onClick={onUndo}>
        {texts.undo}
      </TextButton>
    </p>
  );
}
