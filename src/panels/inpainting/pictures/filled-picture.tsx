// One answer to the hole: its picture with the hole's outline, its name, and its error inside the hole.
import type { Mask } from '../../../core/inpainting/mask';
import { lossText } from '../../../core/number-text';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { HoleOutline } from '../../../ui/pad/mask/hole-outline';
import { sampleAspect } from '../../../ui/sample/looks';
import type { SampleInfo, SampleValues, Tone } from '../../../ui/sample/sample-look';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { mseExplanation } from '../words';
import styles from './pictures.module.css';

const nothing = new Float32Array(0);

interface FilledPictureProps {
  /** Accessible name, exactly. */
  label: string;
  caption: string;
  info: SampleInfo;
  /** Null before it is known. */
  values: SampleValues | null;
  /** Where the hole is outlined; left out: nowhere. */
  mask?: Mask | undefined;
  tone?: Tone | undefined;
  reference?: SampleValues | null | undefined;
  /** Of its error; left out where it has none. */
  readOut?: { readonly name: string; readonly mse: number | null } | undefined;
  explanation?: string | undefined;
  /** In place of the error. */
  note?: string | undefined;
  /** In place of a picture that is not there yet; left out: a black one. */
  waiting?: string | undefined;
  isOfNetwork?: boolean;
}

export function FilledPicture(props: FilledPictureProps) {
  const {
    label,
    caption,
    info,
    values,
    mask,
    tone,
    reference,
    readOut,
    note,
    waiting,
    isOfNetwork = false,
  } = props;
  return (
    <figure className={styles.answer}>
      <div className={styles.box} style={{ aspectRatio: sampleAspect(info.shape) }}>
        {values === null && waiting !== undefined ? (
          <p className={styles.waiting}>{waiting}</p>
        ) : (
          <SamplePicture
            {...{ label, info, tone }}
            values={values ?? nothing}
            reference={reference ?? undefined}
          />
        )}
        {mask && values && <HoleOutline mask={mask} shape={info.shape} />}
      </div>
      <figcaption className={styles.caption}>
        <span className={isOfNetwork ? styles.ofNetwork : styles.name}>{caption}</span>
        {readOut && (
          <ReadOut
            name={readOut.name}
            caption="MSE"
            look="line"
            exact={readOut.mse ?? undefined}
            explanation={
              props.explanation === undefined ? mseExplanation : `${props.explanation} ${mseExplanation}`
            }
            className={styles.mse}
          >
            {readOut.mse === null ? '—' : lossText(readOut.mse)}
          </ReadOut>
        )}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </figcaption>
    </figure>
  );
}
