// One training step, part by part, with the numbers of that very step. It trains the run by exactly one step, however long it is
// looked at.
import { t } from '@lingui/core/macro';
import { Pause, Play, SkipBack, SkipForward, StepForward } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { isNoisy } from '../../catalog/corrupt';
import { networkPlan } from '../../catalog/architectures/registry';
import type { StepTrace, TracedSample } from '../../core/engine-api/tracing';
import { countText, numberText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useSession } from '../../session/hooks/session-context';
import { useSlowMotion, useSlowMotionState } from '../../session/hooks/slow-motion/use-slow-motion';
import { pausedNotice } from '../../session/page/notices';
import { useEngine } from '../../session/hooks/use-engine';
import { useRun } from '../../session/hooks/use-run';
import { IconButton, TransportButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { SegmentedRadio } from '../../ui/controls/fields/segmented-radio';
import { Exports } from '../../ui/export/offers';
import { Detail } from './details/detail';
import { partsOf, type PartId } from './parts';
import { speeds, type Speed } from './playback';
import styles from './slow-motion.module.css';
import { SampleChoice } from './sample-choice';
import { Stage } from './stage/stage';
import { stepTable } from './step-table';
import { usePlayback } from './use-playback';
import { partLabels, partSentence, readLabel } from './words';

export function SlowMotion() {
  usePausedTraining();
  useReturnedFocus();
  const info = useDataset();
  const runId = useRun((run) => run.runId);
  const trace = useSlowMotionState((state) => (state.trace?.runId === runId ? state.trace : null));
  const sample = useSlowMotionState((state) => state.sample);
  return (
    <Card
      title={t`Slow motion`}
      term="step"
      subtitle={trace && <Subtitle trace={trace} />}
      savable={trace !== null}
      actions={
        <a href="#train" className={styles.close}>
          {t`Back to all panels`}
        </a>
      }
      className={styles.card}
    >
      {trace && sample && info ? <Player {...{ trace, sample, info }} /> : <Introduction />}
    </Card>
  );
}

/** What opened it gets the focus back, where leaving would lose it. */
function useReturnedFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}

/** A step can only be looked at while training rests. */
function usePausedTraining(): void {
  const { run, notices } = useSession();
  useEffect(() => {
    if (!run.store.getState().wantsTraining) return undefined;
    run.toggle();
    const message = t`Training is paused: slow motion takes one step at a time. Press Train to go on.`;
    notices.show({ key: pausedNotice, kind: 'info', message });
    return () => notices.dismiss(pausedNotice);
  }, [run, notices]);
}

function Subtitle({ trace: { step } }: { trace: StepTrace }) {
  const shown = countText(step);
  const newest = useRun((run) => countText(run.step));
  return shown === newest ? (
    <span>{t`Step ${shown}`}</span>
  ) : (
    <span>{t`Step ${shown}; the run is at ${newest}`}</span>
  );
}

function Introduction() {
  const { many } = useSampleWords();
  const batchSize = useRun((run) => run.experiment.batchSize);
  return (
    <div className={styles.introduction}>
      <p>
        {t`One training step, taken apart: ${batchSize} ${many} go through the network, are compared with what they should be, and every weight moves a little. You follow one of them with the real numbers of the step. It trains the network by exactly that step.`}
      </p>
      <NextStep label={t`Take a step`} />
      <NoStep />
    </div>
  );
}

function NextStep({ label }: { label: string }) {
  const { nextStep } = useSlowMotion();
  const isTracing = useSlowMotionState(({ phase }) => phase === 'tracing');
  const isReady = useEngine(({ phase }) => phase === 'running');
  return (
    <TransportButton
      look="primary"
      label={label}
      icon={StepForward}
      explanation={t`Trains on the next batch and shows what happens in it`}
      disabled={isTracing || !isReady}
      onClick={() => void nextStep()}
    />
  );
}

function NoStep() {
  const { many } = useSampleWords();
  const isMissing = useSlowMotionState(({ phase }) => phase === 'no-step');
  return (
    <p className={styles.noStep} role="status">
      {isMissing &&
        t`No step was taken: the next ${many} have not arrived yet, or training has failed. Wait for the data, or look at the message, and try again.`}
    </p>
  );
}

interface PlayerProps {
  trace: StepTrace;
  sample: TracedSample;
  info: DatasetInfo;
}

function Player({ trace, sample, info }: PlayerProps) {
  const { experiment } = trace;
  const plan = useMemo(() => networkPlan(experiment, info.shape), [experiment, info.shape]);
  const parts = useMemo(() => partsOf(experiment), [experiment]);
  const [playback, dispatch] = usePlayback(parts.length, trace);
  const words = useSampleWords();
  const part = parts[Math.min(playback.part, parts.length - 1)] ?? 'corrupt';
  const isDamaged = isNoisy(experiment) || experiment.inputDropout > 0;
  const labelOf = (id: PartId) => (id === 'corrupt' && !isDamaged ? readLabel : partLabels[id]);
  const go = (to: number) => dispatch({ kind: 'go', part: to });
  return (
    <div className={styles.player}>
      <Exports offer={() => ({ name: t`Layers of the step`, table: () => stepTable(trace, plan) })} />
      <div className={styles.controls}>
        <div className={styles.parts}>
          <SegmentedRadio
            label={t`Part of the step`}
            value={part}
            options={parts.map((value) => ({ value, label: labelOf(value) }))}
            onChange={(id) => go(parts.indexOf(id))}
          />
        </div>
        <div className={styles.buttons} data-picture="omit">
          <IconButton
            label={t`Previous part`}
            icon={SkipBack}
            disabled={playback.part === 0}
            onClick={() => go(playback.part - 1)}
          />
          <IconButton
            label={playback.isPlaying ? t`Hold` : t`Play`}
            icon={playback.isPlaying ? Pause : Play}
            onClick={() => dispatch({ kind: 'toggle' })}
          />
          <IconButton
            label={t`Next part`}
            icon={SkipForward}
            disabled={playback.part === parts.length - 1}
            onClick={() => go(playback.part + 1)}
          />
          <SegmentedRadio
            label={t`Speed`}
            look="quiet"
            value={String(playback.speed)}
            options={speeds.map((speed) => ({ value: String(speed), label: `${numberText(speed)}×` }))}
            onChange={(speed) => dispatch({ kind: 'speed', speed: Number(speed) as Speed })}
          />
          <NextStep label={t`Next step`} />
        </div>
      </div>
      <div className={styles.line}>
        <p className={styles.sentence} aria-live="polite">
          {partSentence(part, trace, plan, words)}
        </p>
        <SampleChoice trace={trace} sample={sample} />
      </div>
      <Stage {...{ part, playback, plan, sample, info }} />
      <div className={styles.detail}>
        {!sample.isTrainedDraw && part !== 'draw' && (
          <p
            className={styles.otherDraw}
          >{t`With a different draw of the code from the one the step was trained with.`}</p>
        )}
        <Detail {...{ part, trace, sample, plan }} />
      </div>
      <p className={styles.legend}>
        {t`In colour: above 0. Grey: below 0. The stronger, the further from 0, layer by layer.`}
      </p>
      <NoStep />
    </div>
  );
}
