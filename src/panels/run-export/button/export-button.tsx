// Opens the dialog `Export` for a run. The only part of it that the page begins with.
import { Download } from 'lucide-react';
import { exportStore } from '../../../session/run-files/exchange/export-store';
import { useRunStore } from '../../../session/hooks/use-run';
import { IconButton, TextButton } from '../../../ui/controls/buttons/buttons';
import { exportButton } from './words';

/** @param run null: there is not one run to export */
export function ExportButton({ run }: { run: string | null }) {
  return (
    <TextButton
      look="plain"
      icon={Download}
      disabled={run === null}
      explanation={run === null ? exportButton.selectFirst : exportButton.explanation}
      onClick={() => exportStore.setState({ run })}
    >
      {exportButton.label}
    </TextButton>
  );
}

/** For the run in Train. */
export function ExportMainRun({ className }: { className?: string }) {
  const run = useRunStore();
  return (
    <IconButton
      label={exportButton.label}
      icon={Download}
      explanation={exportButton.explanation}
      className={className}
      onClick={() => exportStore.setState({ run: run.getState().runId })}
    />
  );
}
