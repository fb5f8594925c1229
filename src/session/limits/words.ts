// Why there is no photograph.
import { photographs } from '../../catalog/photographs/registry';
import { drawingFailureText } from '../drawing/words';
import type { PhotographFailure } from './photograph';

export function photographFailureText(failure: PhotographFailure): string {
  if (failure.code !== 'photograph.missing') return drawingFailureText(failure);
  return `The photograph “${photographs[failure.id].label}” could not be fetched: check the connection and choose it again, or run “npm start” again to prepare it.`;
}
