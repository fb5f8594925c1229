// Images out of nothing but numbers: codes drawn at random and decoded, each beside the training images nearest to it, so
// that a copy can be told from something new.
import { Dices } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { NearestImages } from '../../core/analysis-api';
import type { Decoded } from '../../core/engine-api';
import { drawFrom, fitGaussian, standardDraws, standardGaussian } from '../../core/fitted-gaussian';
import { lossText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { analysis, decode } from '../../session/actions';
import { lookAtCodes } from '../../session/look-at-codes';
import { runStore } from '../../session/run-store';
import { useAnswer } from '../../session/use-answer';
import { TextButton } from '../../ui/controls/buttons';
import { Slider } from '../../ui/controls/slider';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './generation.module.css';

const samples = 12;
const neighbours = 2;

export function Generation() {
  useInViewEffect(lookAtCodes);
  const [seed, setSeed] = useState(1);
  const [temperature, setTemperature] = useState(1);
  const isGaussian = useWhileInView(runStore, (run) => run.experiment.codeKind === 'gaussian');
  const codeSize = useWhileInView(runStore, (run) => run.experiment.codeSize);
  const testCodes = useWhileInView(runStore, (run) => run.testCodes);
  const gaussian = useMemo(() => {
    if (isGaussian) return standardGaussian(codeSize);
    return testCodes?.codeSize === codeSize ? fitGaussian(testCodes.codes, codeSize) : null;
  }, [isGaussian, codeSize, testCodes]);
  const codes = useMemo(
    () => gaussian && drawFrom(gaussian, standardDraws(samples, codeSize, seed), temperature),
    [gaussian, codeSize, seed, temperature],
  );
  const decoded = useAnswer<Float32Array, Decoded>(codes, decode, testCodes);
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <TextButton icon={Dices} look="plain" onClick={() => setSeed(seed + 1)}>
          Draw samples
        </TextButton>
        <Slider
          label="Temperature"
          value={temperature}
          min={0}
          max={2}
          step={0.05}
          format={(value) => value.toFixed(2)}
          explanation="What the deviation of the draws is multiplied by: low is typical, high is daring."
          onChange={setTemperature}
        />
        <p className={styles.words}>
          {isGaussian
            ? 'Codes are drawn from N(0, I), which training pulls this code towards.'
            : 'This code was not trained to be a Gaussian: codes are drawn from one fitted to those of the test images.'}
        </p>
        <p className={styles.words}>
          Small: the two training images nearest to each sample, by their pixels; looked for while training
          rests.
        </p>
      </div>
      {decoded && codes ? (
        <Samples images={decoded.images} />
      ) : (
        <p className={styles.words}>Samples appear here once the network stands.</p>
      )}
    </div>
  );
}

interface Near {
  readonly of: Float32Array;
  readonly found: NearestImages | null;
  readonly failure: string | null;
}

/** The nearest training images of what is shown; null until they are found. Not while training: each search takes a second of a core. */
function useNearest(images: Float32Array): Near | null {
  const dataset = useWhileInView(runStore, (run) => run.experiment.dataset);
  const isTraining = useWhileInView(runStore, (run) => run.wantsTraining);
  const [near, setNear] = useState<Near | null>(null);
  useEffect(() => {
    if (isTraining) return undefined;
    let isWanted = true;
    // Not while the temperature is being dragged: it takes a second.
    const timer = setTimeout(() => {
      analysis.nearestTraining(dataset, images, neighbours).then(
        (found) => isWanted && setNear({ of: images, found, failure: null }),
        (error: unknown) => {
          const failure = error instanceof Error ? error.message : String(error);
          if (isWanted) setNear({ of: images, found: null, failure });
        },
      );
    }, 400);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [dataset, images, isTraining]);
  return near?.of === images ? near : null;
}

function Samples({ images }: { images: Float32Array }) {
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const near = useNearest(images);
  const size = shape && imageSize(shape);
  if (!size) return <p className={styles.words}>These samples are not images.</p>;
  const pixels = size.height * size.width * size.channels;
  const piece = (of: Float32Array, place: number) => of.subarray(place * pixels, (place + 1) * pixels);
  return (
    <div className={styles.samples}>
      {Array.from({ length: images.length / pixels }, (_, sample) => (
        <figure key={sample} className={styles.sample}>
          <PixelImage label={`Sample ${sample + 1}`} values={piece(images, sample)} {...size} />
          <div className={styles.near}>
            {near?.found &&
              Array.from({ length: neighbours }, (__, rank) => {
                const place = sample * neighbours + rank;
                return (
                  <PixelImage
                    key={rank}
                    label={`Training image nearest to sample ${sample + 1}, number ${rank + 1}`}
                    values={piece(near.found?.images ?? images, place)}
                    {...size}
                  />
                );
              })}
          </div>
          <figcaption className={styles.words}>
            {near?.found ? `MSE ${lossText(near.found.mse[sample * neighbours] ?? NaN)}` : ' '}
          </figcaption>
        </figure>
      ))}
      {near?.failure && <p className={styles.words}>No training images to compare with: {near.failure}</p>}
    </div>
  );
}
