// Runs the shaders that make images of images.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { runPass, type Read } from '../gpu-pass';
import { blockLayers, layerLimit } from '../products/block-layers';
import { insideOf } from '../products/inside-glsl';
import { lastStepSource, type ProductActivation } from '../products/matrix-product-glsl';
import { makeOutput, withPackedInOrder } from '../tensor-texture';
import { chooseBlock, gridOf } from './blocks';
import { imageMergeSource, imageSource, type ImageShader } from './image-glsl';
import { divisionOf, layoutOf } from '../programs/indices-glsl';
import { inPairs } from './unrolled';

export interface LastStep {
  activation: ProductActivation;
  bias?: TensorInfo;
}

/**
 * activation(convolution + bias).
 * @param direction `down`: the convolution of `x`, of its input's shape. `up`: its transpose, for `x` of its output's shape
 * @param filter `[height, width, channels of the wide side, of the narrow side]`
 */
export function imageOf(
  backend: MathBackendWebGL,
  direction: ImageShader['direction'],
  convolution: backend_util.Conv2DInfo,
  x: TensorInfo,
  filter: TensorInfo,
  { activation, bias }: LastStep,
): TensorInfo {
  const { inShape, outShape, padInfo, strideHeight } = convolution;
  const [from, to] = direction === 'down' ? [inShape, outShape] : [outShape, inShape];
  const along = { kernel: convolution.filterWidth, stride: convolution.strideWidth, pad: padInfo.left };
  const [made, summed] = [inPairs(to[3]), inPairs(from[3])];
  const { texels, pairs } = chooseBlock({ direction, along }, layerLimit(backend), inPairs(to[2]), made);
  const blocks = [Math.ceil(made / pairs), Math.ceil(inPairs(to[2]) / texels), to[1]] as const;
  const ofImage = blocks[0] * blocks[1] * blocks[2];
  const runs = ofImage * to[0];
  const [gridWidth, gridHeight] = gridOf(runs, ofImage);
  const out = makeOutput(backend, to, true);
  withPackedInOrder(backend, bias ? [x, filter, bias] : [x, filter], ([image, weights, added]) => {
    if (!image || !weights) return;
    const sizes = [image, out.placed].map(({ width, height }) => width * height);
    const laidOut = layoutOf(image, inPairs(from[2]), summed);
    const shader: ImageShader = {
      direction,
      along,
      texels,
      pairs,
      oddChannels: from[3] % 2 === 1,
      oddWidth: from[2] % 2 === 1,
      single: to[3] === 1,
      layout: laidOut.layout,
      division: divisionOf(Math.max(runs, ...sizes)),
    };
    const key = Object.values({ ...shader, along: Object.values(along) }).join();
    const layers = blockLayers(backend, gridWidth, gridHeight);
    runPass(backend, {
      key: `Convolution ${key}`,
      source: () => imageSource(shader),
      reads: { x: image, weights },
      ints: {
        gridWidth,
        blocks,
        image: [from[1], inPairs(from[2])],
        stepX: laidOut.step,
        summed,
        made,
        rows: [convolution.filterHeight, strideHeight, padInfo.top],
      },
      targets: Array.from({ length: texels * pairs }, (_, layer) => ({ texture: layers, layer })),
      width: gridWidth,
      height: gridHeight,
    });
    const inside = insideOf(out.placed);
    const last = { inside: inside.glsl, activation, hasBias: added !== undefined };
    const read: Record<string, Read> = added ? { bias: added } : {};
    runPass(backend, {
      key: `Convolution merge ${texels} ${pairs} ${shader.division} ${inside.key} ${activation} ${added !== undefined}`,
      source: () => imageMergeSource(shader, lastStepSource(last)),
      reads: { layers: { texture: layers, layered: true }, ...read },
      ints: { ...inside.ints, gridWidth, width: out.placed.width, blocks, size: [made, inPairs(to[2])] },
      targets: [out.placed],
      width: out.placed.width,
      height: out.placed.height,
    });
  });
  return out.info;
}
