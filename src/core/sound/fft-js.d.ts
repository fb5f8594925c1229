// Types of the part of `fft.js` that is used here: the package names a file of types and does not ship it. A complex array holds
// re, im, re, im, …, `[2 * size]`.
declare module 'fft.js' {
  export default class FFT {
    /** @param size a power of two above 1 */
    constructor(size: number);
    createComplexArray(): number[];
    /** Of real `data`, `[size]`: writes the bins 0 .. size / 2 of `out`; the rest is left to `completeSpectrum`. */
    realTransform(out: number[], data: ArrayLike<number>): void;
    /** Fills the bins above size / 2 of the spectrum of a real signal. */
    completeSpectrum(spectrum: number[]): void;
    /** Divides by `size`, so that it undoes a transform. */
    inverseTransform(out: number[], spectrum: readonly number[]): void;
  }
}
