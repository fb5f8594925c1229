import { afterEach, describe, expect, it } from 'vitest';
import { experimentSchema } from '../../catalog/experiment-schema';
import { defaultExperiment } from '../../core/experiment/experiment';
import { fromSearch, toSearch } from '../../core/experiment/url/experiment-url';
import type { TeacherLink } from './parts';
import { partState, sharedLinkStore } from './shared-link';
import { longestText, readTeacherLink, takeTeacherLink, teacherSearch } from './teacher-link';

afterEach(() => sharedLinkStore.setState({ shared: null }));

const link: TeacherLink = {
  hidden: ['section.noise', 'seed', 'panel.map'],
  locked: ['codeSize', 'section.training'],
  text: 'Make the bottleneck smaller & smaller.\n<b>What</b> happens + why, 100 %?',
};

describe('a teacher’s link', () => {
  it('comes back as it was made, behind any experiment, which it leaves alone', () => {
    const experiment = { ...defaultExperiment, codeSize: 7, noise: 'gaussian' as const };
    const search = toSearch(experiment) + teacherSearch(link);
    expect(readTeacherLink(search)).toEqual({ link, problems: [] });
    expect(fromSearch(search, experimentSchema)).toEqual({ experiment, problems: [] });
  });

  it('is none without its version, whatever else the address has', () => {
    expect(readTeacherLink('?v=1&teachHide=seed')).toEqual({ link: null, problems: [] });
  });

  it('names what this page does not know, and follows the rest', () => {
    const { link: read, problems } = readTeacherLink(
      '?teach=9&teachHide=seed,everything,__proto__&teachLock=seed,loss',
    );
    expect(read).toEqual({ hidden: ['seed'], locked: ['loss'], text: '' });
    expect(problems).toHaveLength(3);
    expect(problems.join(' ')).toMatch(/version “9”.*“everything”.*“__proto__”/);
  });

  it('is limited in size', () => {
    const long = 'a'.repeat(5000);
    const many = Array.from({ length: 3000 }, () => 'x').join(',');
    const { link: read, problems } = readTeacherLink(`?teach=1&teachText=${long}&teachHide=${many}`);
    expect(read?.text).toHaveLength(longestText);
    expect(problems.length).toBeLessThanOrEqual(102);
    expect(readTeacherLink(`?teach=1&teachHide=${long}`).problems.join('').length).toBeLessThan(200);
  });
});

describe('a page that was opened with one', () => {
  it('hides and locks its parts, until it is unlocked', () => {
    expect(takeTeacherLink(`?v=1${teacherSearch(link)}`)).toEqual([]);
    expect([partState('section.noise'), partState('codeSize'), partState('loss')]).toEqual([
      'hidden',
      'locked',
      'shown',
    ]);
    sharedLinkStore.setState(({ shared }) => ({ shared: shared && { ...shared, isUnlocked: true } }));
    expect(partState('section.noise')).toBe('shown');
  });

  it('is any other page without one', () => {
    takeTeacherLink('?v=1&codeSize=4');
    expect(sharedLinkStore.getState().shared).toBeNull();
    expect(partState('seed')).toBe('shown');
  });
});
