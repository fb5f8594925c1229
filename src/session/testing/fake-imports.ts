// For tests only: an import worker that answers when the test says so.
import type {
  ImportChoices,
  ImportedDataset,
  ImportPreview,
  ImportProgress,
  SourceFile,
} from '../../core/import/import-api';
import type { ImportCalls } from '../importing/import-client';

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly tell: (progress: ImportProgress) => void;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

export interface FakeImports {
  readonly calls: ImportCalls;
  readonly opened: Asked<readonly SourceFile[], ImportPreview>[];
  readonly previews: Asked<Partial<ImportChoices>, ImportPreview>[];
  readonly saves: Asked<null, ImportedDataset>[];
  readonly cancelled: () => number;
}

export function createFakeImports(): FakeImports {
  const opened: FakeImports['opened'] = [];
  const previews: FakeImports['previews'] = [];
  const saves: FakeImports['saves'] = [];
  let cancelled = 0;

  function ask<Question, Answer>(
    list: Asked<Question, Answer>[],
    question: Question,
    tell: (progress: ImportProgress) => void,
  ): Promise<Answer> {
    return new Promise((answer, fail) => list.push({ question, tell, answer, fail }));
  }

  return {
    opened,
    previews,
    saves,
    cancelled: () => cancelled,
    calls: {
      open: (files, tell) => ask(opened, files, tell),
      preview(changed, tell) {
        previews.at(-1)?.fail(new DOMException('Overtaken.', 'AbortError'));
        return ask(previews, changed, tell);
      },
      save: (tell) => ask(saves, null, tell),
      exportNpz: ({ manifest }) => Promise.resolve(new Blob([manifest.name])),
      cancel: () => cancelled++,
    },
  };
}

/** Grey pictures of 4 x 4 pixels in two folders, as the worker describes them. */
export function picturesPreview(changed: Partial<ImportPreview> = {}): ImportPreview {
  const shape = changed.shape ?? [4, 4, 1];
  const size = shape.reduce((product, side) => product * side, 1);
  return {
    format: 'pictures',
    choices: {
      name: 'Animals',
      set: null,
      hasHeader: true,
      labelColumn: null,
      shape,
      side: 8,
      colour: 'grey',
      framing: 'fit',
      invert: false,
      split: 'random',
      testShare: 0.15,
      seed: 1,
      normalisation: 'range',
      reading: 'rows',
      channels: [],
      timeColumn: null,
      rate: 0,
      windowLength: 0,
      stride: 0,
    },
    offers: {
      series: null,
      sets: null,
      columns: null,
      shapes: [shape],
      colours: ['grey', 'rgb'],
      splits: ['random'],
      normalisations: ['range'],
      isScalable: true,
    },
    shape,
    trainCount: 850,
    testCount: 150,
    classes: [
      { name: 'cat', count: 600 },
      { name: 'dog', count: 400 },
    ],
    valueRange: [0, 255],
    series: null,
    samples: Float32Array.from({ length: 24 * size }, (_, at) => (at % size) / size),
    labels: Uint16Array.from({ length: 24 }, (_, sample) => sample % 2),
    leftOut: [],
    notes: [],
    ...changed,
  };
}
