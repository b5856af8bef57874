import type { HeadConsultationStage, HeadInquiryStage, HeadMatter, HeadOpinion, PostMatterKind, SecondmentSide, SecondmentStage, StaffMove } from '../api/generated/graphql';

/** Words of the page of people decisions: posts and counts, never persons. */
export interface PostsMessages {
  readonly title: string;
  readonly missing: string;
  readonly malformed: string;
  readonly notYours: string;
  readonly countsOnly: string;
  readonly figures: { readonly posts: string; readonly filled: string; readonly short: string; readonly fillRate: string; readonly left: (year: string) => string };
  readonly noPosts: string;
  readonly party: string;
  readonly partyMoved: string;
  readonly moved: (n: string) => string;
  readonly notMoved: (n: string) => string;
  readonly allMoved: string;
  readonly hidden: string;
  readonly ownOrganisation: string;
  readonly noReason: string;
  readonly flags: string;
  readonly may: string;
  readonly mayNot: string;
  readonly mayBelow: string;
  readonly openMatters: (n: number) => string;
  readonly heads: string;
  readonly noHeads: string;
  readonly headOf: (n: number, matter: string, post: string) => string;
  readonly matters: Readonly<Record<HeadMatter, string>>;
  readonly headStages: Readonly<Record<HeadConsultationStage, string>>;
  readonly opinions: Readonly<Record<HeadOpinion, string>>;
  readonly asks: (organ: string, letter: string) => string;
  readonly proposal: (n: number) => string;
  readonly answered: string;
  readonly agreed: string;
  readonly awaited: string;
  readonly unanimous: string;
  readonly deadlocked: string;
  readonly noProposal: string;
  readonly noReply: string;
  readonly decidedAt: (at: string) => string;
  readonly against: string;
  readonly withdrawn: string;
  readonly inquiries: string;
  readonly noInquiries: string;
  readonly inquiryOf: (n: number, township: string) => string;
  readonly inquiryStages: Readonly<Record<HeadInquiryStage, string>>;
  readonly investigates: (organ: string) => string;
  readonly finding: string;
  readonly feedback: string;
  readonly secondments: string;
  readonly noSecondments: string;
  readonly secondmentOf: (n: number, count: number, to: string) => string;
  readonly secondmentStages: Readonly<Record<SecondmentStage, string>>;
  readonly until: (day: string) => string;
  readonly consents: string;
  readonly personnel: string;
  readonly consented: string;
  readonly notYet: string;
  readonly sides: Readonly<Record<SecondmentSide, string>>;
  readonly refusedBy: (side: string) => string;
  readonly changes: string;
  readonly noChanges: string;
  readonly changeOf: (n: number, move: string, post: string, count: number) => string;
  readonly moves: Readonly<Record<StaffMove, string>>;
  readonly informed: (at: string, notice: string) => string;
  readonly told: string;
  readonly notInformed: string;
  readonly onlyLast: (n: number) => string;
  readonly kinds: Readonly<Record<PostMatterKind, string>>;
  readonly desk: string;
  readonly deskMore: (n: number) => string;
  readonly events: Readonly<Record<string, string>>;
}

