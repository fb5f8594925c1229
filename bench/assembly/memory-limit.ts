// AssemblyScript, compiled by bench/convolutions.mjs: the time that it takes to read and write so many bytes, and to compute nothing.

/**
 * Reads some bytes from the beginning of the memory and writes others after them, 32 at a time.
 * @param times how often
 */
export function move(read: usize, written: usize, times: u32): void {
  for (let n: u32 = 0; n < times; n++) {
    let a = i32x4.splat(n);
    let b = a;
    const readEnd = read & ~31;
    const end = readEnd + (written & ~31);
    let at: usize = 0;
    for (; at < readEnd; at += 32) {
      a = v128.xor(a, v128.load(at));
      b = v128.xor(b, v128.load(at, 16));
    }
    a = v128.xor(a, b);
    for (; at < end; at += 32) {
      v128.store(at, a);
      v128.store(at, a, 16);
    }
  }
}
