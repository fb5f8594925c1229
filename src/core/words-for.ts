// Words for a union of codes: one entry for each code, so that the compiler finds the one that is missing.

/** The words for each code of `M`; an entry may use the parameters of its code. */
export type WordsFor<M extends { code: string }> = {
  readonly [C in M['code']]: (message: Extract<M, { code: C }>) => string;
};

export function textOf<M extends { code: string }>(words: WordsFor<M>, message: M): string {
  const say = words[message.code as M['code']] as (message: M) => string;
  return say(message);
}
