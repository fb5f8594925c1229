// Job kinds that threads share; jobs.ts runs a chunk of each.

export const GEMM_PACK: u32 = 1;
export const GEMM_MULTIPLY: u32 = 2;
export const CONVOLVE: u32 = 3;
export const CONVOLVE_FILTER_GRADIENT: u32 = 4;
export const CONVOLVE_INPUT_GRADIENT: u32 = 5;
export const COLUMN_SUMS: u32 = 6;
export const ACTIVATION: u32 = 7;
export const SUM_SQUARES: u32 = 8;
export const UPDATE_WEIGHTS: u32 = 9;
export const ASSEMBLE_BATCH: u32 = 10;
export const LOSS: u32 = 11;
export const LOSS_GRADIENT: u32 = 12;
export const ACTIVATION_GRADIENT: u32 = 13;
export const GAUSSIAN_CODE: u32 = 14;
export const GAUSSIAN_CODE_GRADIENT: u32 = 15;
export const L1_PENALTY: u32 = 16;
export const L1_GRADIENT: u32 = 17;
export const KL_PENALTY: u32 = 18;
export const KL_GRADIENT: u32 = 19;
export const COMBINE: u32 = 20;
export const CLIP: u32 = 21;
