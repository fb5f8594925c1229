// Samples of the prior of a variational network, decoded from the same random codes all the time, so that one sees them get
// better. Asked for anew with every snapshot, which is when the other samples of the card change.
import { t } from '@lingui/core/macro';
import { Dices } from 'lucide-react';
import { useMemo, useState } from 'react';
import { standardDraws } from '../../core/latent/fitted-gaussian';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleSize } from '../../core/samples/samples';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useDecoded } from '../../session/hooks/explore/use-decoded';
import { useRunStore } from '../../session/hooks/use-run';
import { IconButton } from '../../ui/controls/buttons/buttons';
import { useElementSize } from '../../ui/element-size';
import { useInView, useWhileInView } from '../../ui/in-view/in-view';
import { sampleAspect } from '../../ui/sample/looks';
import { SampleRow } from '../../ui/sample/sample-row';
import styles from './prior-samples.module.css';

/** As many as there are test samples in the rows above. */
const most = 10;

/** Nothing but with a Gaussian code. */
export function PriorSamples() {
  const info = useDataset();
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  if (!info || snapshot?.experiment.codeKind !== 'gaussian') return null;
  return <Samples info={info} snapshot={snapshot} codeSize={snapshot.experiment.codeSize} />;
}

function Samples({ info, snapshot, codeSize }: { info: DatasetInfo; snapshot: object; codeSize: number }) {
  const [seed, setSeed] = useState(1);
  const isSeen = useInView();
  const { many } = useSampleWords();
  const [ref, { width, height }] = useElementSize({ width: 400, height: 40 });
  const codes = useMemo(() => standardDraws(most, codeSize, seed), [codeSize, seed]);
  const decoded = useDecoded(isSeen ? codes : null, snapshot);
  const size = sampleSize(info.shape);
  const aspect = info.kind === 'signal' ? 2 : sampleAspect(info.shape);
  const count = Math.max(1, Math.min(most, Math.floor(width / Math.max(1, height * aspect))));
  const shown = useMemo(
    () => (decoded?.images.length === most * size ? decoded.images.subarray(0, count * size) : null),
    [decoded, count, size],
  );
  return (
    <div className={styles.prior}>
      <div className={styles.name}>
        <span
          title={t`Decoded from random codes z ~ N(0, I), always the same ones: invented ${many}, not test data.`}
        >
          {t`Invented`}
        </span>
        <IconButton
          label={t`Draw again`}
          explanation={t`Other random codes z ~ N(0, I)`}
          icon={Dices}
          size="small"
          onClick={() => setSeed(seed + 1)}
        />
      </div>
      <div ref={ref} className={styles.room}>
        {shown && (
          <div style={{ width: Math.min(width, count * height * aspect) }}>
            <SampleRow
              label={t`Samples from the prior`}
              info={info}
              values={shown}
              columns={count}
              aspect={aspect}
            />
          </div>
        )}
      </div>
    </div>
  );
}
