// The experiment of a headless training: from a link, from JSON, or of a run file. Nothing is repaired
// in silence, as the page does: a script that asks for what there is not has to learn of it.
import { experimentSchema } from '../../../src/catalog/experiment-schema';
import type { Experiment } from '../../../src/core/experiment/experiment';
import { isOwn } from '../../../src/core/experiment/dataset-id';
import { fromSearch } from '../../../src/core/experiment/url/experiment-url';
import { runFileFailureOf } from '../../../src/session/run-files/run-file-failure';
import { unpackRun } from '../../../src/session/run-files/run-file/unpack-run';
import { readZip } from '../../../src/session/run-files/zip/read-zip';

/** What `--experiment` names: the query of a link, the text of a JSON file, or the bytes of a run file. */
export type ExperimentSource =
  | { readonly kind: 'link'; readonly search: string }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'run-file'; readonly name: string; readonly base64: string };

export type ReadSource =
  | { readonly experiment: Experiment }
  /** One sentence for each thing that is wrong. */
  | { readonly problems: readonly string[] };

/**
 * The experiment that is asked for, or what is wrong with it. Of a run file it is the one that the run ended with.
 * @param seed in place of the experiment's own; null: its own
 */
export async function readExperiment(source: ExperimentSource, seed: string | null): Promise<ReadSource> {
  const parameters = await parametersOf(source);
  if (typeof parameters === 'string') return { problems: [parameters] };
  if (seed !== null) parameters.set('seed', seed);
  const { experiment, problems } = fromSearch(`?${parameters.toString()}`, experimentSchema);
  if (problems.length > 0) return { problems };
  if (isOwn(experiment.dataset)) {
    return {
      problems: [
        `The experiment is on a data set of your own (${experiment.dataset}), which only the browser that it was imported in has: train it there.`,
      ],
    };
  }
  return { experiment };
}

/** The settings as a link would have them: one reader says what is wrong with any. A sentence where there are none. */
async function parametersOf(source: ExperimentSource): Promise<URLSearchParams | string> {
  if (source.kind === 'link') return new URLSearchParams(source.search);
  if (source.kind === 'json') return fromJson(source.text);
  const bytes = Uint8Array.from(atob(source.base64), (character) => character.charCodeAt(0));
  try {
    const { kept } = await unpackRun(source.name, await readZip(source.name, new Blob([bytes])));
    return fromSettings(kept.record.experiment);
  } catch (error) {
    const failure = runFileFailureOf(error);
    if (failure === null) throw error;
    const { code, entry } = failure;
    return `${source.name} is no run file that can be read (${code}${entry === null ? '' : `, in ${entry}`}).`;
  }
}

function fromJson(text: string): URLSearchParams | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const inner = isPlainObject(read) && 'experiment' in read ? read['experiment'] : read;
  if (!isPlainObject(inner)) return 'The file holds no experiment: it should be an object of settings.';
  return fromSettings(inner);
}

function fromSettings(settings: object): URLSearchParams {
  return new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, textOf(name, value)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(name === 'classes' ? ',' : '-');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
