// Two to ten kept runs beside each other: what they differ in, their curves, their test results and their settings.
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useSession } from '../../session/hooks/session-context';
import { useArchive } from '../../session/hooks/archive/use-archive';
import { useComparedRuns } from '../../session/hooks/run-comparison/use-compared-runs';
import { runName } from '../../session/archive/run-name';
import { comparedCounts, type ComparedRun } from '../../session/run-comparison/compared-run';
import { settingRows } from '../../session/run-comparison/setting-rows';
import { CurvesCard } from './curves/curves-card';
import { differenceText } from './difference-text';
import { ResultsCard } from './results/results-card';
import { SettingsCard } from './settings/settings-card';
import { texts, titleText, tooManyText, unreadText } from './words';
import styles from './run-comparison.module.css';

interface RunComparisonProps {
  /** Of at least one run; more than can be compared are left out. */
  ids: readonly string[];
  /** Where the list of all runs is. */
  listHref: string;
  /** What their networks make of the same samples. @param ids of the runs that can be read */
  looksOf: (ids: readonly string[]) => ReactNode;
}

export function RunComparison({ ids, listHref, looksOf }: RunComparisonProps) {
  const asked = useMemo(() => ids.slice(0, comparedCounts.max), [ids]);
  const read = useComparedRuns(asked);
  const nameOf = useNames();
  const { archivist } = useSession();
  const title = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone.
  useEffect(() => title.current?.focus(), []);
  // The page may have been opened here, without the list.
  useEffect(() => void archivist.refresh(), [archivist]);
  const runs = read?.runs ?? [];
  const tooMany = tooManyText(ids.length);
  return (
    <div className={styles.comparison}>
      <header className={styles.head}>
        <a className={styles.back} href={listHref}>
          <ArrowLeft size={14} aria-hidden="true" />
          <span>{texts.back}</span>
        </a>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {titleText(read === null ? asked.length : runs.length)}
        </h2>
        <div role="status" className={styles.state}>
          {read === null && <p>{texts.reading}</p>}
          {tooMany !== null && <p>{tooMany}</p>}
          {read?.unread.map((one) => (
            <p key={one.id}>{unreadText(one, nameOf({ runId: one.id }))}</p>
          ))}
          {read !== null && runs.length < comparedCounts.min && <p>{texts.tooFew}</p>}
        </div>
      </header>
      {runs.length >= comparedCounts.min && <Compared runs={runs} nameOf={nameOf} looksOf={looksOf} />}
    </div>
  );
}

type NameOf = (run: Pick<ComparedRun, 'runId'> & Partial<ComparedRun>) => string | null;

interface ComparedProps extends Pick<RunComparisonProps, 'looksOf'> {
  runs: readonly ComparedRun[];
  nameOf: NameOf;
}

function Compared({ runs, nameOf, looksOf }: ComparedProps) {
  const ids = useMemo(() => runs.map(({ runId }) => runId), [runs]);
  const names = useMemo(() => runs.map((run) => nameOf(run) ?? run.runId), [runs, nameOf]);
  const rows = useMemo(() => settingRows(runs), [runs]);
  return (
    <>
      <p className={styles.sentence}>{differenceText(runs, rows)}</p>
      <CurvesCard runs={runs} names={names} />
      <ResultsCard runs={runs} names={names} />
      <SettingsCard runs={runs} names={names} rows={rows} />
      {looksOf(ids)}
    </>
  );
}

/** Names as the list has them, also of runs that were deleted a moment ago. */
function useNames(): NameOf {
  const entries = useArchive((state) => state.entries);
  const removed = useArchive((state) => state.removed);
  return useMemo(() => {
    const known = new Map([...removed, ...entries].map((entry) => [entry.id, runName(entry)]));
    return ({ runId, experiment, facts }) => {
      const name = known.get(runId);
      if (name !== undefined) return name;
      return experiment && facts ? runName({ name: null, experiment, data: facts.dataset }) : null;
    };
  }, [entries, removed]);
}
