// Square matrices `[size, size]`, row by row in flat arrays. Solving with ml-matrix takes ten times as long at 784 x 784
// (measured), because it reads and writes every entry through a call.

/** The lower triangle L of a symmetric positive definite matrix, with L L^T equal to it (Cholesky). */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const ofRow = lower.subarray(row * size, row * size + row);
    for (let column = 0; column < row; column++) {
      const ofColumn = lower.subarray(column * size, column * size + column);
      const rest = (matrix[row * size + column] ?? 0) - dot(ofRow, ofColumn, column);
      lower[row * size + column] = rest / (lower[column * size + column] ?? 1);
    }
    const rest = (matrix[row * size + row] ?? 0) - dot(ofRow, ofRow, row);
    lower[row * size + row] = Math.sqrt(Math.max(rest, Number.MIN_VALUE));
  }
  return lower;
}

/** Solves L X = R in place of R `[size, size]`. */
export function solveLower(lower: Float64Array, right: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let before = 0; before < row; before++) {
      addRow(right, row, before, -(lower[row * size + before] ?? 0), size);
    }
    scaleRow(right, row, 1 / (lower[row * size + row] ?? 1), size);
  }
}

/** Solves L^T X = R in place of R `[size, size]`. */
export function solveUpper(lower: Float64Array, right: Float64Array, size: number): void {
  for (let row = size - 1; row >= 0; row--) {
    for (let after = row + 1; after < size; after++) {
      addRow(right, row, after, -(lower[after * size + row] ?? 0), size);
    }
    scaleRow(right, row, 1 / (lower[row * size + row] ?? 1), size);
  }
}

/** A^T A. */
export function gram(matrix: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let inner = 0; inner < size; inner++) {
    const values = matrix.subarray(inner * size, (inner + 1) * size);
    for (let row = 0; row < size; row++) {
      const factor = values[row]!;
      if (factor === 0) continue;
      const at = row * size;
      for (let column = row; column < size; column++) product[at + column]! += factor * values[column]!;
    }
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      product[row * size + column] = product[column * size + row] ?? 0;
    }
  }
  return product;
}

/** A B^T: every entry is the product of a row of A and a row of B. */
export function timesTransposed(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const ofLeft = left.subarray(row * size, (row + 1) * size);
    for (let column = 0; column < size; column++) {
      product[row * size + column] = dot(ofLeft, right.subarray(column * size, (column + 1) * size), size);
    }
  }
  return product;
}

export function transposed(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from(matrix, (_, at) => matrix[(at % size) * size + Math.floor(at / size)] ?? 0);
}

/** Products of the first `length` entries, in four sums that the processor can add at once. */
function dot(a: Float64Array, b: Float64Array, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

function addRow(matrix: Float64Array, to: number, from: number, factor: number, size: number): void {
  if (factor === 0) return;
  const target = to * size;
  const source = from * size;
  for (let i = 0; i < size; i++) matrix[target + i]! += factor * matrix[source + i]!;
}

function scaleRow(matrix: Float64Array, row: number, factor: number, size: number): void {
  for (let at = row * size; at < (row + 1) * size; at++) matrix[at]! *= factor;
}
