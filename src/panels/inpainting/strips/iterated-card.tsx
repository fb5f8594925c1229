// Feeds the answer back, with the known pixels restored: the network sees its own first guess in the hole, and guesses again.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { useInpaintingRoom, useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { Card } from '../../../ui/controls/card/card';
import { Slider } from '../../../ui/controls/slider/slider';
import { useWhileInView } from '../../../ui/in-view/in-view';
import { fedBackText } from '../words';
import { FillingStrip } from './filling-strip';
import { spread } from './spread';
import styles from './strips.module.css';
import { useAskedAgain } from './use-asked-again';
import { useLatest } from '../use-latest';

const mostTimes = 20;
const mostShown = 8;

export function IteratedCard({ info }: { info: DatasetInfo }) {
  const inpainting = useInpaintingRoom();
  const store = useInpaintingStore();
  const [times, setTimes] = useState(7);
  const iterated = useWhileInView(store, (state) => state.iterated);
  useAskedAgain(() => void inpainting.iterate(times), times);
  const steps = useLatest(iterated?.steps.length === times + 1 ? iterated.steps : null);
  const shown = spread(steps?.length ?? 0, mostShown);
  return (
    <Card
      title={t`Fed back`}
      term="inpainting"
      subtitle={t`the answer goes in again, with the known part restored`}
    >
      <div className={styles.choice}>
        <Slider
          label={t`Times fed back`}
          value={times}
          min={1}
          max={mostTimes}
          step={1}
          explanation={t`How many times the filled-in sample goes through the network again.`}
          onChange={setTimes}
          className={styles.slider}
        />
        <p className={styles.words}>{fedBackText(steps?.[0]?.holeMse, steps?.at(-1)?.holeMse)}</p>
      </div>
      {steps && (
        <FillingStrip
          label={t`Fed back`}
          info={info}
          fillings={shown.flatMap((place) => steps[place] ?? [])}
          captions={shown.map((place) =>
            place === 0
              ? t({ message: 'first', comment: 'The first filling of a hole, under its picture' })
              : `+ ${place}`,
          )}
        />
      )}
    </Card>
  );
}
