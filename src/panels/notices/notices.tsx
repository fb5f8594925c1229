// Messages that lie over a corner of the page. What is only information goes by itself.
import { useEffect, type ReactNode } from 'react';
import { dismissNotice, useNotices, type Notice as NoticeData } from '../../session/notice-store';
import { Notice } from '../../ui/controls/notice';
import styles from './notices.module.css';

const infoMs = 6000;

/** @param children notices that other panels keep themselves, shown first */
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
  useEffect(() => {
    if (notice.kind !== 'info') return undefined;
    const timer = setTimeout(() => dismissNotice(notice.key), infoMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <Notice
      kind={notice.kind}
      message={notice.message}
      detail={notice.detail}
      action={notice.action}
      onDismiss={() => dismissNotice(notice.key)}
    />
  );
}
