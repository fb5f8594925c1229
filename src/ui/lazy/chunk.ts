// An import that can be retried: a failure is not cached, as it is by `React.lazy`.
import type { ComponentType } from 'react';
import { reloadFailedStyles } from './reload-failed-styles';

/** The chunk of a part did not arrive. */
export class LoadError extends Error {}

export interface Chunk<Props> {
  /** The part; imported on first use. Rejects with a `LoadError`. */
  readonly part: () => Promise<ComponentType<Props>>;
  readonly retry: () => void;
  readonly hasFailed: () => boolean;
  /** How often `retry` was called. */
  readonly retries: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createChunk<Props>(load: () => Promise<ComponentType<Props>>): Chunk<Props> {
  const listeners = new Set<() => void>();
  let retries = 0;
  let failed = false;
  let part: Promise<ComponentType<Props>> | null = null;

  async function fetchPart(): Promise<ComponentType<Props>> {
    try {
      if (retries > 0) await reloadFailedStyles();
      return await load();
    } catch (cause) {
      failed = true;
      throw new LoadError('The chunk did not arrive.', { cause });
    }
  }

  return {
    part: () => (part ??= fetchPart()),
    retry() {
      failed = false;
      part = null;
      retries++;
      listeners.forEach((listener) => listener());
    },
    hasFailed: () => failed,
    retries: () => retries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
