// The image under the pointer and its reconstruction, labelled with the step of the weights.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import { classOf } from '../../core/samples/dataset-info';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useSelection } from '../../session/hooks/use-selection';
import { useWhileInView } from '../../ui/in-view/in-view';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './latent-map.module.css';

const cardWidth = 176;
const cardHeight = 132;
const away = 14;

/** @param pointer position of the hovered point in window coordinates */
export function HoverCard({ pointer }: { pointer: { x: number; y: number } }) {
  const hovered = useSelection((selection) => selection.hovered);
  const inspected = useSelection((selection) => selection.inspected);
  const label = useWhileInView(useRunStore(), (run) =>
    hovered === null ? undefined : run.map?.labels[hovered],
  );
  const info = useDataset();
  const { one } = useSampleWords();
  const hasNoise = useWhileInView(useRunStore(), (run) => run.experiment.noise !== 'none');
  if (hovered === null) return null;
  const name = info ? classOf(info, label) : null;
  const left = Math.min(pointer.x + away, window.innerWidth - cardWidth - away);
  const top =
    pointer.y > window.innerHeight - cardHeight - 2 * away ? pointer.y - cardHeight - away : pointer.y + away;
  return (
    <div className={styles.hover} style={{ left, top, width: cardWidth }} aria-hidden="true">
      <div className={styles.hoverHead}>
        {name !== null && <b>{`${name} `}</b>}
        <span>{t`test ${one} ${{ hovered: countText(hovered) }}`}</span>
      </div>
      {info && inspected && (
        <div className={styles.hoverImages}>
          <SamplePicture
            label={t`Hovered ${one}`}
            info={info}
            values={hasNoise ? inspected.noisy : inspected.original}
          />
          <SamplePicture
            label={t`Its reconstruction`}
            info={info}
            values={inspected.reconstructed}
            reference={inspected.original}
          />
        </div>
      )}
      <div className={styles.hoverStep}>
        {inspected ? t`rebuilt at step ${{ step: countText(inspected.step) }}` : t`asking the network…`}
      </div>
    </div>
  );
}
