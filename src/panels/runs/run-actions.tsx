// What can be done with the selected runs.
import { Copy, GitCompareArrows, Pencil, Pin, PinOff, Play, Printer, Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { RunEntry } from '../../session/archive/run-entry';
import { goToView } from '../../session/page/address/go-to-view';
import { useSession } from '../../session/hooks/session-context';
import { openDialog } from '../../session/page/opened-dialog';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { RepeatRun } from './repeat-run';
import { copyName, openProblem, texts, whyNotCompared } from './words';
import styles from './runs.module.css';

interface RunActionsProps {
  selected: readonly RunEntry[];
  /** Id of the main run. */
  current: string;
  onRename: (id: string) => void;
  onCompare: () => void;
  isBack: boolean;
  exportButton: ReactNode;
  importButton: ReactNode;
}

export function RunActions(props: RunActionsProps) {
  const { selected, current, onRename, onCompare, isBack, exportButton, importButton } = props;
  const { archivist, notices } = useSession();
  const whyNot = whyNotCompared(selected.length);
  const [only] = selected.length === 1 ? selected : [];
  const hasCurrent = selected.some(({ id }) => id === current);
  const arePinned = selected.length > 0 && selected.every(({ isPinned }) => isPinned);

  async function goOn(id: string): Promise<void> {
    const problem = openProblem(await archivist.open(id));
    if (problem === null) goToView('#train');
    else notices.show({ key: 'runs', kind: 'warning', message: problem });
  }

  const bar = useRef<HTMLDivElement>(null);
  const returns = useRef(isBack);
  useEffect(() => {
    if (returns.current) bar.current?.querySelector('button')?.focus();
  }, []);

  return (
    <div ref={bar} className={styles.actions}>
      <TextButton
        look="plain"
        icon={GitCompareArrows}
        disabled={whyNot !== null}
        explanation={whyNot ?? texts.compareExplanation}
        onClick={onCompare}
      >
        {texts.compare}
      </TextButton>
      <TextButton
        look="plain"
        icon={Play}
        disabled={only === undefined || only.id === current}
        explanation={only ? texts.goOnExplanation : texts.selectFirst}
        onClick={() => only && void goOn(only.id)}
      >
        {texts.goOn}
      </TextButton>
      <TextButton look="plain" icon={Pencil} disabled={!only} onClick={() => only && onRename(only.id)}>
        {texts.rename}
      </TextButton>
      <TextButton
        look="plain"
        icon={Copy}
        disabled={!only}
        onClick={() => only && void archivist.duplicate(only.id, copyName(only))}
      >
        {texts.duplicate}
      </TextButton>
      <RepeatRun entry={only} />
      {exportButton}
      <TextButton
        look="plain"
        icon={Printer}
        disabled={!only}
        explanation={texts.sheetExplanation}
        onClick={() => only && openDialog({ kind: 'results-sheet', runId: only.id })}
      >
        {texts.sheet}
      </TextButton>
      <TextButton
        look="plain"
        icon={arePinned ? PinOff : Pin}
        disabled={selected.length === 0}
        explanation={texts.pinExplanation}
        onClick={() => selected.forEach(({ id }) => void archivist.describe(id, { isPinned: !arePinned }))}
      >
        {arePinned ? texts.unpin : texts.pin}
      </TextButton>
      <TextButton
        look="plain"
        icon={Trash2}
        disabled={selected.length === 0 || hasCurrent}
        explanation={hasCurrent ? texts.currentStays : undefined}
        onClick={() => selected.forEach(({ id }) => archivist.remove(id))}
      >
        {texts.delete}
      </TextButton>
      <span className={styles.importing}>{importButton}</span>
    </div>
  );
}
