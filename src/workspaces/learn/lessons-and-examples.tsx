// The start page of Learn: the lessons and, below their list, the examples.
import { t } from '@lingui/core/macro';
import { useId } from 'react';
import { Learn } from '../../panels/lessons/learn';
import { PresetCards } from '../../panels/presets/preset-cards';

export function LessonsAndExamples() {
  return <Learn belowList={<Examples />} />;
}

function Examples() {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {t({ message: 'Examples', comment: 'Experiments to open, with a picture and a story' })}
      </h2>
      <PresetCards />
    </section>
  );
}
