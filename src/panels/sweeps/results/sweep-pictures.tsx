// The same ten images at each value: the network's reconstructions beside those of linear methods at the same code size.
import { t } from '@lingui/core/macro';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { lossText, valueText } from '../../../core/number-text';
import type { SweepPoint } from '../../../core/sweep/sweep';
import { useRun } from '../../../session/hooks/use-run';
import type { SweepRecord } from '../../../session/sweeps/sweep-record';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import type { SampleInfo } from '../../../ui/sample/sample-look';
import { SampleStrip } from '../../../ui/sample/sample-strip';
import { sorted } from '../shown-sweeps';
import { linearPicturesText, settingWords } from '../words';
import styles from './sweep-pictures.module.css';

export function SweepPictures({ picked }: { picked: SweepRecord }) {
  const dataset = useRun(({ facts }) => facts?.dataset);
  const points = sorted(picked.points);
  // The ten samples are drawn by the seed.
  const isOfSeeds = picked.plan.setting === 'seed';
  const [first] = points;
  const hasPca = points.some(({ linear }) => linear !== undefined);
  const shape = picked.data?.shape ?? first?.linear?.sampleShape;
  const info = shape ? { shape } : dataset;
  const { many } = sampleWords(info && sampleKind(info.shape));
  return (
    <Card
      source={picked.name}
      term="reconstruction"
      title={isOfSeeds ? t`Ten ${many} of each seed` : t`The same ten ${many}`}
      subtitle={`${picked.name}${hasPca ? `; ${linearPicturesText(points, isOfSeeds)}` : ''}`}
      className={styles.picturesCard}
    >
      {first && info ? (
        <div className={styles.pictures} tabIndex={0} role="group" aria-label={t`Pictures of each value`}>
          {!isOfSeeds && (
            <div className={styles.originals}>
              <p className={styles.pictureHead}>{t`Original`}</p>
              <SampleStrip
                label={t`Originals`}
                info={info}
                values={first.originals}
                className={styles.strip}
              />
            </div>
          )}
          {points.map((point) => (
            <Column
              key={point.value}
              point={point}
              info={info}
              setting={settingWords[picked.plan.setting].label}
              hasOriginals={isOfSeeds}
            />
          ))}
        </div>
      ) : (
        <Placeholder>{t`Ten test ${many} appear here for each finished value.`}</Placeholder>
      )}
    </Card>
  );
}

interface ColumnProps {
  point: SweepPoint;
  info: SampleInfo;
  setting: string;
  /** Whether the samples are others than in the next column. */
  hasOriginals: boolean;
}

function Column({ point, info, setting, hasOriginals }: ColumnProps) {
  const { linear } = point;
  const value = valueText(point.value);
  return (
    <div className={styles.column}>
      <p className={styles.pictureHead} title={t`Test MSE ${{ testMse: lossText(point.testMse) }}`}>
        {value}
      </p>
      <div className={styles.pair}>
        {hasOriginals && (
          <SampleStrip
            label={t`${setting} ${value}: originals`}
            info={info}
            values={point.originals}
            className={styles.strip}
          />
        )}
        <SampleStrip
          label={t`${setting} ${value}: network`}
          info={info}
          values={point.reconstructions}
          className={styles.strip}
        />
        {linear && (
          <SampleStrip
            label={t`${setting} ${value}: PCA`}
            info={info}
            values={linear.pcaImages}
            className={styles.strip}
          />
        )}
        {linear?.denoiserImages && (
          <SampleStrip
            label={t`${setting} ${value}: linear denoiser`}
            info={info}
            values={linear.denoiserImages}
            className={styles.strip}
          />
        )}
      </div>
    </div>
  );
}
