// Files that a person has chosen or dropped, as runs: run files, weights and layers models, packed or loose. A file that cannot be
// read does not keep the others out.
import { isObject } from '../../../core/plain/is-object';
import { unpackRun, type ImportedRun } from '../run-file/unpack-run';
import { entryNames } from '../run-file/pack-run';
import { fail, runFileFailureOf, type RunFileFailure, type RunFileProblem } from '../run-file-failure';
import { modelFormat } from '../weights/model-json';
import { mostBytes, readZip, type Entries } from '../zip/read-zip';
import { readHistory } from './metrics-file';
import { networkRun, type ReadNetwork } from './network-run';
import { bytesOf, readJson } from './read-json';
import { readWeightsFile } from './read-weights-file';
import { readLayersModel, type FindDataset, type LayersModelFile } from './tfjs/read-layers-model';

export interface ReadFiles {
  readonly runs: readonly ImportedRun[];
  readonly failures: readonly RunFileFailure[];
}

/** What is read of one chosen file, or of loose files together. @throws RunFileError */
type Reading = () => Promise<ImportedRun[]>;

/** Rejects only with what is not the files' fault. @param files `name`: as a person reads it */
export async function readFiles(
  files: readonly { readonly name: string; readonly blob: Blob }[],
  findDataset: FindDataset,
): Promise<ReadFiles> {
  const runs: ImportedRun[] = [];
  const failures: RunFileFailure[] = [];
  const read = async (reading: Reading) => {
    try {
      runs.push(...(await reading()));
    } catch (error) {
      const failure = runFileFailureOf(error);
      if (failure === null) throw error;
      failures.push(failure);
    }
  };
  const loose = new Map<string, Blob>();
  for (const { name, blob } of files) {
    const isZip = await headOf(blob).then(
      (head) => head === 'PK',
      () => false,
    );
    if (isZip) await read(() => readArchive(name, blob, findDataset));
    else if (loose.has(name)) failures.push({ file: name, entry: null, code: 'run-file.same-name' });
    else loose.set(name, blob);
  }
  const networks = networksIn(loose);
  for (const [name, blob] of loose) {
    const isUsed = networks.some(({ uses }) => uses(name));
    if (!isUsed) await read(() => refuse(name, blob));
  }
  for (const network of networks)
    await read(async () => [await readNetwork(network, null, loose, findDataset)]);
  return { runs, failures };
}

async function readArchive(file: string, blob: Blob, findDataset: FindDataset): Promise<ImportedRun[]> {
  if (blob.size > mostBytes)
    return fail(file, null, { code: 'run-file.too-large', bytes: blob.size, most: mostBytes });
  const entries = await readZip(file, blob);
  if (entries.has(entryNames.run)) return [await unpackRun(file, entries)];
  if (/\.hourglass$/i.test(file)) return fail(file, null, { code: 'run-file.missing', name: entryNames.run });
  const networks = networksIn(entries);
  if (networks.length === 0) return fail(file, null, { code: 'run-file.unknown' });
  const runs: ImportedRun[] = [];
  for (const network of networks) runs.push(await readNetwork(network, file, entries, findDataset));
  return runs;
}

/** Says why a loose file is nothing by itself. @throws RunFileError always */
async function refuse(name: string, blob: Blob): Promise<never> {
  if (blob.size === 0) return fail(name, null, { code: 'run-file.unreadable' });
  return fail(name, null, unusable(isJson(name) ? await readJson(name, null, blob) : null));
}

/** What is wrong with a JSON file that is no layers model. */
function unusable(json: unknown): RunFileProblem {
  const isBesideWeights = isObject(json) && (isDescription(json) || isTable(json));
  return { code: isBesideWeights ? 'run-file.without-weights' : 'run-file.unknown' };
}

/** The first two bytes as characters. */
async function headOf(blob: Blob): Promise<string> {
  return String.fromCharCode(...new Uint8Array(await blob.slice(0, 2).arrayBuffer()));
}

/** The files of one network among others. */
interface NetworkFiles {
  /** A safetensors file, or the `model.json` of a layers model: of the autoencoder, or of the encoder. */
  readonly main: string;
  readonly decoder: string | null;
  readonly uses: (path: string) => boolean;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const isJson = (path: string) => /\.json$/i.test(path);
/** A description, a model card or metrics: chosen together with weights. */
const isBeside = (path: string) => /\.(json|md|csv)$/i.test(path);

function networksIn(entries: Entries): NetworkFiles[] {
  const paths = [...entries.keys()];
  const tensors = paths.filter((path) => /\.safetensors$/i.test(path));
  const found = tensors.map((main): NetworkFiles => ({
    main,
    decoder: null,
    uses: (path) => path === main || (isBeside(path) && folderOf(path) === folderOf(main)),
  }));
  if (found.length > 0) return found;
  const models = paths.filter(
    (path) => /(^|\/)model[^/]*\.json$/i.test(path) || (isJson(path) && paths.length > 1),
  );
  const encoder = models.find((path) => /encoder/i.test(path) && !/autoencoder/i.test(path));
  const decoder = models.find((path) => /decoder/i.test(path));
  if (encoder !== undefined && decoder !== undefined) return [{ main: encoder, decoder, uses: () => true }];
  return models.map((main) => ({ main, decoder: null, uses: () => true }));
}

async function readNetwork(
  { main, decoder }: NetworkFiles,
  archive: string | null,
  entries: Entries,
  findDataset: FindDataset,
): Promise<ImportedRun> {
  const file = archive ?? main;
  const name = nameOf(file);
  const entry = (path: string) => (archive === null ? null : path);
  if (!isJson(main)) {
    const network = await readWeightsFile(
      file,
      entry(main),
      blobOf(file, main, entries),
      await jsonBeside(main, entries, isDescription),
    );
    return networkRun(network, name, readHistory(await jsonBeside(main, entries, isTable), network.step));
  }
  const models: LayersModelFile[] = [];
  for (const path of decoder === null ? [main] : [main, decoder]) {
    const json = await readJson(file, entry(path), blobOf(file, path, entries));
    if (!isObject(json) || !('modelTopology' in json)) return fail(path, entry(path), unusable(json));
    const find = (named: string) => (entries.has(folderOf(path) + named) ? folderOf(path) + named : named);
    models.push({
      entry: entry(path),
      json,
      bytesOf: (named) => bytesOf(file, blobOf(file, find(named), entries)),
    });
  }
  const network: ReadNetwork = await readLayersModel(file, models, findDataset);
  return networkRun(network, name, null);
}

function blobOf(file: string, path: string, entries: Entries): Blob {
  return entries.get(path) ?? fail(file, null, { code: 'run-file.missing', name: path });
}

/** A JSON file beside the weights; null where there is none. */
async function jsonBeside(
  weights: string,
  entries: Entries,
  isWanted: (json: Record<string, unknown>) => boolean,
): Promise<unknown> {
  for (const [path, blob] of entries) {
    if (!isJson(path) || folderOf(path) !== folderOf(weights)) continue;
    const json = await readJson(path, null, blob);
    if (isObject(json) && isWanted(json)) return json;
  }
  return null;
}

const isDescription = (json: Record<string, unknown>) => json['format'] === modelFormat;
const isTable = (json: Record<string, unknown>) => 'columns' in json && 'rows' in json;

/** What a network is called by its file; null where that says nothing. */
function nameOf(file: string): string | null {
  const name = (file.split('/').at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .slice(0, 60)
    .trim();
  return /^(model|weights|autoencoder|encoder|)$/i.test(name) ? null : name;
}
