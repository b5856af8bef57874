/** Words of the page that holds all of an agency. */
export interface AgencyMessages {
  readonly title: string;
  readonly open: string;
  readonly overdue: string;
  readonly dueToday: string;
  readonly urgedNow: string;
  readonly urges: (year: number) => string;
  readonly refused: (year: number) => string;
  readonly meetings: string;
  readonly terms: string;
  readonly noTerms: string;
  readonly onlyFirst: (n: number) => string;
  readonly of: { readonly case: string; readonly year: string; readonly posts: string };
  readonly met: string;
  readonly cases: string;
  readonly openCases: string;
  readonly noOpen: string;
  readonly more: (shown: number, of: number) => string;
  readonly unread: string;
  readonly noCounts: string;
  readonly acceptedOf: (part: number, of: number) => string;
  readonly reworked: (n: number) => string;
  readonly meetingsOf: (part: number, of: number) => string;
  readonly urgedCases: string;
  readonly noUrged: string;
  readonly lateCases: string;
  readonly noLate: string;
  readonly noYear: string;
  readonly inForce: string;
  readonly groupsEnough: (n: number, of: number) => string;
  readonly former: string;
  readonly noFormer: string;
  readonly people: string;
  readonly matters: (n: number) => string;
}

export const zhAgency: AgencyMessages = {
  title: '机构总览',
  open: '在办案件',
  overdue: '超期',
  dueToday: '今日到期',
  urgedNow: '督办中',
  urges: (year) => `${year} 年被催办督办`,
  refused: (year) => `${year} 年退单`,
  meetings: '参加协调会',
  terms: '全部期限',
  noTerms: '没有未完成的期限',
  onlyFirst: (n) => `最近 ${n} 项`,
  of: { case: '案件', year: '考核', posts: '人事' },
  met: '刚刚办结',
  cases: '案件和督办',
  openCases: '在办',
  noOpen: '没有在办案件，或您的身份不能看',
  more: (shown, of) => `更多，已列 ${shown}/${of}`,
  unread: '没有取到，请再点一次',
  noCounts: '您的身份不能看办件佐证',
  acceptedOf: (part, of) => `按时接单 ${part}/${of}`,
  reworked: (n) => `返工 ${n}`,
  meetingsOf: (part, of) => `协调会 ${part}/${of}`,
  urgedCases: '督办中',
  noUrged: '没有督办中的案件，或您的身份不能看',
  lateCases: '超期',
  noLate: '没有超期案件，或您的身份不能看',
  noYear: '本年度考核没有开启，或您的身份不能看',
  inForce: '责任书已生效',
  groupsEnough: (n, of) => `测评份数足够 ${n}/${of} 类`,
  former: '其他年度',
  noFormer: '没有其他年度',
  people: '编制和人事',
  matters: (n) => `人事待办 ${n} 项`,
};

export const enAgency: AgencyMessages = {
  title: 'all in one place',
  open: 'open cases',
  overdue: 'overdue',
  dueToday: 'due today',
  urgedNow: 'being urged',
  urges: (year) => `urges in ${year}`,
  refused: (year) => `returned in ${year}`,
  meetings: 'meetings attended',
  terms: 'All terms',
  noTerms: 'No open term',
  onlyFirst: (n) => `the nearest ${n}`,
  of: { case: 'case', year: 'year', posts: 'people' },
  met: 'just met',
  cases: 'Cases and urges',
  openCases: 'Open',
  noOpen: 'No case is open, or none that you may see',
  more: (shown, of) => `More, ${shown} of ${of} listed`,
  unread: 'It could not be read; click again',
  noCounts: 'The evidence of its cases is not yours to read',
  acceptedOf: (part, of) => `accepted in time ${part}/${of}`,
  reworked: (n) => `rework ${n}`,
  meetingsOf: (part, of) => `meetings ${part}/${of}`,
  urgedCases: 'Being urged',
  noUrged: 'No case is being urged, or none that you may see',
  lateCases: 'Overdue',
  noLate: 'No case is overdue, or none that you may see',
  noYear: 'This year was not opened, or it is not yours to read',
  inForce: 'letter in force',
  groupsEnough: (n, of) => `enough answers from ${n} of ${of} groups`,
  former: 'Other years',
  noFormer: 'No other year',
  people: 'Posts and people decisions',
  matters: (n) => `${n} people decisions open`,
};
