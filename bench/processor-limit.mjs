// The peak rate of the processor with vectors of 128 bits and of one thread, which other rates are compared with; and the time that
// it takes to read and write alone.
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

/**
 * @param {import('playwright').Page} page bench/page/profile.html
 * @returns the clock rate, and 1e9 floating-point operations a second of one thread
 */
export async function processorLimit(page) {
  const count = 2_000_000;
  const limit = await page.evaluate(
    ([binary, times]) => window.profiler.limit(binary, times),
    /** @type {const} */ ([await limitBinary(), count]),
  );
  // twelve multiply-adds of four lanes; sixteen dependent operations
  return {
    limitGflops: (count * 12 * 4 * 2) / limit.multiplyAdds / 1e9,
    clockGhz: (count * 16) / limit.chain / 1e9,
  };
}

/** bench/assembly/instruction-limit.ts as a WebAssembly module. */
export function limitBinary() {
  return compiled('instruction-limit');
}

/**
 * @param {import('playwright').Page} page bench/page/profile.html
 * @returns a function that tells the milliseconds in which one thread reads and writes so many bytes
 */
export async function moveTimes(page) {
  const binary = await compiled('memory-limit', { initialMemory: 1024 });
  return (/** @type {number} */ read, /** @type {number} */ written) =>
    page.evaluate(
      ([code, from, to]) => window.profiler.move(code, from, to),
      /** @type {const} */ ([binary, read, written]),
    );
}

/**
 * A file of bench/assembly as a WebAssembly module.
 * @param {string} name
 * @param {object} options of the compiler
 */
async function compiled(name, options = {}) {
  const source = readFileSync(new URL(`./assembly/${name}.ts`, import.meta.url), 'utf8');
  const { binary, error } = await asc.compileString(source, {
    optimizeLevel: 3,
    runtime: 'stub',
    enable: ['simd', 'relaxed-simd'],
    ...options,
  });
  if (error || !binary) throw new Error(`bench/assembly/${name}.ts does not compile`, { cause: error });
  return [...binary];
}
