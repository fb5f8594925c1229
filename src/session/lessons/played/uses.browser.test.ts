// The lessons on what networks are good for: the rest of them.
import { lessons } from '../../../catalog/lessons/registry';
import { playLessons } from './play-for-tests';

playLessons(lessons.slice(lessons.findIndex(({ id }) => id === 'anomalies')));
