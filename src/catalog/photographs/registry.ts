// The whole photographs that set-up writes beside the data sets (scripts/data/photographs.mjs), to see what a network makes of
// something that it was never trained on. The patches of the data set `patches` were cut from the same six.
import { t } from '@lingui/core/macro';

export interface Photograph {
  /** What it shows, in a word. */
  label: string;
  /** Who took it, and when. */
  credit: string;
  /** Whether the training set of `patches` was cut from it: a method fitted to those patches knows parts of it. */
  isInPatches: boolean;
}

export const photographs = {
  'french-alpine-landscape': {
    label: t`Mountain`,
    credit: 'Adolphe Braun, 1865–1870',
    isInPatches: true,
  },
  'nagasaki-boats': { label: t`Boats`, credit: 'Felice Beato, about 1865', isInPatches: false },
  'airplane-from-above': { label: t`Airplane`, credit: 'Fedele Azari, 1914–1929', isInPatches: false },
  'locomotion-house-cat': { label: t`Cat`, credit: 'Eadweard Muybridge, 1887', isInPatches: true },
  'dust-bowl-home': { label: t`House`, credit: 'Dorothea Lange, 1935–1940', isInPatches: true },
  'allium-oreophilum': { label: t`Flower`, credit: 'Karl Blossfeldt, 1928', isInPatches: true },
} satisfies Record<string, Photograph>;

export type PhotographId = keyof typeof photographs;
export const photographIds = Object.keys(photographs) as PhotographId[];

/** Where they are from, and under which licence. */
export const photographLicence = {
  source: "Getty's Open Content Program",
  licence: 'CC0 1.0',
} as const;

/** Where set-up puts one, from the page's own folder. */
export function photographPath(id: PhotographId): string {
  return `data/photographs/${id}.jpg`;
}
