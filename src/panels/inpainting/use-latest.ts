// Keeps what is shown until the next is there: under a moving brush nothing flickers.
import { useState } from 'react';

/** The latest value that was not null; null before there was one. */
export function useLatest<T>(value: T | null): T | null {
  const [latest, setLatest] = useState(value);
  if (value !== null && value !== latest) setLatest(value);
  return value ?? latest;
}
