import type { AnnouncedFragment } from '../api/generated/graphql';
import { nameOf } from '../i18n/names';
import type { Language } from '../i18n/language';
import type { Messages } from '../i18n/messages';

/** What an announcement has to tell, in words: 协商情况公告 第 2 场; 表决结果公告 第 1 次表决 来园社区. */
export function announcedWord(told: Pick<AnnouncedFragment, 'kind' | 'session' | 'vote' | 'correction'> & Partial<Pick<AnnouncedFragment, 'community'>>, t: Messages, language: Language): string {
  const { of } = t.consult;
  const which = told.session != null ? of.session(told.session) : told.vote != null ? of.vote(told.vote) : told.correction != null ? of.correction(told.correction) : '';
  return [t.act.choices[told.kind], which, told.community ? nameOf(told.community, language) : ''].filter(Boolean).join(' ');
}
