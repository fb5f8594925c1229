// The shader of a matrix product: a workgroup computes a tile of the result from tiles of both matrices in shared memory, and each
// of its threads a small block of the tile in registers (Volkov & Demmel, "Benchmarking GPUs to tune dense linear algebra", 2008).
// All sizes share a program. What the matrices hold and what becomes of a sum is WGSL of the caller's.

/** Rows and columns of the result that a workgroup computes, and what each thread does of it. */
export interface Tile {
  /** Threads across and down. */
  threads: number;
  /** Rows and columns of a thread's block; they lie `threads` apart. */
  block: number;
  /** Numbers of a sum that are in shared memory at a time. */
  depth: number;
}

/** From large to small. */
const tiles = [
  { threads: 16, block: 4, depth: 16 },
  { threads: 8, block: 4, depth: 16 },
  { threads: 8, block: 2, depth: 32 },
] as const satisfies readonly Tile[];

/** Workgroups that keep a graphics card busy: smaller tiles where there would be fewer. */
const busyGroups = 128;

/** The largest tile that leaves enough workgroups, or the smallest. */
export function tileFor(rows: number, columns: number): Tile {
  const enough = tiles.find((tile) => groupsOf(tile, rows, columns).reduce((x, y) => x * y) >= busyGroups);
  return enough ?? tiles[2];
}

/** Workgroups across and down. */
export function groupsOf({ threads, block }: Tile, rows: number, columns: number): [number, number] {
  const side = threads * block;
  return [Math.ceil(columns / side), Math.ceil(rows / side)];
}

export interface ProductShader {
  tile: Tile;
  /** WGSL before `main`: `fn a(row: u32, k: u32) -> f32`, `fn b(k: u32, column: u32) -> f32`, `fn finish(row: u32, column: u32, sum: f32)`. */
  functions: string;
  /** Whether neighbours in memory are rows of `a`, and not its columns. */
  aByRow: boolean;
  /** Whether neighbours in memory are columns of `b`. */
  bByColumn: boolean;
  /** Also calls `fn finishColumn(column: u32, sum: f32)` with the sum of each column of `b`. */
  sumsColumns?: boolean;
}

const list = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** The shader, with `numbers.rows`, `numbers.inner` and `numbers.columns`. */
export function productSource({
  tile: { threads, block, depth },
  functions,
  aByRow,
  bByColumn,
  sumsColumns = false,
}: ProductShader): string {
  const side = threads * block;
  const all = threads * threads;
  // one more than the side, so that neighbours fall into different banks
  const stride = side + 1;
  const inBlock = (line: (i: number, j: number) => string) =>
    list(block, (i) => list(block, (j) => line(i, j)));
  const load = (name: 'a' | 'b', alongSide: boolean, value: string) => `
    for (var i = index; i < ${side * depth}u; i += ${all}u) {
      let k = i ${alongSide ? '/' : '%'} ${alongSide ? side : depth}u;
      let at = i ${alongSide ? '%' : '/'} ${alongSide ? side : depth}u;
      ${name}Tile[k * ${stride}u + at] = ${value};
    }`;
  return `${functions}
var<workgroup> aTile: array<f32, ${depth * stride}>;
var<workgroup> bTile: array<f32, ${depth * stride}>;
fn aInside(row: u32, k: u32) -> f32 {
  if (row >= numbers.rows || k >= numbers.inner) { return 0.0; }
  return a(row, k);
}
fn bInside(k: u32, column: u32) -> f32 {
  if (column >= numbers.columns || k >= numbers.inner) { return 0.0; }
  return b(k, column);
}
fn finishInside(row: u32, column: u32, sum: f32) {
  if (row < numbers.rows && column < numbers.columns) { finish(row, column, sum); }
}
@compute @workgroup_size(${all})
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) index: u32) {
  let firstRow = group.y * ${side}u;
  let firstColumn = group.x * ${side}u;
  let down = index / ${threads}u;
  let across = index % ${threads}u;
  ${inBlock((i, j) => `var sum${i}_${j} = 0.0;`)}
  ${sumsColumns ? 'var columnSum = 0.0;' : ''}
  for (var start = 0u; start < numbers.inner; start += ${depth}u) {
    ${load('a', aByRow, 'aInside(firstRow + at, start + k)')}
    ${load('b', bByColumn, 'bInside(start + k, firstColumn + at)')}
    workgroupBarrier();
    ${
      sumsColumns
        ? `if (group.y == 0u && index < ${side}u) {
      for (var k = 0u; k < ${depth}u; k++) { columnSum += bTile[k * ${stride}u + index]; }
    }`
        : ''
    }
    for (var k = 0u; k < ${depth}u; k++) {
      let aAt = k * ${stride}u + down;
      let bAt = k * ${stride}u + across;
      ${list(block, (i) => `let a${i} = aTile[aAt + ${i * threads}u];`)}
      ${list(block, (j) => `let b${j} = bTile[bAt + ${j * threads}u];`)}
      ${inBlock((i, j) => `sum${i}_${j} = fma(a${i}, b${j}, sum${i}_${j});`)}
    }
    workgroupBarrier();
  }
  ${inBlock((i, j) => `finishInside(firstRow + down + ${i * threads}u, firstColumn + across + ${j * threads}u, sum${i}_${j});`)}
  ${
    sumsColumns
      ? `if (group.y == 0u && index < ${side}u && firstColumn + index < numbers.columns) {
    finishColumn(firstColumn + index, columnSum);
  }`
      : ''
  }
}`;
}
