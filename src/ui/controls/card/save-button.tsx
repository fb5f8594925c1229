// The quiet button of a card that opens its menu "Show, save or copy", which is loaded then.
import { t } from '@lingui/core/macro';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import type { OfferSource } from '../../export/offers';
import type { SaveMenuProps } from '../../export/menu/save-menu';
import { lazyInline } from '../../lazy/lazy-inline';
import { IconButton } from '../buttons/buttons';
import styles from './card.module.css';

const SaveMenu = lazyInline<SaveMenuProps>(
  async () => (await import('../../export/menu/save-menu')).SaveMenu,
  () => <span role="alert">{t`Not loaded`}</span>,
);

export function SaveButton({ title, offers }: { title: string; offers: Iterable<OfferSource> }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        className={styles.save}
        label={t`Save ${title}`}
        explanation={t`Its numbers as a table, its picture, and both as files`}
        icon={Download}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && <SaveMenu {...{ title, offers, button }} onClose={() => setIsOpen(false)} />}
    </>
  );
}
