// One layer as the hourglass diagram draws it.
import type { TermId } from '../../core/glossary/term-id';
import type { LayerShape } from './hourglass-geometry';

export interface DiagramLayer {
  /** `[nodes]`, or `[height, width, maps]` of a layer of feature maps. */
  readonly shape: LayerShape;
  /** What it is, such as "hidden layer 1, ReLU". */
  readonly label: string;
  /** What such a layer does. */
  readonly explanation?: string;
  /** The term of the glossary that says more. */
  readonly term?: TermId;
  /** As many numbers as the layer has nodes, maps last; `null` while there are none. Give a new array when they change. */
  readonly activations: Float32Array | null;
  /** Whether each node is a mean with a spread beside it: then the column has two halves. */
  readonly hasSpread?: boolean;
}
