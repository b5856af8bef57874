import type { SurveyStage } from '../api/generated/graphql';

/** Words of the page by which a township runs a satisfaction survey. */
export interface SurveyMessages {
  readonly title: (year: number) => string;
  readonly open: string;
  readonly missing: string;
  readonly malformed: string;
  readonly none: string;
  readonly noneNote: string;
  readonly toPlan: string;
  readonly toPlanNote: (opens: string, closes: string) => string;
  readonly toYear: string;
  readonly toSurvey: string;
  readonly runBy: (township: string) => string;
  readonly stages: Readonly<Record<SurveyStage, string>>;
  readonly round: (n: number) => string;
  readonly window: (opens: string, closes: string) => string;
  readonly opensIn: (span: string) => string;
  readonly closesIn: (span: string) => string;
  readonly over: string;
  readonly assumed: string;
  readonly extended: string;
  readonly endedEarly: string;
  readonly waits: string;
  readonly wait: {
    readonly issue: (groups: string, least: number) => string;
    readonly opens: string;
    readonly answers: (groups: string, least: number) => string;
    readonly enough: string;
    readonly closing: string;
    readonly again: string;
    readonly year: string;
    readonly partly: (groups: string) => string;
    readonly delivered: (at: string) => string;
  };
  readonly may: string;
  readonly mayNot: (township: string) => string;
  readonly group: string;
  readonly issued: string;
  readonly tokens: (n: number) => string;
  readonly valid: string;
  readonly enough: (least: number) => string;
  readonly notEnough: (least: number) => string;
  readonly least: (n: number) => string;
  readonly secret: string;
  readonly untold: string;
  readonly slips: { readonly title: (n: number) => string; readonly once: string; readonly print: string; readonly close: string; readonly sure: string; readonly back: string; readonly drop: string };
  readonly events: Readonly<Record<string, string>>;
}

export const zhSurvey: SurveyMessages = {
  title: (year) => `${year} 年满意度测评`,
  open: '满意度测评',
  missing: '没有这个派驻机构，或您的身份不能看',
  malformed: '地址不对：没有这样的派驻机构编码，或年度不在 2018 年以后',
  none: '没有您可以看的测评',
  noneNote: '可能尚未安排，也可能您的身份不能看。被测评的派驻机构在测评结束以后才能看结果。',
  toPlan: '尚未安排',
  toPlanNote: (opens, closes) => `不另行安排的，系统按 ${opens} 至 ${closes} 24:00 安排（时间为本系统默认，可由县市区规定）`,
  toYear: '年度考核',
  toSurvey: '测评办理',
  runBy: (township) => `由 ${township} 组织`,
  stages: { PLANNED: '已安排', OPEN: '测评中', CLOSED: '已结束', DELIVERED: '已报送' },
  round: (n) => `第 ${n} 轮`,
  window: (opens, closes) => `${opens} 至 ${closes}`,
  opensIn: (span) => `${span}后开始`,
  closesIn: (span) => `还有 ${span}`,
  over: '已过',
  assumed: '默认时间',
  extended: '延长理由',
  endedEarly: '提前结束理由',
  waits: '现在等什么',
  wait: {
    issue: (groups, least) => `${groups}的测评码还不够 ${least} 张，请发放`,
    opens: '等开始时间到，到时自动开始',
    answers: (groups, least) => `${groups}的有效票数还不到 ${least} 份，可补发测评码、提醒填写或延长`,
    enough: '三类主体都已达到最低有效票数，到截止时间自动结束',
    closing: '时间已到，系统正在汇总',
    again: '三类主体的票数都不足，这一轮不计分',
    year: '等年度考核启动以后，由系统报送结果',
    partly: (groups) => `${groups}票数不足，不计入`,
    delivered: (at) => `结果已于 ${at} 报送年度考核`,
  },
  may: '我现在可办',
  mayNot: (township) => `测评由 ${township} 办理，您现在没有可办的步骤`,
  group: '测评主体',
  issued: '已发放',
  tokens: (n) => `${n} 张`,
  valid: '有效票',
  enough: (least) => `已达 ${least} 份`,
  notEnough: (least) => `不足 ${least} 份`,
  least: (n) => `每类主体至少 ${n} 份有效票，不足的不计入、不公开；结束以前任何人都看不到票数`,
  secret: '不记名：系统不保存谁填了什么、什么时候填的',
  untold: '结束后公布',
  slips: {
    title: (n) => `测评码 ${n} 张`,
    once: '只显示这一次，系统不保存测评码。请立即打印，混在一起随机发放，不要登记谁领了哪一张。',
    print: '打印', close: '关闭', sure: '关闭以后不能再看到这些测评码。没有打印的，只能另行发放。', back: '返回', drop: '确定关闭',
  },
  events: {
    SurveyPlanned: '安排测评', TokensIssued: '发放测评码', SurveyOpened: '测评开始', SurveyExtended: '延长测评', TownshipReminded: '提醒票数不足', SurveyEndedEarly: '提前结束测评', SurveyClosed: '测评结束',
    SurveyDelivered: '结果报送年度考核',
  },
};

