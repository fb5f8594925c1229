// The same ten test images through all four.
import { Shuffle } from 'lucide-react';
import { useMemo, type CSSProperties } from 'react';
import { families, type FamilyId } from '../../catalog/families/registry';
import { countText, lossText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { lookAt, showOthers } from '../../session/actions';
import { statusOf, type ComparedRuns, type Passes } from '../../session/comparison';
import { familyIds } from '../../session/comparison-experiments';
import { durationText } from '../../session/comparison-pace';
import { comparisonStore } from '../../session/comparison-store';
import { runStore } from '../../session/run-store';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelRow } from '../../ui/pixel-image/pixel-row';
import { FamilyScope } from './family-scope';
import { comparedRows, type ComparedRow } from './compared-rows';
import styles from './same-images.module.css';

const lookAtPictures = () => lookAt('pictures');

export function SameImages() {
  useInViewEffect(lookAtPictures);
  const runs = useWhileInView(comparisonStore, (state) => state.runs);
  const isLive = useWhileInView(comparisonStore, (state) => !['none', 'ended'].includes(statusOf(state)));
  return (
    <Card
      title="The same images"
      subtitle={runs === null ? undefined : 'ten test images that none of the four has seen'}
      actions={
        <TextButton
          icon={Shuffle}
          explanation="Ten other test images"
          disabled={!isLive}
          onClick={showOthers}
        >
          Others
        </TextButton>
      }
      className={styles.card}
    >
      {runs === null ? <Intro /> : <Rows runs={runs} />}
    </Card>
  );
}

/** What will happen, before anything has. */
function Intro() {
  const passes = useWhileInView(comparisonStore, (state) => state.passes);
  const trainCount = useWhileInView(runStore, (run) => run.facts?.trainCount ?? null);
  const stage = useWhileInView(runStore, (run) => (run.stage === 'ready' ? null : run.stageMessage));
  const speed = useWhileInView(comparisonStore, (state) => state.knownSpeed);
  return (
    <div className={styles.intro}>
      <p className={styles.lead}>One network of each family, trained in turns.</p>
      <p>
        All four get the same images in the same order, the same layers, seed, learning rate and code size.
        What differs is only what makes each a family; it stands under its name above.
      </p>
      <p>
        Here you will see the same ten test images through each of them, as they learn
        {trainCount !== null && `. ${howLong(trainCount, passes, speed)}`}. You can pause at any time.
      </p>
      {stage !== null && (
        <p className={styles.stage} role="status">
          {stage} …
        </p>
      )}
    </div>
  );
}

function howLong(trainCount: number, passes: Passes, speed: number | null): string {
  const what = `4 × ${countText(passes * trainCount)} training images`;
  if (speed === null) return `${what}: a few minutes on most machines`;
  return `${what}: at least ${durationText((4 * passes * trainCount) / speed)} at the speed Train has reached here`;
}

function Rows({ runs }: { runs: ComparedRuns }) {
  const indices = useWhileInView(comparisonStore, (state) => state.indices);
  const snapshots = familyIds.map((id) => runs[id].run.snapshot);
  const [undercomplete, sparse, denoising, variational] = snapshots;
  const rows = useMemo(
    () => comparedRows({ undercomplete, sparse, denoising, variational }, indices),
    [undercomplete, sparse, denoising, variational, indices],
  );
  const shape = familyIds.map((id) => runs[id].run.facts?.sampleShape).find((one) => one !== undefined);
  const size = shape && imageSize(shape);
  if (!size || !indices)
    return <p className={styles.empty}>Ten test images appear here as soon as one network stands.</p>;
  return (
    <div className={styles.stageBox}>
      <div
        className={styles.rows}
        style={{ '--rows': rows.length, '--columns': indices.length } as CSSProperties}
      >
        {rows.map((row) => (
          <Row key={row.name} row={row} columns={indices.length} size={size} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: ComparedRow;
  columns: number;
  size: { height: number; width: number; channels: number };
}

function Row({ row: { name, family, values, mse }, columns, size }: RowProps) {
  const words = (
    <div className={styles.name}>
      {family ? familyLabel(family) : name}
      {name === 'Noisy' && <div className={styles.detail}>for Denoising</div>}
      {mse !== null && <div className={styles.mse}>MSE {lossText(mse)}</div>}
    </div>
  );
  const picture =
    values === null ? (
      <div
        className={styles.missing}
        style={{ '--aspect': (columns * size.width) / size.height } as CSSProperties}
      >
        being made …
      </div>
    ) : (
      <PixelRow label={name} values={values} columns={columns} {...size} />
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

function familyLabel(family: FamilyId) {
  return <span className={styles.family}>{families[family].label}</span>;
}
