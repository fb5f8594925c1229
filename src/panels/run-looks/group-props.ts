// What every part of a group's view gets.
import type { LooksGroup } from '../../session/run-looks/look-state';
import type { RunNumbers } from './numbered-run';

export interface GroupProps {
  group: LooksGroup;
  numbers: RunNumbers;
}
