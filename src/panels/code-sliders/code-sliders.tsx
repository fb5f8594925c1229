// One slider for each unit of the code: what it does to the image is seen as it is moved.
import { useMemo, useState } from 'react';
import type { Decoded } from '../../core/engine-api';
import { significantText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { byVariance, unitRanges, type UnitRange } from '../../core/unit-ranges';
import { decode } from '../../session/actions';
import { setStart } from '../../session/explore-actions';
import { useExploration } from '../../session/explore-store';
import { useImageChoices } from '../../session/image-choices';
import { lookAtCodes } from '../../session/look-at-codes';
import { runStore } from '../../session/run-store';
import { useSourceImage, type SourceImage } from '../../session/source-image';
import { useAnswer } from '../../session/use-answer';
import { TextButton } from '../../ui/controls/buttons';
import { Slider } from '../../ui/controls/slider';
import { ImageChooser } from '../../ui/image-chooser/image-chooser';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './code-sliders.module.css';

const firstShown = 32;

export function CodeSliders() {
  useInViewEffect(lookAtCodes);
  const testCodes = useWhileInView(runStore, (run) => run.testCodes);
  const start = useExploration((exploration) => exploration.start);
  const source = useSourceImage(start);
  const ranges = useMemo(
    () => testCodes && byVariance(unitRanges(testCodes.codes, testCodes.codeSize)),
    [testCodes],
  );
  if (ranges === null || source?.code.length !== ranges.length) {
    return <p className={styles.building}>The sliders appear here once all test images have been encoded.</p>;
  }
  // Another image or another network: the sliders go back to its code.
  const key = `${source.runId} ${source.code.length} ${start.kind === 'test' ? start.index : 'drawing'}`;
  return <Sliders key={key} source={source} ranges={ranges} again={testCodes} />;
}

interface SlidersProps {
  source: SourceImage;
  ranges: readonly UnitRange[];
  again: unknown;
}

function Sliders({ source, ranges, again }: SlidersProps) {
  /** Null while no slider has been moved: then the code is the image's, under whatever weights. */
  const [moved, setMoved] = useState<Float32Array | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const code = moved ?? source.code;
  const decoded = useAnswer<Float32Array, Decoded>(code, decode, again);
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
          Back to the image’s code
        </TextButton>
      </div>
      <div className={styles.sliders}>
        {shown.map(({ unit, low, high }) => {
          const value = code[unit] ?? 0;
          return (
            <Slider
              key={unit}
              label={`Unit ${unit + 1}`}
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
            {showsAll ? `Show the ${firstShown} that vary most` : `Show all ${ranges.length}`}
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
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const size = shape && imageSize(shape);
  if (!size) return <p className={styles.building}>These samples are not images.</p>;
  return (
    <div className={styles.images}>
      <figure>
        <PixelImage label="Image to start from" values={original} {...size} />
        <figcaption>image</figcaption>
      </figure>
      <figure>
        {decoded && <PixelImage label="Decoded code" values={decoded.images} {...size} />}
        <figcaption>{isMoved ? 'its code, moved' : 'its code, decoded'}</figcaption>
      </figure>
    </div>
  );
}

function Start() {
  const start = useExploration((exploration) => exploration.start);
  const choices = useImageChoices(start, setStart);
  return choices && <ImageChooser label="Start from" {...choices} />;
}
