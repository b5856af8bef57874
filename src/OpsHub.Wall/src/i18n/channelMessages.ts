import type { NoticeChannelKind, NoticeChannelState, NoticeKind, NoticeSubject } from '../api/generated/graphql';

/** Words of the page of channels. */
export interface ChannelMessages {
  readonly title: string;
  readonly open: string;
  readonly toConsole: string;
  readonly failingTitle: string;
  readonly failingNote: string;
  readonly toFailing: string;
  readonly missing: string;
  readonly none: string;
  readonly noneFailing: string;
  readonly onlySee: string;
  readonly note: string;
  readonly held: (n: number, most: number) => string;
  readonly addTitle: string;
  readonly kinds: Readonly<Record<NoticeChannelKind, string>>;
  readonly states: Readonly<Record<NoticeChannelState, string>>;
  readonly notices: Readonly<Record<NoticeKind, string>>;
  readonly subjects: Readonly<Record<NoticeSubject, string>>;
  readonly languages: Readonly<Record<'ZH' | 'EN', string>>;
  readonly moves: Readonly<Record<'WEBHOOK' | 'EMAIL' | 'WECOM' | 'change' | 'off' | 'on' | 'secret' | 'resend', string>>;
  readonly targets: Readonly<Record<NoticeChannelKind, string>>;
  readonly newTarget: string;
  readonly fields: Readonly<Record<'kinds' | 'subjects' | 'language', string>>;
  readonly rows: Readonly<Record<'kinds' | 'subjects' | 'language' | 'lastSent', string>>;
  readonly all: string;
  readonly noKinds: string;
  readonly never: string;
  readonly failingSince: (since: string, age: string, failures: number) => string;
  readonly nextTry: (at: string) => string;
  readonly nextNow: string;
  readonly givenUp: (n: number) => string;
  readonly past: string;
  readonly changes: string;
  readonly lost: string;
  readonly attempts: (n: number) => string;
  readonly unread: string;
  readonly secretTitle: string;
  readonly secretOnce: string;
  readonly secretBoth: string;
  readonly copy: string;
  readonly copied: string;
  readonly kept: string;
  readonly secretLost: string;
  readonly offNote: string;
  readonly secretNote: string;
  readonly resendNote: string;
}

export const zhChannels: ChannelMessages = {
  title: '推送渠道', open: '推送渠道', toConsole: '返回工作台', failingTitle: '全部故障渠道', failingNote: '推送不通或有消息被放弃的渠道，故障最久的在前。', toFailing: '全部故障渠道',
  missing: '没有这个单位的推送渠道，或不在您的可见范围内。', none: '还没有推送渠道：提醒只在本系统内显示。', noneFailing: '所有渠道都能送达。', onlySee: '您只能查看，不能设置。',
  note: '渠道不通不会耽误办件：提醒仍在本系统内，消息按间隔重试。', held: (n, most) => `${n} 个，最多 ${most} 个`, addTitle: '新增渠道',
  kinds: { WEBHOOK: '签名回调', EMAIL: '电子邮件', WECOM: '企业微信群机器人' },
  states: { SWITCHED_OFF: '已停用', UNUSED: '未使用', WORKING: '正常', FAILING: '故障' },
  notices: {
    NEW_WORK: '待办', DUE_SOON: '临期', DUE: '到期', OVERDUE: '超期', EMERGENCY: '紧急', ENDED: '办结', URGED: '催办督办', ESCALATED: '升级', DECIDED: '审批结果', DIGEST: '晨报',
  },
  subjects: { CASES: '案件等', CONSULTATIONS: '协商', AGENCY_YEARS: '派驻机构考核', POSTS: '人事事项', SURVEYS: '满意度测评', MANDATES: '乡镇权责', FILINGS: '制度备案' },
  languages: { ZH: '中文', EN: '英文' },
  moves: { WEBHOOK: '新增回调', EMAIL: '新增邮箱', WECOM: '新增企业微信机器人', change: '修改', off: '停用', on: '启用', secret: '更换密钥', resend: '重发' },
  targets: { WEBHOOK: '回调地址（https）', EMAIL: '值班邮箱', WECOM: '群机器人地址' }, newTarget: '新地址（不改则留空）',
  fields: { kinds: '推送哪些提醒', subjects: '涉及哪些事项', language: '消息语言' },
  rows: { kinds: '提醒', subjects: '事项', language: '语言', lastSent: '最近成功' },
  all: '全部', noKinds: '不推送提醒，只传其他系统消息', never: '从未', failingSince: (since, age, failures) => `${since} 起不通（${age}），已失败 ${failures} 次`,
  nextTry: (at) => `下次重试 ${at}`, nextNow: '即将重试', givenUp: (n) => `放弃发送 ${n} 条`, past: '变更与放弃的消息', changes: '变更记录', lost: '放弃发送的消息', attempts: (n) => `试 ${n} 次`,
  unread: '未能读取，请稍后再看。', secretTitle: '签名密钥', secretOnce: '只显示这一次，请立即交给接收方保存；关闭后无法再看，只能再换。', secretBoth: '24 小时内消息同时用新旧两个密钥签名，接收方可从容更换。',
  copy: '复制', copied: '已复制', kept: '已保存，关闭', secretLost: '密钥已在前一次应答中给出，未能显示：请再换一次密钥。',
  offNote: '停用后不再向它推送，已排队的消息不发。', secretNote: '更换后 24 小时内新旧密钥同时有效。', resendNote: '被放弃的消息按原编号重发，接收方可识别重复。',
};

