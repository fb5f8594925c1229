// The place of a map that the pointer is over, decoded; beside it the test image that lies there, and its reconstruction.
// When the pointer has gone, the image that was clicked on last.
import { imageSize } from '../../core/samples';
import { useExploration } from '../../session/explore-store';
import { usePointed } from '../../session/pointed-store';
import { runStore } from '../../session/run-store';
import { useSelection } from '../../session/selection-store';
import { Card } from '../../ui/controls/card';
import { useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './explore-selection.module.css';
import { imageWords, placeWords } from './pointer-words';
import { usePickedImage } from './use-picked-image';

const nothing = new Float32Array(0);

export function UnderPointer() {
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const size = shape && imageSize(shape);
  return (
    <Card title="Under the pointer" subtitle={<Where />}>
      {size ? (
        <div className={styles.pointer}>
          <DecodedPoint {...size} />
          <TestImage {...size} />
        </div>
      ) : (
        <p className={styles.quiet}>The picture of a place on the map appears here.</p>
      )}
    </Card>
  );
}

/** The place in words. */
function Where() {
  const place = usePointed((pointed) => pointed.place);
  const axes = useExploration((exploration) => exploration.axes);
  const planeAxes = useWhileInView(runStore, (run) => run.testCodes?.plane.axes ?? 'code');
  return <>{place && placeWords(place, axes, planeAxes)}</>;
}

interface Size {
  height: number;
  width: number;
  channels: number;
}

function DecodedPoint(size: Size) {
  const isPointing = usePointed((pointed) => pointed.place !== null);
  const image = usePointed((pointed) => pointed.image);
  const map = usePointed((pointed) => pointed.place?.map);
  const picked = usePickedImage();
  const shown = isPointing ? image : (picked?.reconstructed ?? null);
  return (
    <figure>
      <div className={styles.large} data-empty={shown === null}>
        <PixelImage label="Decoded point" values={shown ?? nothing} {...size} />
        {shown === null && !isPointing && (
          <p className={styles.hint}>Move over a map: each place is decoded</p>
        )}
      </div>
      <figcaption className={styles.caption}>
        {map === 'pca' ? 'by PCA' : shown === null ? ' ' : 'by the decoder'}
      </figcaption>
    </figure>
  );
}

/** The hovered test image, or else the one that was clicked on. */
function TestImage(size: Size) {
  const hovered = useSelection((selection) => selection.hovered);
  const inspected = useSelection((selection) => selection.inspected);
  const picked = usePickedImage();
  const index = hovered ?? picked?.index ?? null;
  const label = useWhileInView(runStore, (run) =>
    index === null ? undefined : run.testCodes?.labels[index],
  );
  const name = useWhileInView(runStore, (run) =>
    label === undefined ? undefined : run.facts?.classNames[label],
  );
  const error = useWhileInView(runStore, (run) =>
    index === null ? undefined : run.testCodes?.errors[index],
  );
  const shown = hovered === null ? picked : inspected;
  return (
    <div className={styles.beside}>
      <figure>
        <PixelImage label="Test image" values={shown?.original ?? nothing} {...size} />
        <figcaption className={styles.caption}>test image</figcaption>
      </figure>
      <figure>
        <PixelImage label="Its reconstruction" values={shown?.reconstructed ?? nothing} {...size} />
        <figcaption className={styles.caption}>rebuilt</figcaption>
      </figure>
      <p className={styles.which}>{index === null ? 'No image here.' : imageWords(index, name, error)}</p>
    </div>
  );
}
