// The test samples that excite a unit most, and some from each tenth of its range.
import { useMemo } from 'react';
import { countText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { sampleSize } from '../../../core/samples/samples';
import { strongestSamples, tenthsOf } from '../../../core/units/tenths';
import { useSession } from '../../../session/hooks/session-context';
import { useAnswer } from '../../../session/hooks/use-task';
import { SampleRow } from '../../../ui/sample/sample-row';
import { SampleStrip } from '../../../ui/sample/sample-strip';
import {
  activationText,
  emptyTenthText,
  rangeText,
  shortRangeText,
  strongestName,
  tenthsText,
  texts,
  topText,
} from './words';
import styles from './measured.module.css';
import text from './text.module.css';

interface ExcitingSamplesProps {
  /** Activation of each test sample, `[count]`. */
  values: Float32Array;
  info: DatasetInfo;
  runId: string;
}

const perTenth = 3;

export function ExcitingSamples({ values, info, runId }: ExcitingSamplesProps) {
  const { selection } = useSession();
  const isSignal = info.kind === 'signal';
  const mostTop = isSignal ? 5 : 12;
  const { many, one } = sampleWords(info.kind);
  const top = useMemo(() => strongestSamples(values, mostTop), [values, mostTop]);
  const tenths = useMemo(() => tenthsOf(values, perTenth), [values]);
  const wanted = [...top, ...tenths.flatMap(({ samples }) => samples)].join();
  const question = useMemo(() => Uint32Array.from(wanted.split(',').map(Number)), [wanted]);
  const images = useAnswer(
    question,
    async (indices, { questions }) => {
      const found = await questions.testImages(indices);
      return found && { indices, found };
    },
    runId,
  );
  const pictures = useMemo(() => {
    const size = sampleSize(info.shape);
    const places = new Map(Array.from(images?.indices ?? [], (index, place) => [index, place]));
    return (samples: readonly number[]) => {
      const made = new Float32Array(samples.length * size);
      samples.forEach((sample, at) => {
        const place = places.get(sample);
        if (images && place !== undefined)
          made.set(images.found.subarray(place * size, (place + 1) * size), at * size);
      });
      return made;
    };
  }, [images, info.shape]);
  const rows = useMemo(
    () => ({ top: pictures(top), tenths: tenths.map(({ samples }) => pictures(samples)) }),
    [pictures, top, tenths],
  );
  return (
    <div className={styles.samples}>
      <h3 className={text.heading}>{topText(many)}</h3>
      <SampleRow
        label={topText(many)}
        values={rows.top}
        columns={top.length}
        info={info}
        onPick={(column) => {
          const index = top[column];
          if (index !== undefined) selection.focusOn({ kind: 'sample', index });
        }}
        pickLabel={(column) => {
          const index = top[column] ?? 0;
          return strongestName(column + 1, `${one} ${countText(index)}`, activationText(values[index] ?? 0));
        }}
      />
      <h3 className={text.heading}>
        <span>{tenthsText(many)}</span>
        <span className={text.note}>{texts.onlyTop}</span>
      </h3>
      <ol className={styles.tenths} data-kind={info.kind}>
        {tenths.map(({ from, to, count, samples }, place) => (
          <li key={place}>
            <span className={styles.range}>{shortRangeText(from, to)}</span>
            <span className={styles.count}>{countText(count)}</span>
            {samples.length === 0 ? (
              <span className={styles.none}>{emptyTenthText(many)}</span>
            ) : (
              <SampleStrip
                label={rangeText(from, to)}
                values={rows.tenths[place] ?? new Float32Array(0)}
                info={info}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
