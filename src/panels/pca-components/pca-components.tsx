// The effect of each PCA component on the mean image, above the effect of each code unit on the decoded mean code.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import type { PcaModel } from '../../core/analysis-api';
import { fixedText, percentText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleSize } from '../../core/samples/samples';
import { byVariance, unitRanges } from '../../core/latent/unit-ranges';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { codeViews } from '../../session/explore/code-views';
import { usePca } from '../../session/hooks/analysis/use-pca';
import { usePcaWaiting } from '../../session/hooks/analysis/pca-waiting';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Slider } from '../../ui/controls/slider/slider';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './pca-components.module.css';
import { componentImages, unitCodes } from './component-images';

const perPage = 16;

export function PcaComponents() {
  useInViewEffect(useLookAt(codeViews));
  const [multiple, setMultiple] = useState(2);
  const [page, setPage] = useState(0);
  const testCodes = useWhileInView(useRunStore(), (run) => run.testCodes);
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
  const decoded = useDecoded(codes, testCodes);
  const info = useDataset();
  const { one, many } = useSampleWords();
  const pages = Math.ceil((ranges?.length ?? 1) / perPage);
  if (page >= pages) setPage(0);
  if (!info) return <p className={styles.words}>{t`Components appear here once the data has arrived.`}</p>;
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <Slider
          label={t`Multiple`}
          value={multiple}
          min={-3}
          max={3}
          step={0.1}
          format={(value) => `${fixedText(value, 1)} σ`}
          explanation={t`How far along each component or unit, in standard deviations over the ${many}.`}
          onChange={setMultiple}
        />
        {pages > 1 && (
          <div className={styles.pages}>
            <TextButton look="plain" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t`Previous ${perPage}`}
            </TextButton>
            <TextButton look="plain" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
              {t`Next ${perPage}`}
            </TextButton>
          </div>
        )}
        <p className={styles.words}>
          {t`PCA: the mean ${one} plus a multiple of one component. Network: the mean code plus a multiple of one unit, decoded. PCA can only add and subtract fixed pictures.`}
        </p>
      </div>
      <div className={styles.rows}>
        {model?.mean.length === sampleSize(info.shape) ? (
          <Row
            name="PCA"
            first={t`mean ${one}`}
            images={componentImages(model, page * perPage, perPage, multiple)}
            captions={shares(model, page * perPage)}
            info={info}
          />
        ) : (
          <Waiting />
        )}
        {decoded && units ? (
          <Row
            name={t`Network`}
            first={t`mean code`}
            images={decoded.images}
            captions={units.map(({ unit }) => t`unit ${{ unit: unit + 1 }}`)}
            info={info}
          />
        ) : (
          <p className={styles.words}>{t`The units’ pictures appear once all test ${many} are encoded.`}</p>
        )}
      </div>
    </div>
  );
}

function Waiting() {
  return <p className={styles.words}>{usePcaWaiting().words}</p>;
}

/** The share of variance explained by each component. */
function shares({ trainMse }: PcaModel, from: number): string[] {
  const whole = trainMse[0] ?? 1;
  return Array.from({ length: perPage }, (_, i) => {
    const share = ((trainMse[from + i] ?? 0) - (trainMse[from + i + 1] ?? 0)) / whole;
    return percentText(share, 1);
  });
}

interface RowProps {
  name: string;
  /** Caption of the first image. */
  first: string;
  /** `[1 + n, sampleSize]`: the mean, then one image for each caption. */
  images: Float32Array;
  captions: readonly string[];
  info: DatasetInfo;
}

function Row({ name, first, images, captions, info }: RowProps) {
  const pixels = sampleSize(info.shape);
  const count = images.length / pixels;
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      {[first, ...captions].slice(0, count).map((caption, i) => (
        <figure key={i}>
          <SamplePicture
            label={`${name}: ${caption}`}
            values={images.subarray(i * pixels, (i + 1) * pixels)}
            reference={i > 0 ? images.subarray(0, pixels) : undefined}
            info={info}
          />
          <figcaption>{caption}</figcaption>
        </figure>
      ))}
    </div>
  );
}
