// The image under the pointer, and its reconstruction with the weights of the step that is named.
import { countText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { runStore } from '../../session/run-store';
import { useSelection } from '../../session/selection-store';
import { useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './latent-map.module.css';

const cardWidth = 176;
const cardHeight = 132;
const away = 14;

/** @param pointer where the hovered point is, in the window */
export function HoverCard({ pointer }: { pointer: { x: number; y: number } }) {
  const hovered = useSelection((selection) => selection.hovered);
  const inspected = useSelection((selection) => selection.inspected);
  const label = useWhileInView(runStore, (run) => (hovered === null ? undefined : run.map?.labels[hovered]));
  const name = useWhileInView(runStore, (run) =>
    label === undefined ? undefined : run.facts?.classNames[label],
  );
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const hasNoise = useWhileInView(runStore, (run) => run.experiment.noise !== 'none');
  const size = shape && imageSize(shape);
  if (hovered === null) return null;
  const left = Math.min(pointer.x + away, window.innerWidth - cardWidth - away);
  const top =
    pointer.y > window.innerHeight - cardHeight - 2 * away ? pointer.y - cardHeight - away : pointer.y + away;
  return (
    <div className={styles.hover} style={{ left, top, width: cardWidth }} aria-hidden="true">
      <div className={styles.hoverHead}>
        <b>{name ?? '—'}</b> test image {countText(hovered)}
      </div>
      {size && inspected && (
        <div className={styles.hoverImages}>
          <PixelImage
            label="Hovered image"
            values={hasNoise ? inspected.noisy : inspected.original}
            {...size}
          />
          <PixelImage label="Its reconstruction" values={inspected.reconstructed} {...size} />
        </div>
      )}
      <div className={styles.hoverStep}>
        {inspected ? `rebuilt at step ${countText(inspected.step)}` : 'asking the network …'}
      </div>
    </div>
  );
}
