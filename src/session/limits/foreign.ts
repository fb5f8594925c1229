// Test samples of other data sets for a network, kept for the next time that the same network is tested.
import { narrowestWidth } from '../analysis/linear/linear-rivals';
import type { AnalysisCalls } from '../analysis/analysis-client';
import type { DatasetId } from '../../core/experiment/dataset-id';
import type { Experiment } from '../../core/experiment/experiment';
import { trainedOn } from '../../core/experiment/trained-on';
import { failureOf } from '../../core/failure';
import type { ForeignSamples } from '../../core/limits/limits-api';
import { measuredCell, testedSamples, type LimitsCell } from '../../core/limits/limits-table';
import { keepLatest } from '../../core/plain/keep-latest';
import type { SampleShape } from '../../core/samples/samples';

/** One of them takes up to 6 MB, of 500 colour images of 32 x 32. */
const mostKept = 8;

interface TestedNetwork {
  readonly experiment: Experiment;
  readonly shape: SampleShape;
  /** Samples `[n, D]` through the whole network; null where it cannot be asked any more. */
  readonly reconstruct: (
    samples: Float32Array,
  ) => Promise<{ readonly images: Float32Array; readonly step: number } | null>;
}

/** Tests a network on a data set; null where it cannot be asked any more. A data set that cannot be read is a cell that says why. */
export type TestOn = (tested: DatasetId, network: TestedNetwork) => Promise<LimitsCell | null>;

/** @param analysis null in tests without an analysis worker: then nothing is tested */
export function createTestOn(analysis: Pick<AnalysisCalls, 'foreignSamples'> | null): TestOn {
  const kept = new Map<string, Promise<ForeignSamples>>();

  function samplesFor(
    tested: DatasetId,
    { experiment, shape }: TestedNetwork,
    calls: NonNullable<typeof analysis>,
  ) {
    const codeSize = narrowestWidth(experiment, shape);
    const question = { tested, shape, count: testedSamples, fittedTo: trainedOn(experiment), codeSize };
    const key = JSON.stringify(question);
    const known = kept.get(key);
    if (known) return known;
    const asked = calls.foreignSamples(question);
    keepLatest(kept, key, asked, mostKept);
    asked.catch(() => kept.delete(key));
    return asked;
  }

  return async (tested, network) => {
    if (analysis === null) return null;
    let foreign: ForeignSamples;
    try {
      foreign = await samplesFor(tested, network, analysis);
    } catch (error) {
      return { failure: failureOf(error) };
    }
    const answer = await network.reconstruct(foreign.samples);
    return answer && measuredCell(foreign, answer, network.shape);
  };
}
