// Runs the shaders of a filter's gradient.
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { runPass } from '../gpu-pass';
import { blockLayers, layerLimit } from '../products/block-layers';
import { insideOf } from '../products/inside-glsl';
import { makeOutput, withPackedInOrder } from '../tensor-texture';
import { chooseFilterBlock, gridOf, texelsAtOnce } from './blocks';
import { filterGradientSource, filterMergeSource, type FilterGradientShader } from './filter-gradient-glsl';
import { divisionOf, layoutOf } from '../programs/indices-glsl';
import { inPairs } from './unrolled';

/** Runs that keep a card busy; the images are divided among as many strips as this takes. */
const enoughRuns = 2048;

/** The gradient of a convolution of `x` with respect to its filter, from that with respect to its output. */
export function filterGradient(
  backend: MathBackendWebGL,
  convolution: backend_util.Conv2DInfo,
  x: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  const { inShape, outShape, filterShape, padInfo, filterHeight } = convolution;
  const along = { kernel: convolution.filterWidth, stride: convolution.strideWidth, pad: padInfo.left };
  const channels = [inPairs(inShape[3]), inPairs(outShape[3])] as const;
  const [pairsX, pairsDy] = chooseFilterBlock(along.kernel, layerLimit(backend), channels);
  const blocks = [Math.ceil(channels[1] / pairsDy), Math.ceil(channels[0] / pairsX), filterHeight] as const;
  const ofStrip = blocks[0] * blocks[1] * blocks[2];
  const count = inShape[0];
  const strips = Math.min(count, Math.ceil(enoughRuns / ofStrip));
  const [gridWidth, gridHeight] = gridOf(ofStrip * strips, ofStrip);
  const out = makeOutput(backend, filterShape, true);
  withPackedInOrder(backend, [x, dy], ([image, gradient]) => {
    if (!image || !gradient) return;
    const sizes = [image, gradient, out.placed].map(({ width, height }) => width * height);
    const layouts = [
      layoutOf(image, inPairs(inShape[2]), channels[0]),
      layoutOf(gradient, inPairs(outShape[2]), channels[1]),
    ] as const;
    const shader: FilterGradientShader = {
      along,
      atOnce: texelsAtOnce(inPairs(outShape[2])),
      pairsX,
      pairsDy,
      oddWidthX: inShape[2] % 2 === 1,
      oddWidthDy: outShape[2] % 2 === 1,
      layoutX: layouts[0].layout,
      layoutDy: layouts[1].layout,
      division: divisionOf(Math.max(ofStrip * strips, ...sizes)),
    };
    const key = Object.values({ ...shader, along: Object.values(along) }).join();
    const layers = blockLayers(backend, gridWidth, gridHeight);
    runPass(backend, {
      key: `FilterGradient ${key}`,
      source: () => filterGradientSource(shader),
      reads: { x: image, dy: gradient },
      ints: {
        gridWidth,
        strips,
        count,
        blocks,
        image: [inShape[1], inPairs(inShape[2])],
        down: [outShape[1], inPairs(outShape[2])],
        channels,
        stepX: layouts[0].step,
        stepDy: layouts[1].step,
        rows: [convolution.strideHeight, padInfo.top],
      },
      targets: Array.from({ length: along.kernel * pairsX * pairsDy }, (_, layer) => ({
        texture: layers,
        layer,
      })),
      width: gridWidth,
      height: gridHeight,
    });
    const inside = insideOf(out.placed);
    runPass(backend, {
      key: `FilterGradient merge ${key} ${inside.key}`,
      source: () => filterMergeSource(shader, inside.glsl),
      reads: { layers: { texture: layers, layered: true } },
      ints: { ...inside.ints, gridWidth, width: out.placed.width, strips, blocks, channels },
      targets: [out.placed],
      width: out.placed.width,
      height: out.placed.height,
    });
  });
  return out.info;
}
