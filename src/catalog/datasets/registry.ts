// The data sets that can be chosen. The bytes, counts and licences are in the manifest that set-up writes; here stands
// what a person reads before they arrive, and what a drawing must look like to belong to them.
import type { DrawingForm } from '../../core/drawing';
import type { DatasetId } from '../../core/experiment';

export interface Dataset {
  label: string;
  summary: string;
  /** How to bring a drawing into the form of the data. */
  drawing: DrawingForm;
  /** What to ask a person to draw. */
  drawingHint: string;
}

export const datasets = {
  mnist: {
    label: 'MNIST digits · 60,000',
    summary: 'Handwritten digits, 28 × 28 pixels: 60,000 to train on, 10,000 to test.',
    drawing: { boxSize: 20, centre: 'mass', strokeWidth: [1.8, 3.1] },
    drawingHint: 'Draw a digit',
  },
  quickdraw: {
    label: 'Quick, Draw! · 345 kinds',
    summary: 'Sketches of 345 things drawn in 20 seconds, 28 × 28 pixels.',
    drawing: { boxSize: 28, centre: 'corner', strokeWidth: [1.3, 1.8] },
    drawingHint: 'Draw a cat, a key, a cloud …',
  },
} satisfies Record<DatasetId, Dataset>;
