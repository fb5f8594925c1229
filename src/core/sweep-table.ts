// The numbers of a sweep as a table: for the clipboard, for a file.
import type { PcaModel } from './analysis-api';
import { pcaCodeSize } from './pca';
import type { SweepPlan, SweepPoint } from './sweep';

export interface SweepTable {
  readonly columns: readonly string[];
  /** Null where a number is not known. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** One row for each point, by rising value. @param model PCA of the same data set, or null while it is not known */
export function sweepTable(
  { name, plan, points }: { name: string; plan: SweepPlan; points: readonly SweepPoint[] },
  model: Pick<PcaModel, 'mean' | 'testMse'> | null,
): SweepTable {
  const rows = points
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, codeSize, steps, testMse }) => {
      const pca = model?.testMse[pcaCodeSize(model, codeSize)] ?? null;
      return [name, plan.setting, value, codeSize, steps, testMse, pca, pca === null ? null : testMse / pca];
    });
  return {
    columns: ['sweep', 'setting', 'value', 'code size', 'steps', 'test MSE', 'PCA test MSE', 'ratio to PCA'],
    rows,
  };
}

/** Comma-separated values (RFC 4180), quoted where a value needs it. */
export function tableCsv({ columns, rows }: SweepTable): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function tableText({ columns, rows }: SweepTable): string {
  const cell = (value: string | number | null) =>
    value === null ? '' : String(value).replaceAll(/\s+/g, ' ');
  return [columns, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
