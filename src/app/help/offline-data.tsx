// What is here without a network, and a button that fetches the rest.
import { useEffect, useState } from 'react';
import { keepFiles, readBuiltInData, type BuiltInData } from '../../session/offline/built-in-data';
import { offlineTexts } from '../../session/offline/words';
import { TextButton } from '../../ui/controls/buttons/buttons';
import styles from './help-dialog.module.css';

/** Whether the page is served by its service worker, now or on the next visit. */
const isServedHere = () => 'caches' in globalThis && 'serviceWorker' in navigator;

export function OfflineData() {
  const [sets, setSets] = useState<readonly BuiltInData[] | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [reads, setReads] = useState(0);
  useEffect(() => {
    let wanted = true;
    if (!isServedHere()) return undefined;
    void readBuiltInData().then(
      (read) => {
        if (wanted) setSets(read);
      },
      () => {
        if (wanted) setSets([]);
      },
    );
    return () => {
      wanted = false;
    };
  }, [reads]);

  async function fetchAll(missing: readonly BuiltInData[]): Promise<void> {
    setHasFailed(false);
    setShare(0);
    const urls = missing.flatMap((one) => one.urls);
    // A set whose list of files is not here cannot be fetched either.
    let isWhole = missing.every((one) => one.urls.length > 0);
    await keepFiles(urls, setShare).catch(() => (isWhole = false));
    setShare(null);
    setHasFailed(!isWhole);
    setReads((count) => count + 1);
  }

  if (!isServedHere() || sets?.length === 0) return <p className={styles.quiet}>{offlineTexts.none}</p>;
  const missing = sets?.filter(({ isKept }) => !isKept) ?? [];
  return (
    <>
      <p>{offlineTexts.page}</p>
      {sets === null ? (
        <p className={styles.quiet}>{offlineTexts.reading}</p>
      ) : (
        <ul className={styles.data} aria-label={offlineTexts.title}>
          {sets.map(({ label, isKept }) => (
            <li key={label}>
              <span>{label}</span>
              <span className={styles.quiet}>
                {` · ${isKept ? offlineTexts.isKept : offlineTexts.isNotKept}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasFailed && <p role="alert">{offlineTexts.failed}</p>}
      {missing.length > 0 && (
        <TextButton look="plain" disabled={share !== null} onClick={() => void fetchAll(missing)}>
          {share === null ? offlineTexts.fetchAll : offlineTexts.fetching(share)}
        </TextButton>
      )}
    </>
  );
}
