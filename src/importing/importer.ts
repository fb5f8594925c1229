// The worker's side of core/import/import-api.ts. Files are read and pictures decoded once; each change of the choices makes a
// new draft of what is in memory. Nothing is stored before `save`, so an import that is cancelled leaves nothing behind.
import { transfer } from 'comlink';
import { holdLifeLock } from '../core/browser/life-lock';
import { pause } from '../core/browser/pause';
import { CodedError } from '../core/failure';
import type {
  ImportApi,
  ImportChoices,
  ImportedDataset,
  ImportPreview,
  ImportProgress,
  SourceFile,
} from '../core/import/import-api';
import type { SoundDecoder } from '../core/import/series-import';
import type { ImportFailure } from '../core/import/import-failure';
import type { OwnDataset } from '../core/samples/own-dataset';
import type { Chosen } from '../data/import/draft/form/chosen';
import { nameOfFiles } from '../data/import/draft/default-name';
import { makeDraft, renameDraft, type Draft, type Material } from '../data/import/draft/draft';
import { previewDraft } from '../data/import/draft/preview';
import { exportNpz } from '../data/import/own-dataset/export-npz';
import { makeDataset } from '../data/import/own-dataset/make-dataset';
import { decodePictures, type OpenDecoders } from '../data/import/pictures/decode-pictures';
import type { parseFiles } from '../data/import/parse-files';
import type { saveOwnDataset } from '../data/sources/stored/own-datasets';
import { throttle } from './throttle';

type OnProgress = (progress: ImportProgress) => void;

interface Tools {
  readonly parseFiles: typeof parseFiles;
  readonly openDecoders: OpenDecoders;
  readonly saveOwnDataset: typeof saveOwnDataset;
}

interface Opened {
  readonly files: readonly SourceFile[];
  /** The page's. */
  readonly decodeSound: SoundDecoder | undefined;
}

/** The files of one import, and what they have become so far. */
interface Import extends Opened {
  readonly controller: AbortController;
  material: Material;
  /** Of the last draft that could be made. */
  accepted: Chosen;
  /** With changes whose draft is still being made. */
  chosen: Chosen;
  draft: Promise<Draft>;
  /** Ends the draft that is being made. */
  drafting: AbortController;
}

/** One per worker. */
export class Importer implements ImportApi {
  readonly #tools: Tools;
  #import: Import | null = null;
  /** Ends what is being opened or is open. */
  #controller = new AbortController();

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  live(lifeLock: string): Promise<void> {
    return holdLifeLock(lifeLock);
  }

  async open(
    files: readonly SourceFile[],
    onProgress: OnProgress,
    decodeSound?: SoundDecoder,
  ): Promise<ImportPreview> {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    const report = throttle(onProgress, controller.signal);
    return named(files, async () => {
      const material = await this.#read({ files, decodeSound }, {}, report, controller.signal);
      const draft = await makeDraft(material, {}, nameOfFiles(files), report, controller.signal);
      controller.signal.throwIfAborted();
      this.#import = {
        ...{ files, decodeSound, controller, material, accepted: {}, chosen: {} },
        ...{ draft: Promise.resolve(draft), drafting: new AbortController() },
      };
      return toTransfer(previewDraft(draft));
    });
  }

  async preview(changed: Partial<ImportChoices>, onProgress: OnProgress): Promise<ImportPreview> {
    const current = this.#current();
    current.drafting.abort();
    const drafting = new AbortController();
    current.drafting = drafting;
    const chosen = { ...current.chosen, ...changed };
    current.chosen = chosen;
    const { signal } = drafting;
    const before = current.draft;
    const next = named(current.files, () => this.#redraft(current, chosen, before, onProgress, signal));
    // A save meanwhile waits for it; if it fails, the draft before it stands.
    current.draft = next.catch(() => before);
    try {
      return toTransfer(previewDraft(await next));
    } catch (error) {
      if (current.drafting === drafting) current.chosen = current.accepted;
      throw error;
    }
  }

  async save(onProgress: OnProgress): Promise<ImportedDataset> {
    const { controller, draft, files } = this.#current();
    return named(files, async () => {
      const report = throttle(onProgress, controller.signal);
      const { id, dataset } = await makeDataset(await draft, report, controller.signal);
      controller.signal.throwIfAborted();
      return { id, dataset, isKept: await this.#tools.saveOwnDataset(id, dataset) };
    });
  }

  exportNpz(dataset: OwnDataset): Promise<Blob> {
    return exportNpz(dataset);
  }

  cancel(): void {
    this.#controller.abort();
    this.#import?.drafting.abort();
    this.#import = null;
  }

  async #redraft(
    current: Import,
    chosen: Chosen,
    before: Promise<Draft>,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<Draft> {
    const report = throttle(onProgress, signal);
    const name = nameOfFiles(current.files);
    if (differOnlyInName(chosen, current.accepted)) {
      const draft = await before;
      signal.throwIfAborted();
      current.accepted = chosen;
      return renameDraft(draft, chosen, name);
    }
    let { material } = current;
    if (needsReading(material, chosen)) {
      material = await this.#read(current, chosen, report, signal);
    }
    const draft = await makeDraft(material, chosen, name, report, signal);
    // A later choice may have come meanwhile, however short that was.
    await pause();
    signal.throwIfAborted();
    current.material = material;
    current.accepted = chosen;
    return draft;
  }

  async #read(
    { files, decodeSound }: Opened,
    { hasHeader, set, rate }: Chosen,
    report: OnProgress,
    signal: AbortSignal,
  ): Promise<Material> {
    const options = {
      ...(hasHeader === undefined ? {} : { hasHeader }),
      ...(rate === undefined ? {} : { rate }),
      set: set ?? null,
      decodeSound,
    };
    const parsed = await this.#tools.parseFiles(files, report, signal, options);
    signal.throwIfAborted();
    const { openDecoders } = this.#tools;
    return parsed.kind === 'pictures' ? decodePictures(parsed, openDecoders, report, signal) : parsed;
  }

  #current(): Import {
    if (this.#import === null) throw new DOMException('No files are open.', 'AbortError');
    return this.#import;
  }
}

/** Whether the choices are about what the files hold, and not about what is in memory. */
function needsReading(material: Material, { hasHeader, set = null, rate }: Chosen): boolean {
  if (material.kind === 'table' && hasHeader !== undefined && hasHeader !== material.hasHeader) return true;
  if (material.kind === 'sounds' && rate !== undefined && rate !== material.rate) return true;
  return material.sets !== null && set !== null && set !== material.sets.shown;
}

function differOnlyInName(one: Chosen, other: Chosen): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof Chosen)[];
  return keys.every((key) => key === 'name' || String(one[key]) === String(other[key]));
}

/** Runs a part of an import; an allocation that the browser refuses becomes a failure with the size of the files. */
async function named<T>(files: readonly SourceFile[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const bytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
    throw new CodedError<ImportFailure>({ code: 'import.out-of-memory', bytes }, { cause: error });
  }
}

function toTransfer(preview: ImportPreview): ImportPreview {
  const traces = preview.series?.traces.flatMap(({ lows, highs }) => [lows.buffer, highs.buffer]) ?? [];
  return transfer(preview, [preview.samples.buffer, preview.labels.buffer, ...traces]);
}
