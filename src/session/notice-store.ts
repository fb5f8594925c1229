// Messages to the person. A notice with the key of one that is shown takes its place.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Notice {
  readonly key: string;
  readonly kind: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

export const noticeStore = createStore<readonly Notice[]>()(() => []);

export function notify(notice: Notice): void {
  noticeStore.setState((notices) => [...notices.filter(({ key }) => key !== notice.key), notice], true);
}

export function dismissNotice(key: string): void {
  noticeStore.setState((notices) => notices.filter((notice) => notice.key !== key), true);
}

export function useNotices(): readonly Notice[] {
  return useStore(noticeStore);
}
