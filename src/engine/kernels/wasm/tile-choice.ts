// Chooses the tile of the matrix product by timing both. The wide one is faster where the browser joins neighbouring vectors
// (assembly/gemm-wide-tile.ts), which a page cannot ask about. Both give the same bits, so the choice may change at any time.

/** The tile's exports of assembly/index.ts. */
export interface TileExports {
  useWideTile(wide: boolean): void;
  usesWideTile(): boolean;
  /** Multiplies some zeros with a tile, for some 25 microseconds. */
  tryTile(wide: boolean, scratch: number): void;
}

/**
 * When to time, in ms after the start. At first browsers run code that is compiled quickly, and replace it with optimised code
 * once it has run often; the first trial is what makes them optimise the wide tile. A busy machine takes longer.
 */
const trialsMs = [0, 250, 1000, 4000];
interface Clock {
  now(): number;
}

/** Each tile runs this long in a trial, twice. */
const leastMs = 0.5;
/** Runs after which a clock that stands still is too coarse to time with: about 10 ms. */
const mostRuns = 400;
/** The wide tile has to be faster by this factor, so that chance does not decide between equals. */
const clearly = 1.1;

/**
 * Times the tiles now and a few times later, a few milliseconds each, and uses the faster one. Trials run between jobs, as timers
 * do between the steps of the training.
 *
 * @param scratch memory of `gemm`, which no job uses between two calls of the kernels
 * @param clock in ms
 * @returns a function that ends the trials
 */
export function chooseTile(exports: TileExports, scratch: number, clock: Clock = performance): () => void {
  const timers = trialsMs.map((delayMs) =>
    setTimeout(() => {
      const run = (wide: boolean) => runsPerMs(() => exports.tryTile(wide, scratch), clock);
      const narrow = [run(false)];
      const wide = [run(true)];
      narrow.push(run(false));
      wide.push(run(true));
      exports.useWideTile(Math.max(...wide) > clearly * Math.max(...narrow));
    }, delayMs),
  );
  return () => timers.forEach((timer) => clearTimeout(timer));
}

/**
 * How often `run` runs in a millisecond, from one tick of the clock to a later one, since clocks may be coarse.
 * @returns 0 if the clock stands still
 */
function runsPerMs(run: () => void, clock: Clock): number {
  const nextTick = (afterMs: number): { runs: number; ms: number } => {
    for (let runs = 1; runs <= mostRuns; runs++) {
      run();
      const ms = clock.now();
      if (ms > afterMs) return { runs, ms };
    }
    return { runs: 0, ms: Infinity };
  };
  const started = nextTick(clock.now());
  const ended = nextTick(started.ms + leastMs);
  return ended.runs / (ended.ms - started.ms) || 0;
}
