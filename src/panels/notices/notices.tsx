// Notices in a corner of the page. Informational ones disappear by themselves, later if they offer something.
import { useEffect, type ReactNode } from 'react';
import { useSession } from '../../session/hooks/session-context';
import { useNotices } from '../../session/hooks/use-notices';
import type { Notice as NoticeData } from '../../session/page/notices';
import { Notice } from '../../ui/controls/notice/notice';
import styles from './notices.module.css';

const infoMs = 6000;
const offerMs = 30_000;

/** @param children notices owned by other panels, shown first */
export function Notices({ children }: { children?: ReactNode }) {
  const notices = useNotices();
  return (
    <div className={styles.notices} aria-live="polite">
      {children}
      {notices.map((notice) => (
        <StoredNotice key={notice.key} notice={notice} />
      ))}
    </div>
  );
}

function StoredNotice({ notice }: { notice: NoticeData }) {
  const { dismiss } = useSession().notices;
  useEffect(() => {
    if (notice.kind !== 'info') return undefined;
    const timer = setTimeout(() => dismiss(notice.key), notice.action ? offerMs : infoMs);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return (
    <Notice
      kind={notice.kind}
      message={notice.message}
      detail={notice.detail}
      action={notice.action}
      otherAction={notice.otherAction}
      onDismiss={() => {
        dismiss(notice.key);
        notice.onDismiss?.();
      }}
    />
  );
}
