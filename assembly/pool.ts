// The threads that share the work of a kernel. A job is split into chunks, and whichever thread is free claims the next one, so
// that a suspended thread delays only its own chunk. The engine's thread starts every job and works along; helpers run `serve`.
// Without threads, or for a small job, one thread runs the same chunks in turn.
//
// This is safe because a job's description is written while no thread works, and read only by threads that have claimed one of
// its chunks. The job does not end, and its description does not change, until those chunks are finished.
import {
  BELL,
  control,
  CONTROL_BYTES,
  HELPED,
  JOB,
  joinPool,
  LEFT,
  NUMBER,
  SLEEPERS,
  STOP,
  threadNumber,
  UNFINISHED,
} from './job-context';
import { runChunk } from './jobs';

/** Polls of a value that another thread will change, before going to sleep: some 50 microseconds. */
const SPINS: u32 = 20_000;

// A global of the module instance, hence of one thread; it takes no memory.
let mayWait: bool = false;

/** Bytes of the control block. */
export function controlBytes(): usize {
  return CONTROL_BYTES;
}

/**
 * Opens the pool. The engine's thread calls this before anything else; helpers join when they are ready.
 *
 * @param block `controlBytes()` bytes, aligned to 64
 * @param count threads, this one included
 * @param canWait whether this thread may sleep; the page's own may not
 * @param always for tests: share every job of at least two chunks, however small
 */
export function openPool(block: usize, count: u32, canWait: bool, always: bool): void {
  memory.fill(block, 0, CONTROL_BYTES);
  joinPool(block, 0, count, always);
  mayWait = canWait;
}

/** Makes the helpers exit. They may still read the control block after this, but nothing else. */
export function closePool(): void {
  if (ASC_FEATURE_THREADS) {
    atomic.store<u32>(control, 1, STOP);
    atomic.add<u32>(control, 1, BELL);
    atomic.notify(control + BELL, -1);
  }
}

/** Number of helpers that have joined and are waiting for work. */
export function idleHelpers(): u32 {
  return load<u32>(control, SLEEPERS);
}

/** Number of chunks done by helpers so far. */
export function helpedChunks(): u32 {
  return load<u32>(control, HELPED);
}

/**
 * Runs a job whose arguments have been written, and returns when it is done.
 *
 * @param on number of threads, from `threadsFor`
 */
export function runJob(job: u32, chunks: u32, on: usize): void {
  store<u32>(control, load<u32>(control, NUMBER) + 1, NUMBER);
  if (ASC_FEATURE_THREADS) {
    if (on > 1 && chunks > 1) {
      store<u32>(control, job, JOB);
      store<u32>(control, chunks, UNFINISHED);
      atomic.store<u64>(control, (<u64>chunks) << 32, LEFT);
      atomic.add<u32>(control, 1, BELL);
      if (atomic.load<u32>(control, SLEEPERS) > 0) atomic.notify(control + BELL, chunks - 1);
      while (workOnce()) {}
      waitForOthers();
      return;
    }
  }
  for (let chunk: u32 = 0; chunk < chunks; chunk++) runChunk(job, chunk);
}

/** The main loop of a helper: returns when the pool is closed. Call it once, with the pool's block and number of threads. */
export function serve(block: usize, number: u32, count: u32): void {
  joinPool(block, number, count, false);
  if (ASC_FEATURE_THREADS) {
    while (atomic.load<u32>(control, STOP) == 0) {
      const bell = atomic.load<u32>(control, BELL);
      let spins = SPINS;
      while (!workOnce() && --spins > 0) {}
      if (spins == 0) {
        atomic.add<u32>(control, 1, SLEEPERS);
        // Returns at once if the bell has rung since.
        atomic.wait<u32>(control + BELL, bell, -1);
        atomic.sub<u32>(control, 1, SLEEPERS);
      }
    }
  }
}

/**
 * Claims a chunk and runs it. False when there was none to claim. The engine's thread takes the last one, helpers the first, so that
 * with two threads each works on the same half of the batch in every job, which its cache still holds.
 */
function workOnce(): bool {
  const helps = threadNumber() > 0;
  let left = atomic.load<u64>(control, LEFT);
  while (<u32>left < <u32>(left >> 32)) {
    const rest = helps ? left + 1 : left - (<u64>1 << 32);
    const found = atomic.cmpxchg<u64>(control, left, rest, LEFT);
    if (found == left) {
      runChunk(load<u32>(control, JOB), helps ? <u32>left : <u32>(rest >> 32));
      if (helps) atomic.add<u32>(control, 1, HELPED);
      if (atomic.sub<u32>(control, 1, UNFINISHED) == 1) atomic.notify(control + UNFINISHED, 1);
      return true;
    }
    left = found;
  }
  return false;
}

function waitForOthers(): void {
  let spins = SPINS;
  let unfinished = atomic.load<u32>(control, UNFINISHED);
  while (unfinished > 0) {
    if (spins > 0) spins--;
    else if (mayWait) atomic.wait<u32>(control + UNFINISHED, unfinished, -1);
    unfinished = atomic.load<u32>(control, UNFINISHED);
  }
}
