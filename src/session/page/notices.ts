// Messages to the person. A notice replaces the one that is shown under the same key.
import { createStore, type StoreApi } from 'zustand/vanilla';

/** The key of what says that training was paused for something else: it goes when training goes on. */
export const pausedNotice = 'paused';

export interface Notice {
  readonly key: string;
  readonly kind: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly detail?: string;
  readonly action?: NoticeAction;
  readonly otherAction?: NoticeAction;
  /** The person has dismissed it; not called when it goes by itself. */
  readonly onDismiss?: () => void;
}

export interface NoticeAction {
  readonly label: string;
  readonly onClick: () => void;
}

export interface Notices {
  readonly store: StoreApi<readonly Notice[]>;
  readonly show: (notice: Notice) => void;
  readonly dismiss: (key: string) => void;
}

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>()(() => []);
  return {
    store,
    show: (notice) =>
      store.setState((shown) => [...shown.filter(({ key }) => key !== notice.key), notice], true),
    dismiss: (key) => store.setState((shown) => shown.filter((notice) => notice.key !== key), true),
  };
}
