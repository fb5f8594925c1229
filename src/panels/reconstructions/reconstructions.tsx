// Ten test images as they are, as the network gets them, as it rebuilds them, and what is wrong. A click on a column sends
// that image through the diagram.
import { Shuffle } from 'lucide-react';
import { Fragment, useMemo, type CSSProperties } from 'react';
import type { Snapshot } from '../../core/engine-api';
import { lossText, otherStepText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { lookAt, setFocus, showOthers } from '../../session/actions';
import type { RunFacts } from '../../session/run';
import { runStore } from '../../session/run-store';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelRow } from '../../ui/pixel-image/pixel-row';
import { HonestNumbers } from './honest-numbers';
import { imageRows } from './image-rows';
import { PcaRow, PcaVerdict } from './pca-row';
import styles from './reconstructions.module.css';

const lookAtPictures = () => lookAt('pictures');

export function Reconstructions() {
  useInViewEffect(lookAtPictures);
  const snapshot = useWhileInView(runStore, (run) => run.snapshot);
  const facts = useWhileInView(runStore, (run) => run.facts);
  return (
    <Card
      title="Reconstructions"
      subtitle={<Subtitle />}
      actions={
        <TextButton icon={Shuffle} explanation="Ten other test images" onClick={showOthers}>
          Others
        </TextButton>
      }
      className={styles.card}
    >
      {snapshot && facts ? <Rows snapshot={snapshot} facts={facts} /> : <Building />}
    </Card>
  );
}

function Subtitle() {
  const step = useWhileInView(runStore, (run) => run.snapshot && otherStepText(run.snapshot.step, run.step));
  return (
    <>
      ten test images the network has never seen
      {step !== null && <span className={styles.step}> · {step}</span>}
    </>
  );
}

function Building() {
  return <p className={styles.building}>Ten test images appear here as soon as they have arrived.</p>;
}

function Rows({ snapshot, facts }: { snapshot: Snapshot; facts: RunFacts }) {
  const rows = useMemo(() => imageRows(snapshot), [snapshot]);
  const size = imageSize(facts.sampleShape);
  const columns = snapshot.indices.length;
  const { focus } = snapshot;
  if (size === null) return <p className={styles.building}>These samples are not images.</p>;
  const hasNoise = snapshot.experiment.noise !== 'none';
  return (
    <div className={styles.panel}>
      <div className={styles.stage}>
        <div
          className={styles.rows}
          style={{ '--rows': rows.length + 1, '--columns': columns } as CSSProperties}
        >
          {rows.map(({ name, values, tone, mse }) => (
            <Fragment key={name}>
              {name === 'Error' && <PcaRow snapshot={snapshot} columns={columns} {...size} />}
              <div className={styles.row}>
                <div className={styles.name}>
                  {name}
                  {mse !== null && <div className={styles.mse}>MSE {lossText(mse)}</div>}
                </div>
                <PixelRow label={name} values={values} tone={tone} columns={columns} {...size} />
              </div>
            </Fragment>
          ))}
          <div className={styles.picks}>
            {Array.from(snapshot.indices, (index, column) => (
              <button
                key={column}
                type="button"
                className={styles.pick}
                aria-label={`Show test image ${index}, ${className(snapshot, facts, column)}, in the diagram`}
                aria-pressed={focus.kind === 'sample' && focus.index === index}
                onClick={() => setFocus({ kind: 'sample', index })}
              />
            ))}
          </div>
        </div>
      </div>
      {hasNoise ? <HonestNumbers /> : <PcaVerdict />}
    </div>
  );
}

function className(snapshot: Snapshot, facts: RunFacts, column: number): string {
  return facts.classNames[snapshot.labels[column] ?? -1] ?? 'unnamed';
}
