// The threads that share the work of a kernel. A job is cut into chunks; whoever is free claims the next one, so that a
// thread which the system holds up delays no more than the chunk it has. The engine's own thread begins every job and works
// along; the helpers sit in `serve`. Without threads (or where a job is small) the same chunks are done one by one.
//
// What makes it safe: a job's description is written while nobody works, and read only by a thread that has claimed one of
// its chunks. Until that chunk is finished the job is not over, and nothing of the description changes.
import { runChunk } from './jobs';

// The control block: what different threads write often lies on cache lines of its own.
/** Chunks that nobody has claimed. */
const LEFT: usize = 0;
/** Chunks that are not finished; the engine's thread sleeps on it. */
const UNFINISHED: usize = 64;
/** How often a job was announced; helpers sleep on it. */
const BELL: usize = 128;
/** Helpers that are asleep, or about to be. */
const SLEEPERS: usize = 132;
/** Not 0 when the helpers are to leave. */
const STOP: usize = 136;
/** Chunks that helpers have done. */
const HELPED: usize = 140;
/** The job: which it is, how many there were before it, and what it works on. */
const JOB: usize = 192;
const NUMBER: usize = 196;
const ARGUMENTS: usize = 256;
const CONTROL_BYTES: usize = 512;

/** Looks at a number that another thread will change, before going to sleep: some 50 microseconds. */
const SPINS: u32 = 20_000;

// Variables of a module's instance, so of one thread; they take no memory.
let control: usize = 0;
let thread: u32 = 0;
let threads: u32 = 1;
let mayWait: bool = false;
let eager: bool = false;
let lastNumber: u32 = 0;

/** Bytes of the control block. */
export function controlBytes(): usize {
  return CONTROL_BYTES;
}

/**
 * For the engine's thread, before anything else. Helpers come when they are ready.
 * @param block `controlBytes()` bytes, aligned to 64
 * @param count threads, this one included
 * @param canWait whether this thread may sleep: the page's own may not
 * @param always for tests: every job that has two chunks is shared, worth it or not
 */
export function openPool(block: usize, count: u32, canWait: bool, always: bool): void {
  memory.fill(block, 0, CONTROL_BYTES);
  control = block;
  threads = count;
  mayWait = canWait;
  eager = always;
}

/** Sends the helpers away. They may come to look at the control block after this, but at nothing else. */
export function closePool(): void {
  if (ASC_FEATURE_THREADS) {
    atomic.store<u32>(control, 1, STOP);
    atomic.add<u32>(control, 1, BELL);
    atomic.notify(control + BELL, -1);
  }
}

/** Helpers that have come and wait for work. */
export function idleHelpers(): u32 {
  return load<u32>(control, SLEEPERS);
}

/** Chunks that helpers have done so far. */
export function helpedChunks(): u32 {
  return load<u32>(control, HELPED);
}

/** Where a job's arguments stand: 256 bytes. */
export function jobArguments(): usize {
  return control + ARGUMENTS;
}

/** The number of this thread: 0 is the engine's own. */
export function threadNumber(): usize {
  return thread;
}

/** How many threads there are. */
export function threadCount(): usize {
  return threads;
}

/** On how many threads a job of so much work is done, where it is worth more than one from `worthFrom` on. */
export function threadsFor(work: u64, worthFrom: u64): usize {
  return eager || work >= worthFrom ? <usize>threads : 1;
}

/** Whether a job's chunk is the first of that job on this thread: true once a job, when it is asked. */
export function isFirstHere(): bool {
  const number = load<u32>(control, NUMBER);
  if (number == lastNumber) return false;
  lastNumber = number;
  return true;
}

/**
 * Does a job whose arguments have been written, and returns when it is done.
 * @param on threads, as `threadsFor` says
 */
export function runJob(job: u32, chunks: u32, on: usize): void {
  store<u32>(control, load<u32>(control, NUMBER) + 1, NUMBER);
  if (ASC_FEATURE_THREADS) {
    if (on > 1 && chunks > 1) {
      store<u32>(control, job, JOB);
      store<u32>(control, chunks, UNFINISHED);
      atomic.store<u32>(control, chunks, LEFT);
      atomic.add<u32>(control, 1, BELL);
      if (atomic.load<u32>(control, SLEEPERS) > 0) atomic.notify(control + BELL, chunks - 1);
      while (workOnce()) {}
      waitForOthers();
      return;
    }
  }
  for (let chunk: u32 = 0; chunk < chunks; chunk++) runChunk(job, chunk);
}

/** The life of a helper: returns when the pool is closed. Call it once, with the pool's block and number of threads. */
export function serve(block: usize, number: u32, count: u32): void {
  control = block;
  thread = number;
  threads = count;
  if (ASC_FEATURE_THREADS) {
    while (atomic.load<u32>(control, STOP) == 0) {
      const bell = atomic.load<u32>(control, BELL);
      let spins = SPINS;
      while (!workOnce() && --spins > 0) {}
      if (spins == 0) {
        atomic.add<u32>(control, 1, SLEEPERS);
        // Does not sleep if the bell has rung since.
        atomic.wait<u32>(control + BELL, bell, -1);
        atomic.sub<u32>(control, 1, SLEEPERS);
      }
    }
  }
}

/** Claims a chunk and does it. False where there was none to claim. */
function workOnce(): bool {
  let left = atomic.load<u32>(control, LEFT);
  while (left > 0) {
    const found = atomic.cmpxchg<u32>(control, left, left - 1, LEFT);
    if (found == left) {
      runChunk(load<u32>(control, JOB), left - 1);
      if (thread > 0) atomic.add<u32>(control, 1, HELPED);
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
