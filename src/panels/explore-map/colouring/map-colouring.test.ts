import { expect, it } from 'vitest';
import { coloursForClasses } from '../../../ui/colours';
import { categoryCount, classCategories } from './map-colouring';

it('gives each class its category, and the one of its colour when there are hundreds', () => {
  const labels = Uint16Array.of(0, 9, 255, 256, 344);
  expect([...classCategories(labels.slice(0, 2), 12)]).toEqual([0, 9]);
  expect(categoryCount(345)).toBe(10);
  const colours = coloursForClasses(345, 'light');
  const categories = classCategories(labels, 345);
  labels.forEach((label, i) =>
    expect(coloursForClasses(categoryCount(345), 'light')[categories[i]!]).toBe(colours[label]),
  );
});
