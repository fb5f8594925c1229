// What has been ticked so far for a teacher's link. Pure.
import type { Part, TeacherLink } from '../../session/shared-link/parts';

/** Ticks a box, or clears it: what is hidden is not locked besides. */
export function ticked(link: TeacherLink, part: Part, what: 'hidden' | 'locked'): TeacherLink {
  const without = (parts: readonly Part[]) => parts.filter((one) => one !== part);
  const cleared = { ...link, hidden: without(link.hidden), locked: without(link.locked) };
  return link[what].includes(part) ? cleared : { ...cleared, [what]: [...cleared[what], part] };
}
