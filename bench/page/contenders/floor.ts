// One thread of the floor (bench/page/floor.ts): multiply-adds in registers, of bench/assembly/instruction-limit.ts.
import { expose } from 'comlink';

let multiplyAdds: (count: number) => number = () => Number.NaN;

const thread = {
  async compile(binary: number[]): Promise<void> {
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(binary));
    multiplyAdds = instance.exports.multiplyAdds as typeof multiplyAdds;
  },

  /** Milliseconds of `count` rounds, each twelve multiply-adds of four lanes. */
  run(count: number): number {
    const startedMs = performance.now();
    multiplyAdds(count);
    return performance.now() - startedMs;
  },
};

export type FloorThread = typeof thread;

expose(thread);
