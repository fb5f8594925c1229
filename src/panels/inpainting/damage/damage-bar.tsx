// How the sample is damaged: the kind with its options, and what takes a step back.
import { t } from '@lingui/core/macro';
import { Contrast, Dices, Eraser, Undo2 } from 'lucide-react';
import { randomSquare, invertedMask } from '../../../core/inpainting/damage/areas';
import { isOffered } from '../../../core/inpainting/damage/damage';
import { damageKinds, type DamageKind } from '../../../core/inpainting/inpainting-api';
import { gridOf } from '../../../core/inpainting/mask';
import type { SampleShape } from '../../../core/samples/samples';
import { sampleKind } from '../../../core/samples/sample-kind';
import { useInpainting, useInpaintingRoom } from '../../../session/hooks/inpainting/use-inpainting';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { SegmentedRadio } from '../../../ui/controls/fields/segmented-radio';
import { damageWords, randomPointsLabel } from '../words';
import styles from './damage.module.css';
import { DamageOptionFields } from './damage-option-fields';
import { hasHole, type MaskHistory } from './use-mask-history';

interface DamageBarProps {
  shape: SampleShape;
  history: MaskHistory;
}

export function DamageBar({ shape, history }: DamageBarProps) {
  const inpainting = useInpaintingRoom();
  const damage = useInpainting((state) => state.damage);
  const options = useInpainting((state) => state.options);
  const mask = useInpainting((state) => state.mask);
  const isSignal = sampleKind(shape) === 'signal';

  function choose(kind: DamageKind) {
    history.keep(mask);
    inpainting.chooseDamage(kind);
  }

  function another() {
    if (options === null) return;
    history.keep(mask);
    const seed = options.seed + 1;
    inpainting.setOptions({ seed });
    if (damage === 'rectangle') inpainting.setMask(randomSquare(gridOf(shape), options.side, seed));
  }

  return (
    <div className={styles.bar}>
      <SegmentedRadio<DamageKind>
        label={t`Damage`}
        value={damage}
        options={damageKinds
          .filter((kind) => isOffered(kind, shape))
          .map((kind) => ({
            value: kind,
            ...damageWords[kind],
            ...(isSignal && kind === 'random-pixels' && { label: randomPointsLabel }),
          }))}
        onChange={choose}
        className={styles.kinds}
      />
      <div className={styles.options}>
        {options && <DamageOptionFields shape={shape} damage={damage} options={options} />}
      </div>
      <div className={styles.actions}>
        {(damage === 'rectangle' || damage === 'random-pixels') && (
          <TextButton
            icon={Dices}
            explanation={t`Places the same damage elsewhere at random`}
            onClick={another}
          >{t`At random`}</TextButton>
        )}
        <TextButton
          icon={Undo2}
          explanation={t`Undoes the latest change to the hole`}
          disabled={!history.canUndo}
          onClick={history.undo}
        >{t`Undo`}</TextButton>
        <TextButton
          icon={Eraser}
          label={t`Clear mask`}
          explanation={t`Removes the hole`}
          disabled={!hasHole(mask)}
          onClick={() => {
            history.keep(mask);
            inpainting.clearMask();
          }}
        >{t`Clear`}</TextButton>
        <TextButton
          icon={Contrast}
          label={t`Invert mask`}
          explanation={t`Swaps what is known and what is missing`}
          disabled={mask.length === 0}
          onClick={() => {
            history.keep(mask);
            inpainting.setMask(invertedMask(mask));
          }}
        >{t`Invert`}</TextButton>
      </div>
    </div>
  );
}
