// The experiment in the page's address: a version, then only what differs from the defaults on its data set. Reading never fails: an
// invalid value becomes the default, a value out of range is clamped, and each problem is reported.
import { t } from '@lingui/core/macro';
import {
  classIndex,
  defaultExperiment,
  defaultsOn,
  difference,
  ranges,
  settings,
  type Experiment,
  type ExperimentSchema,
  type Setting,
} from '../experiment';
import { isOwn } from '../dataset-id';
import { repairExperiment } from '../rules';

const version = '1';
const dataNameParameter = 'dataName';
const untilParameter = 'until';
const longestName = 80;
/** Several times the longest link that the page makes, with each of 345 classes. */
const longestSearch = 16_000;
/** What a teacher's link adds (session/shared-link) is no concern of the experiment. */
const teachersPrefix = 'teach';

/**
 * The query string of an experiment, with its leading `?`; for the defaults just the version.
 * @param dataName the name of a person's own data set, for whoever opens the link elsewhere
 * @param until how far to train (`core/run/goal/goal-text.ts`), which is no part of the experiment
 */
export function toSearch(
  experiment: Experiment,
  dataName: string | null = null,
  until: string | null = null,
): string {
  const search = new URLSearchParams({ v: version });
  const { dataset } = experiment;
  if (dataset !== defaultExperiment.dataset) search.set('dataset', dataset);
  for (const [setting, value] of Object.entries(difference(defaultsOn(dataset), experiment))) {
    search.set(setting, Array.isArray(value) ? value.join(separatorOf(setting)) : String(value));
  }
  if (dataName !== null && isOwn(experiment.dataset)) search.set(dataNameParameter, dataName);
  if (until !== null) search.set(untilParameter, until);
  // A comma may stand in a query as it is, and is easier to read so.
  return `?${search.toString().replaceAll('%2C', ',')}`;
}

/** Between the entries of a list: `hidden=256-64`, `classes=1,7`. */
function separatorOf(setting: string): string {
  return setting === 'classes' ? ',' : '-';
}

export interface ReadExperiment {
  experiment: Experiment;
  /** One sentence for each field that was changed or ignored. */
  problems: string[];
  /** What the link calls a person's own data set; left out where it names none. */
  dataName?: string;
  /** How far the link says to train, as it stands there; left out where it does not. */
  until?: string;
}

/**
 * The experiment that a query string describes, and the problems found.
 * @param schema says which kinds exist (catalog/experiment-schema.ts)
 */
export function fromSearch(search: string, schema: ExperimentSchema): ReadExperiment {
  const parameters = new URLSearchParams(search.length > longestSearch ? '' : search);
  const problems: string[] = [];
  if (search.length > longestSearch) {
    problems.push(
      t`The link is longer than any that this page makes (${{ count: search.length }} characters) and was ignored.`,
    );
  }
  const read: Record<string, unknown> = {};
  const givenVersion = parameters.get('v');
  if (givenVersion !== null && givenVersion !== version) {
    problems.push(
      t`The link has version ${{ givenVersion: quote(givenVersion) }}; this page reads version ${version}.`,
    );
  }
  for (const name of new Set(parameters.keys())) {
    if (['v', dataNameParameter, untilParameter].includes(name) || name.startsWith(teachersPrefix)) continue;
    const [text = '', ...more] = parameters.getAll(name);
    if (!isSetting(name)) {
      problems.push(t`${{ name: quote(name) }} is not a setting and was left out.`);
      continue;
    }
    const { value, problem } = readSetting(schema, name, text);
    if (problem !== undefined) problems.push(problem);
    if (more.length > 0) problems.push(t`${name} is given more than once; the first value is used.`);
    read[name] = value;
  }
  const { dataset } = schema.parse(read);
  const asked = schema.parse({ ...defaultsOn(dataset), ...read });
  const { experiment, reasons } = repairExperiment(asked);
  const became = Object.entries(difference(asked, experiment)).map(
    ([name, value]) => t`${name} became ${{ value: show(name, value) }}`,
  );
  if (reasons.length > 0) problems.push(`${reasons.join(' ')} ${t`So ${{ changes: became.join(', ') }}.`}`);
  const dataName = parameters.get(dataNameParameter)?.trim().slice(0, longestName) ?? '';
  const until = parameters.get(untilParameter);
  return {
    ...{ experiment, problems },
    ...(dataName !== '' && isOwn(experiment.dataset) && { dataName }),
    ...(until !== null && { until }),
  };
}

function isSetting(name: string): name is Setting {
  return (settings as string[]).includes(name);
}

function readSetting(
  schema: ExperimentSchema,
  setting: Setting,
  text: string,
): { value: unknown; problem?: string } {
  const candidate = fromText(setting, text);
  const exact = schema.shape[setting].safeParse(candidate);
  if (exact.success) return { value: exact.data };
  const near = clampSetting(schema, setting, candidate);
  if (near !== undefined)
    return {
      value: near,
      problem: t`${setting} ${{ text: quote(text) }} became ${{ value: show(setting, near) }}.`,
    };
  const fallback = defaultExperiment[setting];
  return {
    value: fallback,
    problem: t`${setting} ${{ text: quote(text) }} is not valid; ${{ value: show(setting, fallback) }} is used.`,
  };
}

function fromText(setting: Setting, text: string): unknown {
  if (setting === 'hidden') return text.split('-').map(toNumber);
  if (setting === 'classes') return toClasses(text);
  return typeof defaultExperiment[setting] === 'number' ? toNumber(text) : text;
}

/** In rising order and each once, whatever the order in the address; NaN for what is no number. */
function toClasses(text: string): number[] {
  const indices = text.trim() === '' ? [] : text.split(',').map(toNumber);
  return [...new Set(indices)].sort((a, b) => a - b);
}

/** The nearest legal value of a numeric setting, or undefined when the candidate is not a number. */
function clampSetting(
  schema: ExperimentSchema,
  setting: Setting,
  candidate: unknown,
): number | number[] | undefined {
  if (setting === 'classes') {
    const indices = (candidate as number[]).filter((index) => classIndex.safeParse(index).success);
    return indices.length > 0 ? indices : undefined;
  }
  if (Array.isArray(candidate)) {
    const widths = (candidate as number[]).slice(0, ranges.hiddenLayers.max);
    return widths.every(Number.isFinite)
      ? widths.map((width) => Math.round(clamp(width, ranges.hiddenWidth)))
      : undefined;
  }
  if (typeof candidate !== 'number' || !Number.isFinite(candidate) || !(setting in ranges)) return undefined;
  const value = clamp(candidate, ranges[setting as keyof typeof ranges]);
  return isWhole(schema, setting) ? Math.round(value) : value;
}

/** Whether a numeric setting takes whole numbers only. The default cannot tell, since it may be whole by chance. */
function isWhole(schema: ExperimentSchema, setting: Setting): boolean {
  const { min, max } = ranges[setting as keyof typeof ranges];
  return !schema.shape[setting].safeParse(min + (max - min) / Math.PI).success;
}

function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, value));
}

/** Parses plain decimal numbers only: an empty text, `0x10` or `1_000` is NaN. */
function toNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}

function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function show(setting: string, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? 'all' : value.join(separatorOf(setting));
}
