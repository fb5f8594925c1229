// The finished link: to copy, to try, and as a QR code for a screen or a sheet of paper.
import { useId, useMemo, useState } from 'react';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { qrModules, QrCode } from '../../ui/qr-code/qr-code';
import styles from './teacher-link.module.css';
import { texts } from './words';

export function MadeLink({ address }: { address: string }) {
  const id = useId();
  /** The link that was copied last, or could not be. */
  const [copied, setCopied] = useState<{ readonly address: string; readonly isDone: boolean } | null>(null);
  const modules = useMemo(() => qrModules(address), [address]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied({ address, isDone: true });
    } catch {
      // Denied, or absent: a page that is served without HTTPS has no clipboard.
      setCopied({ address, isDone: false });
    }
  };
  const outcome = copied?.address === address ? copied : null;
  return (
    <div className={styles.made}>
      <label htmlFor={id}>{texts.link}</label>
      <textarea id={id} readOnly rows={3} value={address} onFocus={({ target }) => target.select()} />
      <div className={styles.actions}>
        <TextButton look="plain" onClick={() => void copy()}>
          {texts.copy}
        </TextButton>
        <a className={styles.preview} href={address} target="_blank" rel="noopener">
          {texts.preview}
        </a>
        <span role="status" className={styles.quiet}>
          {outcome && (outcome.isDone ? texts.copied : texts.notCopied)}
        </span>
      </div>
      {modules ? (
        <QrCode modules={modules} label={texts.code} className={styles.code} />
      ) : (
        <p role="status">{texts.tooLong}</p>
      )}
    </div>
  );
}
