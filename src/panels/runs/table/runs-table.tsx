// The table of runs: a check box selects a row, a header sorts.
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { RunEntry } from '../../../session/archive/run-entry';
import type { RunSort, SortKey } from '../shown-runs';
import { columnTitles, texts } from '../words';
import { RunRow } from './run-row';
import styles from './table.module.css';

interface RunsTableProps {
  shown: readonly RunEntry[];
  selectedIds: ReadonlySet<string>;
  /** Id of the main run. */
  current: string;
  sort: RunSort;
  /** For the dates: milliseconds since 1970. */
  now: number;
  /** Id of the run whose name is being typed. */
  renaming: string | null;
  onSort: (sort: RunSort) => void;
  onToggle: (id: string) => void;
  /** @param name null: it stays as it is */
  onRenamed: (id: string, name: string | null) => void;
}

const columns = Object.keys(columnTitles) as SortKey[];
/** Columns that are easier to scan from the smallest on. */
const risingFirst: readonly SortKey[] = ['name', 'family', 'codeSize', 'testMse'];

export function RunsTable(props: RunsTableProps) {
  const { shown, selectedIds, current, sort, now, renaming, onSort, onToggle, onRenamed } = props;

  function sortBy(key: SortKey): void {
    const descending = sort.key === key ? !sort.descending : !risingFirst.includes(key);
    onSort({ key, descending });
  }

  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={texts.title} data-export="omit">
        <caption className="visually-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((key) => (
              <th
                key={key}
                scope="col"
                className={styles[key]}
                aria-sort={sort.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'}
              >
                <button type="button" onClick={() => sortBy(key)}>
                  <span>{columnTitles[key]}</span>
                  {sort.key === key && <SortMark descending={sort.descending} />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <RunRow
              key={entry.id}
              entry={entry}
              now={now}
              isSelected={selectedIds.has(entry.id)}
              isCurrent={entry.id === current}
              isRenaming={entry.id === renaming}
              onToggle={() => onToggle(entry.id)}
              onRenamed={(name) => onRenamed(entry.id, name)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortMark({ descending }: { descending: boolean }) {
  const Icon = descending ? ArrowDown : ArrowUp;
  return <Icon size={12} aria-hidden="true" />;
}
