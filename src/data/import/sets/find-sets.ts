// Files that are several data sets, such as the six of EMNIST's archive, told apart by their names before any is unpacked: what is
// left of a name without the words for parts (`train`), roles (`labels`) and formats (`idx3`) names the set.
import { partOfFolder } from '../arrays/name-hint';
import { naturalOrder } from '../natural-order';

export interface FileSets {
  /** Two or more, in natural order. */
  readonly names: readonly string[];
  /** The set that a file belongs to; null for a file that belongs to none. */
  readonly setOf: (path: string) => string | null;
}

interface NamedFile {
  readonly key: string;
  readonly isIdx: boolean;
  readonly isTrain: boolean;
  readonly hasSamples: boolean;
}

const parts = /^(train|training|test|testing|t10k|test10k|val|valid|validation|dev)$/;
const labels = /^(labels?|targets?|class|classes|y)$/;
const samples = /^(images?|imgs?|pixels?|data|features?|samples?|inputs?|x)$/;
const formats = /^(idx\d?|ubyte|byte|short|int|float|double)$/;
/** One data set may come in several files. */
const pieces = /^(part|batch|chunk|shard|fold|split)?\d*$/;

/** Null where the files do not look like several data sets. */
export function findSets(paths: readonly string[]): FileSets | null {
  const named = new Map(paths.map((path) => [path, readName(path)]));
  const files = [...named.values()].filter((file) => file !== null);
  const isWhole = ({ isIdx, isTrain, hasSamples }: NamedFile) => (isIdx ? hasSamples : isTrain && hasSamples);
  const keys = [...new Set(files.filter(isWhole).map(({ key }) => key))];
  if (keys.length < 2) return null;
  const shared = sharedFolder(keys);
  const names = new Map(
    keys.map((key) => {
      const name = key.slice(shared.length).replace(/\/$/, '');
      const first = paths.find((path) => named.get(path)?.key === key) ?? key;
      return [key, name === '' ? first.slice(first.lastIndexOf('/') + 1) : name];
    }),
  );
  return {
    names: [...names.values()].sort(naturalOrder),
    setOf: (path) => names.get(named.get(path)?.key ?? '') ?? null,
  };
}

/** Null for a name that does not say what the file is: IDX by `idx3`, a table by its ending and a part. */
function readName(path: string): NamedFile | null {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.gz$/i, '');
  const isTable = /\.(csv|tsv)$/i.test(name);
  const tokens = name.replace(/\.(csv|tsv|idx)$/i, '').split(/[-_. ]+/);
  const has = (pattern: RegExp) => tokens.some((token) => pattern.test(token.toLowerCase()));
  const isIdx = has(/^idx\d$/);
  const folderPart = folders.map(partOfFolder).findLast((part) => part !== null) ?? null;
  if (!isIdx && !(isTable && (has(parts) || folderPart !== null))) return null;
  const words = [parts, labels, samples, formats, pieces];
  const stem = tokens.filter((token) => !words.some((pattern) => pattern.test(token.toLowerCase())));
  const key = [...folders.filter((folder) => partOfFolder(folder) === null), stem.join('-')].join('/');
  const isTrain = has(/^train(ing)?$/) || (!has(parts) && folderPart === 'train');
  return { key, isIdx, isTrain, hasSamples: isIdx ? has(samples) : !has(labels) };
}

/** The folders that all keys lie in, with a `/` at their end. */
function sharedFolder(keys: readonly string[]): string {
  const [first = ''] = keys;
  let end = first.length;
  while (end > 0 && !(first[end - 1] === '/' && keys.every((key) => key.startsWith(first.slice(0, end)))))
    end--;
  return first.slice(0, end);
}
