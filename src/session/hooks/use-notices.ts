// The messages that are shown, for components.
import { useStore } from 'zustand';
import { useSession } from './session-context';
import type { Notice } from '../page/notices';

export function useNotices(): readonly Notice[] {
  return useStore(useSession().notices.store);
}
