// The dialog around the results sheet. It stands directly in the page's body: printing leaves out everything else there.
import { Printer } from 'lucide-react';
import { createPortal } from 'react-dom';
import type { RunId } from '../../core/run/stamp';
import { TransportButton } from '../../ui/controls/buttons/buttons';
import { Dialog } from '../../ui/controls/dialog/dialog';
import { useReport } from './reported-run';
import { ResultsSheet } from './results-sheet';
import styles from './results-sheet.module.css';
import { texts } from './words';

interface ResultsSheetDialogProps {
  /** Of a kept run; null: the main run as it stands. */
  runId: RunId | null;
  onClose: () => void;
}

export function ResultsSheetDialog({ runId, onClose }: ResultsSheetDialogProps) {
  const report = useReport(runId);
  const isThere = typeof report !== 'string';
  return createPortal(
    <Dialog
      title={texts.title}
      description={texts.description}
      size="wide"
      onClose={onClose}
      footer={
        isThere && (
          <TransportButton look="primary" label={texts.print} icon={Printer} onClick={() => window.print()} />
        )
      }
    >
      <div className={styles.desk}>
        {isThere ? <ResultsSheet report={report} runId={runId} /> : <p role="status">{texts[report]}</p>}
      </div>
    </Dialog>,
    document.body,
  );
}
