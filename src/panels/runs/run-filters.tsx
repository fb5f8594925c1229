// Finds runs: by words, and by family.
import { families, type FamilyId } from '../../catalog/families/registry';
import { Select } from '../../ui/controls/fields/select';
import { TextField } from '../../ui/controls/fields/text-field';
import type { RunFilter } from './shown-runs';
import { texts } from './words';
import styles from './runs.module.css';

interface RunFiltersProps {
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
}

const options: { value: RunFilter['family']; label: string }[] = [
  { value: 'all', label: texts.allFamilies },
  ...(Object.keys(families) as FamilyId[]).map((value) => ({ value, label: families[value].label })),
];

export function RunFilters({ filter, onChange }: RunFiltersProps) {
  return (
    <div className={styles.filters}>
      <TextField
        label={texts.search}
        value={filter.search}
        maxLength={80}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <Select
        label={texts.family}
        labelHidden
        look="quiet"
        value={filter.family}
        options={options}
        onChange={(family) => onChange({ ...filter, family })}
      />
    </div>
  );
}
