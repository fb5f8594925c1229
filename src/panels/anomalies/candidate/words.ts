// What is said of a candidate. Pure.
import { t } from '@lingui/core/macro';
import type { CandidateOrigin } from '../../../session/anomalies/anomaly-state';

export function candidateLabel(origin: CandidateOrigin): string {
  switch (origin.kind) {
    case 'drawing':
      return t`Your drawing`;
    case 'file':
      return origin.name === '' ? t`Your file` : origin.name;
    case 'test':
      return t`Test sample ${{ index: origin.index }}`;
  }
}

export function emptyText(isDrawable: boolean): string {
  return isDrawable
    ? t`Draw something, or drop or paste a picture: its score appears here.`
    : t`Drop or paste numbers: their score appears here.`;
}

export const noScoreText = t`This score has not been computed for single samples yet.`;
