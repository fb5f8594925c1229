// Decodes all pictures of an import, as many at a time as there are decoders.
import type { LeftOut } from '../../../core/import/import-failure';
import type { ImportProgress } from '../../../core/import/import-api';
import { fail } from '../fail';
import { maxValueBytes } from '../limits';
import type { ParsedPicture, ParsedPictures, Told } from '../parsed';
import { checkPictureSupport } from './browser-support';
import { createPictureDecoder, type DecodedPicture, type PictureDecoder } from './decode-picture';
import { drawnOn, paperFor, type Paper } from './paper/paper';
import { findScaledDecoder } from './scaled-jpeg';

/** On the paper that is chosen for all. */
type PaperedPicture = Omit<DecodedPicture, 'overBlack'>;

export interface DecodedPictures extends Told {
  readonly kind: 'pictures';
  readonly pictures: readonly (PaperedPicture & Pick<ParsedPicture, 'label' | 'split'>)[];
  readonly classNames: readonly string[] | null;
}

const largestSide = 64;
/** What all reduced pictures together should take. Beyond it they are kept smaller, down to 32 pixels on the shorter side. */
const bytesForAll = 2 ** 29;
/** How many paths a `LeftOut` names. */
const namedFiles = 5;

/** Decoders that work side by side, each on one picture at a time. */
export interface PictureDecoders {
  readonly decoders: readonly PictureDecoder[];
  readonly dispose: () => void;
}

/** @param shortSide as `createPictureDecoder` takes it */
export type OpenDecoders = (shortSide: number, pictures: number) => Promise<PictureDecoders>;

/** In this thread, two at a time: the browser decodes on threads of its own while this one reduces. */
export async function openLocalDecoders(shortSide: number): Promise<PictureDecoders> {
  const scaled = await findScaledDecoder();
  const decoders = [createPictureDecoder(shortSide, scaled), createPictureDecoder(shortSide, scaled)];
  return { decoders, dispose: () => undefined };
}

/** @throws CodedError where the browser cannot do it, or none of the pictures can be read */
export async function decodePictures(
  parsed: ParsedPictures,
  openDecoders: OpenDecoders,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<DecodedPictures> {
  checkPictureSupport();
  const total = parsed.pictures.length;
  const decoded: (DecodedPicture | null)[] = new Array<null>(total).fill(null);
  const { decoders, dispose } = await openDecoders(shortSideFor(total), total);
  let [next, done, bytes] = [0, 0, 0];
  let isOver = false;

  async function work(decoder: PictureDecoder): Promise<void> {
    for (let index = next++; index < total && !isOver; index = next++) {
      const picture = await decoder.decode(parsed.pictures[index]!.blob);
      signal.throwIfAborted();
      decoded[index] = picture;
      bytes += (picture?.raster.pixels.byteLength ?? 0) + (picture?.overBlack?.pixels.byteLength ?? 0);
      if (bytes > maxValueBytes) {
        fail({ code: 'import.too-large', what: 'memory', amount: bytes, most: maxValueBytes });
      }
      onProgress({ stage: 'decoding', done: ++done, total, unit: 'files' });
    }
  }
  try {
    await Promise.all(decoders.map(work));
  } finally {
    isOver = true;
    dispose();
  }

  const paper = choosePaper(decoded);
  const pictures = parsed.pictures.flatMap(({ label, split }, index) => {
    const picture = decoded[index];
    if (!picture) return [];
    const { raster, overBlack, size } = picture;
    return [{ raster: paper === 'black' ? (overBlack ?? raster) : raster, size, label, split }];
  });
  const unreadable = parsed.pictures.filter((_, index) => decoded[index] === null).map(({ path }) => path);
  if (pictures.length === 0) {
    fail({ code: 'import.no-pictures', file: unreadable[0] ?? '', leftOut: unreadable.length });
  }
  return {
    kind: 'pictures',
    ...withoutEmptyClasses(pictures, parsed.classNames),
    leftOut: addUnreadable(parsed.leftOut, unreadable),
    notes: paper ? [...parsed.notes, { code: 'import.note.paper', paper }] : parsed.notes,
    sets: parsed.sets,
  };
}

/** Null where no part of any picture is transparent. */
function choosePaper(decoded: readonly (DecodedPicture | null)[]): Paper | null {
  const drawn = decoded.flatMap((picture) => {
    const here = picture?.overBlack && drawnOn(picture.raster, picture.overBlack);
    return here ? [here] : [];
  });
  return drawn.length > 0 ? paperFor(drawn) : null;
}

/** A picture of 3 to 2 whose shorter side is s takes 4.5 s² bytes. */
function shortSideFor(count: number): number {
  return Math.min(largestSide, Math.max(32, Math.floor(Math.sqrt(bytesForAll / 4.5 / count))));
}

type Pictures = DecodedPictures['pictures'];

/** A class may have lost all of its pictures. */
function withoutEmptyClasses(
  pictures: Pictures,
  classNames: readonly string[] | null,
): Pick<DecodedPictures, 'pictures' | 'classNames'> {
  if (classNames === null) return { pictures, classNames };
  const used = new Set(pictures.map(({ label }) => label));
  const kept = classNames.map((_, index) => index).filter((index) => used.has(index));
  const renumbered = new Map(kept.map((index, place) => [index, place]));
  return {
    pictures: pictures.map((picture) => ({ ...picture, label: renumbered.get(picture.label) ?? 0 })),
    classNames: kept.map((index) => classNames[index] ?? ''),
  };
}

function addUnreadable(leftOut: readonly LeftOut[], paths: readonly string[]): LeftOut[] {
  if (paths.length === 0) return [...leftOut];
  const why = 'unreadable-picture';
  const known = leftOut.find((entry) => entry.why === why);
  const files = [...(known?.files ?? []), ...paths].slice(0, namedFiles);
  const others = leftOut.filter((entry) => entry.why !== why);
  return [...others, { why, count: (known?.count ?? 0) + paths.length, files }];
}
