// The rows of the same images: each with its name, and its errors for either input.
import { t } from '@lingui/core/macro';
import { sampleSize } from '../../../core/samples/samples';
import { useMemo, type CSSProperties } from 'react';
import { lossText, otherStepText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { ComparedRun } from '../../../session/comparison/comparison';
import { trialNoise, type InputErrors } from '../../../session/comparison/trial/trial-state';
import { usePcaWaiting } from '../../../session/hooks/analysis/pca-waiting';
import { usePca } from '../../../session/hooks/analysis/use-pca';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { useTrialStore } from '../../../session/hooks/comparison/use-trial';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { sampleAspect } from '../../../ui/sample/looks';
import { SampleRow } from '../../../ui/sample/sample-row';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { FamilyScope } from '../family-scope';
import { errorExplanation, inputExplanation } from '../words';
import { comparedRows, pcaPictures, picturedInputs, rowNames, type ComparedRow } from './compared-rows';
import styles from './same-images.module.css';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

export function ImageRows({ runs }: { runs: readonly ComparedRun[] }) {
  const pictured = useWhileInView(useComparisonStore(), (state) => state.pictured);
  const trial = useWhileInView(useTrialStore(), (state) => state);
  const model = usePca((pca) => pca.model);
  const info = runs.find(({ run }) => run.facts)?.run.facts?.dataset;
  const shape = info?.shape;
  const { noise, noiseLevel = 0, seed = 0 } = trialNoise({ runs }, trial.noise) ?? {};
  const inputs = useMemo(
    () =>
      pictured && shape && noise !== undefined
        ? picturedInputs(pictured, shape, { noise, noiseLevel, seed })
        : null,
    [pictured, shape, noise, noiseLevel, seed],
  );
  const experiment = runs[0]?.run.experiment;
  const input = inputs?.[trial.shown];
  const pca = useMemo(() => pcaPictures(model, experiment, input), [model, experiment, input]);
  if (!info || !pictured) {
    const { many } = sampleWords(info?.kind);
    return <Placeholder>{t`Ten test ${many} appear here once the first network is built.`}</Placeholder>;
  }
  const rows = comparedRows({ runs, pictured }, trial, inputs, pca);
  const isSignal = info.kind === 'signal';
  // A line needs more width to be read.
  const columns = Math.min(isSignal ? linesShown : Infinity, pictured.indices.length);
  const aspect = isSignal ? lineAspect : sampleAspect(info.shape);
  return (
    <div className={styles.stageBox}>
      <div
        className={styles.rows}
        style={
          {
            '--rows': rows.length,
            '--columns': columns,
            '--aspect': aspect,
          } as CSSProperties
        }
      >
        {rows.map((row) => (
          <Row
            key={row.name}
            row={row}
            {...{ columns, aspect, info }}
            original={inputs?.clean}
            current={runs.find(({ family }) => family !== null && family === row.family)?.run.step ?? null}
          />
        ))}
      </div>
    </div>
  );
}

/** Of signals. */
const linesShown = 5;
const lineAspect = 2.2;

interface RowProps {
  row: ComparedRow;
  columns: number;
  /** Width of one picture over its height. */
  aspect: number;
  info: DatasetInfo;
  /** The clean samples. */
  original: Float32Array | undefined;
  /** The step its run is at. */
  current: number | null;
}

function Row({ row, columns, aspect, info, original, current }: RowProps) {
  const { name, label, family, values, mse, step } = row;
  const count = columns * sampleSize(info.shape);
  const shown = useMemo(() => values?.subarray(0, count) ?? null, [values, count]);
  const isAnswer = name !== rowNames.original && name !== rowNames.noisy;
  const reference = useMemo(
    () => (isAnswer ? original?.subarray(0, count) : undefined),
    [isAnswer, original, count],
  );
  const other = step !== null && current !== null ? otherStepText(step, current) : null;
  const words = (
    <div className={styles.name}>
      <span className={family ? styles.family : styles.label}>{label}</span>
      {other !== null && <span className={styles.step}>{other}</span>}
      {mse && <RowErrors of={label} mse={mse} isInput={name === rowNames.noisy} />}
    </div>
  );
  const picture =
    shown === null ? (
      <div className={styles.missing} style={{ aspectRatio: columns * aspect }}>
        {family === null ? <PcaMissing /> : t`not computed yet`}
      </div>
    ) : (
      <SampleRow label={name} values={shown} {...{ info, columns, aspect, reference }} />
    );
  if (!family) {
    return (
      <div className={styles.row}>
        {words}
        {picture}
      </div>
    );
  }
  return (
    <FamilyScope family={family} className={styles.row}>
      {words}
      {picture}
    </FamilyScope>
  );
}

/** The errors for either input; of the noisy input itself there is only one. */
function RowErrors({ of, mse, isInput }: { of: string; mse: InputErrors; isInput: boolean }) {
  const say = useSampleText();
  return (
    <div className={styles.errors}>
      {!isInput && (
        <ReadOut
          name={t`MSE of ${of}, clean input`}
          caption={t({ message: 'clean', comment: 'Of samples: without noise' })}
          look="line"
          exact={mse.clean}
          explanation={say(errorExplanation('clean'))}
          className={styles.mse}
        >
          {lossText(mse.clean)}
        </ReadOut>
      )}
      <ReadOut
        name={isInput ? t`MSE of the noisy input` : t`MSE of ${of}, noisy input`}
        caption={isInput ? 'MSE' : t({ message: 'noisy', comment: 'Of samples: with noise' })}
        look="line"
        exact={mse.noisy}
        explanation={say(isInput ? inputExplanation : errorExplanation('noisy'))}
        className={styles.mse}
      >
        {lossText(mse.noisy)}
      </ReadOut>
    </div>
  );
}

function PcaMissing() {
  const { words } = usePcaWaiting();
  return <span>{words}</span>;
}
