// What is wrong with a file of a data set, and what a person can do about it.
import type { OwnDatasetId } from '../../core/experiment/dataset-id';
import { countText } from '../../core/number-text';
import type { DataFailure } from '../../core/samples/data-failure';
import { textOf, type WordsFor } from '../../core/words-for';

const prepareAgain = 'run “npm start” again to prepare the data, then press Retry.';
const checkConnection = 'check the connection and press Retry.';

/** Each completes "The data file train-3.shard …". */
const words: WordsFor<Exclude<DataFailure, { code: 'data.not-here' }>> = {
  'data.missing': ({ status }) =>
    `is not on the server${status === undefined ? '' : ` (${status})`}: ${prepareAgain}`,
  'data.truncated': ({ bytes, expected }) =>
    `arrived cut off (${countText(bytes)} of ${countText(expected)} bytes): ${checkConnection}`,
  'data.checksum': () =>
    'arrived damaged (its checksum does not match): press Retry; if that does not help, run “npm start” again to prepare the data.',
  'data.unreachable': () =>
    `could not be fetched: ${checkConnection} Without a network there is only the data that Help lists as available offline.`,
  'data.server': ({ status }) => `could not be fetched (the server answered ${status}): ${checkConnection}`,
  'data.interrupted': () => `stopped arriving half-way: ${checkConnection}`,
  'data.stalled': ({ seconds }) => `stopped arriving (nothing came for ${seconds} s): ${checkConnection}`,
  'data.damaged': () =>
    'cannot be read from this browser’s storage, or is damaged there: remove the data set and add it again.',
  'data.changed': () =>
    'describes other data than the files that have loaded: the data on the server was replaced; reload the page.',
  'data.not-decodable': () =>
    'is a recording in Ogg Vorbis, which this browser cannot decode: open the page in a current Chrome, Edge, Firefox or Safari, or choose other data.',
  'data.not-json': () => `is not valid JSON: ${prepareAgain}`,
  'data.bad-manifest': ({ place, detail }) =>
    `is not a valid manifest (${place}: ${detail}): ${prepareAgain}`,
  'data.bad-count': ({ split, count, listed }) =>
    `states ${countText(count)} ${split === 'train' ? 'training' : 'test'} samples but lists ${countText(listed)}: ${prepareAgain}`,
  'data.not-gzip': () => `cannot be unpacked: ${prepareAgain}`,
  'data.wrong-size': ({ bytes, expected }) =>
    `holds ${countText(bytes)} bytes where the manifest states ${countText(expected)}: ${prepareAgain}`,
  'data.bad-label': ({ label, classes }) =>
    `has the label ${label}, but there are ${classes} classes: ${prepareAgain}`,
  'data.unusable': () => `could not be used: ${prepareAgain}`,
};

/** About a person's own data set that is not in this browser. */
export const missingTexts = {
  nowhere: 'The data set is not in this browser: add the data first.',
  arrival: 'The data set is not in this browser.',
  /** @param name null where the link does not tell it */
  needed: (name: string | null, id: OwnDatasetId) =>
    `This link needs the data set ${name === null ? '' : `“${name}” `}(${id.slice('own:'.length)}). Add it to open the link.`,
  add: 'Add data',
} as const;

/** One sentence that names the file, what is wrong with it, and what to do. */
export function dataFailureText(failure: DataFailure): string {
  if (failure.code === 'data.not-here') return missingTexts.nowhere;
  return `The data file ${failure.file} ${textOf(words, failure)}`;
}

/** What is wrong with several files: one sentence for each reason, whatever the number of files. */
export function dataFailuresText(failures: readonly DataFailure[]): string {
  const reasons = new Map<string, DataFailure[]>();
  for (const failure of failures) {
    const reason = dataFailureText({ ...failure, file: '' });
    reasons.set(reason, [...(reasons.get(reason) ?? []), failure]);
  }
  const texts = [...reasons.values()].map(([first, ...others]) => {
    const text = first ? dataFailureText(first) : '';
    if (others.length === 0) return text;
    return `${text} The same holds for ${others.length} more ${others.length === 1 ? 'file' : 'files'}.`;
  });
  return texts.join(' ');
}
