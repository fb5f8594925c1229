// Interpolation between two images in latent space, beside a pixel cross-fade.
import { t } from '@lingui/core/macro';
import { ArrowLeftRight, Pause, Play } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { pathCodes, spherical, straight } from '../../core/latent/code-paths';
import { percentText } from '../../core/number-text';
import { hasClasses, type DatasetInfo } from '../../core/samples/dataset-info';
import type { ImageSource } from '../../session/explore/exploration';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { codeViews } from '../../session/explore/code-views';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useImageChoices } from '../../session/hooks/explore/image-choices';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useSourceImage, type SourceImage } from '../../session/hooks/explore/source-image';
import { IconButton, TextButton } from '../../ui/controls/buttons/buttons';
import { Select } from '../../ui/controls/fields/select';
import { Slider } from '../../ui/controls/slider/slider';
import { ImageChooser } from '../../ui/image-chooser/image-chooser';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import { SampleRow } from '../../ui/sample/sample-row';
import { frameAt, frameCount, stripOf, stripSteps } from './frames';
import styles from './interpolation.module.css';

export function Interpolation() {
  const { setPathEnd } = useSession().explore;
  const { many } = useSampleWords();
  useInViewEffect(useLookAt(codeViews));
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
        >{t`Swap`}</TextButton>
        <End which="to" />
      </div>
      {start && end ? (
        <Paths start={start} end={end} />
      ) : (
        <p className={styles.building}>{t`Choose two ${many}.`}</p>
      )}
    </div>
  );
}

const fadeNames = { image: t`Cross-fade of pixels`, signal: t`Cross-fade of values` } as const;

const labels = { from: t`From`, to: t`To` } as const;

function End({ which }: { which: 'from' | 'to' }) {
  const { setPathEnd } = useSession().explore;
  const source = useExploration((exploration) => exploration.ends[which]);
  const choose = useCallback((chosen: ImageSource) => setPathEnd(which, chosen), [setPathEnd, which]);
  const choices = useImageChoices(source, choose);
  return (
    choices && (
      <>
        <ImageChooser label={labels[which]} {...choices} />
        <ClassSelect which={which} onChoose={choose} />
      </>
    )
  );
}

interface ClassSelectProps {
  readonly which: 'from' | 'to';
  readonly onChoose: (chosen: ImageSource) => void;
}

/** Puts a random test sample of a class at an end of the path. */
function ClassSelect({ which, onChoose }: ClassSelectProps) {
  const { classSet } = useSession().explore;
  const info = useDataset();
  if (!info || !hasClasses(info)) return null;
  const label = t`${{ label: labels[which] }}: one of class`;
  return (
    <Select
      label={label}
      labelHidden
      look="quiet"
      value=""
      explanation={t`Takes a random test sample of one class.`}
      options={[
        { value: '', label: t`one of class…` },
        ...info.classNames.map((name, index) => ({ value: String(index), label: name })),
      ]}
      onChange={(value) => {
        const indices = value === '' ? undefined : classSet(Number(value))?.indices;
        const index = indices?.[Math.floor(Math.random() * indices.length)];
        if (index !== undefined) onChoose({ kind: 'test', index });
      }}
    />
  );
}

function Paths({ start, end }: { start: SourceImage; end: SourceImage }) {
  const info = useDataset();
  const isGaussian = useWhileInView(useRunStore(), (run) => run.experiment.codeKind === 'gaussian');
  const again = useWhileInView(useRunStore(), (run) => run.testCodes);
  const straightCodes = useMemo(() => pathCodes(straight, start.code, end.code, frameCount), [start, end]);
  const sphericalCodes = useMemo(
    () => (isGaussian ? pathCodes(spherical, start.code, end.code, frameCount) : null),
    [isGaussian, start, end],
  );
  const faded = useMemo(() => pathCodes(straight, start.pixels, end.pixels, frameCount), [start, end]);
  const onStraight = useDecoded(straightCodes, again);
  const onSphere = useDecoded(sphericalCodes, again);
  if (!info) return null;
  const rows = [
    { name: t`Straight path in code`, frames: onStraight?.images },
    ...(isGaussian ? [{ name: t`Spherical path in code`, frames: onSphere?.images }] : []),
    { name: fadeNames[info.kind], frames: faded },
  ];
  return (
    <>
      <div className={styles.strips}>
        {rows.map(({ name, frames }) => (
          <div key={name} className={styles.strip}>
            <span className={styles.name}>{name}</span>
            {frames && <Strip {...{ name, frames, info }} />}
          </div>
        ))}
      </div>
      <Animation rows={rows} info={info} />
    </>
  );
}

interface StripProps {
  name: string;
  frames: Float32Array;
  info: DatasetInfo;
}

function Strip({ name, frames, info }: StripProps) {
  const columns = stripSteps[info.kind];
  const values = useMemo(() => stripOf(frames, columns), [frames, columns]);
  return <SampleRow label={name} {...{ info, values, columns }} />;
}

interface AnimationProps {
  rows: readonly { readonly name: string; readonly frames: Float32Array | undefined }[];
  info: DatasetInfo;
}

const secondsOneWay = 2.5;
const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function Animation({ rows, info }: AnimationProps) {
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
            {frames && (
              <SamplePicture label={t`${name}, moving`} info={info} values={frameAt(frames, share)} />
            )}
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
      <div className={styles.transport}>
        <IconButton
          label={isPlaying ? t`Pause the animation` : t`Play the animation`}
          icon={isPlaying ? Pause : Play}
          onClick={() => setIsPlaying(!isPlaying)}
        />
        <Slider
          label={t`Path`}
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
