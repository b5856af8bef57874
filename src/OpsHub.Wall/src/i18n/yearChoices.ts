import type { AssessmentGrade, DutyComponent } from '../api/generated/graphql';

/** Words for what a sheet of a year chooses from; a test holds them against the schema. */
type Choices = Readonly<Record<AssessmentGrade | DutyComponent, string>>;

export const zhYearChoices: Choices = {
  EXCELLENT: '优秀', GOOD: '良好', COMPETENT: '称职', NOT_COMPETENT: '不称职',
  ANNUAL_TARGETS: '年度目标责任', KEY_WORK: '参与重点工作', MATTERS_HANDLED: '网格上报及群众投诉处理', COORDINATION: '接受指挥室协调指挥',
};

export const enYearChoices: Choices = {
  EXCELLENT: 'excellent', GOOD: 'good', COMPETENT: 'competent', NOT_COMPETENT: 'not competent',
  ANNUAL_TARGETS: 'annual targets', KEY_WORK: 'key work', MATTERS_HANDLED: 'reports and complaints handled', COORDINATION: 'answering the command room',
};
