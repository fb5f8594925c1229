// Finds out which arrays hold samples, which hold their labels, and which of them are for testing: by their names where these
// say so, by shapes and counts where they do not.
import { fail } from '../fail';
import { naturalOrder } from '../natural-order';
import { sampleNumbers, type ArrayFile } from './array-file';
import { exportNames, readPath, type NameHint, type Part } from './name-hint';

export interface Pair {
  readonly part: Part | null;
  readonly samples: ArrayFile;
  readonly labels: ArrayFile | null;
}

export interface Pairing {
  /** One for each part, training set first. */
  readonly pairs: readonly Pair[];
  /** The array with the names of the classes. */
  readonly classNames: ArrayFile | null;
  /** What an export says beside samples and labels, by its name. */
  readonly exported: ReadonlyMap<string, ArrayFile>;
  readonly unused: readonly ArrayFile[];
}

interface Candidate extends NameHint {
  readonly array: ArrayFile;
}

export type ArrayFormat = 'idx' | 'npy' | 'npz';

/** Throws when names, shapes and counts leave open what is what, or when labels do not fit their samples. */
export function pairArrays(all: readonly ArrayFile[], format: ArrayFormat): Pairing {
  const isExported = ({ name }: ArrayFile) => all.length > 1 && namesOfExport.includes(name);
  const exported = new Map(all.filter(isExported).map((array) => [array.name, array]));
  const arrays = all.filter((array) => !isExported(array));
  const sorted = arrays.toSorted((one, other) => naturalOrder(one.file, other.file));
  const samples: Candidate[] = [];
  const labels: Candidate[] = [];
  const names: Candidate[] = [];
  const unused: ArrayFile[] = [];
  for (const array of sorted) {
    const hint = readPath(array.file, array.name);
    const role = roleOf(array, hint.role, sorted);
    // A role that the name does not speak of is only likely.
    const candidate = { array, part: hint.part, role: role === hint.role ? role : null };
    if (role === 'samples') samples.push(candidate);
    else if (role === 'labels') labels.push(candidate);
    else if (role === 'names') names.push(candidate);
    else unused.push(array);
  }
  if (samples.length === 0) failWithoutSamples(sorted);
  const refuse = () => refuseNames(arrays, format);
  const chosen = chooseSamples(samples, refuse);
  unused.push(...samples.filter((each) => !chosen.some(({ array }) => array === each.array)).map(arrayOf));
  const pairs = addLabels(chosen, labels, unused, format !== 'npz');
  unused.push(...names.slice(1).map(arrayOf));
  return { pairs, classNames: names[0]?.array ?? null, exported, unused };
}

const namesOfExport: readonly string[] = Object.values(exportNames);

const arrayOf = ({ array }: Candidate) => array;

function isText({ type }: ArrayFile): boolean {
  return type === 'U' || type === 'S';
}

/** `named`: the role that the name speaks of. */
function roleOf(array: ArrayFile, named: NameHint['role'], all: readonly ArrayFile[]): NameHint['role'] {
  const dimensions = array.shape.length;
  if (dimensions === 0) return null;
  const isFlat = sampleNumbers(array) === 1;
  if (isText(array)) return named === 'names' ? 'names' : isFlat && named !== 'samples' ? 'labels' : null;
  const numeric = all.filter((other) => !isText(other));
  if (numeric.length === 1) return 'samples';
  if (dimensions === 1) return numeric.some(({ shape }) => shape.length > 1) ? 'labels' : (named ?? 'labels');
  if (named === 'samples' || dimensions > 2) return 'samples';
  return named === 'labels' || isFlat ? 'labels' : 'samples';
}

