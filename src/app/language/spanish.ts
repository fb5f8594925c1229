// All that the page says in Spanish. One file, so that one more request is enough.
import { messages as apply } from '../../locales/apply/es.po';
import { messages as compare } from '../../locales/compare/es.po';
import { messages as data } from '../../locales/data/es.po';
import { messages as explore } from '../../locales/explore/es.po';
import { messages as learn } from '../../locales/learn/es.po';
import { messages as shell } from '../../locales/shell/es.po';
import { messages as train } from '../../locales/train/es.po';

export const messages = { ...apply, ...compare, ...data, ...explore, ...learn, ...shell, ...train };
