import { choicesOf } from '../act/words';
import type { NoticeKind, NoticeSubject } from '../api/generated/graphql';
import { enChannels as en, zhChannels as zh } from '../i18n/channelMessages';

/** In the order in which they are read. */
export const NOTICE_KINDS = Object.keys(zh.notices) as readonly NoticeKind[];
export const NOTICE_SUBJECTS = Object.keys(zh.subjects) as readonly NoticeSubject[];

export const CHOICES = choicesOf([zh.notices, en.notices], [zh.subjects, en.subjects], [zh.languages, en.languages]);