/** One array of samples for each part, with its part. */
function chooseSamples(samples: readonly Candidate[], refuse: () => never): Candidate[] {
  const named = samples.filter(({ role }) => role !== null);
  const unnamed = samples.filter(({ role }) => role === null);
  const chosen = new Map<Part | null, Candidate>();
  // Among several of one part, such as scikit-learn's `data` and `images`, the one with most dimensions says most.
  for (const each of named.length > 0 ? named : unnamed) {
    const other = chosen.get(each.part);
    if (other === undefined) chosen.set(each.part, each);
    else if (named.length === 0 || other.array.shape[0] !== each.array.shape[0]) {
      return chooseBySize(samples, refuse);
    } else if (each.array.shape.length > other.array.shape.length) chosen.set(each.part, each);
  }
  const rest = chosen.get(null);
  // Beside a test set, what has no part is the training set; beside a training set, it is all of the data.
  if (rest && chosen.has('train')) chosen.delete(null);
  const order: (Part | null)[] = ['train', null, 'validation', 'test'];
  return [...chosen.values()].sort((one, other) => order.indexOf(one.part) - order.indexOf(other.part));
}

/** Two arrays of equal samples whose names do not tell them apart: the larger one is the training set. */
function chooseBySize(samples: readonly Candidate[], refuse: () => never): Candidate[] {
  const [one, other] = samples;
  if (!one || !other || samples.length > 2) return refuse();
  if (one.array.shape.slice(1).join() !== other.array.shape.slice(1).join()) return refuse();
  const isFirstLarger = (one.array.shape[0] ?? 0) >= (other.array.shape[0] ?? 0);
  const [train, test] = isFirstLarger ? [one, other] : [other, one];
  return [train, { ...test, part: 'test' }];
}

/** Gives samples the labels of the same part, or else labels of the same number. */
function addLabels(
  samples: readonly Candidate[],
  labels: readonly Candidate[],
  unused: ArrayFile[],
  areAllMeant: boolean,
): Pair[] {
  const free = [...labels];
  const take = (index: number): ArrayFile | null => free.splice(index, 1)[0]?.array ?? null;
  const byPart = samples.map(({ array, part }) => {
    const ofPart = free.filter((label) => label.part !== null && label.part === part);
    const fitting = ofPart.find((label) => countOf(label.array) === countOf(array)) ?? ofPart[0];
    return fitting ? take(free.indexOf(fitting)) : null;
  });
  const pairs = samples.map(({ array, part }, index): Pair => {
    const own = byPart[index] ?? null;
    if (own) return { samples: array, labels: own, part };
    const fits = (label: Candidate) => countOf(label.array) === countOf(array);
    const fitting = free.find((label) => fits(label) && label.role === 'labels') ?? free.find(fits);
    return { samples: array, labels: fitting ? take(free.indexOf(fitting)) : null, part };
  });
  for (const { samples: array, labels: own } of pairs) {
    if (own && countOf(own) !== countOf(array)) failCount(own, array);
  }
  // Labels that fit no samples are a mistake, unless they only look like labels: an NPZ may hold a row of means.
  for (const { array, role } of free) {
    const unlabelled = pairs.find((pair) => pair.labels === null);
    if ((areAllMeant || role === 'labels') && unlabelled) failCount(array, unlabelled.samples);
    unused.push(array);
  }
  return pairs;
}

function countOf({ shape }: ArrayFile): number {
  return shape[0] ?? 0;
}

function failCount(labels: ArrayFile, samples: ArrayFile): never {
  const counts = { labels: countOf(labels), samples: countOf(samples) };
  fail({ code: 'import.label-count', file: labels.file, ...counts });
}

function refuseNames(arrays: readonly ArrayFile[], format: ArrayFormat): never {
  const files = arrays.map(({ file }) => file);
  if (format !== 'npz') return fail({ code: 'import.mixed', files });
  const archive = files[0]?.slice(0, files[0].lastIndexOf('/')) ?? '';
  return fail({ code: 'import.npz-names', file: archive, names: arrays.map(({ name }) => name) });
}

function failWithoutSamples([first]: readonly ArrayFile[]): never {
  if (!first) return fail({ code: 'import.nothing' });
  const { file, type, shape } = first;
  fail(
    isText(first)
      ? { code: 'import.npy-dtype', file, dtype: type }
      : { code: 'import.npy-shape', file, shape },
  );
}
