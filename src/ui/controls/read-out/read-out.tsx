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
  /** A fresher number of the same kind, shown large in its place; the number itself then stands small under it. */
  running?: Running | undefined;
}

/** A number measured on a part of the samples, and so more often. */
export interface Running {
  /** Accessible name of its `<output>`. */
  readonly name: string;
  readonly text: string;
  readonly exact: number;
  readonly caption: string;
  /** Stands before the number of all samples. */
  readonly all: string;
  /** The training step that it is of. */
  readonly step: number;
  /** A number that is older than what stands beside it is grey. */
  readonly isOld: boolean;
}

export function ReadOut(props: ReadOutProps) {
  const { name, children, exact, emphasis = false, look = 'stacked', className } = props;
  const { explanation, term, step, age = 'current', running } = props;
  const caption = running?.caption ?? props.caption ?? name;
  const isExplained = explanation !== undefined || term !== undefined;
  const classes = classNames(
    styles.readOut,
    age !== 'current' && styles.otherStep,
    (running?.isOld ?? age === 'older') && styles.older,
    look === 'line' && styles.line,
    emphasis && styles.emphasis,
    className,
  );
  return (
    <Tooltip text={explanation} term={term}>
      <div className={classes}>
        {/* aria-live off: several of these change four times a second */}
        {running && (
          <output
            className={styles.value}
            aria-label={running.name}
            aria-live="off"
            data-value={running.exact}
          >
            {running.text}
          </output>
        )}
        <span className={running ? styles.all : styles.alone}>
          {running && <span aria-hidden="true">{running.all}</span>}
          <output
            className={running ? undefined : styles.value}
            aria-label={name}
            aria-live="off"
            data-value={exact}
            data-older-step={age === 'older' ? step : undefined}
          >
            {children}
          </output>
          {running && step !== undefined && step !== running.step && (
            <span className={styles.allStep} aria-hidden="true">
              {t`step ${{ step: countText(step) }}`}
            </span>
          )}
        </span>
        <span className={styles.caption} aria-hidden={!isExplained}>
          <ExplainedLabel name={aboutName(name, caption)}>{caption}</ExplainedLabel>
        </span>
        {step !== undefined && running === undefined && (
          <span className={styles.step} aria-hidden="true">
            {t`step ${{ step: countText(step) }}`}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

/** Holds the words that are seen, so that who speaks to the page can say them (WCAG 2.5.3). */
function aboutName(name: string, caption: string): string {
  const about = t`About ${name}`;
  return about.includes(caption) ? about : `${about} (${caption})`;
}
