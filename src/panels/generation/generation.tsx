// Generation: decodes random codes and shows each image beside its nearest training images, so that a memorised copy is
// recognisable.
import { t } from '@lingui/core/macro';
import { Dices } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { NearestImages } from '../../core/analysis-api';
import { drawFrom, fitGaussian, standardDraws, standardGaussian } from '../../core/latent/fitted-gaussian';
import { failureText } from '../../session/engine/notices/words';
import { fixedText, lossText } from '../../core/number-text';
import type { TrainedOn } from '../../core/experiment/trained-on';
import { sampleSize } from '../../core/samples/samples';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useSession } from '../../session/hooks/session-context';
import { useTask, type Asked } from '../../session/hooks/use-task';
import type { Session } from '../../session/session';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { codeViews } from '../../session/explore/code-views';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Slider } from '../../ui/controls/slider/slider';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './generation.module.css';
import { ManySamples } from './many/many-samples';

const samples = 12;
const neighbours = 2;

export function Generation() {
  useInViewEffect(useLookAt(codeViews));
  const { explore } = useSession();
  const seed = 1 + useExploration(({ draws }) => draws);
  const [temperature, setTemperature] = useState(1);
  const isGaussian = useWhileInView(useRunStore(), (run) => run.experiment.codeKind === 'gaussian');
  const codeSize = useWhileInView(useRunStore(), (run) => run.experiment.codeSize);
  const testCodes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const gaussian = useMemo(() => {
    if (isGaussian) return standardGaussian(codeSize);
    return testCodes?.codeSize === codeSize ? fitGaussian(testCodes.codes, codeSize) : null;
  }, [isGaussian, codeSize, testCodes]);
  const codes = useMemo(
    () => gaussian && drawFrom(gaussian, standardDraws(samples, codeSize, seed), temperature),
    [gaussian, codeSize, seed, temperature],
  );
  const decoded = useDecoded(codes, testCodes);
  const { many } = useSampleWords();
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <TextButton icon={Dices} look="plain" onClick={explore.drawAgain}>{t`Draw samples`}</TextButton>
        <Slider
          label={t`Temperature`}
          value={temperature}
          min={0}
          max={2}
          step={0.05}
          format={(value) => fixedText(value, 2)}
          explanation={t`Multiplies the standard deviation of the draws: low gives typical samples, high unusual ones.`}
          onChange={setTemperature}
        />
        <p className={styles.words}>
          {isGaussian
            ? t`Codes are drawn from N(0, I), which training pulls this code towards.`
            : t`This code was not trained to be Gaussian: codes are drawn from a Gaussian fitted to those of the test ${many}, which are of all classes.`}
        </p>
        <p className={styles.words}>
          {t`Small: the two training ${many} nearest to each sample, by their values; found while training is paused.`}
        </p>
      </div>
      {decoded && codes ? (
        <Samples images={decoded.images} />
      ) : (
        <p className={styles.words}>{t`Samples appear here once the network is built.`}</p>
      )}
      {decoded && <ManySamples seed={seed} temperature={temperature} />}
    </div>
  );
}

interface NearQuestion {
  readonly of: TrainedOn;
  readonly images: Float32Array;
}

function findNearest({ of, images }: NearQuestion, { analysis }: Session): Promise<NearestImages | null> {
  return analysis.nearestTraining(of, images, neighbours);
}

/** The search keeps one core busy for about a second, so it waits until dragging stops and training pauses. */
const restMs = 400;

/** The training images nearest to the shown images; null until the search finishes. */
function useNearest(images: Float32Array): Asked<NearQuestion, NearestImages> | null {
  const of = useWhileInView(useRunStore(), (run) => run.experiment);
  const isTraining = useWhileInView(useRunStore(), (run) => run.wantsTraining);
  const question = useMemo(() => (isTraining ? null : { of, images }), [isTraining, of, images]);
  const near = useTask(question, findNearest, { delayMs: restMs });
  return near?.question.images === images ? near : null;
}

function Samples({ images }: { images: Float32Array }) {
  const info = useDataset();
  const { one, many } = useSampleWords();
  const near = useNearest(images);
  if (!info) return null;
  const pixels = sampleSize(info.shape);
  const piece = (of: Float32Array, place: number) => of.subarray(place * pixels, (place + 1) * pixels);
  return (
    <div className={styles.samples}>
      {Array.from({ length: images.length / pixels }, (_, sample) => (
        <figure key={sample} className={styles.sample}>
          <SamplePicture
            label={t`Sample ${{ sample: sample + 1 }}`}
            info={info}
            values={piece(images, sample)}
          />
          <div className={styles.near}>
            {near?.answer &&
              Array.from({ length: neighbours }, (__, rank) => {
                const place = sample * neighbours + rank;
                return (
                  <SamplePicture
                    key={rank}
                    label={t`Training ${one} nearest to sample ${{ sample: sample + 1 }}, number ${{ rank: rank + 1 }}`}
                    values={piece(near.answer?.images ?? images, place)}
                    info={info}
                  />
                );
              })}
          </div>
          <figcaption className={styles.words}>
            {near?.answer ? `MSE ${lossText(near.answer.mse[sample * neighbours] ?? NaN)}` : ' '}
          </figcaption>
        </figure>
      ))}
      {near?.failure && (
        <p
          className={styles.words}
        >{t`No training ${many} to compare with: ${{ failure: failureText(near.failure) }}`}</p>
      )}
    </div>
  );
}
