// What each component of PCA adds to the mean image, beside what each unit of the code does to the decoded mean code.
import { useMemo, useState } from 'react';
import type { PcaModel } from '../../core/analysis-api';
import type { Decoded } from '../../core/engine-api';
import { percentText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { byVariance, unitRanges } from '../../core/unit-ranges';
import { decode } from '../../session/actions';
import { lookAtCodes } from '../../session/look-at-codes';
import { usePca } from '../../session/pca-store';
import { runStore } from '../../session/run-store';
import { useAnswer } from '../../session/use-answer';
import { TextButton } from '../../ui/controls/buttons';
import { Slider } from '../../ui/controls/slider';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './components.module.css';
import { componentImages, unitCodes } from './component-images';

const perPage = 16;

export function Components() {
  useInViewEffect(lookAtCodes);
  const [multiple, setMultiple] = useState(2);
  const [page, setPage] = useState(0);
  const testCodes = useWhileInView(runStore, (run) => run.testCodes);
  const model = usePca((pca) => pca.model);
  const ranges = useMemo(() => testCodes && unitRanges(testCodes.codes, testCodes.codeSize), [testCodes]);
  const units = useMemo(
    () => ranges && byVariance(ranges).slice(page * perPage, (page + 1) * perPage),
    [ranges, page],
  );
  const codes = useMemo(
    () => ranges && units && unitCodes(ranges, units, multiple),
    [ranges, units, multiple],
  );
  const decoded = useAnswer<Float32Array, Decoded>(codes, decode, testCodes);
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const size = shape && imageSize(shape);
  const pages = Math.ceil((ranges?.length ?? 1) / perPage);
  if (page >= pages) setPage(0);
  if (!size) return <p className={styles.words}>Components appear here once the images have arrived.</p>;
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <Slider
          label="Multiple"
          value={multiple}
          min={-3}
          max={3}
          step={0.1}
          format={(value) => `${value.toFixed(1)} σ`}
          explanation="How far along each component or unit, in its standard deviations over the images."
          onChange={setMultiple}
        />
        {pages > 1 && (
          <div className={styles.pages}>
            <TextButton look="plain" disabled={page === 0} onClick={() => setPage(page - 1)}>
              Previous {perPage}
            </TextButton>
            <TextButton look="plain" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
              Next {perPage}
            </TextButton>
          </div>
        )}
        <p className={styles.words}>
          The mean and so much of one component (PCA), or the mean code and so much of one unit (the network).
          PCA can only add and subtract fixed pictures.
        </p>
      </div>
      <div className={styles.rows}>
        {model ? (
          <Row
            name="PCA"
            first="mean image"
            images={componentImages(model, page * perPage, perPage, multiple)}
            captions={shares(model, page * perPage)}
            size={size}
          />
        ) : (
          <Waiting />
        )}
        {decoded && units ? (
          <Row
            name="Network"
            first="mean code"
            images={decoded.images}
            captions={units.map(({ unit }) => `unit ${unit + 1}`)}
            size={size}
          />
        ) : (
          <p className={styles.words}>The units’ images come once all test images have been encoded.</p>
        )}
      </div>
    </div>
  );
}

function Waiting() {
  const progress = usePca((pca) => pca.progress);
  const failure = usePca((pca) => pca.failure);
  const words =
    failure ?? (progress ? `${progress.message}: ${percentText(progress.share)}` : 'waits for the data');
  return <p className={styles.words}>PCA: {words}</p>;
}

/** The share of the variance that each component explains. */
function shares({ trainMse }: PcaModel, from: number): string[] {
  const whole = trainMse[0] ?? 1;
  return Array.from({ length: perPage }, (_, i) => {
    const share = ((trainMse[from + i] ?? 0) - (trainMse[from + i + 1] ?? 0)) / whole;
    return `${(100 * share).toFixed(1)} %`;
  });
}

interface RowProps {
  name: string;
  /** What the first image is. */
  first: string;
  /** `[1 + n, sampleSize]`: the mean, then one for each caption. */
  images: Float32Array;
  captions: readonly string[];
  size: { height: number; width: number; channels: number };
}

function Row({ name, first, images, captions, size }: RowProps) {
  const pixels = size.height * size.width * size.channels;
  const count = images.length / pixels;
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      {[first, ...captions].slice(0, count).map((caption, i) => (
        <figure key={i}>
          <PixelImage
            label={`${name}: ${caption}`}
            values={images.subarray(i * pixels, (i + 1) * pixels)}
            {...size}
          />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}
