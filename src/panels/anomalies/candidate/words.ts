// What is said of a candidate. Pure.
import type { CandidateOrigin } from '../../../session/anomalies/anomaly-state';

export function candidateLabel(origin: CandidateOrigin): string {
  switch (origin.kind) {
    case 'drawing':
      return 'Your drawing';
    case 'file':
      return origin.name === '' ? 'Your file' : origin.name;
    case 'test':
      return `Test sample ${origin.index}`;
  }
}

export function emptyText(isDrawable: boolean): string {
  return isDrawable
    ? 'Draw something, or drop or paste a picture: its score appears here.'
    : 'Drop or paste numbers: their score appears here.';
}

export const noScoreText = 'This score has not been computed for single samples yet.';
