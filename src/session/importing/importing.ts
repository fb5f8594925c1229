// Bringing in own data: one import at a time, from the chosen files over the preview to a data set. An import that fails or is
// cancelled changes nothing else: what was trained before goes on.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OwnDatasetId } from '../../core/experiment/dataset-id';
import { CodedError, failureOf, type Failure } from '../../core/failure';
import type {
  ImportChoices,
  ImportedDataset,
  ImportPreview,
  ImportProgress,
  SourceFile,
} from '../../core/import/import-api';
import { importFailureOf, type ImportFailure } from '../../core/import/import-failure';
import type { OwnDataset } from '../../core/samples/own-dataset';
import type { ImportCalls } from './import-client';

/** Why there is no data set: something about the files, or else, such as a worker that has ended. */
export type ImportProblem = ImportFailure | Failure;

export type ImportStage =
  | { readonly name: 'start' }
  /** Null: nothing has been read yet. */
  | { readonly name: 'reading'; readonly progress: ImportProgress | null }
  | { readonly name: 'failed'; readonly problem: ImportProblem }
  | PreviewStage
  | {
      readonly name: 'saving';
      readonly preview: ImportPreview;
      readonly choices: ImportChoices;
      readonly progress: ImportProgress | null;
    };

export interface PreviewStage {
  readonly name: 'preview';
  /** The latest; while `isStale`, of earlier choices. */
  readonly preview: ImportPreview;
  /** As chosen, also where the preview does not show it yet. */
  readonly choices: ImportChoices;
  readonly isStale: boolean;
  readonly progress: ImportProgress | null;
  /** Why the files cannot become a data set under these choices. */
  readonly problem: ImportProblem | null;
}

export interface ImportState {
  /** Whether the dialog is shown. */
  readonly isOpen: boolean;
  readonly stage: ImportStage;
}

export interface Importing {
  readonly store: StoreApi<ImportState>;
  /** Opens the dialog, without files. */
  readonly show: () => void;
  /** Reads files; an import that is under way ends. */
  readonly open: (files: readonly SourceFile[] | Promise<readonly SourceFile[]>) => Promise<void>;
  readonly choose: (changed: Partial<ImportChoices>) => void;
  /** Makes the data set under the choices, and closes the dialog. */
  readonly use: () => Promise<void>;
  /** Back to where files are chosen. */
  readonly restart: () => void;
  /** Ends what is under way and closes the dialog. */
  readonly close: () => void;
  /** A data set that was added, as a NumPy archive. A promise that rejects says why there is none. */
  readonly exportNpz: (id: OwnDatasetId) => Promise<Blob>;
}

export interface ImportingPorts {
  /** Null: nothing can be imported. */
  readonly calls: ImportCalls | null;
  /** @param isNamed whether the person has given it a name; the files' name is only a suggestion */
  readonly onImported: (imported: ImportedDataset, isNamed: boolean) => void;
  /** Null: it is not here. */
  readonly readDataset: (id: OwnDatasetId) => Promise<OwnDataset | null>;
}

const closed: ImportState = { isOpen: false, stage: { name: 'start' } };

/** Choices that change faster, such as a slider's, share a preview. */
const settleMs = 150;

export function createImporting({ calls, onImported, readDataset }: ImportingPorts): Importing {
  const store = createStore<ImportState>()(() => closed);
  /** The import that is under way; another object for each. */
  let current: object = {};
  /** What has been chosen since the latest preview that was answered. */
  let pending: Partial<ImportChoices> = {};
  /** Whether the name of the import is the person's own. */
  let isNamed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let previewsAsked = 0;

  const show = (stage: ImportStage) => store.setState({ isOpen: true, stage }, true);
  const showIn = (mine: object, stage: ImportStage) => {
    if (mine === current) show(stage);
  };

  function end(): object {
    clearTimeout(timer);
    const { stage } = store.getState();
    if (stage.name !== 'start' && stage.name !== 'failed') calls?.cancel();
    pending = {};
    isNamed = false;
    current = {};
    return current;
  }

  /** The stage, if it is the preview's. */
  function previewed(): PreviewStage | null {
    const { stage } = store.getState();
    return stage.name === 'preview' ? stage : null;
  }

  /** True once the preview is of the latest choices. */
  async function updatePreview(): Promise<boolean> {
    clearTimeout(timer);
    const mine = current;
    const asked = ++previewsAsked;
    const isLatest = () => mine === current && asked === previewsAsked;
    if (calls === null) return false;
    try {
      const preview = await calls.preview(pending, (progress) => {
        const stage = previewed();
        if (isLatest() && stage?.isStale) show({ ...stage, progress });
      });
      if (!isLatest() || previewed() === null) return false;
      pending = {};
      show(previewOf(preview));
      return true;
    } catch (error) {
      const stage = previewed();
      if (isLatest() && stage) show({ ...stage, isStale: false, progress: null, problem: problemOf(error) });
      return false;
    }
  }

  return {
    store,
    show: () => store.setState({ isOpen: true }),
    async open(chosen) {
      // What is nearly a data set is not thrown away by files that come in by chance.
      if (calls === null || store.getState().stage.name === 'saving') return;
      const mine = end();
      show({ name: 'reading', progress: null });
      try {
        const files = await chosen;
        if (mine !== current) return;
        const preview = await calls.open(files, (progress) => {
          if (store.getState().stage.name === 'reading') showIn(mine, { name: 'reading', progress });
        });
        showIn(mine, previewOf(preview));
      } catch (error) {
        showIn(mine, { name: 'failed', problem: problemOf(error) });
      }
    },
    choose(changed) {
      const stage = previewed();
      if (stage === null) return;
      pending = { ...pending, ...changed };
      isNamed ||= 'name' in changed;
      const choices = { ...stage.choices, ...changed };
      if (Object.keys(changed).every((choice) => choice === 'name')) {
        show({ ...stage, choices });
        return;
      }
      show({ ...stage, choices, isStale: true, problem: null });
      previewsAsked++;
      clearTimeout(timer);
      timer = setTimeout(() => void updatePreview(), settleMs);
    },
    async use() {
      const mine = current;
      if (Object.keys(pending).length > 0 && !(await updatePreview())) return;
      const stage = previewed();
      if (calls === null || stage === null || mine !== current) return;
      const { preview, choices } = stage;
      const saving = (progress: ImportProgress | null) =>
        showIn(mine, { name: 'saving', preview, choices, progress });
      saving(null);
      try {
        const imported = await calls.save((progress) => {
          if (store.getState().stage.name === 'saving') saving(progress);
        });
        if (mine !== current) return;
        calls.cancel();
        current = {};
        store.setState(closed, true);
        onImported(imported, isNamed);
      } catch (error) {
        showIn(mine, { ...stage, problem: problemOf(error) });
      }
    },
    restart() {
      end();
      show({ name: 'start' });
    },
    close() {
      end();
      store.setState(closed, true);
    },
    async exportNpz(id) {
      const dataset = await readDataset(id);
      if (dataset === null || calls === null)
        throw new CodedError({ code: 'data.not-here', file: 'manifest.json' });
      return calls.exportNpz(dataset);
    },
  };
}

function previewOf(preview: ImportPreview): PreviewStage {
  return {
    name: 'preview',
    preview,
    choices: preview.choices,
    isStale: false,
    progress: null,
    problem: null,
  };
}

function problemOf(error: unknown): ImportProblem {
  return importFailureOf(error) ?? failureOf(error);
}
