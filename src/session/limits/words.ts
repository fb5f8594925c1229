// Why there is no photograph.
import { t } from '@lingui/core/macro';
import { photographs } from '../../catalog/photographs/registry';
import { drawingFailureText } from '../drawing/words';
import type { PhotographFailure } from './photograph';

export function photographFailureText(failure: PhotographFailure): string {
  if (failure.code !== 'photograph.missing') return drawingFailureText(failure);
  return t`The photograph “${{ label: photographs[failure.id].label }}” could not be fetched: check the connection and choose it again, or run “npm start” again to prepare it.`;
}
