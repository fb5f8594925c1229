// Samples that a person brings: a drawing, a file, a test sample. The newest wins; it is scored again with newer weights.
import type { ScoreKind } from '../../core/anomaly/score-kind';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { EngineQuestions } from '../engine/engine-questions';
import { createLatestWins } from '../tasks/latest-wins';
import type { Candidate, CandidateOrigin, Examples } from './anomaly-state';
import { scoresFrom, type KnownCodes } from './scores/network-scores';

export interface CandidatePorts {
  readonly analysis: Pick<AnalysisCalls, 'codeDistances'> | null;
  readonly questions: Pick<EngineQuestions, 'scoreSamples' | 'testImages' | 'reconstruct'>;
  readonly kind: () => ScoreKind;
  readonly known: () => KnownCodes | null;
  readonly rank: (score: number) => number | null;
  readonly show: (candidate: Candidate | null) => void;
}

export interface Candidates {
  readonly set: (sample: Float32Array | null, origin: CandidateOrigin) => void;
  /** The weights, the score or the codes are others now. */
  readonly again: () => void;
  readonly origin: () => CandidateOrigin | null;
  readonly examples: (indices: Uint32Array) => Promise<Examples | null>;
}

interface Given {
  readonly sample: Float32Array;
  readonly origin: CandidateOrigin;
}

export function createCandidates(ports: CandidatePorts): Candidates {
  const { questions, show } = ports;
  let given: Given | null = null;

  const latest = createLatestWins<Given, Candidate | null>(
    async ({ sample, origin }) => {
      const kind = ports.kind();
      const scored = await questions.scoreSamples(kind, sample);
      if (scored === null) return null;
      const known = ports.known();
      const isKnown = !('codes' in scored.judged) || known?.width === scored.codeSize;
      const scores = isKnown ? await scoresFrom(ports.analysis, kind, scored.judged, known) : null;
      const { reconstructions, runId, step } = scored;
      const score = scores?.[0] ?? null;
      const error = errorsOf(sample, reconstructions);
      const rank = score === null ? null : ports.rank(score);
      return { origin, sample, reconstruction: reconstructions, score, rank, error, runId, step };
    },
    (_, candidate) => show(candidate),
  );

  return {
    set(sample, origin) {
      latest.forget();
      given = sample && { sample, origin };
      if (given === null) show(null);
      else latest.ask(given);
    },
    again() {
      if (given !== null) latest.ask(given);
    },
    origin: () => given?.origin ?? null,
    async examples(indices) {
      const samples = await questions.testImages(indices);
      const made = samples && (await questions.reconstruct(samples));
      if (made === null) return null;
      const { images: reconstructions, runId, step } = made;
      const errors = errorsOf(samples ?? new Float32Array(0), reconstructions);
      return { indices, samples: samples ?? new Float32Array(0), reconstructions, errors, runId, step };
    },
  };
}

/** Reconstruction minus sample, on the scale that all error maps share. Signals have values outside of [0, 1]: nothing is clipped. */
function errorsOf(samples: Float32Array, reconstructions: Float32Array): Float32Array {
  return samples.map((value, i) => (reconstructions[i] ?? 0) - value);
}
