// The sample under the pointer in a map.
import { t } from '@lingui/core/macro';
import { countText } from '../../../core/number-text';
import { classOf } from '../../../core/samples/dataset-info';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { TestPart } from '../../../session/run-looks/look-state';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import styles from './maps.module.css';

export interface Pointed {
  /** Among the samples of the maps. */
  readonly place: number;
  /** Of the pointer, in the window. */
  readonly left: number;
  readonly top: number;
}

const width = 104;
const height = 128;
const away = 14;

export function UnderPointer({ pointed: { place, left, top }, test }: { pointed: Pointed; test: TestPart }) {
  const { info, indices, labels, clean } = test;
  const size = sampleSize(info.shape);
  const name = classOf(info, labels[place]);
  const { one } = sampleWords(sampleKind(info.shape));
  const box = {
    left: Math.min(left + away, window.innerWidth - width - away),
    top: top > window.innerHeight - height - 2 * away ? top - height - away : top + away,
    width,
  };
  return (
    <div className={styles.hover} style={box} aria-hidden="true">
      <div className={styles.hoverHead}>
        {name !== null && <b>{`${name} `}</b>}
        <span>{t`test ${one} ${{ index: countText(indices[place] ?? 0) }}`}</span>
      </div>
      <SamplePicture
        key={place}
        label={t`Hovered ${one}`}
        info={info}
        values={clean.subarray(place * size, (place + 1) * size)}
      />
    </div>
  );
}
