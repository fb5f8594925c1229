// The peak rate of the processor with vectors of 128 bits, which other rates are compared with.
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
export async function limitBinary() {
  const source = readFileSync(new URL('./assembly/instruction-limit.ts', import.meta.url), 'utf8');
  const { binary, error } = await asc.compileString(source, {
    optimizeLevel: 3,
    runtime: 'stub',
    enable: ['simd', 'relaxed-simd'],
  });
  if (error || !binary)
    throw new Error('bench/assembly/instruction-limit.ts does not compile', { cause: error });
  return [...binary];
}
