// "Your data": the data sets that were added in this browser. Removing one can be undone for some seconds.
import { useState } from 'react';
import { failureOf, type Failure } from '../../../core/failure';
import type { OwnEntry } from '../../../session/datasets/datasets';
import { chooseDataset } from '../../../session/main-run/choose-dataset';
import { useDatasets } from '../../../session/hooks/datasets/use-datasets';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { fileName, saveFile } from '../../../ui/export/save-file';
import { ProblemAlert } from '../problems/problem-alert';
import { listTexts } from '../words';
import { OwnDataEntry } from './own-data-entry';
import styles from './own-data.module.css';

/** Nothing where there are none. */
export function OwnDataList() {
  const { datasets, importing, run } = useSession();
  const own = useDatasets((state) => state.own);
  const removed = useDatasets((state) => state.removed);
  const mayBeEvicted = useDatasets((state) => state.mayBeEvicted && state.own.some(({ isKept }) => isKept));
  const chosen = useExperiment((experiment) => experiment.dataset);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (own.length + removed.length === 0) return null;

  function download({ id, manifest }: OwnEntry) {
    setFailure(null);
    importing
      .exportNpz(id)
      .then((archive) => saveFile(fileName(manifest.name, 'npz', new Date()), archive))
      .catch((error: unknown) => setFailure(failureOf(error)));
  }

  return (
    <section>
      <h3 className={styles.title}>{listTexts.title}</h3>
      {failure !== null && <ProblemAlert problem={failure} />}
      <ul className={styles.list} aria-label={listTexts.title}>
        {own.map((entry) => (
          <li key={entry.id}>
            <OwnDataEntry
              entry={entry}
              isChosen={entry.id === chosen}
              onChoose={() => {
                chooseDataset({ run, datasets }, entry.id);
                importing.close();
              }}
              onRename={(name) => void datasets.rename(entry.id, name)}
              onRemove={() => void datasets.remove(entry.id)}
              onDownload={() => download(entry)}
            />
          </li>
        ))}
        {removed.map(({ id, manifest }) => (
          <li key={id}>
            <RemovedEntry name={manifest.name} onUndo={() => datasets.undoRemove(id)} />
          </li>
        ))}
      </ul>
      {mayBeEvicted && <p className={styles.note}>{listTexts.mayBeEvicted}</p>}
    </section>
  );
}

function RemovedEntry({ name, onUndo }: { name: string; onUndo: () => void }) {
  return (
    <div className={styles.removed} role="status">
      <span>{listTexts.removed(name)}</span>
      <TextButton look="plain" onClick={onUndo} label={`${listTexts.undo}: ${name}`}>
        {listTexts.undo}
      </TextButton>
    </div>
  );
}
