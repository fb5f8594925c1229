// Products by the packed matrix product of assembly/gemm.ts, on one thread and in a memory of their own.
import relaxedUrl from '../../engine/kernels/wasm/build/kernels-relaxed.wasm?url';
import simdUrl from '../../engine/kernels/wasm/build/kernels-simd.wasm?url';
import type { Products } from './products';

/** The exports of assembly/index.ts that are used here. Addresses are byte offsets into the memory. */
interface ProductExports {
  controlBytes: () => number;
  openPool: (control: number, threads: number, mayWait: boolean, eager: boolean) => void;
  gemmScratchBytes: () => number;
  /** C `[m, n]` = op(A) op(B), where op transposes if asked; see assembly/gemm.ts. */
  gemm: (
    m: number,
    n: number,
    k: number,
    a: number,
    transposeA: boolean,
    b: number,
    transposeB: boolean,
    bias: number,
    activation: number,
    c: number,
    scratch: number,
  ) => void;
}

const none = 0;
const pageBytes = 65_536;
const alignment = 64;

/** Null where the binary cannot be fetched, the browser has no SIMD, or there is no memory. */
export async function wasmProducts(
  size: number,
  width: number,
  rowsAtOnce: number,
): Promise<Products | null> {
  try {
    const compiled = await compileFirst([relaxedUrl, simdUrl]);
    return compiled && (await openModule(compiled, size, width, rowsAtOnce));
  } catch (error) {
    console.info(`Hourglass: products run in plain JavaScript (${String(error)}).`);
    return null;
  }
}

/** The first module that this browser accepts. */
async function compileFirst(urls: readonly string[]): Promise<WebAssembly.Module | null> {
  for (const url of urls) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (WebAssembly.validate(bytes)) return WebAssembly.compile(bytes);
  }
  return null;
}

async function openModule(
  compiled: WebAssembly.Module,
  size: number,
  width: number,
  rowsAtOnce: number,
): Promise<Products> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = await WebAssembly.instantiate(compiled, { env: { memory } });
  const { controlBytes, openPool, gemm, gemmScratchBytes } = exports as unknown as ProductExports;
  let end = 0;
  const take = (bytes: number) => {
    const address = end;
    end = Math.ceil((end + bytes) / alignment) * alignment;
    const missing = Math.ceil(end / pageBytes) - memory.buffer.byteLength / pageBytes;
    if (missing > 0) memory.grow(missing);
    return address;
  };
  const control = take(controlBytes());
  openPool(control, 1, false, false);
  const scratch = take(gemmScratchBytes());
  const rows = take(rowsAtOnce * size * 4);
  const directions = take(width * size * 4);
  const coordinates = take(rowsAtOnce * width * 4);
  const gathered = take(width * size * 4);
  // After the last growth, which replaces the buffer.
  const floats = (address: number, count: number) => new Float32Array(memory.buffer, address, count);
  return {
    rows: floats(rows, rowsAtOnce * size),
    directions: floats(directions, width * size),
    project(count) {
      gemm(count, width, size, rows, false, directions, true, none, none, coordinates, scratch);
      return floats(coordinates, count * width);
    },
    gather(count) {
      gemm(width, size, count, coordinates, true, rows, false, none, none, gathered, scratch);
      return floats(gathered, width * size);
    },
  };
}
