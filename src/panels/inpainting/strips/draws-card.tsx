// Several answers to one hole: of a Gaussian code, each decoded from another draw of q(z | damaged). Is it a 3 or an 8?
import { Dices } from 'lucide-react';
import { useEffect } from 'react';
import { lossText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useInView, useWhileInView } from '../../../ui/in-view/in-view';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { SampleRow } from '../../../ui/sample/sample-row';
import { joined } from './spread';
import styles from './strips.module.css';

const count = 8;

export function DrawsCard({ info }: { info: DatasetInfo }) {
  const { inpainting } = useSession().applications;
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  return (
    <Card
      title="Several fillings"
      subtitle={isGaussian ? 'each from another draw of the code' : undefined}
      actions={
        isGaussian && (
          <TextButton icon={Dices} onClick={() => void inpainting.draw(count)}>
            Draw again
          </TextButton>
        )
      }
    >
      {isGaussian ? (
        <Draws info={info} />
      ) : (
        <Placeholder>
          A Gaussian code (the Variational family) has several answers to one hole. This code has one.
        </Placeholder>
      )}
    </Card>
  );
}

function Draws({ info }: { info: DatasetInfo }) {
  const { inpainting } = useSession().applications;
  const store = useInpaintingStore();
  const isSeen = useInView();
  const network = useWhileInView(store, (state) => state.network);
  const draws = useWhileInView(store, (state) => state.draws);
  useEffect(() => {
    if (isSeen && network?.holeMse !== null && network !== null) void inpainting.draw(count);
  }, [isSeen, network, inpainting]);
  if (!draws) return <Placeholder>The fillings appear here once there is a hole to fill in.</Placeholder>;
  const { fillings } = draws;
  return (
    <figure className={styles.strip}>
      <SampleRow
        label="Several fillings"
        info={info}
        columns={fillings.length}
        values={joined(fillings.map(({ filled }) => filled))}
      />
      <ol className={styles.numbers} style={{ gridTemplateColumns: `repeat(${fillings.length}, 1fr)` }}>
        {fillings.map(({ holeMse }, at) => (
          <li key={at}>
            <span className={styles.mse}>{holeMse === null ? '—' : lossText(holeMse)}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
