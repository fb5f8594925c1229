// What assembly/code-kernels.ts exports. Addresses are byte offsets into the shared memory.

export interface CodeExports {
  gaussianScratchBytes(count: number): number;
  gaussianCode(
    rows: number,
    columns: number,
    mean: number,
    logVar: number,
    noise: number,
    code: number,
    divergence: number,
    scratch: number,
  ): void;
  gaussianCodeGradient(
    rows: number,
    columns: number,
    mean: number,
    logVar: number,
    noise: number,
    dCode: number,
    dDivergence: number,
    dMean: number,
    dLogVar: number,
  ): void;
  sparsityScratchBytes(rows: number, columns: number): number;
  sparsityPenalty(
    penalty: number,
    rho: number,
    margin: number,
    rows: number,
    columns: number,
    codes: number,
    to: number,
    scratch: number,
  ): void;
  sparsityPenaltyGradient(
    penalty: number,
    rho: number,
    margin: number,
    rows: number,
    columns: number,
    codes: number,
    dy: number,
    to: number,
  ): void;
}