export const enSurvey: SurveyMessages = {
  title: (year) => `satisfaction survey ${year}`,
  open: 'Satisfaction survey',
  missing: 'There is no such agency, or it is not yours to see',
  malformed: 'The address is wrong: no such agency code, or a year before 2018',
  none: 'No survey that you may see',
  noneNote: 'It may not be planned, or your role may not read it. The agency that is rated sees the result once the survey is over.',
  toPlan: 'not planned',
  toPlanNote: (opens, closes) => `Unless you plan it, the hub does: ${opens} to ${closes} 24:00 (assumed by this system, may be set by the county)`,
  toYear: 'Annual assessment',
  toSurvey: 'Run the survey',
  runBy: (township) => `run by ${township}`,
  stages: { PLANNED: 'planned', OPEN: 'open', CLOSED: 'closed', DELIVERED: 'delivered' },
  round: (n) => `round ${n}`,
  window: (opens, closes) => `${opens} to ${closes}`,
  opensIn: (span) => `opens in ${span}`,
  closesIn: (span) => `${span} left`,
  over: 'over',
  assumed: 'assumed by default',
  extended: 'Extended because',
  endedEarly: 'Ended early because',
  waits: 'Waits for',
  wait: {
    issue: (groups, least) => `${groups}: fewer than ${least} tokens issued so far`,
    opens: 'its first day; it opens by itself',
    answers: (groups, least) => `${groups}: fewer than ${least} answers so far; issue more tokens, remind, or extend`,
    enough: 'its last day: all three groups have enough answers, it closes by itself',
    closing: 'its sums: the time is over, the hub is closing it',
    again: 'Too few answers of every group: this round is not scored',
    year: 'the annual assessment to open; the hub hands the result over by itself',
    partly: (groups) => `too few answers, not counted: ${groups}`,
    delivered: (at) => `Handed to the annual assessment on ${at}`,
  },
  may: 'What I may do now',
  mayNot: (township) => `${township} runs this survey; there is no step for you now`,
  group: 'Rater group',
  issued: 'Issued',
  tokens: (n) => String(n),
  valid: 'Answers',
  enough: (least) => `${least} or more`,
  notEnough: (least) => `fewer than ${least}`,
  least: (n) => `A group takes at least ${n} answers; with fewer it is neither counted nor shown. Before closing nobody sees how many there are`,
  secret: 'Anonymous: who answered what, and when, is kept nowhere',
  untold: 'told once it is closed',
  slips: {
    title: (n) => `${n} tokens`,
    once: 'Shown this once; the hub keeps no token. Print them now, mix the slips, hand them out at random, and note nowhere who got which.',
    print: 'Print', close: 'Close', sure: 'Once closed these tokens cannot be seen again. What is not printed has to be issued anew.', back: 'Back', drop: 'Close all the same',
  },
  events: {
    SurveyPlanned: 'Survey planned', TokensIssued: 'Tokens issued', SurveyOpened: 'Survey opened', SurveyExtended: 'Survey extended', TownshipReminded: 'Reminded of too few answers', SurveyEndedEarly: 'Ended before its time',
    SurveyClosed: 'Survey closed', SurveyDelivered: 'Result handed to the assessment',
  },
};
