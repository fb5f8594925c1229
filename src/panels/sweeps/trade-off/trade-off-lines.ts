// A sweep over beta as its trade-off: what the code carries against what the reconstruction misses, both in nats (Higgins et al.
// 2017; Alemi et al. 2018, "Fixing a Broken ELBO": rate against distortion).
import { valueText } from '../../../core/number-text';
import type { Table } from '../../../core/table';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import type { TradeOffLine } from '../../../ui/chart/sweep/trade-off-chart';
import { sorted } from '../shown-sweeps';

/** One trained beta. */
export interface Traded {
  readonly beta: number;
  readonly kl: number;
  readonly reconstruction: number;
}

/** By rising beta. Points that were kept before the terms were noted are left out. */
export function tradedPoints({ points }: Pick<SweepRecord, 'points'>): Traded[] {
  return sorted(points).flatMap(({ value, terms }) =>
    terms?.kl === undefined ? [] : [{ beta: value, kl: terms.kl, reconstruction: terms.reconstruction }],
  );
}

export function tradeOffLine(
  record: Pick<SweepRecord, 'id' | 'name' | 'points'>,
  colour: string,
): TradeOffLine {
  return {
    id: record.id,
    label: record.name,
    colour,
    points: tradedPoints(record).map(({ beta, kl, reconstruction }) => ({
      x: kl,
      y: reconstruction,
      name: `β ${valueText(beta)}`,
    })),
  };
}

/** @param columns in the order of the numbers: sweep, beta, KL, reconstruction, their sum */
export function tradeOffTable(records: readonly SweepRecord[], columns: readonly string[]): Table {
  return {
    columns,
    rows: records.flatMap((record) =>
      tradedPoints(record).map(({ beta, kl, reconstruction }) => [
        record.name,
        beta,
        kl,
        reconstruction,
        kl + reconstruction,
      ]),
    ),
  };
}
