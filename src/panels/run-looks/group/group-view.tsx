// The runs on one data set, given the same samples: ten of them, what is on the pad, and the maps of many.
import { Notice } from '../../../ui/controls/notice/notice';
import { DrawingCard } from '../drawing/drawing-card';
import { ImagesCard } from '../images/images-card';
import { MapsCard } from '../maps/maps-card';
import type { GroupProps } from '../group-props';
import { dataProblemText } from '../words';

interface GroupViewProps extends GroupProps {
  /** The pad is in this group. */
  hasPad: boolean;
  /** Without others there is no need to name the data set. */
  isOnly: boolean;
}

export function GroupView({ group, numbers, hasPad, isOnly }: GroupViewProps) {
  if (group.failure !== null)
    return <Notice kind="warning" message={dataProblemText(group.failure, group.data.name)} />;
  const ending = isOnly ? '' : ` · ${group.data.name}`;
  return (
    <>
      <ImagesCard {...{ group, numbers, ending }} />
      <DrawingCard {...{ group, numbers, ending, hasPad }} />
      <MapsCard {...{ group, numbers, ending }} />
    </>
  );
}
