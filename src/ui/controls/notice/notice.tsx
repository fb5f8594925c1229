// A message in the flow of the page: what happened, and the button that does something about it.
import { t } from '@lingui/core/macro';
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { classNames } from '../../class-names';
import { IconButton } from '../buttons/buttons';
import styles from './notice.module.css';

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

interface NoticeAction {
  readonly label: string;
  readonly onClick: () => void;
}

interface NoticeProps {
  /** An error is read out at once (role alert); the others when there is a pause (role status). */
  kind: keyof typeof icons;
  message: string;
  /** A quieter second line. */
  detail?: string | undefined;
  action?: NoticeAction | undefined;
  otherAction?: NoticeAction | undefined;
  onDismiss?: (() => void) | undefined;
  className?: string | undefined;
}

export function Notice(props: NoticeProps) {
  const { kind, message, detail, action, otherAction, onDismiss, className } = props;
  const Icon = icons[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={classNames(styles.notice, styles[kind], className)}
    >
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <div className={styles.body}>
        <div className={styles.text}>
          <span>{message}</span>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
        </div>
        {action && (
          <div className={classNames(styles.actions, otherAction && styles.below)}>
            <ActionButton {...action} />
            {otherAction && <ActionButton {...otherAction} />}
          </div>
        )}
      </div>
      {onDismiss && <IconButton label={t`Dismiss`} icon={X} size="small" onClick={onDismiss} />}
    </div>
  );
}

function ActionButton({ label, onClick }: NoticeAction) {
  return (
    <button type="button" className={styles.action} onClick={onClick}>
      {label}
    </button>
  );
}
