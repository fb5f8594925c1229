// A panel on the workbench: a region named by its heading, with a subtitle and a place for actions. What it shows can be saved.
import { useId, useState } from 'react';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { TermId } from '../../../core/glossary/term-id';
import { classNames } from '../../class-names';
import { CardOffers, type OfferSource } from '../../export/offers';
import type { Computed } from '../../export/page-facts';
import { ExplainedLabel } from '../../explanation/explained-label';
import { InfoButton } from '../../explanation/info-button';
import { Tooltip } from '../../explanation/tooltip';
import { SaveButton } from './save-button';
import styles from './card.module.css';

interface CardProps {
  /** Heading and name of the region, exactly. */
  title: string;
  /** Keeps the heading for assistive technology only, for a card whose picture speaks for itself. */
  titleHidden?: boolean;
  /** One or two sentences on what the card shows; left out: the sentence of the term. */
  explanation?: string | undefined;
  /** The term of the glossary that the explanation leads to. */
  term?: TermId | undefined;
  subtitle?: ReactNode;
  /** Right end of the header: quiet buttons and selects. */
  actions?: ReactNode;
  /** False for a card that only asks or explains: there is nothing in it to save. */
  savable?: boolean;
  /** What saved files say they come from, where that is not the experiment of Train. */
  source?: string | undefined;
  /** What the page can compute to be saved here, beyond what is shown. */
  computes?: Computed;
  children: ReactNode;
  className?: string | undefined;
}

export function Card(props: CardProps) {
  const { title, titleHidden = false, subtitle, actions, savable = true, source, computes } = props;
  const { explanation, term, children, className } = props;
  const id = useId();
  const [offers] = useState(() => new Set<OfferSource>());
  return (
    <section
      className={classNames(styles.card, !savable && styles.kept, className)}
      aria-labelledby={id}
      data-source={source}
      data-computes={computes}
    >
      <header className={classNames(styles.header, titleHidden && styles.bare)}>
        {titleHidden ? (
          <>
            <h2 id={id} className="visually-hidden">
              {title}
            </h2>
            <Tooltip text={explanation} term={term} side="left">
              <InfoButton name={t`About ${title}`} shown="always" className={styles.info} />
            </Tooltip>
          </>
        ) : (
          <Tooltip text={explanation} term={term}>
            <h2 id={id} className={styles.title}>
              <ExplainedLabel>{title}</ExplainedLabel>
            </h2>
          </Tooltip>
        )}
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        {actions !== undefined && (
          <div className={styles.actions} data-picture="omit">
            {actions}
          </div>
        )}
      </header>
      <div className={styles.body}>
        <CardOffers value={offers}>{children}</CardOffers>
      </div>
      {savable && <SaveButton title={title} offers={offers} />}
    </section>
  );
}
