// The lessons on what a network is, and on its kinds.
import { lessons } from '../../../catalog/lessons/registry';
import { playLessons } from './play-for-tests';

playLessons(
  lessons.slice(
    0,
    lessons.findIndex(({ id }) => id === 'anomalies'),
  ),
);
