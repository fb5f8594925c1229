// What the methods without a network make of each class, beside the network. Pure.
import { scoresByClass } from '../../../core/anomaly/by-class';
import type { BaselineId, Baselines } from '../../../session/anomalies/anomaly-state';

/** Beside the network in the table. */
export const tableRivals = ['nearest', 'pca'] as const satisfies readonly BaselineId[];
export type TableRival = (typeof tableRivals)[number];

/** AUROC of a class against the normal test samples; null where it is not known. */
export type RivalAurocs = Readonly<Record<TableRival, number | null>>;

const unknown: RivalAurocs = { nearest: null, pca: null };

/** Of every class that is not normal. */
export function rivalAurocs(
  baselines: Baselines['scores'],
  labels: Uint16Array,
  isNormal: Uint8Array,
): ReadonlyMap<number, RivalAurocs> {
  const found = new Map<number, RivalAurocs>();
  for (const id of tableRivals) {
    const test = baselines[id]?.test;
    if (test?.length !== labels.length) continue;
    for (const { label, auroc } of scoresByClass(test, labels, isNormal, null))
      found.set(label, { ...(found.get(label) ?? unknown), [id]: auroc });
  }
  return found;
}

/** Which of three is the highest, within what two decimals show. */
export function isHighest(auroc: number | null, others: readonly (number | null)[]): boolean {
  return auroc !== null && others.every((other) => other === null || auroc > other - 0.0005);
}
