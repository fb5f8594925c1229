// What a change does to the output, as a signed picture at full strength, with how far it reaches.
import { useMemo } from 'react';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { furthestFromZero } from '../../../ui/units/paint/paint-units';
import { texts } from '../words';
import styles from './inspect.module.css';
import { signedGain } from './signed-gain';
import { Signs } from './signs';

interface DifferencePictureProps {
  label: string;
  /** `[sampleSize]` each; what is shown is the first minus the second. */
  from: Float32Array;
  minus: Float32Array;
  info: DatasetInfo;
}

/** Below this nothing would be seen of it, however strong the colours. */
const invisible = 1e-6;

export function DifferencePicture({ label, from, minus, info }: DifferencePictureProps) {
  const values = useMemo(() => from.map((value, at) => value - (minus[at] ?? 0)), [from, minus]);
  const largest = useMemo(() => furthestFromZero(values), [values]);
  const isNothing = largest < invisible;
  return (
    <figure className={styles.picturing}>
      <SamplePicture
        label={label}
        info={{ shape: info.shape }}
        values={values}
        tone="signed"
        gain={isNothing ? 1 : signedGain(info, largest)}
      />
      <figcaption className={styles.caption}>
        <span>{label}</span>
        <span className={styles.note}>
          {isNothing ? texts.addsNothing : <Signs largest={largest} info={info} />}
        </span>
      </figcaption>
    </figure>
  );
}
