// One row of pictures: what it is, its errors for either input, and the ten samples.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { countText, lossText } from '../../../core/number-text';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { sampleText } from '../../../core/samples/words/sample-words';
import type { InputKind } from '../../../session/comparison/trial/trial-state';
import { classNames } from '../../../ui/class-names';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import type { SampleInfo } from '../../../ui/sample/sample-look';
import { SampleRow } from '../../../ui/sample/sample-row';
import { errorText, noisyErrorText, texts } from '../words';
import styles from './images.module.css';

export interface PictureRowProps {
  /** Accessible name of the pictures too. */
  name: string;
  /** Null: not there yet. */
  values: Float32Array | null;
  /** What the rebuilt samples should be. */
  reference?: Float32Array | undefined;
  /** Of the noisy input itself there is one only. */
  mse?: Readonly<Record<InputKind, number | null>> | null;
  /** Of the weights. */
  step?: number | null;
  /** In place of pictures that are not there. */
  waiting?: string;
  isBaseline?: boolean;
  info: SampleInfo;
  columns: number;
  /** Width of one picture over its height. */
  aspect: number;
  /** The input that is shown. */
  shown: InputKind;
}

export function PictureRow(props: PictureRowProps) {
  const { name, values, reference, mse = null, step = null, waiting = texts.waiting, info, columns } = props;
  const { aspect, shown, isBaseline = false } = props;
  const count = columns * sampleSize(info.shape);
  const pictures = useMemo(() => values?.subarray(0, count) ?? null, [values, count]);
  return (
    <div className={styles.row}>
      <div className={styles.name}>
        <span className={classNames(styles.label, isBaseline && styles.baseline)} title={name}>
          {name}
        </span>
        {step !== null && <span className={styles.step}>{t`step ${{ step: countText(step) }}`}</span>}
        {mse && <Errors {...{ name, mse, shown, info }} />}
      </div>
      {pictures === null ? (
        <p className={styles.missing} style={{ aspectRatio: columns * aspect }}>
          {waiting}
        </p>
      ) : (
        <SampleRow label={name} values={pictures} {...{ info, columns, aspect, reference }} />
      )}
    </div>
  );
}

interface ErrorsProps {
  name: string;
  mse: Readonly<Record<InputKind, number | null>>;
  shown: InputKind;
  info: SampleInfo;
}

const inputWords: Readonly<Record<InputKind, string>> = {
  clean: t({ message: 'clean', comment: 'Of samples: without noise' }),
  noisy: t({ message: 'noisy', comment: 'Of samples: with noise' }),
};

function errorName(name: string, input: InputKind): string {
  return input === 'clean' ? t`MSE of ${name}, clean input` : t`MSE of ${name}, noisy input`;
}

/** The error for the input that is shown stands out. */
function Errors({ name, mse, shown, info }: ErrorsProps) {
  const kind = sampleKind(info.shape);
  return (
    <span className={styles.errors}>
      {(['clean', 'noisy'] as const).map((input) => {
        const value = mse[input];
        if (value === null) return null;
        const isOfInput = mse.clean === null;
        return (
          <ReadOut
            key={input}
            name={isOfInput ? t`MSE of the noisy input` : errorName(name, input)}
            caption={isOfInput ? 'MSE' : inputWords[input]}
            look="line"
            exact={value}
            emphasis={input === shown}
            explanation={sampleText(isOfInput ? noisyErrorText : errorText(input), kind)}
            className={styles.mse}
          >
            {lossText(value)}
          </ReadOut>
        );
      })}
    </span>
  );
}
