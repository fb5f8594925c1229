// Ten test images: original, network input, reconstruction and error. Clicking a column shows the image in the diagram.
import { Shuffle } from 'lucide-react';
import { Fragment, useMemo, type CSSProperties } from 'react';
import { isNoisy } from '../../catalog/corrupt';
import type { Snapshot } from '../../core/engine-api/looking';
import { lossText, otherStepText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { useNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { classNames } from '../../ui/class-names';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Card } from '../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { Placeholder } from '../../ui/placeholder/placeholder';
import { sampleAspect, sampleLook } from '../../ui/sample/looks';
import { SampleRow } from '../../ui/sample/sample-row';
import { Comparison } from './comparison';
import { imageRows } from './image-rows';
import { DenoiserRow, PcaRow } from './linear-rows';
import styles from './reconstructions.module.css';
import { errorGainText, showText } from './words';

const looksAt = ['pictures'] as const;

export function Reconstructions() {
  const { selection } = useSession();
  useInViewEffect(useLookAt(looksAt));
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  const info = useDataset();
  const { many } = useSampleWords();
  return (
    <Card
      title="Reconstructions"
      subtitle={<Subtitle />}
      actions={
        <TextButton icon={Shuffle} explanation={`Ten other test ${many}`} onClick={selection.showOthers}>
          Others
        </TextButton>
      }
      className={styles.card}
    >
      {snapshot && info ? (
        <Rows snapshot={snapshot} info={info} />
      ) : (
        <Placeholder>{`Ten test ${many} appear here once the data has arrived.`}</Placeholder>
      )}
    </Card>
  );
}

function Subtitle() {
  const step = useWhileInView(
    useRunStore(),
    (run) => run.snapshot && otherStepText(run.snapshot.step, run.step),
  );
  const { many } = useSampleWords();
  return (
    <>
      <span>{`ten test ${many} the network has never seen`}</span>
      {step !== null && <span className={styles.step}>{` · ${step}`}</span>}
    </>
  );
}

function Rows({ snapshot, info }: { snapshot: Snapshot; info: DatasetInfo }) {
  const { selection } = useSession();
  const rows = useMemo(() => imageRows(snapshot), [snapshot]);
  const lacksDenoiser = useNoisy(({ reference }) => reference !== null && reference.denoiser === null);
  const columns = snapshot.indices.length;
  const { focus } = snapshot;
  const { errorGain } = sampleLook(info.shape);
  const hasNoise = snapshot.experiment.noise !== 'none';
  const hasDenoiser = isNoisy(snapshot.experiment) && !lacksDenoiser;
  return (
    <div className={styles.panel}>
      <div className={styles.stage}>
        <div
          className={classNames(styles.rows, hasDenoiser && styles.many)}
          style={
            {
              '--rows': rows.length + (hasDenoiser ? 2 : 1),
              '--columns': columns,
              '--aspect': sampleAspect(info.shape),
            } as CSSProperties
          }
        >
          {rows.map(({ name, values, tone, mse }) => (
            <Fragment key={name}>
              {name === 'Error' && <PcaRow snapshot={snapshot} columns={columns} info={info} />}
              {name === 'Error' && hasDenoiser && (
                <DenoiserRow snapshot={snapshot} columns={columns} info={info} />
              )}
              <div className={styles.row}>
                <div className={styles.name}>
                  <span>{name}</span>
                  {mse !== null && <div className={styles.mse}>{`MSE ${lossText(mse)}`}</div>}
                  {tone === 'error' && errorGain !== 1 && <div>{errorGainText(errorGain)}</div>}
                </div>
                <SampleRow
                  label={name}
                  info={info}
                  values={values}
                  tone={tone}
                  columns={columns}
                  reference={mse === null ? undefined : snapshot.original}
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
      <Comparison hasNoise={hasNoise} />
    </div>
  );
}
