// How a Gaussian code is drawn, with a die that can be thrown again.
import { t } from '@lingui/core/macro';
import { Dices } from 'lucide-react';
import { fixedText } from '../../../core/number-text';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useSlowMotion } from '../../../session/hooks/slow-motion/use-slow-motion';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import type { DetailProps } from './detail-props';
import styles from './details.module.css';

export function Draw({ sample }: DetailProps) {
  const { throwDie, showTrainedDraw } = useSlowMotion();
  const info = useDataset();
  const { draw, isTrainedDraw } = sample;
  const decoded = sample.activations.at(-1) ?? sample.clean;
  if (draw === null) return null;
  return (
    <div className={styles.draw}>
      <div className={styles.die}>
        <button
          type="button"
          className={styles.dieButton}
          aria-label={t`Roll the die again`}
          onClick={() => void throwDie()}
        >
          {/* Another key for each throw, so that the die rolls. */}
          <Dices key={draw.noise.join()} size={40} strokeWidth={1.5} aria-hidden="true" />
        </button>
        <p className={styles.dieNote} role="status">
          {isTrainedDraw
            ? t`This is the draw that the step was trained with.`
            : t`Another draw. The step was not trained with it.`}
        </p>
        {!isTrainedDraw && (
          <TextButton look="plain" onClick={() => void showTrainedDraw()}>
            {t`Back to the trained draw`}
          </TextButton>
        )}
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t`The code, number by number`}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t`The code, number by number`}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ message: `Number`, comment: 'which number of the code: 1, 2, 3 …' })}</th>
              <th scope="col">{t`mean μ`}</th>
              <th scope="col">{t`spread σ`}</th>
              <th scope="col">{t`die ε`}</th>
              <th scope="col">{t`z = μ + σ · ε`}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(draw.code, (z, at) => (
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                <Cell value={draw.mean[at] ?? NaN} />
                <Cell value={draw.deviation[at] ?? NaN} />
                <Cell value={draw.noise[at] ?? NaN} />
                <Cell value={z} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {info && (
        <figure className={styles.decoded}>
          <SamplePicture label={t`Decoded from this draw`} info={info} values={decoded} />
          <figcaption>{t`Decoded from this draw`}</figcaption>
        </figure>
      )}
    </div>
  );
}

function Cell({ value }: { value: number }) {
  return <td data-value={value}>{fixedText(value, 3)}</td>;
}
