// The weights that lead into a unit, as what they are: a picture of the input, the kernels of a filter, or bars over the layer before.
import { useMemo, useState } from 'react';
import type { IncomingWeights } from '../../../core/engine-api/units';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import { CodeBars } from '../../../ui/bars/code-bars';
import { SignedMaps } from '../../../ui/network/signed-maps';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { furthestFromZero } from '../../../ui/units/paint/paint-units';
import { largestMapsText, reachText, texts } from '../words';
import { signedGain } from './signed-gain';
import { Signs } from './signs';
import { weightsOfInput } from './weights-of-input';
import styles from './inspect.module.css';

interface WeightsPictureProps {
  incoming: IncomingWeights;
  /** Whether they come from the input. */
  isFirst: boolean;
  info: DatasetInfo;
}

export function WeightsPicture({ incoming, isFirst, info }: WeightsPictureProps) {
  const { into, sources, rows, columns, weights } = incoming;
  const [shown, setShown] = useState(sources);
  const ofInput = useMemo(
    () => (isFirst ? weightsOfInput(incoming, sampleSize(info.shape)) : null),
    [isFirst, incoming, info.shape],
  );
  const largest = useMemo(() => furthestFromZero(weights), [weights]);
  const label = ofInput ? texts.weightsImage : texts.incomingOf[into];
  const isMaps = rows * columns > 1;
  return (
    <figure className={styles.weights}>
      <figcaption className={styles.caption}>
        <span>{texts.incomingOf[into]}</span>
        <span className={styles.note}>
          {ofInput ? (
            <Signs largest={largest} info={info} />
          ) : isMaps && shown < sources ? (
            largestMapsText(shown, sources)
          ) : (
            reachText(largest)
          )}
        </span>
      </figcaption>
      {ofInput ? (
        <SamplePicture
          label={label}
          info={{ shape: info.shape }}
          values={ofInput}
          tone="signed"
          gain={signedGain(info, largest)}
          className={styles.picture}
        />
      ) : isMaps ? (
        <div className={styles.maps}>
          <SignedMaps {...{ label, values: weights, maps: sources, rows, columns, onShown: setShown }} />
        </div>
      ) : (
        <CodeBars label={label} values={weights} className={styles.bars} />
      )}
    </figure>
  );
}
