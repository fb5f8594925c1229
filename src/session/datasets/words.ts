// What is wrong with a file of a data set, and what a person can do about it.
import { plural, t } from '@lingui/core/macro';
import type { OwnDatasetId } from '../../core/experiment/dataset-id';
import { countText } from '../../core/number-text';
import type { DataFailure } from '../../core/samples/data-failure';
import { textOf, type WordsFor } from '../../core/words-for';

const prepareAgain = t`run “npm start” again to prepare the data, then press Retry.`;
const checkConnection = t`check the connection and press Retry.`;

/** Each completes "The data file train-3.shard …". */
const words: WordsFor<Exclude<DataFailure, { code: 'data.not-here' }>> = {
  'data.missing': ({ status }) =>
    status === undefined
      ? t`is not on the server: ${prepareAgain}`
      : t`is not on the server (${status}): ${prepareAgain}`,
  'data.truncated': ({ bytes, expected }) =>
    t`arrived cut off (${{ bytes: countText(bytes) }} of ${{ expected: countText(expected) }} bytes): ${checkConnection}`,
  'data.checksum': () =>
    t`arrived damaged (its checksum does not match): press Retry; if that does not help, run “npm start” again to prepare the data.`,
  'data.unreachable': () =>
    t`could not be fetched: ${checkConnection} Without a network there is only the data that Help lists as available offline.`,
  'data.server': ({ status }) => t`could not be fetched (the server answered ${status}): ${checkConnection}`,
  'data.interrupted': () => t`stopped arriving half-way: ${checkConnection}`,
  'data.stalled': ({ seconds }) => t`stopped arriving (nothing came for ${seconds} s): ${checkConnection}`,
  'data.damaged': () =>
    t`cannot be read from this browser’s storage, or is damaged there: remove the data set and add it again.`,
  'data.changed': () =>
    t`describes other data than the files that have loaded: the data on the server was replaced; reload the page.`,
  'data.not-decodable': () =>
    t`is a recording in Ogg Vorbis, which this browser cannot decode: open the page in a current Chrome, Edge, Firefox or Safari, or choose other data.`,
  'data.not-json': () => t`is not valid JSON: ${prepareAgain}`,
  'data.bad-manifest': ({ place, detail }) =>
    t`is not a valid manifest (${place}: ${detail}): ${prepareAgain}`,
  'data.bad-count': ({ split, count, listed }) =>
    split === 'train'
      ? t`states ${{ count: countText(count) }} training samples but lists ${{ listed: countText(listed) }}: ${prepareAgain}`
      : t`states ${{ count: countText(count) }} test samples but lists ${{ listed: countText(listed) }}: ${prepareAgain}`,
  'data.not-gzip': () => t`cannot be unpacked: ${prepareAgain}`,
  'data.wrong-size': ({ bytes, expected }) =>
    t`holds ${{ bytes: countText(bytes) }} bytes where the manifest states ${{ expected: countText(expected) }}: ${prepareAgain}`,
  'data.bad-label': ({ label, classes }) =>
    t`has the label ${label}, but there are ${classes} classes: ${prepareAgain}`,
  'data.unusable': () => t`could not be used: ${prepareAgain}`,
};

/** About a person's own data set that is not in this browser. */
export const missingTexts = {
  nowhere: t`The data set is not in this browser: add the data first.`,
  arrival: t`The data set is not in this browser.`,
  /** @param name null where the link does not tell it */
  needed: (name: string | null, id: OwnDatasetId) =>
    name === null
      ? t`This link needs the data set (${{ id: id.slice('own:'.length) }}). Add it to open the link.`
      : t`This link needs the data set “${name}” (${{ id: id.slice('own:'.length) }}). Add it to open the link.`,
  add: t`Add data`,
} as const;

/** One sentence that names the file, what is wrong with it, and what to do. */
export function dataFailureText(failure: DataFailure): string {
  if (failure.code === 'data.not-here') return missingTexts.nowhere;
  return t`The data file ${{ file: failure.file }} ${{ whatIsWrong: textOf(words, failure) }}`;
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
    const more = plural(others.length, {
      one: 'The same holds for # more file.',
      other: 'The same holds for # more files.',
    });
    return `${text} ${more}`;
  });
  return texts.join(' ');
}
