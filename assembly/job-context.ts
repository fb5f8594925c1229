// The context of a chunk: the arguments of its job, the thread it runs on, and the number of threads. All of it comes from the
// control block that the threads share (written by pool.ts) and from this thread's own instance of the module.

// The control block. Fields that different threads write often are on separate cache lines.
/** The unclaimed chunks, 64 bits: the number of the first, and in the upper half that of the last plus one. */
export const LEFT: usize = 0;
/** Number of unfinished chunks; the engine's thread sleeps on it. */
export const UNFINISHED: usize = 64;
/** Number of jobs announced so far; helpers sleep on it. */
export const BELL: usize = 128;
/** Number of helpers that are asleep, or about to be. */
export const SLEEPERS: usize = 132;
/** Nonzero to make the helpers exit. */
export const STOP: usize = 136;
/** Number of chunks done by helpers. */
export const HELPED: usize = 140;
/** Nonzero to use the wide tile of the matrix product (gemm-wide-tile.ts). Written while no job runs. */
const WIDE_TILE: usize = 144;
/** Nonzero to make products multiply by all zeros too (sparse-strips.ts). */
const VISITS_ZEROS: usize = 148;
/** The current job: its kind, the number of jobs before it, and its arguments. */
export const JOB: usize = 192;
export const NUMBER: usize = 196;
const ARGUMENTS: usize = 256;
export const CONTROL_BYTES: usize = 512;

// Globals of a module instance, hence of one thread; they take no memory.
export let control: usize = 0;
let thread: u32 = 0;
let threads: u32 = 1;
let eager: bool = false;
let lastNumber: u32 = 0;

/**
 * Joins this thread to a pool.
 *
 * @param block the control block
 * @param number of this thread, 0 for the engine's own
 * @param count threads, this one included
 * @param always for tests: share every job of at least two chunks, however small
 */
export function joinPool(block: usize, number: u32, count: u32, always: bool): void {
  control = block;
  thread = number;
  threads = count;
  eager = always;
}

/** Address of a job's arguments: 256 bytes. */
export function jobArguments(): usize {
  return control + ARGUMENTS;
}

/** The number of this thread: 0 for the engine's own. */
export function threadNumber(): usize {
  return thread;
}

/** The number of threads. */
export function threadCount(): usize {
  return threads;
}

/** Chooses the tile of the matrix product: 6 x 8, or the wide one. Both give the same bits. Call while no job runs. */
export function useWideTile(wide: bool): void {
  store<u32>(control, wide ? 1 : 0, WIDE_TILE);
}

/** Whether the wide tile is in use. */
export function usesWideTile(): bool {
  return load<u32>(control, WIDE_TILE) != 0;
}

/** For measurements and tests: whether products leave out zeros. They do at first. Call while no job runs. */
export function skipZeros(skip: bool): void {
  store<u32>(control, skip ? 0 : 1, VISITS_ZEROS);
}

/** Whether products leave out zeros. */
export function skipsZeros(): bool {
  return load<u32>(control, VISITS_ZEROS) == 0;
}

/** The number of threads for a job of this much work: all of them from `worthFrom` on, otherwise one. */
export function threadsFor(work: u64, worthFrom: u64): usize {
  return eager || work >= worthFrom ? <usize>threads : 1;
}

/** Whether this chunk is the first of its job on this thread. True once per job, on the first call. */
export function isFirstHere(): bool {
  const number = load<u32>(control, NUMBER);
  if (number == lastNumber) return false;
  lastNumber = number;
  return true;
}
