// Matrix products (`BatchMatMul` of two matrices, and `_FusedMatMul` with bias and activation). tfjs compiles a program per
// size and reads two texels for every four products. Here one program serves all sizes. In large products one run computes a block
// of result texels, each into its own layer: on software rendering 4 x 2 of them, from the 4 + 2 texels it reads, which is 0.75 reads
// instead of 2; on a card 2 x 2 (1 read), since a card has caches and needs many runs at once. A second program then merges the layers.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { registerMatrixProducts, type MatrixProduct } from '../../gpu/matrix-products';
import { blockLayers, blockShapeOf } from './block-layers';
import { runPass, type Read } from '../gpu-pass';
import { insideOf } from './inside-glsl';
import { webglRegistration } from '../kernel-registration';
import {
  mergeSource,
  productActivations,
  productSource,
  type ProductActivation,
} from './matrix-product-glsl';
import { liesFlat, makeOutput, withPacked, type Placed } from '../tensor-texture';

type Product = MatrixProduct<ProductActivation>;

/** Number of texel products from which blocks are worth a second program. */
const minForBlocks = 100_000;

/** Installs both kernels; returns a function that removes them. */
export function installMatrixProduct(): () => void {
  return registerMatrixProducts(webglRegistration, productActivations, product);
}

/** undefined for matrices that lie in no texture as rows and columns: tfjs's own kernel takes them. */
function product(backend: MathBackendWebGL, how: Product): TensorInfo | undefined {
  const { a, b, bias, rows, columns } = how;
  if (![a.shape, b.shape, [rows, columns], [1, columns]].every(liesFlat)) return undefined;
  const out = makeOutput(backend, [rows, columns], true);
  withPacked(backend, bias ? [a, b, bias] : [a, b], ([left, right, added]) => {
    if (left && right) {
      multiply(backend, how, { a: left, b: right, ...(added && { bias: added }) }, out.placed);
    }
  });
  return out.info;
}

function multiply(
  backend: MathBackendWebGL,
  { transposeA, transposeB, activation, inner }: Product,
  { a, b, bias }: { a: Placed; b: Placed; bias?: Placed },
  out: Placed,
): void {
  const { width, height } = out;
  const depth = Math.ceil(inner / 2);
  const isOdd = inner % 2 === 1;
  const inBlocks = width * height * depth >= minForBlocks;
  const inside = insideOf(out);
  const last = { inside: inside.glsl, activation, hasBias: bias !== undefined };
  const lastKey = `${inside.key} ${activation} ${bias !== undefined}`;
  const biasRead: Record<string, Read> = bias ? { bias } : {};
  const key = `MatMul ${transposeA} ${transposeB} ${isOdd}`;
  const operands = { a, b };
  if (!inBlocks) {
    runPass(backend, {
      key: `${key} ${lastKey}`,
      source: () => productSource({ transposeA, transposeB, isOdd, rows: 1, columns: 1, last }),
      reads: { ...operands, ...biasRead },
      ints: { ...inside.ints, depth },
      targets: [out],
      width,
      height,
    });
    return;
  }
  const shape = blockShapeOf(backend);
  const { rows, columns } = shape;
  const blocks = [Math.ceil(width / columns), Math.ceil(height / rows)] as const;
  const layers = blockLayers(backend, blocks[0], blocks[1]);
  runPass(backend, {
    key: `${key} ${rows} x ${columns}`,
    source: () => productSource({ transposeA, transposeB, isOdd, rows, columns, last: null }),
    reads: operands,
    ints: { depth },
    targets: Array.from({ length: rows * columns }, (_, layer) => ({ texture: layers, layer })),
    width: blocks[0],
    height: blocks[1],
  });
  runPass(backend, {
    key: `MatMul merge ${rows} x ${columns} ${lastKey}`,
    source: () => mergeSource(last, shape),
    reads: { layers: { texture: layers, layered: true }, ...biasRead },
    ints: inside.ints,
    targets: [out],
    width,
    height,
  });
}
