// Feeds the answer back, with the known pixels restored: the network sees its own first guess in the hole, and guesses again.
import { useEffect, useState } from 'react';
import { lossText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { useInpaintingStore } from '../../../session/hooks/inpainting/use-inpainting';
import { useSession } from '../../../session/hooks/session-context';
import { Card } from '../../../ui/controls/card/card';
import { Slider } from '../../../ui/controls/slider/slider';
import { useInView, useWhileInView } from '../../../ui/in-view/in-view';
import { SampleRow } from '../../../ui/sample/sample-row';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { joined, spread } from './spread';
import styles from './strips.module.css';

const mostTimes = 20;
const mostShown = 8;

export function IteratedCard({ info }: { info: DatasetInfo }) {
  const { inpainting } = useSession().applications;
  const store = useInpaintingStore();
  const isSeen = useInView();
  const [times, setTimes] = useState(7);
  const network = useWhileInView(store, (state) => state.network);
  const iterated = useWhileInView(store, (state) => state.iterated);
  useEffect(() => {
    // Once for every answer of the network: to another hole, or with other weights.
    if (isSeen && network?.holeMse !== null && network !== null) void inpainting.iterate(times);
  }, [isSeen, network, times, inpainting]);
  const steps = iterated?.steps ?? [];
  const shown = spread(steps.length, mostShown);
  const errors = shown.map((place) => steps[place]?.holeMse ?? null);
  return (
    <Card title="Fed back" subtitle="the answer goes in again, known pixels restored">
      <Slider
        label="Times fed back"
        value={times}
        min={1}
        max={mostTimes}
        step={1}
        explanation="How often the filled-in sample goes through the network again."
        onChange={setTimes}
        className={styles.slider}
      />
      {shown.length > 0 ? (
        <figure className={styles.strip}>
          <SampleRow
            label="Fed back"
            info={info}
            columns={shown.length}
            values={joined(shown.map((place) => steps[place]?.filled ?? new Float32Array(0)))}
          />
          <ol className={styles.numbers} style={{ gridTemplateColumns: `repeat(${shown.length}, 1fr)` }}>
            {shown.map((place, at) => (
              <li key={place}>
                <span>{place === 0 ? 'first' : `+${place}`}</span>
                <span className={styles.mse}>{errors[at] == null ? '—' : lossText(errors[at])}</span>
              </li>
            ))}
          </ol>
        </figure>
      ) : (
        <Placeholder>The steps appear here once there is a hole to fill in.</Placeholder>
      )}
    </Card>
  );
}
