// What a newcomer may look for again: the line over the hourglass, and the examples.
import { t } from '@lingui/core/macro';
import { showGuideLine } from '../../session/guide/guide-line';
import { openDialog } from '../../session/page/opened-dialog';
import { useGuideLine } from '../../session/hooks/guide/use-guide-line';
import { TextButton } from '../../ui/controls/buttons/buttons';
import styles from './help-dialog.module.css';
import { helpStore } from './help-store';

function openExamples(): void {
  helpStore.setState({ open: false });
  openDialog({ kind: 'presets' });
}

export function GuideSwitch() {
  const isOpen = useGuideLine();
  return (
    <p className={styles.switches}>
      <TextButton look="plain" onClick={() => showGuideLine(!isOpen)}>
        {isOpen ? t`Hide the line over the hourglass` : t`Show the line over the hourglass`}
      </TextButton>
      <TextButton look="plain" onClick={openExamples}>
        {t({ message: 'Examples', comment: 'Experiments to open, with a picture and a story' })}
      </TextButton>
    </p>
  );
}
