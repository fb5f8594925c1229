// One slider per code unit; the decoded image updates while a slider moves.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import type { Decoded } from '../../core/engine-api/asking';
import { significantText } from '../../core/number-text';
import { byVariance, unitRanges, type UnitRange } from '../../core/latent/unit-ranges';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { codeViews } from '../../session/explore/code-views';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useImageChoices } from '../../session/hooks/explore/image-choices';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useSourceImage, type SourceImage } from '../../session/hooks/explore/source-image';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { Slider } from '../../ui/controls/slider/slider';
import { ImageChooser } from '../../ui/image-chooser/image-chooser';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './code-sliders.module.css';

const firstShown = 32;

export function CodeSliders() {
  useInViewEffect(useLookAt(codeViews));
  const testCodes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const start = useExploration((exploration) => exploration.start);
  const source = useSourceImage(start);
  const { many } = useSampleWords();
  const ranges = useMemo(
    () => testCodes && byVariance(unitRanges(testCodes.codes, testCodes.codeSize)),
    [testCodes],
  );
  if (ranges === null || source?.code.length !== ranges.length) {
    return (
      <p className={styles.building}>{t`The sliders appear here once all test ${many} have been encoded.`}</p>
    );
  }
  // A different image or network resets the sliders to its code.
  const key = `${source.runId} ${source.code.length} ${start.kind === 'test' ? start.index : 'drawing'}`;
  return <Sliders key={key} source={source} ranges={ranges} again={testCodes} />;
}

interface SlidersProps {
  source: SourceImage;
  ranges: readonly UnitRange[];
  again: unknown;
}

function Sliders({ source, ranges, again }: SlidersProps) {
  /** Null until a slider moves; the code is then that of the image, under the current weights. */
  const [moved, setMoved] = useState<Float32Array | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { one } = useSampleWords();
  const code = moved ?? source.code;
  const decoded = useDecoded(code, again);
  const shown = showsAll ? ranges : ranges.slice(0, firstShown);

  function move(unit: number, value: number) {
    const next = code.slice();
    next[unit] = value;
    setMoved(next);
  }

  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <Images original={source.pixels} decoded={decoded} isMoved={moved !== null} />
        <Start />
        <TextButton look="plain" disabled={moved === null} onClick={() => setMoved(null)}>
          {t`Back to the ${one}’s code`}
        </TextButton>
      </div>
      <div className={styles.sliders}>
        {shown.map(({ unit, low, high }) => {
          const value = code[unit] ?? 0;
          return (
            <Slider
              key={unit}
              label={t`Unit ${{ unit: unit + 1 }}`}
              value={value}
              min={Math.min(low, value)}
              max={Math.max(high, value, low + 1e-6)}
              format={significantText}
              onChange={(next) => move(unit, next)}
            />
          );
        })}
        {ranges.length > firstShown && (
          <TextButton look="plain" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t`Show the ${firstShown} that vary most` : t`Show all ${{ count: ranges.length }}`}
          </TextButton>
        )}
      </div>
    </div>
  );
}

interface ImagesProps {
  original: Float32Array;
  decoded: Decoded | null;
  isMoved: boolean;
}

function Images({ original, decoded, isMoved }: ImagesProps) {
  const info = useDataset();
  const { one, oneFirst } = useSampleWords();
  if (!info) return null;
  return (
    <div className={styles.images}>
      <figure>
        <SamplePicture label={t`${oneFirst} to start from`} info={info} values={original} />
        <figcaption>{one}</figcaption>
      </figure>
      <figure>
        {decoded && (
          <SamplePicture label={t`Decoded code`} info={info} values={decoded.images} reference={original} />
        )}
        <figcaption>{isMoved ? t`its code, moved` : t`its code, decoded`}</figcaption>
      </figure>
    </div>
  );
}

function Start() {
  const start = useExploration((exploration) => exploration.start);
  const choices = useImageChoices(start, useSession().explore.setStart);
  return choices && <ImageChooser label={t`Start from`} {...choices} />;
}
