// Side by side: what the networks of compared runs make of the same samples. Nothing is loaded before it is first seen.
import { useEffect, useMemo, useState } from 'react';
import type { RunId } from '../../core/run/stamp';
import type { RunEntry } from '../../session/archive/run-entry';
import { useArchive } from '../../session/hooks/archive/use-archive';
import { useLooks, useRunLooks } from '../../session/hooks/run-looks/use-run-looks';
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
  useLooking(entries);
  if (entries.length === 0) return <p className={styles.note}>{isRead ? texts.none : texts.reading}</p>;
  return (
    <>
      <LooksProgress numbers={numbers} missing={ids.length - entries.length} />
      {groups.length > 1 && <p className={styles.note}>{texts.groups}</p>}
      {groups.map((group, place) => (
        <GroupView
          key={group.key}
          group={group}
          numbers={numbers}
          isFirst={place === 0}
          isOnly={groups.length === 1}
        />
      ))}
    </>
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
