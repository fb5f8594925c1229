// The store of what is shown, and how a part of it is replaced.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunId } from '../../core/run/stamp';
import { noLooks, type LooksGroup, type LooksState, type PcaLook, type RunLook } from './look-state';

export interface LooksStore {
  readonly store: StoreApi<LooksState>;
  readonly group: (key: string) => LooksGroup | undefined;
  readonly run: (key: string, id: RunId) => RunLook | undefined;
  readonly changeGroup: (key: string, patch: Partial<LooksGroup>) => void;
  /** Nothing where the run is no longer shown. */
  readonly changeRun: (key: string, id: RunId, patch: Partial<RunLook>) => void;
  readonly changePca: (key: string, of: string, patch: Partial<PcaLook>) => void;
}

export function createLooksStore(): LooksStore {
  const store = createStore<LooksState>()(() => noLooks);
  const { getState, setState } = store;
  const group = (key: string) => getState().groups.find((one) => one.key === key);

  function changeGroup(key: string, patch: Partial<LooksGroup>): void {
    setState({ groups: getState().groups.map((one) => (one.key === key ? { ...one, ...patch } : one)) });
  }

  return {
    store,
    group,
    run: (key, id) => group(key)?.runs.find(({ entry }) => entry.id === id),
    changeGroup,
    changeRun(key, id, patch) {
      const runs = group(key)?.runs.map((look) => (look.entry.id === id ? { ...look, ...patch } : look));
      if (runs) changeGroup(key, { runs });
    },
    changePca(key, of, patch) {
      const pca = group(key)?.pca.map((look) => (look.key === of ? { ...look, ...patch } : look));
      if (pca) changeGroup(key, { pca });
    },
  };
}
