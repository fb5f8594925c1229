// Gives every message that offers a reload the session's way of keeping the run over it.
import { useMemo, type ReactNode } from 'react';
import { useSession } from '../../session/hooks/session-context';
import { PageReloadContext } from '../../ui/boundary/page-reload';

export function PageReloadProvider({ children }: { children: ReactNode }) {
  const { runKeeper } = useSession();
  const pageReload = useMemo(() => ({ ...runKeeper, reload: () => location.reload() }), [runKeeper]);
  return <PageReloadContext value={pageReload}>{children}</PageReloadContext>;
}
