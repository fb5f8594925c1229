// Several answers to one hole: of a Gaussian code, each decoded from another draw of q(z | damaged). Is it a 3 or an 8?
import { t } from '@lingui/core/macro';
import { Dices } from 'lucide-react';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { FillingStrip } from './filling-strip';
import styles from './strips.module.css';
import { useAskedAgain } from './use-asked-again';
import { useLatest } from '../use-latest';

const count = 8;

export function DrawsCard({ info }: { info: DatasetInfo }) {
  const inpainting = useInpaintingRoom();
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  return (
    <Card
      title={t`Several fillings`}
      term="inpainting"
      subtitle={isGaussian ? t`each from a different draw of the code` : undefined}
      actions={
        isGaussian && (
          <TextButton icon={Dices} onClick={() => void inpainting.draw(count)}>{t`Draw again`}</TextButton>
        )
      }
    >
      {isGaussian ? (
        <Draws info={info} />
      ) : (
        <p
          className={styles.words}
        >{t`A Gaussian code, as in the Variational family, has several answers for one hole. This code has only one.`}</p>
      )}
    </Card>
  );
}

function Draws({ info }: { info: DatasetInfo }) {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const draws = useWhileInView(store, (state) => state.draws);
  useAskedAgain(() => void inpainting.draw(count), count);
  const fillings = useLatest(draws?.fillings ?? null);
  return fillings && <FillingStrip label={t`Several fillings`} info={info} fillings={fillings} />;
}
