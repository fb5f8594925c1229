// The dialog in which files become a data set: choose, read, look, use.
import { Check, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ImportProgress } from '../../core/import/import-api';
import { useSession } from '../../session/hooks/session-context';
import { useImporting } from '../../session/hooks/importing/use-importing';
import type { ImportStage } from '../../session/importing/importing';
import { TextButton, TransportButton } from '../../ui/controls/buttons/buttons';
import { Dialog } from '../../ui/controls/dialog/dialog';
import styles from './import-dialog.module.css';
import { Preview } from './preview/preview';
import { ProblemAlert } from './problems/problem-alert';
import { ReadingProgress } from './reading-progress';
import { StartView } from './start-view';
import { texts } from './words';

/** Until the worker tells how far it is. */
const saving: ImportProgress = { stage: 'saving', done: 0, total: 0, unit: 'samples' };

export function ImportDialog() {
  const { importing } = useSession();
  const stage = useImporting((state) => state.stage);
  const content = useRef<HTMLDivElement>(null);

  // What had the focus may be gone with the earlier stage.
  useEffect(() => {
    if (content.current && !content.current.closest('dialog')?.contains(document.activeElement))
      content.current.focus();
  }, [stage.name]);

  return (
    <Dialog
      title={texts.title}
      description={stage.name === 'start' ? texts.description : undefined}
      size="wide"
      closesFromOutside={stage.name === 'start' || stage.name === 'failed'}
      onClose={importing.close}
      footer={<Footer stage={stage} />}
    >
      <div ref={content} tabIndex={-1} className={styles.content}>
        {viewOf(stage)}
      </div>
    </Dialog>
  );
}

function viewOf(stage: ImportStage): ReactNode {
  switch (stage.name) {
    case 'start':
      return <StartView />;
    case 'failed':
      return (
        <>
          <ProblemAlert problem={stage.problem} />
          <StartView />
        </>
      );
    case 'reading':
      return <ReadingProgress progress={stage.progress} />;
    // One tree for both: another one would draw everything again when a person presses the button.
    case 'preview':
    case 'saving': {
      const isSaving = stage.name === 'saving';
      const shown = isSaving ? { ...stage, progress: null, isStale: false, problem: null } : stage;
      return (
        <div className={styles.saving} inert={isSaving}>
          {isSaving && <ReadingProgress progress={stage.progress ?? saving} />}
          <Preview {...shown} />
        </div>
      );
    }
  }
}

function Footer({ stage }: { stage: ImportStage }) {
  const { importing } = useSession();
  const isPreview = stage.name === 'preview';
  return (
    <>
      {isPreview && <TextButton onClick={importing.restart}>{texts.otherFiles}</TextButton>}
      <span className={styles.space} />
      <TransportButton label={texts.cancel} icon={X} onClick={importing.close} />
      {(isPreview || stage.name === 'saving') && (
        <TransportButton
          label={texts.use}
          icon={Check}
          look="primary"
          disabled={!isPreview || stage.problem !== null}
          onClick={() => void importing.use()}
        />
      )}
    </>
  );
}
