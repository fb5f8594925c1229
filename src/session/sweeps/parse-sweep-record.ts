// What the browser has kept of a sweep, read back: another version of the page may have kept it, or half of it.
import { isObject } from '../../core/plain/is-object';
import { experimentSchema } from '../../catalog/experiment-schema';
import type { Failure } from '../../core/failure';
import {
  sweptSettings,
  type Course,
  type LinearPoint,
  type SweepPlan,
  type SweepPoint,
} from '../../core/sweep/sweep';
import { sweepStatuses, type SweepRecord, type SweptData } from './sweep-record';

/** What the browser has kept as a sweep, or null where it is none. */
export function parseSweepRecord(kept: unknown): SweepRecord | null {
  if (!isObject(kept) || !isPlan(kept['plan'])) return null;
  const { id, name, startedAt, plan, points, status, failures } = kept;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof startedAt !== 'number') return null;
  const known = sweepStatuses.find((one) => one === status);
  if (known === undefined || !isListOf(points, isPoint) || !isListOf(failures, isFailure)) return null;
  const { data } = kept;
  // Settings that are younger than the sweep have their defaults.
  const whole = { ...plan, base: experimentSchema.parse(plan.base) };
  return {
    ...{ id, name, startedAt, plan: whole, points, status: known, failures: failures.map(withCode) },
    ...(isData(data) && { data }),
  };
}

function isPlan(kept: unknown): kept is SweepPlan {
  if (!isObject(kept) || !experimentSchema.safeParse(kept['base']).success) return false;
  const { setting, values, steps } = kept;
  return (
    sweptSettings.some((one) => one === setting) && isListOf(values, isNumber) && typeof steps === 'number'
  );
}

function isData(kept: unknown): kept is SweptData {
  return isObject(kept) && typeof kept['name'] === 'string' && isListOf(kept['shape'], isNumber);
}

function isPoint(kept: unknown): kept is SweepPoint {
  if (!isObject(kept)) return false;
  const { value, codeSize, steps, testMse, indices, labels, originals, reconstructions } = kept;
  const { epoch, course, linear, terms } = kept;
  return (
    [value, codeSize, steps, testMse].every(isNumber) &&
    indices instanceof Uint32Array &&
    labels instanceof Uint16Array &&
    isValues(originals) &&
    isValues(reconstructions) &&
    (epoch === undefined || isNumber(epoch)) &&
    (terms === undefined || isTerms(terms)) &&
    (course === undefined || isCourse(course)) &&
    (linear === undefined || isLinearPoint(linear))
  );
}

function isTerms(kept: unknown): kept is NonNullable<SweepPoint['terms']> {
  return isObject(kept) && isNumber(kept['reconstruction']) && Object.values(kept).every(isNumber);
}

function isCourse(kept: unknown): kept is Course {
  if (!isObject(kept)) return false;
  const { steps, testMse } = kept;
  return isListOf(steps, isNumber) && isListOf(testMse, isNumber) && steps.length === testMse.length;
}

function isValues(kept: unknown): kept is SweepPoint['originals'] {
  return kept instanceof Uint8Array || kept instanceof Float32Array;
}

function isLinearPoint(kept: unknown): kept is LinearPoint {
  if (!isObject(kept)) return false;
  const { sampleShape, size, pcaMse, denoiserMse, pcaImages, denoiserImages } = kept;
  return (
    isListOf(sampleShape, isNumber) &&
    isNumber(size) &&
    pcaMse instanceof Float32Array &&
    (denoiserMse === null || denoiserMse instanceof Float32Array) &&
    isValues(pcaImages) &&
    (denoiserImages === undefined || denoiserImages === null || isValues(denoiserImages))
  );
}

interface KeptFailure {
  readonly value: number;
  /** Sweeps kept before failures had codes give their reasons as sentences. */
  readonly reason: Failure | string;
}

function isFailure(kept: unknown): kept is KeptFailure {
  if (!isObject(kept) || !isNumber(kept['value'])) return false;
  const { reason } = kept;
  return typeof reason === 'string' || (isObject(reason) && typeof reason['code'] === 'string');
}

function withCode({ value, reason }: KeptFailure): SweepRecord['failures'][number] {
  return { value, reason: typeof reason === 'string' ? { code: 'unexpected', detail: reason } : reason };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}
