// The ten samples as buttons: each shows where it lies in all maps, also without a pointer.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import { classOf } from '../../../core/samples/dataset-info';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { LooksGroup, TestPart } from '../../../session/run-looks/look-state';
import { sampleAspect } from '../../../ui/sample/looks';
import { SampleRow } from '../../../ui/sample/sample-row';
import { texts } from '../words';
import styles from './maps.module.css';

interface TenToPickProps {
  group: LooksGroup;
  test: TestPart;
  /** Of the ten among the points of the maps. */
  places: readonly number[];
  picked: number | null;
  onPick: (place: number | null) => void;
}

export function TenToPick({ group: { ten }, test, places, picked, onPick }: TenToPickProps) {
  if (ten === null) return null;
  const { info, labels } = test;
  const { one } = sampleWords(sampleKind(info.shape));
  const at = picked === null ? -1 : places.indexOf(picked);
  return (
    <div className={styles.ten}>
      <p className={styles.note}>{texts.findInMaps}</p>
      <SampleRow
        label={texts.ten}
        info={info}
        values={ten.clean}
        columns={places.length}
        aspect={sampleAspect(info.shape)}
        picked={at < 0 ? null : at}
        onPick={(column) => onPick(column === at ? null : (places[column] ?? null))}
        pickLabel={(column) => {
          const place = places[column] ?? 0;
          const name = classOf(info, labels[place]);
          const index = countText(test.indices[place] ?? 0);
          return name === null ? t`Find test ${one} ${index}` : t`Find ${name}, test ${one} ${index}`;
        }}
      />
    </div>
  );
}
