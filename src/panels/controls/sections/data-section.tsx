// The training data set, and which of its samples are trained on.
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
    <Section title="Data" action={action}>
      <DatasetSelect />
      {status}
      <ClassFilter />
      <SettingSlider setting="validationShare" step={0.01} format={shareOrOff} />
    </Section>
  );
}
