// The form that a drawing is brought into: the catalog's, or the one that was measured on the data.
import { datasetEntry } from '../../catalog/datasets/registry';
import type { Experiment } from '../../core/experiment/experiment';
import type { DrawingForm } from '../../core/samples/drawing';
import type { Run } from '../runs/run';

/** Until it is measured, and for pictures put among photographs. */
const anyForm: DrawingForm = { boxSize: 24, centre: 'box', strokeWidth: [1.5, 3] };

export function formOf(
  { dataset }: Pick<Experiment, 'dataset'>,
  drawingForm: Run['drawingForm'],
): DrawingForm {
  return datasetEntry(dataset).drawing ?? drawingForm?.form ?? anyForm;
}

/** Whether the images of the data are no drawings. */
export function isUndrawable(drawingForm: Run['drawingForm']): boolean {
  return drawingForm !== null && drawingForm.form === null;
}
