// Convolutions of images in NHWC, their gradients, and the transposed convolution, two programs each. tfjs copies patches into a matrix,
// multiplies, and adds bias and activation in programs of their own; its gradients read one number at a time. Here one run computes a
// block of texels, each into its own layer, and a second program brings the layers together, with bias and activation.
import { registerConvolutions, type Convolution } from '../../convolution-registration';
import { webglRegistration } from '../kernel-registration';
import { isCovered } from '../products/matrix-product-glsl';
import { filterGradient } from './filter-gradient';
import { imageOf } from './image';

/** Installs the kernels; returns a function that removes them. */
export function installConvolutions(): () => void {
  return registerConvolutions(webglRegistration, {
    convolve(backend, convolution, x, filter, { activation, ...last }) {
      const floats = [x, filter].every(({ dtype }) => dtype === 'float32');
      if (!floats || !isCovered(activation) || !isCoveredShape(convolution)) return undefined;
      return imageOf(backend, 'down', convolution, x, filter, { activation, ...last });
    },
    inputGradient(backend, convolution, dy, filter, { activation, ...last }) {
      if (!isCovered(activation) || !isCoveredShape(convolution)) return undefined;
      return imageOf(backend, 'up', convolution, dy, filter, { activation, ...last });
    },
    filterGradient: (backend, convolution, x, dy) =>
      isCoveredShape(convolution) ? filterGradient(backend, convolution, x, dy) : undefined,
  });
}

/** The largest filter, along a row: its columns have a target each. */
const widest = 4;

function isCoveredShape(convolution: Convolution): boolean {
  const { dataFormat, dilationHeight, dilationWidth, filterWidth, strideWidth } = convolution;
  const sides = [convolution.inShape, convolution.filterShape, convolution.outShape].flat();
  return (
    dataFormat === 'channelsLast' &&
    dilationHeight === 1 &&
    dilationWidth === 1 &&
    filterWidth <= widest &&
    strideWidth <= widest &&
    !sides.includes(0)
  );
}
