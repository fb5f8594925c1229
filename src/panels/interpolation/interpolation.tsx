// The way from one image to another: through the space of the codes, and beside it the plain cross-fade of the pixels.
import { ArrowLeftRight, Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { pathCodes, spherical, straight } from '../../core/code-paths';
import type { Decoded } from '../../core/engine-api';
import { percentText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { decode } from '../../session/actions';
import { setPathEnd } from '../../session/explore-actions';
import { useExploration } from '../../session/explore-store';
import { useImageChoices } from '../../session/image-choices';
import { lookAtCodes } from '../../session/look-at-codes';
import { runStore } from '../../session/run-store';
import { useSourceImage, type SourceImage } from '../../session/source-image';
import { useAnswer } from '../../session/use-answer';
import { IconButton, TextButton } from '../../ui/controls/buttons';
import { Slider } from '../../ui/controls/slider';
import { ImageChooser } from '../../ui/image-chooser/image-chooser';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import { PixelRow } from '../../ui/pixel-image/pixel-row';
import { everyNth, frameAt, frameCount, stripSteps } from './frames';
import styles from './interpolation.module.css';

export function Interpolation() {
  useInViewEffect(lookAtCodes);
  const { from, to } = useExploration((exploration) => exploration.ends);
  const [start, end] = [useSourceImage(from), useSourceImage(to)];
  return (
    <div className={styles.panel}>
      <div className={styles.ends}>
        <End which="from" />
        <TextButton
          icon={ArrowLeftRight}
          look="plain"
          onClick={() => {
            setPathEnd('from', to);
            setPathEnd('to', from);
          }}
        >
          Swap
        </TextButton>
        <End which="to" />
      </div>
      {start && end ? (
        <Paths start={start} end={end} />
      ) : (
        <p className={styles.building}>Two images are wanted.</p>
      )}
    </div>
  );
}

const labels = { from: 'From', to: 'To' } as const;
const choosers = {
  from: (source: Parameters<typeof setPathEnd>[1]) => setPathEnd('from', source),
  to: (source: Parameters<typeof setPathEnd>[1]) => setPathEnd('to', source),
} as const;

function End({ which }: { which: 'from' | 'to' }) {
  const source = useExploration((exploration) => exploration.ends[which]);
  const choices = useImageChoices(source, choosers[which]);
  return choices && <ImageChooser label={labels[which]} {...choices} />;
}

function Paths({ start, end }: { start: SourceImage; end: SourceImage }) {
  const facts = useWhileInView(runStore, (run) => run.facts);
  const isGaussian = useWhileInView(runStore, (run) => run.experiment.codeKind === 'gaussian');
  const again = useWhileInView(runStore, (run) => run.testCodes);
  const straightCodes = useMemo(() => pathCodes(straight, start.code, end.code, frameCount), [start, end]);
  const sphericalCodes = useMemo(
    () => (isGaussian ? pathCodes(spherical, start.code, end.code, frameCount) : null),
    [isGaussian, start, end],
  );
  const faded = useMemo(() => pathCodes(straight, start.pixels, end.pixels, frameCount), [start, end]);
  const onStraight = useAnswer<Float32Array, Decoded>(straightCodes, decode, again);
  const onSphere = useAnswer<Float32Array, Decoded>(sphericalCodes, decode, again);
  const size = facts && imageSize(facts.sampleShape);
  if (!size) return <p className={styles.building}>These samples are not images.</p>;
  const rows = [
    { name: 'Straight path in code', frames: onStraight?.images },
    ...(isGaussian ? [{ name: 'Spherical path in code', frames: onSphere?.images }] : []),
    { name: 'Cross-fade of pixels', frames: faded },
  ];
  return (
    <>
      <div className={styles.strips}>
        {rows.map(({ name, frames }) => (
          <div key={name} className={styles.strip}>
            <span className={styles.name}>{name}</span>
            {frames && <PixelRow label={name} values={everyNth(frames)} columns={stripSteps} {...size} />}
          </div>
        ))}
      </div>
      <Animation rows={rows} size={size} />
    </>
  );
}

interface AnimationProps {
  rows: readonly { readonly name: string; readonly frames: Float32Array | undefined }[];
  size: { height: number; width: number; channels: number };
}

const secondsOneWay = 2.5;
const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function Animation({ rows, size }: AnimationProps) {
  const [share, setShare] = useState(0);
  const [isPlaying, setIsPlaying] = useState(() => !prefersStillness());
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = 0;
    let phase: number | null = null;
    const turn = (now: number) => {
      setShare((before) => {
        phase ??= now - before * secondsOneWay * 1000;
        const way = ((now - phase) / 1000 / secondsOneWay) % 2;
        return way <= 1 ? way : 2 - way;
      });
      frame = requestAnimationFrame(turn);
    };
    frame = requestAnimationFrame(turn);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);
  return (
    <div className={styles.animation}>
      <div className={styles.moving}>
        {rows.map(({ name, frames }) => (
          <figure key={name}>
            {frames && <PixelImage label={`${name}, moving`} values={frameAt(frames, share)} {...size} />}
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
      <div className={styles.transport}>
        <IconButton
          label={isPlaying ? 'Pause the animation' : 'Play the animation'}
          icon={isPlaying ? Pause : Play}
          onClick={() => setIsPlaying(!isPlaying)}
        />
        <Slider
          label="Way"
          value={share}
          min={0}
          max={1}
          step={0.025}
          format={percentText}
          onChange={(next) => {
            setIsPlaying(false);
            setShare(next);
          }}
        />
      </div>
    </div>
  );
}
