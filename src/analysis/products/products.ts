// The two products that subspace methods need, of samples with a few directions, in single precision on buffers that are taken
// once.

/** `R` rows at a time, each of `D` numbers, against `L` directions. */
export interface Products {
  /** The rows, `[R, D]`: fill the first ones. */
  readonly rows: Float32Array;
  /** The directions, `[L, D]`. */
  readonly directions: Float32Array;
  /** Coordinates of the first `count` rows along the directions, `[count, L]`; valid until the next call. */
  readonly project: (count: number) => Float32Array;
  /** Sum over the first `count` rows of coordinate times row, `[L, D]`, from the last `project`; valid until the next call. */
  readonly gather: (count: number) => Float32Array;
}
