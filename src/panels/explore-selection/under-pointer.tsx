// The map position under the pointer, decoded, beside the test image there and its reconstruction.
// When the pointer leaves the map, the panel shows the last clicked image.
import { t } from '@lingui/core/macro';
import { classOf, type DatasetInfo } from '../../core/samples/dataset-info';
import { sampleWords } from '../../core/samples/words/sample-words';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { usePointed } from '../../session/hooks/explore/use-pointed';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useSelection } from '../../session/hooks/use-selection';
import { Card } from '../../ui/controls/card/card';
import { useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './explore-selection.module.css';
import { imageWords, placeWords } from './words';
import { usePickedImage } from './use-picked-image';

const nothing = new Float32Array(0);

export function UnderPointer() {
  const info = useDataset();
  return (
    <Card
      title={t`Under the pointer`}
      explanation={t`What the decoder makes of the point of the map under the pointer.`}
      term="decoder"
      subtitle={<Where />}
    >
      {info ? (
        <div className={styles.pointer}>
          <DecodedPoint info={info} />
          <TestImage info={info} />
        </div>
      ) : (
        <p className={styles.quiet}>{t`The picture of a place on the map appears here.`}</p>
      )}
    </Card>
  );
}

function Where() {
  const place = usePointed((pointed) => pointed.place);
  const axes = useExploration((exploration) => exploration.axes);
  const planeAxes = useWhileInView(useRunStore(), (run) => run.testCodes?.plane.axes ?? 'code');
  return <span>{place && placeWords(place, axes, planeAxes)}</span>;
}

function DecodedPoint({ info }: { info: DatasetInfo }) {
  const isPointing = usePointed((pointed) => pointed.place !== null);
  const image = usePointed((pointed) => pointed.image);
  const map = usePointed((pointed) => pointed.place?.map);
  const picked = usePickedImage();
  const shown = isPointing ? image : (picked?.reconstructed ?? null);
  return (
    <figure>
      <div className={styles.large} data-empty={shown === null}>
        <SamplePicture label={t`Decoded point`} info={info} values={shown ?? nothing} />
        {shown === null && !isPointing && (
          <p className={styles.hint}>{t`Move over a map to decode each place`}</p>
        )}
      </div>
      <figcaption className={styles.caption}>
        {map === 'pca' ? t`by PCA` : shown === null ? ' ' : t`by the decoder`}
      </figcaption>
    </figure>
  );
}

/** The hovered test image, otherwise the last clicked one. */
function TestImage({ info }: { info: DatasetInfo }) {
  const { one } = sampleWords(info.kind);
  const hovered = useSelection((selection) => selection.hovered);
  const inspected = useSelection((selection) => selection.inspected);
  const picked = usePickedImage();
  const index = hovered ?? picked?.index ?? null;
  const label = useWhileInView(useRunStore(), (run) =>
    index === null ? undefined : run.testCodes?.labels[index],
  );
  const error = useWhileInView(useRunStore(), (run) =>
    index === null ? undefined : run.testCodes?.errors[index],
  );
  const shown = hovered === null ? picked : inspected;
  return (
    <div className={styles.beside}>
      <figure>
        <SamplePicture label={t`Test ${one}`} info={info} values={shown?.original ?? nothing} />
        <figcaption className={styles.caption}>{t`test ${one}`}</figcaption>
      </figure>
      <figure>
        <SamplePicture
          label={t`Its reconstruction`}
          info={info}
          values={shown?.reconstructed ?? nothing}
          reference={shown?.original}
        />
        <figcaption className={styles.caption}>{t`rebuilt`}</figcaption>
      </figure>
      <p className={styles.which}>
        {index === null
          ? t`No ${one} here.`
          : imageWords(index, classOf(info, label), error, sampleWords(info.kind))}
      </p>
    </div>
  );
}
