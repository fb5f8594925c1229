// The data sets to choose from: built in, and the person's own by their names.
import { useSampleText } from '../../session/hooks/datasets/use-dataset';
import { datasetEntry, datasets } from '../../catalog/datasets/registry';
import { controlText } from '../../core/experiment/control-texts';
import { builtInDatasetIds, isOwn, type DatasetId } from '../../core/experiment/dataset-id';
import { datasetName } from '../../session/datasets/datasets';
import { useDatasets } from '../../session/hooks/datasets/use-datasets';
import { chooseDataset } from '../../session/main-run/choose-dataset';
import { useSession } from '../../session/hooks/session-context';
import { useExperiment } from '../../session/hooks/use-experiment';
import { Select, type SelectOption } from '../../ui/controls/fields/select';
import { ownDataTexts, ownOptionText } from './words';

/** Opens the dialog instead of choosing a data set. */
const addData = 'add-data';

export function DatasetSelect() {
  const session = useSession();
  const chosen = useExperiment((experiment) => experiment.dataset);
  const own = useDatasets((state) => state.own);
  const name = useDatasets((state) => datasetName(state, chosen));
  const say = useSampleText();
  const { label, summary } = controlText('dataset');
  const group = ownDataTexts.group;
  const isListed = !isOwn(chosen) || own.some(({ id }) => id === chosen);
  const options: SelectOption<DatasetId | typeof addData>[] = [
    ...builtInDatasetIds.map((id) => ({ value: id, label: datasets[id].label })),
    ...(isListed ? [] : [{ value: chosen, label: name, group }]),
    ...own.map(({ id, manifest }) => ({ value: id, label: ownOptionText(manifest), group })),
    { value: addData, label: ownDataTexts.add, group },
  ];
  return (
    <Select
      label={label}
      labelHidden
      control="dataset"
      value={chosen}
      options={options}
      explanation={`${say(summary)} ${name}: ${datasetEntry(chosen).summary}`}
      term="data-set"
      onChange={(value) => {
        if (value === addData) session.importing.show();
        else chooseDataset(session, value);
      }}
    />
  );
}
