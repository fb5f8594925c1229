import { expect, test } from 'vitest';
import type { DataFailure } from '../../core/samples/data-failure';
import { dataFailuresText, dataFailureText, missingTexts } from './words';

const file = 'train-01.shard';

test.each<[DataFailure, string]>([
  [{ code: 'data.missing', file, status: 404 }, 'is not on the server (404)'],
  [{ code: 'data.missing', file }, 'is not on the server:'],
  [{ code: 'data.truncated', file, bytes: 1500, expected: 2000 }, 'cut off (1,500 of 2,000 bytes)'],
  [{ code: 'data.stalled', file, seconds: 20 }, 'nothing came for 20 s'],
  [{ code: 'data.damaged', file }, 'remove the data set and add it again'],
  [{ code: 'data.changed', file }, 'reload the page'],
  [{ code: 'data.server', file, status: 503 }, 'the server answered 503'],
  [
    { code: 'data.bad-manifest', file, place: 'train.count', detail: 'too small' },
    '(train.count: too small)',
  ],
  [
    { code: 'data.bad-count', file, split: 'train', count: 12, listed: 11 },
    'states 12 training samples but lists 11',
  ],
  [{ code: 'data.wrong-size', file, bytes: 40, expected: 48 }, 'holds 40 bytes where the manifest states 48'],
  [{ code: 'data.bad-label', file, label: 7, classes: 2 }, 'has the label 7, but there are 2 classes'],
])('%o is told with its parameters', (failure, words) => {
  expect(dataFailureText(failure)).toContain(`The data file ${file} `);
  expect(dataFailureText(failure)).toContain(words);
});

test('a data set that is not here is told of as a whole', () => {
  expect(dataFailureText({ code: 'data.not-here', file: 'manifest.json' })).toBe(
    'The data set is not in this browser: add the data first.',
  );
  expect(missingTexts.needed('Leaves', 'own:0123456789abcdef')).toBe(
    'This link needs the data set “Leaves” (0123456789abcdef). Add it to open the link.',
  );
});

test.each(['missing', 'checksum', 'unreachable', 'interrupted', 'not-json', 'not-gzip', 'unusable'] as const)(
  'what to do about a file that is "%s" is said',
  (kind) => {
    expect(dataFailureText({ code: `data.${kind}`, file })).toMatch(
      /(Retry|prepare the data|available offline)\.$/,
    );
  },
);

test('files that fail for the same reason are told of once', () => {
  const unreachable = [1, 2, 3].map((i): DataFailure => ({
    code: 'data.unreachable',
    file: `train-${i}.shard`,
  }));
  expect(dataFailuresText([...unreachable, { code: 'data.server', file, status: 503 }])).toBe(
    `${dataFailureText(unreachable[0]!)} The same holds for 2 more files. ${dataFailureText({ code: 'data.server', file, status: 503 })}`,
  );
  expect(dataFailuresText(unreachable.slice(0, 1))).toBe(dataFailureText(unreachable[0]!));
});
