// What the tools that work on codes look at.
import type { View } from '../../core/engine-api/looking';

/** The codes of the test images, images to start from, and the drawing. */
export const codeViews = ['codes', 'pictures', 'drawing'] as const satisfies readonly View[];
