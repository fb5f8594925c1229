// The experiment in the address of the page: a version, and only what differs from the defaults.
// Reading never fails: a bad value becomes the default, one out of range is clamped, and each is reported.
import {
  defaultExperiment,
  difference,
  experimentSchema,
  ranges,
  settings,
  type Experiment,
  type Setting,
} from './experiment';
import { mended } from './rules';

const version = '1';

/** The query string of an experiment, with its leading `?`; for the defaults just the version. */
export function toSearch(experiment: Experiment): string {
  const search = new URLSearchParams({ v: version });
  for (const [setting, value] of Object.entries(difference(defaultExperiment, experiment))) {
    search.set(setting, Array.isArray(value) ? value.join('-') : String(value));
  }
  return `?${search.toString()}`;
}

export interface ReadExperiment {
  experiment: Experiment;
  /** One sentence for each field that was not taken as it stood. */
  problems: string[];
}

/** The experiment that a query string describes, and what was wrong with it. */
export function fromSearch(search: string): ReadExperiment {
  const parameters = new URLSearchParams(search);
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  const givenVersion = parameters.get('v');
  if (givenVersion !== null && givenVersion !== version) {
    problems.push(`The link has version ${quote(givenVersion)}; this page reads version ${version}.`);
  }
  for (const name of new Set(parameters.keys())) {
    if (name === 'v') continue;
    const [text = '', ...more] = parameters.getAll(name);
    if (!isSetting(name)) {
      problems.push(`${quote(name)} is not a setting and was left out.`);
      continue;
    }
    const { value, problem } = readSetting(name, text);
    if (problem !== undefined) problems.push(problem);
    if (more.length > 0) problems.push(`${name} is given more than once; the first one counts.`);
    read[name] = value;
  }
  const asked = experimentSchema.parse(read);
  const { experiment, reasons } = mended(asked);
  const became = Object.entries(difference(asked, experiment)).map(
    ([name, value]) => `${name} became ${show(value)}`,
  );
  if (reasons.length > 0) problems.push(`${reasons.join(' ')} So ${became.join(', ')}.`);
  return { experiment, problems };
}

function isSetting(name: string): name is Setting {
  return (settings as string[]).includes(name);
}

function readSetting(setting: Setting, text: string): { value: unknown; problem?: string } {
  const candidate = fromText(setting, text);
  const exact = experimentSchema.shape[setting].safeParse(candidate);
  if (exact.success) return { value: exact.data };
  const near = clamped(setting, candidate);
  if (near !== undefined) return { value: near, problem: `${setting} ${quote(text)} became ${show(near)}.` };
  const fallback = defaultExperiment[setting];
  return { value: fallback, problem: `${setting} ${quote(text)} is not valid; ${show(fallback)} is used.` };
}

function fromText(setting: Setting, text: string): unknown {
  if (setting === 'hidden') return text.split('-').map(toNumber);
  return typeof defaultExperiment[setting] === 'number' ? toNumber(text) : text;
}

/** The nearest legal value of a numeric setting, or undefined where there is none to be near to. */
function clamped(setting: Setting, candidate: unknown): number | number[] | undefined {
  if (Array.isArray(candidate)) {
    const widths = (candidate as number[]).slice(0, ranges.hiddenLayers.max);
    return widths.every(Number.isFinite)
      ? widths.map((width) => Math.round(clamp(width, ranges.hiddenWidth)))
      : undefined;
  }
  if (typeof candidate !== 'number' || !Number.isFinite(candidate) || !(setting in ranges)) return undefined;
  const value = clamp(candidate, ranges[setting as keyof typeof ranges]);
  return isWhole(setting) ? Math.round(value) : value;
}

/** Whether a numeric setting takes whole numbers only: its default alone does not tell. */
function isWhole(setting: Setting): boolean {
  const { min, max } = ranges[setting as keyof typeof ranges];
  return !experimentSchema.shape[setting].safeParse(min + (max - min) / Math.PI).success;
}

function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(max, Math.max(min, value));
}

/** Plain decimal numbers only: an empty text, `0x10` or `1_000` is not a number here. */
function toNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}

function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function show(value: unknown): string {
  return Array.isArray(value) ? value.join('-') : String(value);
}
