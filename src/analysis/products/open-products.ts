// Products on our WebAssembly kernel where it runs, otherwise in plain JavaScript.
import { plainProducts } from './plain-products';
import type { Products } from './products';
import { wasmProducts } from './wasm-products';

/** @param size `D`; @param width `L`; @param rowsAtOnce `R` */
export async function openProducts(size: number, width: number, rowsAtOnce: number): Promise<Products> {
  return (await wasmProducts(size, width, rowsAtOnce)) ?? plainProducts(size, width, rowsAtOnce);
}
