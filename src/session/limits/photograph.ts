// The photograph that goes through the network: one that is built in, or a person's own file.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { photographPath, type PhotographId } from '../../catalog/photographs/registry';
import { CodedError, codedFailureOf } from '../../core/failure';
import type { DrawingFailure } from '../../core/samples/drawing';
import { rasterOf, type Raster } from '../../data/drawing/tiles/raster';
import { readPicture } from '../drawing/read-drawn';

export type PhotographFailure =
  | DrawingFailure
  /** A built-in one is not beside the page. */
  | { code: 'photograph.missing'; id: PhotographId };

export interface ShownPhotograph {
  /** Null for a person's own. */
  readonly id: PhotographId | null;
  /** The file's name; null for what was pasted, and for a built-in one. */
  readonly file: string | null;
  readonly picture: Raster;
}

export interface PhotographState {
  /** Null before the first. */
  readonly shown: ShownPhotograph | null;
  /** The built-in one that is chosen, also while it is on its way; null for a person's own. */
  readonly chosen: PhotographId | null;
  /** Why the latest could not be read; the one before stays. */
  readonly failure: PhotographFailure | null;
  /** Tiles side by side in the mosaic. */
  readonly columns: number;
}

/** Tiles side by side. */
export const tileColumns = { min: 2, max: 24 } as const;

/** Coarse enough that a tile of 28 pixels shows a thing, fine enough that the whole is known again. */
const firstColumns = 12;

export interface PhotographRoom {
  readonly store: StoreApi<PhotographState>;
  readonly choose: (id: PhotographId) => Promise<void>;
  /** @param name of the file; null for what was pasted */
  readonly take: (blob: Blob, name: string | null) => Promise<void>;
  readonly cut: (columns: number) => void;
}

/** @param fetchPhotograph rejects with a CodedError<PhotographFailure> where it is not there */
export function createPhotographRoom(fetchPhotograph = fetchBuiltIn, read = readPicture): PhotographRoom {
  const store = createStore<PhotographState>()(() => ({
    shown: null,
    chosen: null,
    failure: null,
    columns: firstColumns,
  }));
  let latest = 0;

  async function show(given: Omit<ShownPhotograph, 'picture'>, load: () => Promise<Blob>): Promise<void> {
    const mine = ++latest;
    store.setState({ chosen: given.id });
    try {
      const picture = rasterOf(await read(await load(), given.file ?? given.id));
      if (mine === latest) store.setState({ shown: { ...given, picture }, failure: null });
    } catch (error) {
      const failure = codedFailureOf(error);
      if (failure === null) throw error;
      if (mine !== latest) return;
      const { shown } = store.getState();
      store.setState({ failure: failure as PhotographFailure, chosen: shown?.id ?? null });
    }
  }

  return {
    store,
    choose: (id) => show({ id, file: null }, () => fetchPhotograph(id)),
    take: (blob, file) => show({ id: null, file }, () => Promise.resolve(blob)),
    cut: (columns) => store.setState({ columns }),
  };
}

async function fetchBuiltIn(id: PhotographId): Promise<Blob> {
  const missing = (cause?: unknown) =>
    new CodedError<PhotographFailure>({ code: 'photograph.missing', id }, { cause });
  const url = new URL(`${import.meta.env.BASE_URL}${photographPath(id)}`, location.href);
  const answer = await fetch(url).catch((cause: unknown) => {
    throw missing(cause);
  });
  if (!answer.ok) throw missing();
  return answer.blob();
}
