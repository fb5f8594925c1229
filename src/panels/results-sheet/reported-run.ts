// What the sheet reports: the main run as it stands, with its ten samples, or a kept run with those that were kept of it.
import { useEffect, useState } from 'react';
import type { BackendName } from '../../core/backend-measurement';
import { sampleSize } from '../../core/samples/samples';
import { keptRunOf, type KeptRun, type TrainedWith } from '../../session/archive/kept-run';
import { loadRunArchive } from '../../session/archive/load-archive';
import { useSession } from '../../session/hooks/session-context';
import type { RunId } from '../../core/run/stamp';
import type { RunRecord } from '../../session/runs/run';
import type { Session } from '../../session/session';

export interface ReportedRun {
  readonly record: RunRecord;
  readonly backend: BackendName | null;
  readonly trainedWith: TrainedWith | null;
  /** Rows of `columns` samples each; null where none are known. */
  readonly samples: SampleRows | null;
}

interface SampleRows {
  readonly columns: number;
  readonly original: Float32Array;
  /** Null without noise, or where it was not kept. */
  readonly noisy: Float32Array | null;
  readonly reconstructed: Float32Array;
}

export type Report = ReportedRun | 'reading' | 'untrained' | 'gone';

/** The run as it is when the sheet is opened. @param runId of a kept run; null: the main run */
export function useReport(runId: RunId | null): Report {
  const session = useSession();
  const [report, setReport] = useState<Report>(() => (runId === null ? mainReport(session) : 'reading'));
  useEffect(() => {
    if (runId === null) return undefined;
    let isShown = true;
    void loadRunArchive()
      .then(({ read }) => read(runId))
      .catch((): null => null)
      .then((kept) => {
        if (isShown) setReport(kept === null || kept === 'unreadable' ? 'gone' : keptReport(kept));
      });
    return () => {
      isShown = false;
    };
  }, [runId]);
  return report;
}

function mainReport({ run, engine }: Session): Report {
  const now = run.store.getState();
  const kept = keptRunOf(now, engine.store.getState().backend);
  if (kept === null) return 'untrained';
  const { snapshot, facts, experiment } = now;
  const report = keptReport(kept);
  if (snapshot === null || facts === null) return report;
  const { original, noisy, reconstructed } = snapshot;
  const columns = original.length / sampleSize(facts.dataset.shape);
  const hasNoise = experiment.noise !== 'none' && experiment.noiseLevel > 0;
  return { ...report, samples: { columns, original, noisy: hasNoise ? noisy : null, reconstructed } };
}

function keptReport({ record, backend, trainedWith, thumbnail }: KeptRun): ReportedRun {
  const size = record.facts ? sampleSize(record.facts.dataset.shape) : Infinity;
  const columns = Math.floor((thumbnail?.original.length ?? 0) / size);
  return {
    record,
    backend,
    trainedWith: trainedWith ?? null,
    samples: thumbnail && columns > 0 ? { ...thumbnail, columns, noisy: null } : null,
  };
}
