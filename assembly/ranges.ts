// The length of a range, a multiple of 16 to keep lanes and cache lines whole: what a thread takes of elementwise work at a time.
export const RANGE: usize = 8192;
