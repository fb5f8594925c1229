// The sample that is damaged: where one paints.
import { t } from '@lingui/core/macro';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { countMissing } from '../../../core/inpainting/mask';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { MaskPad } from '../../../ui/pad/mask/mask-pad';
import type { MaskTool } from '../../../ui/pad/mask/mask-pen';
import { missingText, padTexts, placeText } from '../words';
import styles from './damage.module.css';
import { isSameMask, type MaskHistory } from './use-mask-history';

const nothing = new Float32Array(0);

export function DamagePad({ info, history }: { info: DatasetInfo; history: MaskHistory }) {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const original = useWhileInView(store, (state) => state.original);
  const damage = useWhileInView(store, (state) => state.damage);
  const options = useWhileInView(store, (state) => state.options);
  const mask = useWhileInView(store, (state) => state.mask);
  const tool: MaskTool =
    damage === 'rectangle'
      ? { kind: 'rectangle', side: options?.side ?? 1 }
      : {
          kind: 'brush',
          size: options?.brushSize ?? 1,
          mode: damage === 'brush' && options ? options.brushMode : 'remove',
        };
  return (
    <figure className={styles.pad}>
      <MaskPad
        label={t`Damaged`}
        padLabel={padTexts.label}
        keysHelp={padTexts.keys}
        info={info}
        values={original ?? nothing}
        mask={mask}
        tool={tool}
        onMask={inpainting.setMask}
        onStroke={(before) => {
          if (!isSameMask(before, store.getState().mask)) history.keep(before);
        }}
        onUndo={history.undo}
        placeText={placeText}
      />
      <figcaption className={styles.caption}>
        <span className={styles.name}>{t`Damaged`}</span>
        {mask.length > 0 && (
          <span>{missingText(countMissing(mask), mask.length, info.kind === 'signal')}</span>
        )}
        <span className={styles.hint}>{padTexts.hint}</span>
      </figcaption>
    </figure>
  );
}
