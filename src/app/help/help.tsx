// The help, in a chunk of its own: it is fetched when it is first opened.
import { t } from '@lingui/core/macro';
import { useStore } from 'zustand';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { helpStore } from './help-store';

const LazyHelpDialog = lazyPart({
  name: t`Help`,
  load: async () => (await import('./help-dialog')).HelpDialog,
  isDialog: true,
});

export function Help() {
  const open = useStore(helpStore, (help) => help.open);
  return open ? <LazyHelpDialog /> : null;
}
