// The code size, where it can be seen and not changed.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import { useRun } from '../../session/hooks/use-run';
import { ReadOut } from '../../ui/controls/read-out/read-out';

export function CodeSizeReadOut() {
  const codeSize = useRun((run) => run.experiment.codeSize);
  return (
    <ReadOut
      name={t`Code size`}
      term="bottleneck"
      exact={codeSize}
      explanation={t`Numbers in a code: the bottleneck. It is changed in Train.`}
    >
      {countText(codeSize)}
    </ReadOut>
  );
}
