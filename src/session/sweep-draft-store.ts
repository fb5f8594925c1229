// What the person has typed for the next sweep, and which kept sweeps are looked at. It outlives the view, so that nothing
// typed is lost by looking elsewhere; it can be emptied without loss otherwise.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SweptSetting } from '../core/sweep';

export interface SweepDraft {
  /** What Compare shows. */
  readonly view: 'families' | 'sweeps';
  readonly setting: SweptSetting;
  /** Values as they are typed, for each setting; the proposed ones where there are none. */
  readonly values: Readonly<Partial<Record<SweptSetting, string>>>;
  /** Training steps for each value. */
  readonly steps: number;
  /** Empty: the proposed name. */
  readonly name: string;
  /** Ids of kept sweeps that are not drawn. */
  readonly hidden: readonly string[];
  /** Id of the sweep whose pictures and numbers are shown; null: the newest. */
  readonly picked: string | null;
}

export const firstSweepDraft: SweepDraft = {
  view: 'families',
  setting: 'codeSize',
  values: {},
  steps: 1000,
  name: '',
  hidden: [],
  picked: null,
};

const sweepDraftStore = createStore<SweepDraft>()(() => firstSweepDraft);

export function useSweepDraft<T>(select: (draft: SweepDraft) => T): T {
  return useStore(sweepDraftStore, select);
}

export function changeSweepDraft(change: Partial<SweepDraft>): void {
  sweepDraftStore.setState(change);
}

export function toggleSweep(id: string): void {
  const { hidden } = sweepDraftStore.getState();
  changeSweepDraft({ hidden: hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id] });
}
