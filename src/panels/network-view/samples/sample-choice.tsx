// What flows through the network: one of the ten test samples, or what the person draws.
import { plural, t } from '@lingui/core/macro';
import { Shuffle } from 'lucide-react';
import { useMemo } from 'react';
import type { Snapshot } from '../../../core/engine-api/looking';
import { countText } from '../../../core/number-text';
import { classOf, type DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { sampleSize } from '../../../core/samples/samples';
import { useSamplePad } from '../../../session/hooks/use-sample-pad';
import { useSession } from '../../../session/hooks/session-context';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { SmallPad } from '../../../ui/pad/small-pad';
import { SampleRow } from '../../../ui/sample/sample-row';
import styles from './sample-choice.module.css';

const texts = {
  clear: t`Clear drawing`,
  clearShort: t({ message: 'Clear', comment: 'Button: clears the drawing pad' }),
  others: t({ message: 'Others', comment: 'Button: shows other test samples' }),
  samples: t`Test samples`,
};

/** `7`, or `no. 1,234` where there are no classes. */
function sampleName(info: DatasetInfo, index: number, label: number | undefined): string {
  const number = countText(index);
  return (
    classOf(info, label) ??
    t({ message: `no. ${number}`, comment: 'A sample, by its number in the test set' })
  );
}

export function SampleChoice({ snapshot, info }: { snapshot: Snapshot; info: DatasetInfo }) {
  const { selection } = useSession();
  const { pad, hasDrawing, clear, failure } = useSamplePad();
  const { one } = sampleWords(info.kind);
  const { focus, indices, labels } = snapshot;
  const isSignal = info.kind === 'signal';
  const perRow = isSignal ? 2 : 5;
  const count = Math.min(indices.length, isSignal ? 6 : 10);
  const rows = useMemo(() => {
    const size = sampleSize(info.shape);
    return Array.from({ length: Math.ceil(count / perRow) }, (_, row) =>
      snapshot.original.subarray(row * perRow * size, Math.min(count, (row + 1) * perRow) * size),
    );
  }, [snapshot.original, info.shape, count, perRow]);
  const picked = focus.kind === 'sample' ? indices.indexOf(focus.index) : -1;
  return (
    <div className={styles.room}>
      <div className={styles.choice}>
        <div role="group" className={styles.rows} aria-label={texts.samples}>
          {rows.map((values, row) => (
            <SampleRow
              key={row}
              label={plural(row + 1, { one: 'Test samples, row #', other: 'Test samples, row #' })}
              values={values}
              columns={perRow}
              info={info}
              picked={picked >= row * perRow && picked < (row + 1) * perRow ? picked - row * perRow : null}
              onPick={(column) => {
                const index = indices[row * perRow + column];
                if (index !== undefined) selection.focusOn({ kind: 'sample', index });
              }}
              pickLabel={(column) => {
                const at = row * perRow + column;
                const name = sampleName(info, indices[at] ?? 0, labels[at]);
                return t({
                  message: `Show ${one} ${name} in the network`,
                  comment: '{one} is "image" or "sample", {name} its class or number',
                });
              }}
            />
          ))}
        </div>
        <div className={styles.actions}>
          <TextButton icon={Shuffle} onClick={selection.showOthers}>
            {texts.others}
          </TextButton>
          <TextButton label={texts.clear} disabled={!hasDrawing} onClick={clear}>
            {texts.clearShort}
          </TextButton>
        </div>
        <SmallPad {...pad} failure={failure} aspect={isSignal ? 2.1 : undefined} className={styles.pad} />
      </div>
    </div>
  );
}
