// The training data set, and which of its samples are trained on.
import { t } from '@lingui/core/macro';
import { usePart } from '../../../session/hooks/shared-link/use-part';
import { Lockable } from '../../../ui/controls/lock/lockable';
import type { ReactNode } from 'react';
import { ClassFilter } from '../class-filter/class-filter';
import { DatasetSelect } from '../dataset-select';
import { SettingSlider } from '../setting-slider';
import { shareOrOff } from '../words';
import { Section } from './section';

interface DataSectionProps {
  status: ReactNode;
  action: ReactNode;
}

export function DataSection({ status, action }: DataSectionProps) {
  return (
    <Section title={t`Data`} term="data-set" part="section.data" action={action}>
      <Lockable {...usePart('dataset')}>
        <DatasetSelect />
      </Lockable>
      {status}
      <Lockable {...usePart('classes')}>
        <ClassFilter />
      </Lockable>
      <SettingSlider setting="validationShare" step={0.01} format={shareOrOff} />
    </Section>
  );
}
