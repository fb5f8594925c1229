// The numbers of the part that is lit.
import { t } from '@lingui/core/macro';
import { countText, fixedText, lossText, percentText } from '../../../core/number-text';
import { meanSquaredError } from '../../../core/pca/squared-error';
import type { PartId } from '../parts';
import { boundaryLabel } from '../words';
import styles from './details.module.css';
import { Comparison } from './comparison';
import type { DetailProps } from './detail-props';
import { Draw } from './draw';
import { Facts, type Fact } from './facts';
import { Gradients } from './gradients';
import { Update } from './update';

export function Detail({ part, ...props }: DetailProps & { part: PartId }) {
  const { codeBoundary, boundaries } = props.plan;
  switch (part) {
    case 'corrupt':
      return <Corruption {...props} />;
    case 'encode':
      return (
        <>
          <Layers {...props} from={1} to={codeBoundary} />
          <CodeNumbers {...props} />
        </>
      );
    case 'draw':
      return <Draw {...props} />;
    case 'decode':
      return <Layers {...props} from={codeBoundary + 1} to={boundaries.length - 1} />;
    case 'compare':
      return <Comparison {...props} />;
    case 'gradients':
      return <Gradients {...props} />;
    case 'update':
      return <Update {...props} />;
    default:
      return part satisfies never;
  }
}

function Corruption({ trace, sample }: DetailProps) {
  const read = sample.activations[0] ?? sample.clean;
  const changed = read.reduce((sum, value, at) => sum + (value === sample.clean[at] ? 0 : 1), 0);
  const mse = meanSquaredError(read, sample.clean);
  const facts: Fact[] = [
    { name: t`Values changed`, text: percentText(changed / Math.max(1, read.length)), exact: changed },
    { name: t`MSE of the input against the clean one`, text: lossText(mse), exact: mse },
    { name: t`In the batch`, text: countText(trace.batchSize), exact: trace.batchSize },
  ];
  return <Facts facts={facts} />;
}

/** What each layer holds: how many of its numbers are active, and the largest. */
function Layers({ sample, plan, from, to }: DetailProps & { from: number; to: number }) {
  const facts = Array.from({ length: to - from + 1 }, (_, at): Fact => {
    const boundary = from + at;
    const isMean = boundary === plan.codeBoundary && sample.draw !== null;
    const values = (isMean ? sample.draw?.mean : sample.activations[boundary]) ?? new Float32Array();
    const active = countText(values.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0));
    const count = countText(values.length);
    const low = fixedText(
      values.reduce((a, b) => Math.min(a, b), Infinity),
      2,
    );
    const high = fixedText(
      values.reduce((a, b) => Math.max(a, b), -Infinity),
      2,
    );
    const label = boundaryLabel(plan, boundary);
    return {
      name: isMean ? t`${label}, means` : label,
      text: t({
        message: `${active} of ${count} not 0, from ${low} to ${high}`,
        comment: 'The numbers that a layer holds: how many are not 0, the smallest and the largest',
      }),
    };
  });
  return <Facts facts={facts} />;
}

/** The code, number by number; of a Gaussian one its means. */
function CodeNumbers({ sample, plan }: DetailProps) {
  const code = sample.draw?.mean ?? sample.activations[plan.codeBoundary] ?? new Float32Array();
  return (
    <ol className={styles.numbers} aria-label={t`The numbers of the code`}>
      {Array.from(code, (value, at) => (
        <li key={at} data-value={value}>
          <span>{at + 1}</span>
          <b>{fixedText(value, 2)}</b>
        </li>
      ))}
    </ol>
  );
}
