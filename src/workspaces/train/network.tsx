// Train: the network, opened, with what the address names of it.
import { t } from '@lingui/core/macro';
import { useMemo, useSyncExternalStore } from 'react';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { followAddress } from '../frame/follow-address';
import { namedUnit, unitHref } from './unit-address';

const NetworkView = lazyPart({
  name: t`Network`,
  load: async () => (await import('../../panels/network-view/network-view')).NetworkView,
});

export function Network() {
  const hash = useSyncExternalStore(followAddress, () => location.hash);
  const named = useMemo(() => namedUnit(hash), [hash]);
  return <NetworkView {...named} closeHref="#train" hrefOf={unitHref} />;
}
