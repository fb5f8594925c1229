// AUROC against code size: a network for each size is trained on the normal samples, one after the other, in an engine of its own,
// so that it goes on whatever the person does with the main run. PCA with as many components stands beside it.
import type { ScoreKind } from '../../../core/anomaly/score-kind';
import { aurocOf } from '../../../core/anomaly/curves/bootstrap';
import type { Experiment } from '../../../core/experiment/experiment';
import { withPatch } from '../../../core/experiment/rules';
import { trainedOn } from '../../../core/experiment/trained-on';
import type { RunId } from '../../../core/run/stamp';
import type { AnalysisCalls } from '../../analysis/analysis-client';
import type { Run } from '../../runs/run';
import { createTask, idle } from '../../tasks/task';
import type { CodeSizePoint, CodeSizeState } from '../anomaly-state';
import { scoresFrom } from '../scores/network-scores';
import { openTraining, type Supervise } from './trained-scores';

/** Steps of each network: as many as the main run has made, within these. */
const steps = { min: 500, max: 2000 } as const;

export interface CodeSizePorts {
  readonly analysis: Pick<AnalysisCalls, 'linearScores' | 'codeDistances'> | null;
  readonly supervise: Supervise;
  readonly newRunId: () => RunId;
  readonly run: () => Run;
  readonly kind: () => ScoreKind;
  /** Which test samples count as normal; null before the main run has been scored. */
  readonly isNormal: () => Uint8Array | null;
  readonly shown: () => CodeSizeState;
  readonly show: (state: Partial<CodeSizeState>) => void;
}

export interface CodeSizes {
  readonly start: (codeSizes: readonly number[]) => void;
  readonly cancel: () => void;
  /** Other samples are normal, or trained on: the points are of what is past. */
  readonly forget: () => void;
}

interface Plan {
  readonly experiment: Experiment;
  readonly kind: ScoreKind;
  readonly lastStep: number;
  readonly codeSizes: readonly number[];
  readonly isNormal: Uint8Array;
}

export function createCodeSizes(ports: CodeSizePorts): CodeSizes {
  const { analysis, show, shown } = ports;
  let end: () => void = () => undefined;

  const setPoint = (codeSize: number, patch: Partial<CodeSizePoint>) =>
    show({
      points: shown().points.map((point) => (point.codeSize === codeSize ? { ...point, ...patch } : point)),
    });

  const task = createTask<Plan, true>({
    show,
    starting: { code: 'analysis.starting' },
    async work({ experiment, kind, lastStep, codeSizes, isNormal }, progress, isWanted) {
      const training = openTraining(ports);
      end = training.dispose;
      try {
        for (const [index, codeSize] of codeSizes.entries()) {
          const place = index + 1;
          const message = { code: 'anomalies.training', codeSize, place, count: codeSizes.length } as const;
          const onShare = (share: number) => progress({ message, share: (index + share) / codeSizes.length });
          onShare(0);
          const trained = withPatch(experiment, { codeSize });
          const scored = await training.train(trained, lastStep, kind, onShare);
          if (!isWanted()) return null;
          const known = scored.train && { codes: scored.train, width: scored.codeSize };
          const test = await scoresFrom(analysis, kind, scored.test, known);
          if (!isWanted()) return null;
          setPoint(codeSize, { network: aurocOf(test, isNormal) });
        }
      } finally {
        training.dispose();
      }
      return true;
    },
    onAnswer: () => undefined,
    stop: () => end(),
  });

  /** One fit of PCA has every size. */
  async function addPca({ experiment, codeSizes, isNormal }: Plan, of: CodeSizeState['of']): Promise<void> {
    const found = await analysis?.linearScores(trainedOn(experiment), codeSizes, null, () => undefined);
    if (!found || shown().of !== of) return;
    codeSizes.forEach((codeSize, place) => {
      const scores = found.pca[place];
      if (scores?.length === isNormal.length) setPoint(codeSize, { pca: aurocOf(scores, isNormal) });
    });
  }

  return {
    start(wanted) {
      const { experiment, step } = ports.run();
      const codeSizes = [...new Set(wanted)].sort((a, b) => a - b);
      const lastStep = Math.min(steps.max, Math.max(steps.min, step));
      const kind = ports.kind();
      const isNormal = ports.isNormal();
      if (isNormal === null) return;
      task.cancel();
      const of = { trainedOn: trainedOn(experiment), score: kind, steps: lastStep };
      const points = codeSizes.map((codeSize) => ({ codeSize, network: null, pca: null }));
      show({ ...idle, of, points });
      const plan = { experiment, kind, lastStep, codeSizes, isNormal };
      // Without it the curve of the network stands alone.
      addPca(plan, of).catch(() => undefined);
      void task.start(plan);
    },
    cancel: task.cancel,
    forget() {
      task.cancel();
      if (shown().of !== null) show({ ...idle, of: null, points: [] });
    },
  };
}
