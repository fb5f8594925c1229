// What can be saved of a run, one row a kind of file. The run is read when the dialog opens, so that all files are of one step.
import { useEffect, useRef, useState } from 'react';
import { isOwn } from '../../core/experiment/dataset-id';
import { runName } from '../../session/archive/run-name';
import type { AnalysisCalls } from '../../session/analysis/analysis-client';
import type { Application, ApplicationPorts } from '../../session/applications';
import { useSession } from '../../session/hooks/session-context';
import { pcaBeside } from '../../session/run-files/exchange/baseline';
import { exportStore } from '../../session/run-files/exchange/export-store';
import { runToExport, type RunToExport } from '../../session/run-files/exchange/run-to-export';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Dialog } from '../../ui/controls/dialog/dialog';
import { saveRunAs } from './make-file';
import { ScriptData } from './script-data/script-data';
import { gaussianNote, kinds, savedText, stepText, texts, type ExportKind } from './words';
import styles from './run-export.module.css';

/** What the session's applications are given to compute with. */
const analysisOf = ({ analysis }: ApplicationPorts): Application & { analysis: AnalysisCalls | null } => ({
  analysis,
});

export function ExportDialog({ run: id }: { run: string }) {
  const session = useSession();
  const [read, setRead] = useState<Awaited<ReturnType<typeof runToExport>> | null>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    // Reading the main run stops it for a moment: once is enough.
    if (hasAsked.current) return;
    hasAsked.current = true;
    void runToExport(session, id).then(setRead);
  }, [session, id]);

  return (
    <Dialog
      title={texts.title}
      description={read !== null && typeof read !== 'string' ? describe(read) : undefined}
      onClose={() => exportStore.setState({ run: null })}
    >
      {read === null ? (
        <p className={styles.state}>{texts.reading}</p>
      ) : typeof read === 'string' ? (
        <p className={styles.state} role="alert">
          {texts[read]}
        </p>
      ) : (
        <Choices read={read} />
      )}
    </Dialog>
  );
}

function describe({ kept: { record }, labels: { name } }: RunToExport): string {
  const data = record.facts?.dataset;
  const { experiment, step } = record;
  return stepText(data ? runName({ name, experiment, data }) : '', step);
}

function Choices({ read }: { read: RunToExport }) {
  const { applications } = useSession();
  const [working, setWorking] = useState<ExportKind | null>(null);
  const [told, setTold] = useState('');
  const { experiment, facts } = read.kept.record;

  async function save(kind: ExportKind): Promise<void> {
    setWorking(kind);
    setTold(texts.working);
    try {
      const { analysis } = applications.open(analysisOf);
      const { name, bytes } = await saveRunAs(kind, read, () => pcaBeside(analysis, read.kept.record));
      setTold(savedText(name, bytes));
    } catch {
      setTold(kind === 'script' ? texts.noScript : texts.failed);
    }
    setWorking(null);
  }

  return (
    <>
      <ul className={styles.kinds}>
        {(Object.keys(kinds) as ExportKind[]).map((kind) => (
          <li key={kind}>
            <TextButton look="plain" disabled={working !== null} onClick={() => void save(kind)}>
              {kinds[kind].label}
            </TextButton>
            <span>{kinds[kind].summary}</span>
          </li>
        ))}
        {facts && <ScriptData id={experiment.dataset} name={facts.dataset.name} tell={setTold} />}
      </ul>
      {experiment.codeKind === 'gaussian' && <p className={styles.note}>{gaussianNote}</p>}
      {isOwn(experiment.dataset) && facts && (
        <p className={styles.note}>{texts.ownData(facts.dataset.name)}</p>
      )}
      <p className={styles.told} role="status">
        {told}
      </p>
    </>
  );
}
