// Ten test images: original, network input, reconstruction and error. Clicking a column shows the image in the diagram.
import { t } from '@lingui/core/macro';
import { Shuffle } from 'lucide-react';
import { Fragment, useMemo, type CSSProperties, type ReactNode } from 'react';
import { isNoisy } from '../../catalog/corrupt';
import type { Snapshot } from '../../core/engine-api/looking';
import { lossText, otherStepText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { useNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { usePresentation } from '../../session/page/presentation/presentation';
import { classNames } from '../../ui/class-names';
import { useElementSize } from '../../ui/element-size';
import { phoneQuery, useMedia } from '../../ui/media';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { Placeholder } from '../../ui/placeholder/placeholder';
import { errorGainFor } from '../../ui/sample/gain/error-gain';
import { sampleAspect, sampleLook } from '../../ui/sample/looks';
import { SampleRow } from '../../ui/sample/sample-row';
import { useTextScale } from '../../ui/theme/text-scale';
import { Comparison } from './comparison';
import { imageRows } from './image-rows';
import { DenoiserRow, PcaRow } from './linear-rows';
import styles from './reconstructions.module.css';
import { rowLayout } from './columns/row-layout';
import { firstColumns, lineAspect } from './columns/shown-columns';
import { errorGainText, showText, texts, rowNames } from './words';

const looksAt = ['pictures'] as const;

interface ReconstructionsProps {
  /** Stands under the rows. */
  below?: ReactNode;
}

export function Reconstructions({ below }: ReconstructionsProps) {
  const { selection } = useSession();
  useInViewEffect(useLookAt(looksAt));
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  const info = useDataset();
  const { kind, many } = useSampleWords();
  return (
    <Card
      title={t`Reconstructions`}
      explanation={t`Test samples, what the network makes of each, what PCA makes of it with as many numbers, and the error.`}
      term="reconstruction"
      subtitle={<Subtitle />}
      actions={
        <TextButton
          icon={Shuffle}
          explanation={texts[kind].others}
          onClick={selection.showOthers}
        >{t`Others`}</TextButton>
      }
      className={styles.card}
    >
      {snapshot && info ? (
        <Rows snapshot={snapshot} info={info} below={below} />
      ) : (
        <Placeholder>{t`Test ${many} appear here once the data has arrived.`}</Placeholder>
      )}
    </Card>
  );
}

function Subtitle() {
  const step = useWhileInView(
    useRunStore(),
    (run) => run.snapshot && otherStepText(run.snapshot.step, run.step),
  );
  const { kind } = useSampleWords();
  return (
    <>
      <span>{texts[kind].subtitle}</span>
      {step !== null && <span className={styles.step}>{` · ${step}`}</span>}
    </>
  );
}

interface RowsProps extends ReconstructionsProps {
  snapshot: Snapshot;
  info: DatasetInfo;
}

function Rows({ snapshot: whole, info, below }: RowsProps) {
  const { selection } = useSession();
  const lacksDenoiser = useNoisy(({ reference }) => reference !== null && reference.denoiser === null);
  const [stage, { width, height }] = useElementSize({ width: 540, height: 190 });
  const hasNoise = whole.experiment.noise !== 'none';
  // A class has more of larger images.
  const isPresenting = usePresentation((presentation) => presentation.isPresenting);
  const hasDenoiser = isNoisy(whole.experiment) && !lacksDenoiser && !isPresenting;
  const isOnPhone = useMedia(phoneQuery);
  const text = useTextScale();
  const rowCount = (hasNoise ? 4 : 3) + (hasDenoiser ? 2 : 1);
  const { columns, labelWidth, isDense, gap } = rowLayout({
    ...{ kind: info.kind, count: whole.indices.length, rows: rowCount },
    ...{ width, height, isOnPhone, text },
  });
  const snapshot = useMemo(() => firstColumns(whole, columns), [whole, columns]);
  const rows = useMemo(() => imageRows(snapshot), [snapshot]);
  const errorGain = useMemo(
    () => errorGainFor(sampleLook(info.shape), rows.at(-1)?.values ?? new Float32Array(0)),
    [info.shape, rows],
  );
  const { focus } = snapshot;
  const size = isOnPhone ? null : { width: width - labelWidth, height };
  const aspect =
    info.kind === 'signal' ? lineAspect({ size, columns, rows: rowCount, gap }) : sampleAspect(info.shape);
  const shared = { columns, info, aspect };
  return (
    <div className={styles.panel} style={{ '--label': `${labelWidth}px` } as CSSProperties}>
      <div ref={stage} className={styles.stage}>
        <div
          className={classNames(styles.rows, isDense && styles.dense)}
          style={
            {
              ...{ '--rows': rowCount, '--columns': columns, '--aspect': aspect },
              '--gap': `${gap}px`,
            } as CSSProperties
          }
        >
          {rows.map(({ name, values, tone, mse }) => (
            <Fragment key={name}>
              {name === 'Error' && <PcaRow snapshot={snapshot} {...shared} />}
              {name === 'Error' && hasDenoiser && <DenoiserRow snapshot={snapshot} {...shared} />}
              <div className={styles.row}>
                <div className={styles.name}>
                  <span>{rowNames[name]}</span>
                  {mse !== null && <div className={styles.mse}>{t`MSE ${{ mse: lossText(mse) }}`}</div>}
                  {tone === 'error' && errorGain !== 1 && <div>{errorGainText(errorGain)}</div>}
                </div>
                <SampleRow
                  label={rowNames[name]}
                  values={values}
                  tone={tone}
                  gain={tone === 'error' ? errorGain : undefined}
                  reference={name === 'Reconstructed' ? snapshot.original : undefined}
                  {...shared}
                />
              </div>
            </Fragment>
          ))}
          <div className={styles.picks}>
            {Array.from(snapshot.indices, (index, column) => (
              <button
                key={column}
                type="button"
                className={styles.pick}
                aria-label={showText(info, index, snapshot.labels[column])}
                aria-pressed={focus.kind === 'sample' && focus.index === index}
                onClick={() => selection.focusOn({ kind: 'sample', index })}
              />
            ))}
          </div>
        </div>
      </div>
      {below}
      <Comparison hasNoise={hasNoise} />
    </div>
  );
}