export const enChannels: ChannelMessages = {
  title: 'Notice channels', open: 'Notice channels', toConsole: 'Back to the console', failingTitle: 'All failing channels', failingNote: 'Channels that nothing gets through or whose messages were given up, the longest failing first.', toFailing: 'All failing channels',
  missing: 'There are no channels of this organ within what you may see.', none: 'No channel yet: notices show in the hub only.', noneFailing: 'Everything gets through.', onlySee: 'You may look, not change.',
  note: 'A channel that is down delays no case: notices stand in the hub, and messages are tried again.', held: (n, most) => `${n}, at most ${most}`, addTitle: 'Add a channel',
  kinds: { WEBHOOK: 'Signed webhook', EMAIL: 'E-mail', WECOM: 'WeCom group robot' },
  states: { SWITCHED_OFF: 'Switched off', UNUSED: 'Not used yet', WORKING: 'Working', FAILING: 'Failing' },
  notices: {
    NEW_WORK: 'New work', DUE_SOON: 'Due soon', DUE: 'Due', OVERDUE: 'Overdue', EMERGENCY: 'Emergency', ENDED: 'Closed', URGED: 'Urged', ESCALATED: 'Escalated', DECIDED: 'Decided', DIGEST: 'Morning digest',
  },
  subjects: { CASES: 'Cases and others', CONSULTATIONS: 'Consultations', AGENCY_YEARS: 'Agencies’ years', POSTS: 'People decisions', SURVEYS: 'Surveys', MANDATES: 'Rights and duties', FILINGS: 'Filings' },
  languages: { ZH: 'Chinese', EN: 'English' },
  moves: { WEBHOOK: 'Add a webhook', EMAIL: 'Add a mailbox', WECOM: 'Add a WeCom robot', change: 'Change', off: 'Switch off', on: 'Switch on', secret: 'New secret', resend: 'Send again' },
  targets: { WEBHOOK: 'URL of the webhook (https)', EMAIL: 'Duty mailbox', WECOM: 'URL of the group robot' }, newTarget: 'New address (empty: as it is)',
  fields: { kinds: 'Which notices', subjects: 'About what', language: 'Language of messages' },
  rows: { kinds: 'Notices', subjects: 'About', language: 'Language', lastSent: 'Last success' },
  all: 'all', noKinds: 'no notices, other systems’ messages only', never: 'never', failingSince: (since, age, failures) => `Failing since ${since} (${age}), ${failures} failed ${failures === 1 ? 'attempt' : 'attempts'}`,
  nextTry: (at) => `tried again ${at}`, nextNow: 'about to be tried again', givenUp: (n) => `${n} given up`, past: 'Changes and given-up messages', changes: 'Changes', lost: 'Given-up messages', attempts: (n) => `${n} ${n === 1 ? 'attempt' : 'attempts'}`,
  unread: 'Could not be read; look again later.', secretTitle: 'Signing secret', secretOnce: 'Shown this once: hand it to the receiver now. When this is closed it can only be replaced.', secretBoth: 'For 24 hours messages are signed with both the new and the former secret.',
  copy: 'Copy', copied: 'Copied', kept: 'Kept, close', secretLost: 'The secret was in an earlier answer that did not arrive: take a new secret once more.',
  offNote: 'Nothing more is put into it, and what is queued is not sent.', secretNote: 'For 24 hours both secrets sign.', resendNote: 'Given-up messages go out again under the same keys, so that a receiver can drop doubles.',
};
