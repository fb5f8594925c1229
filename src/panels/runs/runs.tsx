// The runs that this browser keeps: what each is and how good it has become, and what can be done with those that are selected.
import { useEffect, useRef, useState } from 'react';
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
import { shownRuns, type RunFilter, type RunSort } from './shown-runs';
import { RunsTable } from './table/runs-table';
import { removedText, texts, totalText } from './words';
import styles from './runs.module.css';

export function Runs() {
  const { archivist } = useSession();
  const { entries, isRead, removed, problem } = useArchive((state) => state);
  const current = useRun(({ runId }) => runId);
  const [filter, setFilter] = useState<RunFilter>({ search: '', family: 'all' });
  const [sort, setSort] = useState<RunSort>({ key: 'changedAt', descending: true });
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const [openedAt] = useState(Date.now);
  useEffect(() => void archivist.refresh(), [archivist]);

  const shown = shownRuns(entries, filter, sort);
  const selected = shown.filter(({ id }) => selectedIds.has(id));
  const [only] = selected.length === 1 ? selected : [];

  function toggle(id: string): void {
    const next = new Set(selectedIds);
    if (!next.delete(id)) next.add(id);
    setSelectedIds(next);
  }

  return (
    <Card
      title={texts.title}
      source={texts.kept}
      subtitle={isRead && entries.length > 0 ? totalText(entries, shown.length) : undefined}
      actions={entries.length > 0 && <RunFilters filter={filter} onChange={setFilter} />}
    >
      <div className={styles.runs}>
        {problem !== null && <p role="status">{texts[problem]}</p>}
        {removed.map((entry) => (
          <RemovedRun key={entry.id} entry={entry} onUndo={() => archivist.undoRemove(entry.id)} />
        ))}
        {entries.length === 0 ? (
          <p className={styles.empty}>{isRead ? texts.empty : texts.reading}</p>
        ) : (
          <>
            <RunActions selected={selected} current={current} onRename={setRenaming} />
            <Exports offer={() => ({ name: texts.title, table: () => runsData(shown) })} />
            <RunsTable
              {...{ shown, selectedIds, current, sort, renaming }}
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

/** The button that deleted the run has nothing to act on any longer, so the focus is here. */
function RemovedRun({ entry, onUndo }: { entry: RunEntry; onUndo: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.querySelector('button')?.focus(), []);
  return (
    <p ref={line} className={styles.removed} role="status">
      <span>{removedText(entry)}</span>
      <TextButton look="plain" onClick={onUndo}>
        {texts.undo}
      </TextButton>
    </p>
  );
}
