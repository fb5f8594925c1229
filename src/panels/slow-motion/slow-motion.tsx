// One training step, part by part.
import { t } from '@lingui/core/macro';
import { Card } from '../../ui/controls/card/card';

export function SlowMotion() {
  return (
    <Card title={t`Slow motion`} savable={false}>
      {null}
    </Card>
  );
}
