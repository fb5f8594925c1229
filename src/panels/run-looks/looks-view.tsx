// Side by side: what the networks of compared runs make of the same samples. Nothing is loaded before it is first seen.
import { useEffect, useMemo, useState } from 'react';
import type { RunId } from '../../core/run/stamp';
import { sampleKind } from '../../core/samples/sample-kind';
import type { RunEntry } from '../../session/archive/run-entry';
import { useArchive } from '../../session/hooks/archive/use-archive';
import { useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useLooks, useRunLooks } from '../../session/hooks/run-looks/use-run-looks';
import type { LooksGroup } from '../../session/run-looks/look-state';
import { InView, useInView } from '../../ui/in-view/in-view';
import { GroupView } from './group/group-view';
import { LooksProgress } from './looks-progress';
import styles from './run-looks.module.css';
import { numberRuns } from './numbered-run';
import { texts } from './words';

export function LooksView({ ids }: { ids: readonly RunId[] }) {
  return (
    <InView className={styles.view}>
      <SeenLooks ids={ids} />
    </InView>
  );
}

function SeenLooks({ ids }: { ids: readonly RunId[] }) {
  const all = useArchive(({ entries }) => entries);
  const isRead = useArchive((state) => state.isRead);
  const entries = useMemo(
    () => ids.map((id) => all.find((entry) => entry.id === id)).filter((entry) => entry !== undefined),
    [ids, all],
  );
  const numbers = useMemo(() => numberRuns(ids), [ids]);
  const groups = useLooks((state) => state.groups);
  const padGroup = useGroupOfPad(groups);
  useLooking(entries);
  if (entries.length === 0) return <p className={styles.note}>{isRead ? texts.none : texts.reading}</p>;
  return (
    <>
      <LooksProgress numbers={numbers} missing={ids.length - entries.length} />
      {groups.length > 1 && <p className={styles.note}>{texts.groups}</p>}
      {groups.map((group) => (
        <GroupView
          key={group.key}
          group={group}
          numbers={numbers}
          hasPad={group === padGroup}
          isOnly={groups.length === 1}
        />
      ))}
    </>
  );
}

/** The group that the pad is for: it makes samples of the data that is in Train. */
function useGroupOfPad(groups: readonly LooksGroup[]): LooksGroup | undefined {
  const dataset = useExperiment((experiment) => experiment.dataset);
  const { kind } = useSampleWords();
  return (
    groups.find(({ runs }) => runs[0]?.entry.experiment.dataset === dataset) ??
    groups.find(({ data }) => sampleKind(data.shape) === kind) ??
    groups[0]
  );
}

/** Loads and asks from when the place is first seen until it is left. */
function useLooking(entries: readonly RunEntry[]): void {
  const looks = useRunLooks();
  const isSeen = useInView();
  const [wasSeen, setWasSeen] = useState(isSeen);
  if (isSeen && !wasSeen) setWasSeen(true);
  useEffect(() => looks.compare(entries), [looks, entries]);
  useEffect(() => (wasSeen ? looks.watch() : undefined), [looks, wasSeen]);
}