export const zhPosts: PostsMessages = {
  title: '编制和人事事项',
  missing: '没有这个派驻机构，或您的身份不能看',
  malformed: '地址不对：没有这样的派驻机构编码',
  notYours: '您的身份不能看这个机构的编制和人事事项',
  countsOnly: '任免征求意见、调查核实、抽调借用由派出部门、所服务的乡镇街道和组织部门查阅',
  figures: { posts: '编制数', filled: '在岗数', short: '缺编', fillRate: '在岗率', left: (year) => `${year} 年流出` },
  noPosts: '还没有登记编制',
  party: '党团组织关系',
  partyMoved: '转入情况',
  moved: (n) => `已转入 ${n}`,
  notMoved: (n) => `未转入 ${n}`,
  allMoved: '全部转入',
  hidden: '少于 5，不显示',
  ownOrganisation: '单独建立党组织',
  noReason: '未说明理由',
  flags: '提示',
  may: '我现在可办',
  mayNot: '您现在没有可办的步骤',
  mayBelow: '可办的步骤在下面各类事项里',
  openMatters: (n) => `待办 ${n} 项`,
  heads: '负责人任免征求意见',
  noHeads: '没有征求意见',
  headOf: (n, matter, post) => `第 ${n} 件 ${post}${matter}`,
  matters: { APPOINTMENT: '任命', REMOVAL: '免职' },
  headStages: { SENT: '待答复', RETURNED: '已答复，待决定', NO_REPLY: '未答复，待决定', DECIDED: '已决定', WITHDRAWN: '已撤回' },
  opinions: { AGREE: '同意', DISAGREE: '不同意', COMMENTS: '有意见建议' },
  asks: (organ, letter) => `${organ} 以 ${letter} 书面征求意见`,
  proposal: (n) => `驻地拟定意见 第 ${n} 稿`,
  answered: '答复意见',
  agreed: '已同意',
  awaited: '尚未同意',
  unanimous: '所服务的乡镇街道须一致',
  deadlocked: '意见不一致，由县市区听取意见',
  noProposal: '驻地乡镇街道还没有拟定意见',
  noReply: '未答复说明',
  decidedAt: (at) => `${at} 决定`,
  against: '与意见不一致的理由',
  withdrawn: '撤回理由',
  inquiries: '对负责人的意见和调查核实',
  noInquiries: '没有提出意见',
  inquiryOf: (n, township) => `第 ${n} 件 ${township}提出`,
  inquiryStages: { RAISED: '待调查', INVESTIGATING: '调查中', VERIFIED: '属实，待反馈', NOT_VERIFIED: '不属实，待反馈', FED_BACK: '已反馈，待办结', CLOSED: '已办结' },
  investigates: (organ) => `由 ${organ} 调查`,
  finding: '调查结果',
  feedback: '反馈',
  secondments: '抽调借用',
  noSecondments: '没有抽调借用',
  secondmentOf: (n, count, to) => `第 ${n} 件 ${count} 人，去向 ${to}`,
  secondmentStages: { REQUESTED: '待双方同意', ACTIVE: '借用中', RETURNED: '已返回', REFUSED: '不同意' },
  until: (day) => `截止 ${day}`,
  consents: '双方同意',
  personnel: '组织人事部门',
  consented: '已同意',
  notYet: '未同意',
  sides: { TOWNSHIP: '乡镇街道', PERSONNEL: '组织人事部门' },
  refusedBy: (side) => `${side}不同意`,
  changes: '人员调整',
  noChanges: '没有人员调整',
  changeOf: (n, move, post, count) => `第 ${n} 件 ${move} ${post} ${count} 人`,
  moves: { IN: '调入', OUT: '调出', WITHIN: '内部调整' },
  informed: (at, notice) => `${at} 已告知 ${notice}`,
  told: '已告知',
  notInformed: '未告知乡镇街道',
  onlyLast: (n) => `只列最近 ${n} 件`,
  kinds: { HEAD_CONSULTATION: '任免征求意见', INQUIRY: '调查核实', SECONDMENT: '抽调借用', STAFF_CHANGE: '人员调整' },
  desk: '测评和人事',
  deskMore: (n) => `另有 ${n} 件人事事项`,
  events: {
    PostsOpened: '建立人事事项', PostsRecorded: '登记编制和在岗数', PartyRelationsRecorded: '登记党团组织关系', HeadOpinionAsked: '书面征求意见', HeadOpinionProposed: '拟定意见', HeadOpinionAgreed: '同意拟定意见',
    HeadOpinionReturned: '答复征求意见', HeadNoReplyRecorded: '记录未答复', HeadDecided: '决定任免', HeadWithdrawn: '撤回征求意见', InquiryRaised: '对负责人提出意见', InquiryBegun: '开始调查核实', InquiryFound: '登记调查结果',
    InquiryFedBack: '反馈调查结果', InquiryClosed: '办结', SecondmentRequested: '申请抽调借用', SecondmentAgreed: '同意抽调借用', SecondmentRefused: '不同意抽调借用', SecondmentBegun: '开始借用', SecondmentEnded: '借用返回',
    StaffChanged: '登记人员调整', TownshipInformed: '告知乡镇街道', PostRungsFired: '期限提醒', PostTermsReprojected: '期限重新推算',
  },
};

