import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import {
  missingRows,
  rowExperiment,
  type LimitsRow,
  type MeasuredCell,
} from '../../../core/limits/limits-table';
import { cellSentence, conversionText, relativeText } from './cell-words';
import { cellToShow, shownRows } from './table-rows';

const cell: MeasuredCell = {
  mse: 0.02,
  pcaMse: 0.05,
  meanMse: 0.1,
  count: 500,
  step: 1000,
  ownShape: [28, 28, 1],
  originals: new Float32Array(),
  rebuilt: new Float32Array(),
  pcaRebuilt: new Float32Array(),
};
const names = { trainedOn: 'Digits', testedOn: 'Sketches', isSame: false };
const network = { codeSize: 16 };

describe('a cell', () => {
  it('is the error as a multiple of the mean image’s', () => {
    expect(relativeText(cell.mse, cell)).toBe('0.20');
    expect(relativeText(1.234, cell)).toBe('12');
    expect(relativeText(0.02, { meanMse: 0 })).toBe('—');
  });

  it('says what its numbers say', () => {
    expect(cellSentence(cell, network, names)).toBe(
      'Trained on Digits, the network leaves 20 % of the mean image’s error on Sketches; PCA fitted to Digits, with 16 numbers too, leaves 50 %.',
    );
    expect(cellSentence({ ...cell, mse: 0.15, pcaMse: 0.11 }, network, names)).toBe(
      'Trained on Digits, the network does worse on Sketches than answering every sample with their mean (1.50 times its error); PCA fitted to Digits, with 16 numbers too, is worse than the mean image as well.',
    );
  });

  it('says how the samples were brought into the row’s shape', () => {
    expect(conversionText([28, 28, 1], [28, 28, 1])).toBeNull();
    expect(conversionText([32, 32, 3], [28, 28, 1])).toBe(
      'Scaled from 32 × 32 to 28 × 28 pixels, colour turned to grey.',
    );
    expect(conversionText([32, 32, 1], [32, 32, 3])).toBe('Grey in all three colours.');
    expect(conversionText([48, 1], [64, 1])).toBe('Stretched from 48 to 64 points.');
    expect(conversionText([28, 28, 1], [64, 1])).toContain('row by row');
  });
});

const row = (dataset: LimitsRow['dataset'], patch: Partial<LimitsRow> = {}): LimitsRow => ({
  dataset,
  experiment: rowExperiment(defaultExperiment, dataset),
  steps: 1000,
  shape: [28, 28, 1],
  codeSize: 16,
  cells: { mnist: cell, quickdraw: cell },
  ...patch,
});
const sets = ['mnist', 'quickdraw'] as const;

describe('the rows', () => {
  it('are the main run for its own data set, and networks trained here for the others', () => {
    const rows = shownRows(
      {
        rows: { mnist: row('mnist'), quickdraw: row('quickdraw') },
        live: row('mnist', { steps: 7 }),
        failures: {},
      },
      { experiment: defaultExperiment, step: 7 },
      sets,
    );
    expect(rows.map(({ row: shown, isLive }) => [shown?.steps, isLive])).toEqual([
      [7, true],
      [1000, false],
    ]);
    expect(cellToShow(rows, null)).toMatchObject({ row: 'mnist', column: 'quickdraw' });
    expect(cellToShow(rows, { row: 'quickdraw', column: 'mnist' })).toMatchObject({ row: 'quickdraw' });
  });

  it('that were trained with another code are outdated, and count as missing', () => {
    const chosen = { ...defaultExperiment, codeSize: 32 };
    const rows = { quickdraw: row('quickdraw') };
    const [, sketches] = shownRows({ rows, live: null, failures: {} }, { experiment: chosen, step: 7 }, sets);
    expect(sketches).toMatchObject({ isOutdated: true, isLive: false });
    expect(missingRows(rows, chosen, sets)).toEqual(['mnist', 'quickdraw']);
    expect(missingRows({ quickdraw: row('quickdraw') }, defaultExperiment, sets)).toEqual(['mnist']);
  });

  it('that lack a column that has been added count as missing', () => {
    expect(missingRows({ mnist: row('mnist') }, defaultExperiment, ['mnist', 'patches'])).toEqual([
      'mnist',
      'patches',
    ]);
  });

  it('train on all classes of another data set', () => {
    const chosen = { ...defaultExperiment, classes: [3] };
    expect(rowExperiment(chosen, 'mnist').classes).toEqual([3]);
    expect(rowExperiment(chosen, 'quickdraw')).toMatchObject({ classes: [], dataset: 'quickdraw' });
  });
});
