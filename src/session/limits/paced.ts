// Questions that are asked again as training goes on rest in between, so that they cost training little.

/** A question rests for so many times as long as it took: it takes a tenth of the engine's time at most. */
const restFactor = 9;

/**
 * The same question, put only when what it took last time has been rested from.
 * @param isTraining without training nobody has to wait
 * @param longestRestMs for a question that a person waits for
 */
export function paced<Given extends unknown[], Answer>(
  ask: (...given: Given) => Promise<Answer>,
  isTraining: () => boolean,
  longestRestMs = Infinity,
): (...given: Given) => Promise<Answer> {
  let restsUntilMs = 0;
  return async (...given) => {
    const restMs = restsUntilMs - performance.now();
    if (restMs > 0 && isTraining()) await new Promise((resolve) => setTimeout(resolve, restMs));
    const startMs = performance.now();
    try {
      return await ask(...given);
    } finally {
      const tookMs = performance.now() - startMs;
      restsUntilMs = performance.now() + Math.min(longestRestMs, restFactor * tookMs);
    }
  };
}
