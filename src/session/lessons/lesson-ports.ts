// What lessons need of the browser.

/** Tests bring their own. */
export interface LessonPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly hash: () => string;
  readonly goTo: (hash: string) => void;
  /** @returns what ends it */
  readonly onHash: (listener: () => void) => () => void;
}
