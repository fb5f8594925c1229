// One version of the photograph: its mosaic, the whole as one sample, and how wrong both are.
import { lossText, ratioText } from '../../../core/number-text';
import type { SampleShape } from '../../../core/samples/samples';
import type { RebuiltPicture } from '../../../session/limits/rebuilt-picture';
import { classNames } from '../../../ui/class-names';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { texts } from '../words';
import styles from './photograph.module.css';

interface RebuiltFigureProps {
  name: string;
  /** Null until it is known. */
  picture: RebuiltPicture | null;
  /** In its place until then. */
  waiting?: string | undefined;
  /** In place of an error, under the original. */
  caption?: string | undefined;
  /** The error of the best linear answer: this one's is told as a multiple of it. */
  best?: number | undefined;
  /** Of the mosaic, so that nothing moves when it comes. */
  size: SampleShape;
  isEmphasised?: boolean;
}

export function RebuiltFigure(props: RebuiltFigureProps) {
  const { name, picture, waiting, caption, best, size, isEmphasised } = props;
  const [height = 1, width = 1] = size;
  const ratio = picture && best ? picture.mse / best : null;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.name}>
        <span>{name}</span>
        {picture && caption === undefined && ratio !== null && (
          <span className={styles.times}>{ratio === 1 ? '' : `${ratioText(ratio)} ×`}</span>
        )}
      </figcaption>
      {picture ? (
        <>
          <SamplePicture
            label={name}
            info={picture.mosaic}
            values={picture.mosaic.values}
            className={styles.mosaic}
          />
          <div className={styles.below}>
            <SamplePicture
              label={`${name}: ${texts.whole}`}
              info={picture.whole}
              values={picture.whole.values}
              className={styles.whole}
            />
            {caption === undefined ? (
              <dl className={styles.errors}>
                <dt>{texts.mosaic}</dt>
                <dd>
                  <output
                    aria-label={`${name} MSE`}
                    aria-live="off"
                    data-value={picture.mse}
                    className={classNames(styles.error, isEmphasised && styles.emphasised)}
                  >
                    {lossText(picture.mse)}
                  </output>
                </dd>
                <dt>{texts.whole}</dt>
                <dd>{lossText(picture.wholeMse)}</dd>
              </dl>
            ) : (
              <p className={styles.note}>{caption}</p>
            )}
          </div>
        </>
      ) : (
        <>
          <p className={styles.waiting} style={{ aspectRatio: width / height }}>
            {waiting}
          </p>
          <div className={styles.below} />
        </>
      )}
    </figure>
  );
}
