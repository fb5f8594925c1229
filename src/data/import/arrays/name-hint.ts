// What the name of an array says about it: `x_train`, `t10k-labels-idx1-ubyte`, `val_images`, `target`. Names are hints: shapes
// and counts decide where they say nothing.

export type Part = 'train' | 'validation' | 'test';

export interface NameHint {
  readonly part: Part | null;
  /** `names`: the names of the classes. */
  readonly role: 'samples' | 'labels' | 'names' | null;
}

/** What an export calls what it says beside samples and labels. */
export const exportNames = {
  /** `[2]`: what 0 and 1 stand for in a signal. */
  valueRange: 'value_range',
  /** `[numbers of a sample, 2]`: the range of each place; the places are scaled by themselves. */
  placeRanges: 'place_ranges',
  /** `[1 + recordings]`, text: `manifest.windows` as JSON, the recordings one by one after the rest. */
  windows: 'windows_json',
} as const;

const parts: readonly (readonly [Part, RegExp])[] = [
  ['train', /(?<![a-wz])train(ing)?|(?<![a-z])[xy]?tr(?![a-z])/],
  ['test', /(?<![a-wz])test(ing)?|t10k|(?<![a-z])[xy]?te(?![a-z])/],
  ['validation', /(?<![a-wz])val(id|idation)?(?![a-wz])|(?<![a-z])dev(?![a-z])/],
];

const roles: readonly (readonly [Exclude<NameHint['role'], null>, RegExp])[] = [
  ['names', /names|classes$|categories$/],
  ['labels', /label|target|class|categor|^(ys?|digits?|species)$/],
  ['samples', /image|img|data|feature|sample|input|pixel|picture|signal|^xs?$/],
];

function readName(name: string): NameHint {
  const lower = name.toLowerCase();
  const found = parts.find(([, pattern]) => pattern.test(lower));
  // What is left of `x_train` without the part is `x`.
  let rest = lower;
  if (found) rest = rest.replace(found[1], (match) => (/^[xy]t[re]$/.test(match) ? match.slice(0, 1) : ''));
  rest = rest.replaceAll(/[^a-z]+/g, '');
  return {
    part: found?.[0] ?? null,
    role: roles.find(([, pattern]) => pattern.test(rest))?.[0] ?? null,
  };
}

/** The part that a folder of this name stands for, in any case of letters. */
export function partOfFolder(folder: string): Part | null {
  switch (folder.toLowerCase()) {
    case 'train':
    case 'training':
      return 'train';
    case 'test':
    case 'testing':
      return 'test';
    case 'val':
    case 'valid':
    case 'validation':
      return 'validation';
    default:
      return null;
  }
}

/** As `readName`; where the name names no part, the folders around the file may. */
export function readPath(file: string, name: string): NameHint {
  const hint = readName(name);
  if (hint.part !== null) return hint;
  const part = file
    .split('/')
    .slice(0, -1)
    .map((folder) => partOfFolder(folder.replace(/\.(npz|zip)$/i, '')))
    .findLast((found) => found !== null);
  return { ...hint, part: part ?? null };
}
