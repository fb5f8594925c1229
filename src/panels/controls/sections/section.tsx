// A group of controls under a small heading.
import { useId, type ReactNode } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { usePart } from '../../../session/hooks/shared-link/use-part';
import type { SectionPart } from '../../../session/shared-link/parts';
import { Lockable } from '../../../ui/controls/lock/lockable';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import styles from '../controls.module.css';

interface SectionProps {
  title: string;
  /** The term of the glossary that explains it. */
  term: TermId;
  /** What a teacher's link calls it. */
  part: SectionPart;
  /** A button at the right of the heading. */
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, term, part, action, children }: SectionProps) {
  const id = useId();
  const access = usePart(part);
  return (
    <Lockable {...access}>
      <div role="group" aria-labelledby={id} className={styles.section}>
        <div className={styles.head}>
          <Tooltip term={term}>
            <h2 id={id} className={styles.heading}>
              <ExplainedLabel>{title}</ExplainedLabel>
            </h2>
          </Tooltip>
          {action}
        </div>
        {access.lockedBy !== undefined && <p className={styles.note}>{access.lockedBy}</p>}
        {children}
      </div>
    </Lockable>
  );
}
