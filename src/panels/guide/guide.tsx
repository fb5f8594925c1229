// The line over the hourglass: what is going on, what to try next, and a button for it where that is one press.
import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { useState } from 'react';
import { openDialog } from '../../session/page/opened-dialog';
import { showGuideLine } from '../../session/guide/guide-line';
import { guideMemoryOf } from '../../session/guide/observe-guide';
import { useSession } from '../../session/hooks/session-context';
import { IconButton, TextButton } from '../../ui/controls/buttons/buttons';
import { elementsOfControl, useHighlight } from '../../ui/highlight/use-highlight';
import type { GuideAction } from './rules/rule';
import styles from './guide.module.css';
import { textOf } from './pace';
import { useAdvice } from './use-advice';

export function Guide() {
  const [{ advice, announced }, hurry] = useAdvice();
  const [isPointedAt, setIsPointedAt] = useState(false);
  const { control } = advice;
  useHighlight(isPointedAt ? control : null, () => (control === null ? [] : elementsOfControl(control)));
  return (
    <aside
      className={styles.guide}
      aria-label={t({ message: 'What to try', comment: 'Name of the line over the hourglass' })}
      data-guide={advice.id}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={() => setIsPointedAt(true)}
      onBlur={() => setIsPointedAt(false)}
    >
      <p key={advice.id} className={styles.line}>
        {textOf(advice)}
      </p>
      {advice.action && <Action action={advice.action} onDone={hurry} />}
      <TextButton className={styles.examples} onClick={() => openDialog({ kind: 'presets' })}>
        {t({ message: 'Examples', comment: 'Experiments to open, with a picture and a story' })}
      </TextButton>
      <IconButton
        label={t`Close this line`}
        icon={X}
        size="small"
        className={styles.close}
        explanation={t`Close this line. It comes back under ?`}
        onClick={() => showGuideLine(false)}
      />
      <p className="visually-hidden" role="status">
        {announced}
      </p>
    </aside>
  );
}

function Action({ action, onDone }: { action: GuideAction; onDone: () => void }) {
  const { run } = useSession();
  if (action.kind === 'link') {
    return (
      <a className={styles.link} href={action.href} onClick={() => guideMemoryOf(run).add('explore')}>
        {action.label}
      </a>
    );
  }
  const act = () => {
    if (action.kind === 'family') run.chooseFamily(action.family);
    else run.change(action.patch);
    onDone();
  };
  return (
    <button type="button" className={styles.action} data-guide-action="" onClick={act}>
      {action.label}
    </button>
  );
}
