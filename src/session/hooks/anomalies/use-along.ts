// The recordings that the samples were cut from, as the anomaly workspace sees them, for components.
import { useDeferredValue, useMemo } from 'react';
import { highestStretches, withoutFarAbove } from '../../../core/anomaly/along/highest';
import type { ScoredWindows } from '../../../core/anomaly/along/scored-windows';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import type { CutSeries } from '../../../core/samples/series/held-out-stretch';
import {
  cutOfInfo,
  networkAlong,
  rebuiltWindow,
  stretchesOf,
  topWindows,
  type RebuiltWindow,
  type TopWindow,
} from '../../anomalies/along/along';
import type { NetworkScores } from '../../anomalies/anomaly-state';
import { hasAllData } from '../../runs/run';
import { useTask } from '../use-task';
import { useRun } from '../use-run';
import { useAnomalies } from './use-anomalies';

export interface Along {
  readonly cut: CutSeries;
  readonly info: DatasetInfo;
  readonly network: NetworkScores;
  /** The windows of each recording. */
  readonly windows: readonly ScoredWindows[];
  /** Of all recordings, the highest score first. */
  readonly stretches: readonly Stretch[];
  /** The highest separate windows, where no stretch is flagged. */
  readonly highest: readonly Stretch[];
  /** The held-out scores without a few that are far above the others; null where there are none such. */
  readonly usualHeldOut: Float32Array | null;
  readonly top: readonly TopWindow[];
  readonly threshold: number | null;
}

/** Listed where nothing is flagged. */
const listedHighest = 5;

/** Null before there are scores, and for data that was not cut from recordings. */
export function useAlong(info: DatasetInfo | undefined): Along | null {
  const network = useAnomalies((state) => state.network);
  const baselines = useAnomalies((state) => state.baselines.scores);
  // The line on the histogram follows the pointer first.
  const threshold = useDeferredValue(useAnomalies((state) => state.threshold));
  const cut = useMemo(() => (info ? cutOfInfo(info) : null), [info]);
  const known = network?.trainedOn.dataset === info?.id ? network : null;
  const windows = useMemo(() => (cut && known ? networkAlong(cut, known) : null), [cut, known]);
  const stretches = useMemo(() => (windows ? stretchesOf(windows, threshold) : []), [windows, threshold]);
  const isFlagged = stretches.length > 0;
  const highest = useMemo(
    () => (windows && !isFlagged ? highestStretches(windows, listedHighest) : []),
    [windows, isFlagged],
  );
  const heldOut = known?.validation ?? null;
  const usualHeldOut = useMemo(() => heldOut && withoutFarAbove(heldOut), [heldOut]);
  const top = useMemo(() => (cut && known ? topWindows(cut, known, baselines) : []), [cut, known, baselines]);
  if (!info || !cut || !known || !windows) return null;
  return { cut, info, network: known, windows, stretches, highest, usualHeldOut, top, threshold };
}

/** A whole recording, `[length, channels]`; null until it has come. */
export function useRecording(dataset: string, recording: number): Float32Array | null {
  const isReady = useRun(hasAllData);
  const runId = useRun((run) => run.runId);
  const question = useMemo(() => ({ dataset, recording }), [dataset, recording]);
  const asked = useTask(
    isReady ? question : null,
    ({ recording: index }, { questions }) => questions.recording(index),
    {
      again: runId,
    },
  );
  return asked?.question === question ? asked.answer : null;
}

/** The window at a point and what the network makes of it; null until it has come, and without a point. */
export function useRebuiltWindow(
  { info, network }: Pick<Along, 'info' | 'network'>,
  series: Float32Array | null,
  start: number | null,
): RebuiltWindow | null {
  const { shape } = info;
  const question = useMemo(
    () => (series === null || start === null ? null : { series, start, shape }),
    [series, start, shape],
  );
  const asked = useTask(
    question,
    (one, { questions }) => rebuiltWindow(questions, one.series, one.start, one.shape),
    { again: network },
  );
  return asked?.question === question ? asked.answer : null;
}
