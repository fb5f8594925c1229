// The same ten images under each value: what the network makes of them and, beside it, PCA with as many numbers.
import { useMemo } from 'react';
import { imageSize } from '../../core/samples';
import type { PcaModel } from '../../core/analysis-api';
import { lossText } from '../../core/number-text';
import type { SweepPoint } from '../../core/sweep';
import { usePca } from '../../session/pca-store';
import { useRun } from '../../session/run-store';
import type { SweepRecord } from '../../session/sweep-store';
import { Card } from '../../ui/controls/card';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import { pcaOf, pcaPictures, sorted } from './shown-sweeps';
import { sweptLabels, valueText } from './sweep-words';
import styles from './sweeps.module.css';

interface Size {
  height: number;
  width: number;
  channels: number;
}

export function SweepPictures({ picked }: { picked: SweepRecord }) {
  const model = usePca((pca) => pcaOf(pca.model, picked.plan));
  const shape = useRun(({ facts }) => facts?.sampleShape);
  const points = sorted(picked.points);
  const [first] = points;
  const known = model?.sampleShape ?? shape;
  const size = known ? imageSize(known) : null;
  return (
    <Card
      title="The same ten images"
      subtitle={`${picked.name}${model ? '; left the network, right PCA with as many numbers' : ''}`}
      className={styles.picturesCard}
    >
      {first && size ? (
        <div className={styles.pictures} tabIndex={0} role="group" aria-label="Pictures of each value">
          <div className={styles.originals}>
            <p className={styles.pictureHead}>Original</p>
            <Strip label="Originals" values={first.originals} size={size} />
          </div>
          {points.map((point) => (
            <Column
              key={point.value}
              point={point}
              model={model}
              size={size}
              setting={sweptLabels[picked.plan.setting]}
            />
          ))}
        </div>
      ) : (
        <p className={styles.empty}>Ten test images appear here with each value that is finished.</p>
      )}
    </Card>
  );
}

interface ColumnProps {
  point: SweepPoint;
  model: PcaModel | null;
  size: Size;
  setting: string;
}

function Column({ point, model, size, setting }: ColumnProps) {
  const pca = useMemo(() => (model ? pcaPictures(model, point) : null), [model, point]);
  const value = valueText(point.value);
  return (
    <div className={styles.column}>
      <p className={styles.pictureHead} title={`Test MSE ${lossText(point.testMse)}`}>
        {value}
      </p>
      <div className={styles.pair}>
        <Strip label={`${setting} ${value}: network`} values={point.reconstructions} size={size} />
        {pca && <Strip label={`${setting} ${value}: PCA`} values={pca} size={size} />}
      </div>
    </div>
  );
}

/** Images one under the other are one tall image: their rows follow each other in memory. */
function Strip({ label, values, size }: { label: string; values: Uint8Array | Float32Array; size: Size }) {
  const { height, width, channels } = size;
  const count = Math.floor(values.length / (height * width * channels));
  return (
    <PixelImage
      label={label}
      values={values}
      height={count * height}
      width={width}
      channels={channels}
      className={styles.strip}
    />
  );
}
