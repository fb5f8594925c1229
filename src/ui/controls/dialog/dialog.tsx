// A modal sheet: the browser's own dialog keeps the focus inside, closes on Escape, makes the page behind inert, and gives the
// focus back.
import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { classNames } from '../../class-names';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /** One sentence under the title, also the dialog's description. */
  description?: string | undefined;
  /** It has been closed: by its button, by Escape, or by a press beside it. */
  onClose: () => void;
  /** `wide` has room for two columns, and fills a phone's screen. */
  size?: 'narrow' | 'wide';
  /** False: a press beside it does nothing, because work would be lost. */
  closesFromOutside?: boolean;
  children: ReactNode;
  /** Stays in view under the rest. */
  footer?: ReactNode;
}

/** Open for as long as it is rendered. */
export function Dialog(props: DialogProps) {
  const { title, description, onClose, size = 'narrow', closesFromOutside = true, children, footer } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // The browser would take the first control, which may be far down the sheet; React's `autoFocus` comes before it is open.
    close.current?.focus();
    return () => opened?.close();
  }, []);

  // The backdrop belongs to the dialog; everything else in it is in the sheet.
  function closeFromOutside({ target }: MouseEvent) {
    if (closesFromOutside && target === dialog.current) onClose();
  }

  return (
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, size === 'wide' && styles.wide)}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      // An event of an earlier closing may come late, when it is open again.
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
      onClick={closeFromOutside}
    >
      <div className={styles.sheet}>
        <h2 id={`${id}-title`} className={styles.title}>
          {title}
        </h2>
        {description !== undefined && (
          <p id={`${id}-description`} className={styles.description}>
            {description}
          </p>
        )}
        {children}
        <button ref={close} type="button" className={styles.close} aria-label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </dialog>
  );
}
