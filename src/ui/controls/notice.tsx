// A message in the flow of the page: what happened, and the button that does something about it.
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { classNames } from '../class-names';
import { IconButton } from './buttons';
import styles from './notice.module.css';

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

interface NoticeProps {
  /** An error is read out at once (role alert); the others when there is a pause (role status). */
  kind: keyof typeof icons;
  message: string;
  /** A quieter second line. */
  detail?: string | undefined;
  action?: { readonly label: string; readonly onClick: () => void } | undefined;
  onDismiss?: (() => void) | undefined;
  className?: string | undefined;
}

export function Notice({ kind, message, detail, action, onDismiss, className }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={classNames(styles.notice, styles[kind], className)}
    >
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <div className={styles.text}>
        {message}
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      {action && (
        <button type="button" className={styles.action} onClick={action.onClick}>
          {action.label}
        </button>
      )}
      {onDismiss && <IconButton label="Dismiss" icon={X} size="small" onClick={onDismiss} />}
    </div>
  );
}
