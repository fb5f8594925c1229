// What the person has typed for the next sweep, and which kept sweeps are looked at. It outlives the view, so that nothing
// typed is lost by looking elsewhere; it can be emptied without loss otherwise.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { seedCounts } from '../../core/sweep/seeds';
import type { SweptSetting } from '../../core/sweep/sweep';

export interface SweepDraft {
  readonly setting: SweptSetting;
  /** Values as they are typed, for each setting; the proposed ones where there are none. */
  readonly values: Readonly<Partial<Record<SweptSetting, string>>>;
  /** How many seeds a sweep over the seed has. */
  readonly seeds: number;
  /** Training steps for each value. */
  readonly steps: number;
  /** Empty: the proposed name. */
  readonly name: string;
  /** Ids of kept sweeps that are not drawn. */
  readonly hidden: readonly string[];
  /** Id of the sweep whose pictures and numbers are shown; null: the newest. */
  readonly picked: string | null;
}

export interface SweepDrafting {
  readonly store: StoreApi<SweepDraft>;
  readonly change: (change: Partial<SweepDraft>) => void;
  /** Shows or hides a kept sweep in the chart. */
  readonly toggle: (id: string) => void;
}

export function createSweepDraft(): SweepDrafting {
  const store = createStore<SweepDraft>()(() => ({
    setting: 'codeSize',
    values: {},
    seeds: seedCounts.standard,
    steps: 1000,
    name: '',
    hidden: [],
    picked: null,
  }));
  return {
    store,
    change: (change) => store.setState(change),
    toggle(id) {
      const { hidden } = store.getState();
      store.setState({ hidden: hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id] });
    },
  };
}
