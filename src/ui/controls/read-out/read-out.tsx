// A number the page reports: large figures, a small caption, and the exact value in `data-value`.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { countText } from '../../../core/number-text';
import { classNames } from '../../class-names';
import styles from './read-out.module.css';
import { ExplainedLabel } from '../../explanation/explained-label';
import { Tooltip } from '../../explanation/tooltip';

interface ReadOutProps {
  /** Accessible name of the `<output>`, exactly. */
  name: string;
  /** What is shown, rounded for reading; a dash when there is nothing yet. */
  children: ReactNode;
  /** The exact, unrounded value; omitted while there is none. */
  exact?: number | string | undefined;
  /** Small words under the number; the name when left out. */
  caption?: string | undefined;
  explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  term?: TermId | undefined;
  /** The training step that a measured value is of. */
  step?: number | undefined;
  /** `recent` and `older`: what stands beside it is of another step, so its own stands under it. An older value is grey. */
  age?: 'current' | 'recent' | 'older' | undefined;
  /** The one that matters most stands in the accent. */
  emphasis?: boolean;
  /** `line` puts number and caption in one small line. */
  look?: 'stacked' | 'line';
  className?: string | undefined;
}

export function ReadOut(props: ReadOutProps) {
  const { name, children, exact, caption = name, emphasis = false, look = 'stacked', className } = props;
  const { explanation, term, step, age = 'current' } = props;
  const isExplained = explanation !== undefined || term !== undefined;
  const classes = classNames(
    styles.readOut,
    age !== 'current' && styles.otherStep,
    age === 'older' && styles.older,
    look === 'line' && styles.line,
    emphasis && styles.emphasis,
    className,
  );
  return (
    <Tooltip text={explanation} term={term}>
      <div className={classes}>
        {/* aria-live off: several of these change four times a second */}
        <output
          className={styles.value}
          aria-label={name}
          aria-live="off"
          data-value={exact}
          data-older-step={age === 'older' ? step : undefined}
        >
          {children}
        </output>
        <span className={styles.caption} aria-hidden={!isExplained}>
          <ExplainedLabel name={t`About ${name}`}>{caption}</ExplainedLabel>
        </span>
        {step !== undefined && (
          <span className={styles.step} aria-hidden="true">
            {t`step ${{ step: countText(step) }}`}
          </span>
        )}
      </div>
    </Tooltip>
  );
}
