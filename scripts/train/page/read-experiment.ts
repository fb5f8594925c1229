// The experiment of a headless training: from a link, or from JSON. Nothing is repaired in silence, as the page does: a script that
// asks for what there is not has to learn of it.
import { experimentSchema } from '../../../src/catalog/experiment-schema';
import type { Experiment } from '../../../src/core/experiment/experiment';
import { isOwn } from '../../../src/core/experiment/dataset-id';
import { fromSearch } from '../../../src/core/experiment/url/experiment-url';

/** What `--experiment` names: the query of a link, or the text of a JSON file. */
export type ExperimentSource =
  { readonly kind: 'link'; readonly search: string } | { readonly kind: 'json'; readonly text: string };

export type ReadSource =
  | { readonly experiment: Experiment }
  /** One sentence for each thing that is wrong. */
  | { readonly problems: readonly string[] };

/**
 * The experiment that is asked for, or what is wrong with it.
 * @param seed in place of the experiment's own; null: its own
 */
export function readExperiment(source: ExperimentSource, seed: string | null): ReadSource {
  const parameters = source.kind === 'link' ? new URLSearchParams(source.search) : fromJson(source.text);
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

/** The settings as a link would have them: one reader says what is wrong with either. A sentence where the text is no object. */
function fromJson(text: string): URLSearchParams | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const inner = isPlainObject(read) && 'experiment' in read ? read['experiment'] : read;
  if (!isPlainObject(inner)) return 'The file holds no experiment: it should be an object of settings.';
  return new URLSearchParams(Object.entries(inner).map(([name, value]) => [name, textOf(name, value)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(name === 'classes' ? ',' : '-');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