export const enPosts: PostsMessages = {
  title: 'posts and people decisions',
  missing: 'There is no such agency, or it is not yours to see',
  malformed: 'The address is wrong: no such agency code',
  notYours: 'Posts and people decisions of this agency are not yours to read',
  countsOnly: 'Consultations, inquiries and secondments are read by the department, the townships served and the organisation department',
  figures: { posts: 'posts', filled: 'filled', short: 'short', fillRate: 'fill rate', left: (year) => `left in ${year}` },
  noPosts: 'No posts recorded so far',
  party: 'Party and League relations',
  partyMoved: 'Moved',
  moved: (n) => `moved ${n}`,
  notMoved: (n) => `not moved ${n}`,
  allMoved: 'all moved',
  hidden: 'fewer than 5, not shown',
  ownOrganisation: 'party organisation of its own',
  noReason: 'no reason given',
  flags: 'Flags',
  may: 'What I may do now',
  mayNot: 'There is no step for you now',
  mayBelow: 'Your steps stand with the matters below',
  openMatters: (n) => `${n} open`,
  heads: 'Consultations on the head',
  noHeads: 'No consultation',
  headOf: (n, matter, post) => `No. ${n}: ${matter}, ${post}`,
  matters: { APPOINTMENT: 'appointment', REMOVAL: 'removal' },
  headStages: { SENT: 'waits for the opinion', RETURNED: 'opinion is in, to be decided', NO_REPLY: 'no reply, to be decided', DECIDED: 'decided', WITHDRAWN: 'withdrawn' },
  opinions: { AGREE: 'agrees', DISAGREE: 'disagrees', COMMENTS: 'comments' },
  asks: (organ, letter) => `${organ} asked in writing, ${letter}`,
  proposal: (n) => `Host's proposal ${n}`,
  answered: 'Opinion returned',
  agreed: 'Agreed',
  awaited: 'Not agreed yet',
  unanimous: 'the townships served must be unanimous',
  deadlocked: 'No agreement in time: the county hears them',
  noProposal: 'The host has proposed no opinion so far',
  noReply: 'On the missing reply',
  decidedAt: (at) => `decided ${at}`,
  against: 'Why it goes against the opinion',
  withdrawn: 'Withdrawn because',
  inquiries: 'Opinions on the head and inquiries',
  noInquiries: 'No opinion was raised',
  inquiryOf: (n, township) => `No. ${n}: raised by ${township}`,
  inquiryStages: { RAISED: 'waits for the inquiry', INVESTIGATING: 'being investigated', VERIFIED: 'grounds hold, to be fed back', NOT_VERIFIED: 'grounds do not hold, to be fed back', FED_BACK: 'fed back, to be closed', CLOSED: 'closed' },
  investigates: (organ) => `${organ} investigates`,
  finding: 'Finding',
  feedback: 'Feedback',
  secondments: 'Secondments',
  noSecondments: 'No secondment',
  secondmentOf: (n, count, to) => `No. ${n}: ${count} to ${to}`,
  secondmentStages: { REQUESTED: 'waits for both consents', ACTIVE: 'running', RETURNED: 'back', REFUSED: 'refused' },
  until: (day) => `until ${day}`,
  consents: 'Both consents',
  personnel: 'Organisation department',
  consented: 'consented',
  notYet: 'not yet',
  sides: { TOWNSHIP: 'a township', PERSONNEL: 'the organisation department' },
  refusedBy: (side) => `refused by ${side}`,
  changes: 'Changes of staff',
  noChanges: 'No change of staff',
  changeOf: (n, move, post, count) => `No. ${n}: ${move}, ${post}, ${count}`,
  moves: { IN: 'came in', OUT: 'left', WITHIN: 'moved within' },
  informed: (at, notice) => `told ${at}, ${notice}`,
  told: 'told',
  notInformed: 'township not told',
  onlyLast: (n) => `the last ${n} only`,
  kinds: { HEAD_CONSULTATION: 'Consultation on the head', INQUIRY: 'Inquiry', SECONDMENT: 'Secondment', STAFF_CHANGE: 'Change of staff' },
  desk: 'Surveys and posts',
  deskMore: (n) => `${n} more people decisions`,
  events: {
    PostsOpened: 'Record opened', PostsRecorded: 'Posts recorded', PartyRelationsRecorded: 'Party relations recorded', HeadOpinionAsked: 'Asked in writing', HeadOpinionProposed: 'Opinion proposed', HeadOpinionAgreed: 'Agreed to the proposal',
    HeadOpinionReturned: 'Opinion returned', HeadNoReplyRecorded: 'No reply recorded', HeadDecided: 'Decided', HeadWithdrawn: 'Request withdrawn', InquiryRaised: 'Opinion on the head raised', InquiryBegun: 'Inquiry begun',
    InquiryFound: 'Finding recorded', InquiryFedBack: 'Fed back', InquiryClosed: 'Closed', SecondmentRequested: 'Secondment asked for', SecondmentAgreed: 'Secondment consented to', SecondmentRefused: 'Secondment refused',
    SecondmentBegun: 'Secondment begun', SecondmentEnded: 'Seconded staff back', StaffChanged: 'Change of staff recorded', TownshipInformed: 'Township informed', PostRungsFired: 'Reminder', PostTermsReprojected: 'Due dates projected anew',
  },
};
