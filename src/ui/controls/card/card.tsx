// A panel on the workbench: a region named by its heading, with a subtitle and a place for actions.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../../class-names';
import styles from './card.module.css';

interface CardProps {
  /** Heading and name of the region, exactly. */
  title: string;
  /** Keeps the heading for assistive technology only, for a card whose picture speaks for itself. */
  titleHidden?: boolean;
  subtitle?: ReactNode;
  /** Right end of the header: quiet buttons and selects. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

export function Card({ title, titleHidden = false, subtitle, actions, children, className }: CardProps) {
  const id = useId();
  return (
    <section className={classNames(styles.card, className)} aria-labelledby={id}>
      <header className={classNames(styles.header, titleHidden && styles.bare)}>
        <h2 id={id} className={titleHidden ? 'visually-hidden' : styles.title}>
          {title}
        </h2>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
