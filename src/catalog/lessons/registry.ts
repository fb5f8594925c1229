// The lessons, in the order in which they build on each other.
import { bottleneck } from './bottleneck';
import type { Lesson } from './lesson';

export const lessons: readonly Lesson[] = [bottleneck];

export function lessonOf(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}
