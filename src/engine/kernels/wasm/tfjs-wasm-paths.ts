// Where tfjs finds its own WebAssembly: copies that the bundler emits beside our scripts, on the page's own origin.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';

/**
 * Makes tfjs load its WebAssembly from our origin. Call before the backend is created. tfjs requires all three paths and
 * loads one; the threaded one only if `WASM_HAS_MULTITHREAD_SUPPORT` is true.
 */
export function useLocalWasmBinaries(): void {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedSimdUrl,
  });
}
