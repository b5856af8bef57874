// Invented years of stationed agencies for developing the pages: every stage of SM4 somewhere, two years of each agency.
import { iso } from './city.mjs';

const D = 864e5;
const day = (text) => Date.parse(`${text}T00:00:00+08:00`);

const DEPARTMENTS = [['D01', '公安局', '派出所'], ['D02', '司法局', '司法所'], ['D03', '市场监督管理局', '市场监管所'], ['D04', '自然资源局', '自然资源所'], ['D05', '城市管理局', '城管中队'], ['D06', '人力资源和社会保障局', '人社站'], ['D07', '农业农村局', '农技站'], ['D08', '卫生健康局', '卫生监督站'], ['D09', '税务局', '税务分局']];
const COMPONENTS = ['ANNUAL_TARGETS', 'KEY_WORK', 'MATTERS_HANDLED', 'COORDINATION'];
const RULES = ['A020', 'A021', 'A022', 'A023'];
const STAGES = ['OPENED', 'DUTIES_LISTED', 'PLAN_DRAFTED', 'PLAN_SUBMITTED', 'PLAN_CONSENTED', 'PARTIALLY_SIGNED', 'LETTER_IN_FORCE', 'ASSESSING', 'TOWNSHIP_PART_READY', 'SCORED', 'AGENCY_GRADED', 'HEAD_GRADED', 'SHARED'];
const past = (stage, than) => STAGES.indexOf(stage) >= STAGES.indexOf(than);
const OWED = {
  duties: ['梳理属地职责', 'local duties'], plan: ['拟定年度计划', 'annual plan'], letter: ['签订责任书', 'letter'], consent: ['同意年度计划', 'consent'], duty: ['属地职责评分', 'duty score'], survey: ['满意度测评', 'survey'],
  statutory: ['法定职责评分', 'statutory score'], score: ['核定得分', 'score'], grade: ['评定等次', 'grade'], publication: ['公布结果', 'publication'], appeal: ['答复申诉', 'answer to an appeal'],
};
const TARGETS = [
  ['辖区食品经营单位日常检查全覆盖', '每户每年不少于 2 次，检查记录齐全', '2026-11-30'], ['集贸市场计量器具检定', '检定率 100%', '2026-06-30'], ['12345 投诉按时办结', '按时办结率不低于 95%', '2026-12-31'],
  ['小餐饮“阳光厨房”建设', '新建成 12 家并接入平台', '2026-10-31'], ['电梯安全社区宣传', '每社区不少于 1 场', '2026-09-30'],
];

export function inventYears(units, face, cases) {
  const townships = [...units.values()].filter((u) => u.level === 'TOWNSHIP' && u.code.startsWith('430203'));
  const agencies = townships.flatMap((host, t) => DEPARTMENTS.slice(0, t === 0 ? 9 : 3).map(([code, department, short], n) => ({
    code: `${host.code}-${code}`, name: `${host.name.replace(/(街道|镇|乡)(办事处)?$/, '$1')}${short}`, host, department: { code: `430203:${code}`, name: `芦淞区${department}` }, n: t * 3 + n, area: t === 0 && n === 2 ? townships.slice(0, 3) : [host],
  })));
  const organ = (code, kind, name, unit = null) => ({ code, kind, name, nameEn: null, unit: unit && face(unit) });
  const agencyOrgan = (a) => organ(a.code, 'AGENCY', a.name, a.host);
  const departmentOrgan = (a) => organ(a.department.code, 'DEPARTMENT', a.department.name);
  const unitOrgan = (u) => organ(u.code, 'UNIT', u.name, u);

  const stageOf = (a, year) => (year === 2026 ? ['LETTER_IN_FORCE', 'PARTIALLY_SIGNED', 'LETTER_IN_FORCE', 'PLAN_SUBMITTED', 'LETTER_IN_FORCE', 'OPENED', 'LETTER_IN_FORCE', 'PLAN_DRAFTED', 'LETTER_IN_FORCE'][a.n % 9] : ['SHARED', 'ASSESSING', 'SCORED', 'ASSESSING', 'AGENCY_GRADED', 'TOWNSHIP_PART_READY', 'SHARED', 'ASSESSING', 'HEAD_GRADED'][a.n % 9]);

  function make(a, year, reading) {
    const stage = stageOf(a, year);
    const letter = past(stage, 'LETTER_IN_FORCE') && !(year === 2025 && a.n % 9 === 3);
    const scored = past(stage, 'SCORED');
    const territorial = reading === 'WHOLE' || reading === 'TERRITORIAL';
    const statutoryMay = reading === 'WHOLE' || reading === 'STATUTORY';
    const totals = territorial || statutoryMay;
    const weights = a.area.length === 3 ? [0.5, 0.3, 0.2] : [1];
    const evidence = a.area.map((u, i) => {
      const due = 42 + ((a.n * 17 + i * 13) % 60);
      const dispatched = due + 6;
      return { u, dispatched, accepted: dispatched - (a.n % 4) - 1, refused: a.n % 3, due, onTime: due - ((a.n * 5 + i) % 9), returned: a.n % 3, reworked: (a.n + 1) % 3, urged: a.n % 4 === 1 ? 2 : 0, meetingsCalled: 6, meetingsAttended: 6 - (a.n % 2), through: iso(Math.min(Date.now(), day(`${year + 1}-01-01`))) };
    });
    const totalsOf = ({ u, ...e }) => e;
    const targets = past(stage, 'PLAN_DRAFTED') ? TARGETS.map(([text, measure, due], i) => ({ number: i + 1, text, measure, due: due.replace('2026', year), progress: year === 2025 ? 100 : [80, 100, 92, 60, 100][i], done: year === 2025 ? i !== 3 : i === 1, note: i === 0 ? '第三季度检查 214 户次' : null, late: year === 2026 && i === 4 })) : [];
    const adjusted = (u) => (a.n % 9 === 2 && u === a.host ? { township: face(u), component: 'KEY_WORK', computed: 75, value: 88, reason: '防汛抢险连续值守 9 天未计入系统，值班记录 2026-061', at: iso(day(`${year}-10-12`) + 9.5 * 36e5), withoutLetter: null } : null);
    const figuresOf = (c, e) => ({ ANNUAL_TARGETS: letter && targets.length ? [targets.filter((t) => t.done).length, targets.length, 0] : null, KEY_WORK: [3, 4, 0], MATTERS_HANDLED: [e.onTime, e.due, e.urged], COORDINATION: [e.dispatched - e.refused, e.dispatched, 0] }[c]);
    const value = ([part, of, deducted]) => Math.max(0, Math.floor((100 * part / of - deducted) * 1e4) / 1e4);
    const rate = a.n % 9 === 0 ? 1.2 : 1;
    const towns = evidence.map((e, i) => {
      const weight = weights[i];
      const components = COMPONENTS.map((component) => {
        const f = figuresOf(component, e);
        const adj = component === 'KEY_WORK' ? adjusted(e.u) : null;
        const computed = f && Math.min(100, value(f) * (scored ? rate : 1));
        const standing = adj?.value ?? computed;
        const worth = 0.4 * weight * 0.25;
        const more = f && !adj && !scored ? worth * (100 * (component === 'ANNUAL_TARGETS' ? (f[0] < f[1] ? (f[0] + 1) / f[1] : 0) : (f[0] + 1) / (f[1] + 1)) - 100 * (f[0] / f[1])) : null;
        return { component, label: component, figures: f && { part: f[0], of: f[1], deducted: f[2] }, computed, adjusted: adj, standing, points: standing == null ? null : worth * standing, most: worth * 100, oneMore: more && more > 0 ? more : null, worth };
      });
      const duty = components.some((c) => c.standing == null) ? null : components.reduce((s, c) => s + 0.25 * c.standing, 0);
      const satisfaction = past(stage, 'TOWNSHIP_PART_READY') || (stage === 'ASSESSING' && a.n % 2 === 1 && i === 0) ? 88.75 + (a.n % 5) * 1.5 : null;
      return { u: e.u, weight, components, duty, satisfaction };
    });
    const sum = (of) => (towns.some((t) => of(t) == null) ? null : towns.reduce((s, t) => s + t.weight * of(t), 0));
    const [l, s] = [sum((t) => t.duty), sum((t) => t.satisfaction)];
    const d = scored || (stage === 'ASSESSING' && a.n % 3 === 0) ? 91.5 : null;
    const total = l != null && s != null && d != null ? 0.4 * l + 0.2 * s + 0.4 * d : null;
    const r = l != null && s != null ? (0.4 * l + 0.2 * s) / 60 : null;
    const grade = past(stage, 'AGENCY_GRADED') ? (r >= 0.9 ? 'EXCELLENT' : 'GOOD') : null;
    const county = unitOrgan(a.host.parent);
    const owedAs = (what, by, due) => ({ what, by, label: OWED[what][0], labelEn: OWED[what][1], due: due && iso(due), late: due != null && due <= Date.now() });
    const soon = Date.now() + ((a.n % 7) - 2) * D;
    const appeals = stage === 'SCORED' ? [{ number: 1, line: { line: 'DUTY', component: 'MATTERS_HANDLED', township: face(a.host), label: '' }, text: '3 件超期案件因等待县级协调中止，应不计入到期件。', evidence: ['协调会议纪要 2025-31', '中止审批单 2025-118'], at: iso(Date.now() - 3 * D), answers: unitOrgan(a.host), upheld: null, answer: null, answeredAt: null, term: 'appeal' }] : stage === 'SHARED' ? [{ number: 1, line: { line: 'DUTY', component: 'MATTERS_HANDLED', township: face(a.host), label: '' }, text: '3 件超期案件因等待县级协调中止，应不计入到期件。', evidence: ['协调会议纪要 2025-31'], at: iso(Date.now() - 60 * D), answers: unitOrgan(a.host), upheld: true, answer: '经核对留痕，3 件在中止期内，予以更正。', answeredAt: iso(Date.now() - 55 * D), term: null }] : [];
    const owed = {
      OPENED: [owedAs('duties', agencyOrgan(a), null), owedAs('letter', agencyOrgan(a), day('2026-03-02'))], DUTIES_LISTED: [owedAs('plan', agencyOrgan(a), null)], PLAN_DRAFTED: [owedAs('plan', agencyOrgan(a), null), owedAs('letter', agencyOrgan(a), day('2026-03-02'))],
      PLAN_SUBMITTED: [owedAs('consent', departmentOrgan(a), soon), owedAs('letter', agencyOrgan(a), day('2026-03-02'))], PLAN_CONSENTED: [], PARTIALLY_SIGNED: [owedAs('letter', unitOrgan(a.host), soon)],
      ASSESSING: [...towns.filter((t) => t.satisfaction == null).map((t) => owedAs('survey', unitOrgan(t.u), soon + 2 * D)), ...towns.map((t) => owedAs('duty', unitOrgan(t.u), soon)), ...(d == null ? [owedAs('statutory', departmentOrgan(a), soon)] : [])],
      TOWNSHIP_PART_READY: [owedAs('statutory', departmentOrgan(a), soon)], SCORED: [owedAs('grade', county, soon + 5 * D), owedAs('appeal', unitOrgan(a.host), Date.now() + 4 * D)], SHARED: a.n === 6 ? [owedAs('publication', county, soon + 9 * D)] : [],
    }[stage] ?? [];
    const term = (id, name, nameEn, holder, opened, due, done, rule, clause) => ({ id, name, nameEn, holder, openedAt: iso(opened), dueAt: iso(due), doneAt: done && iso(done), late: (done ?? Date.now()) >= due, lifted: false, suspended: false, provisional: false, rule, clause, basis: 'ASSUMED', parameter: 'LetterSignBy', fired: [], ledger: [], explain: ({ language }) => (language === 'EN' ? `${nameEn}: counted in calendar days from the day after it opened; a day ends at 24:00. The length is our default.` : `${name}：自开启次日起按自然日算，末日 24:00 止。文件没有规定长短，按本系统默认。`) });
    const start = day(`${year}-01-01`);
    const terms = [
      term('letter', '签订年度目标责任书', 'Sign the letter', agencyOrgan(a), start, day(`${year}-03-02`), letter ? day(`${year}-02-20`) : null, 'A040', '三(十三)2'),
      ...targets.map((t) => term(`target-${t.number}`, '完成年度目标', 'Reach the target', agencyOrgan(a), start + 50 * D, day(t.due) + D, t.done ? day(t.due) - 3 * D : null, 'A020', '二(三)1')),
      ...owed.filter((o) => o.due && o.what !== 'letter').map((o, i) => term(i ? `${o.what}-${i + 1}` : o.what, o.label, o.labelEn, o.by, Date.parse(o.due) - 20 * D, Date.parse(o.due), null, { statutory: 'A019', survey: 'A024', duty: 'A018', grade: 'A033', consent: 'A039', appeal: 'A028' }[o.what] ?? 'A018', '二(三)2')),
    ];
    for (const x of appeals) x.term = x.term && terms.find((t) => t.id.startsWith('appeal'));
    const score = !scored ? null : { duty: territorial ? l : null, satisfaction: territorial ? s : null, statutory: statutoryMay ? d : null, dutyPoints: territorial ? 0.4 * l : null, satisfactionPoints: territorial ? 0.2 * s : null, statutoryPoints: statutoryMay ? 0.4 * d : null, total, townshipRate: r, mayBeExcellent: r >= 0.9 };
    const sharedAt = stage === 'SHARED' ? ['TOWNSHIP', 'DEPARTMENT'].map((target) => ({ target, at: iso(Date.now() - 20 * D) })) : [];
    const publishedAt = stage === 'SHARED' && owed.length === 0 ? iso(Date.now() - 12 * D) : null;
    const cut = (v) => (v == null ? null : Number(v.toFixed(8)));
    const clean = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, typeof v === 'number' && !Number.isInteger(v) ? cut(v) : v]));
    const sumEvidence = totalsOf(evidence.reduce((x, y) => ({ ...x, ...Object.fromEntries(Object.entries(y).filter(([, v]) => typeof v === 'number').map(([k, v]) => [k, x[k] + v])) })));
    const line = clean({ duty: territorial ? l : null, satisfaction: territorial ? s : null, statutory: statutoryMay ? d : null, total: totals && scored ? total : null, townshipRate: totals && scored ? r : null, forecastTotal: totals ? total : null, forecastRate: totals ? r : null, satisfactionForExcellent: territorial && l != null ? Math.max(0, (54 - 0.4 * l) / 0.2) : null });
    const base = { agency: agencyOrgan(a), year, department: departmentOrgan(a), host: face(a.host), reading, stage, stageLabel: stage, served: a.area.map((u, i) => ({ township: face(u), weight: weights[i], isHost: u === a.host })), owed, publishedAt, sharedAt, changedAt: iso(Date.now() - D), grade: totals ? grade : null, headGrade: totals && past(stage, 'HEAD_GRADED') ? 'COMPETENT' : null };
    const id = `year-${a.code}-${year}`;
    return {
      line: { ...base, id, hasLetter: letter, targets: targets.length, targetsDone: targets.filter((t) => t.done).length, ...line, evidence: sumEvidence, forecast: null, dueAt: owed.map((o) => o.due).filter(Boolean).sort()[0] ?? null, dueTerm: null, overdue: owed.some((o) => o.late), openAppeals: totals ? appeals.filter((x) => !x.answeredAt).length : null },
      year: () => ({
        __typename: 'AgencyYear', ...base, id, version: '14', objection: null, determinedWhy: null, duties: stage === 'OPENED' ? [] : ['食品、药品、特种设备安全属地监管', '消费投诉就地受理和调解', '配合乡镇街道开展联合检查', '网格上报的市场监管事项处置'],
        negotiated: past(stage, 'PLAN_SUBMITTED') ? a.area.map(face) : [], targets, letter: { inForce: letter, consentedAt: past(stage, 'PLAN_CONSENTED') ? iso(day(`${year}-02-10`) + 10 * 36e5) : null, agencySignedAt: past(stage, 'PARTIALLY_SIGNED') && (letter || stage === 'PARTIALLY_SIGNED') ? iso(day(`${year}-02-18`) + 9 * 36e5) : null, townshipSignedAt: letter ? iso(day(`${year}-02-20`) + 15 * 36e5) : null, term: terms[0] },
        keyWork: ['春节前联合检查', '防汛值守', '创文迎检', '老旧小区燃气排查'].map((text, i) => ({ at: iso(day(`${year}-0${i * 2 + 2}-11`)), text, tookPart: i !== 2, reference: i === 1 ? '值班记录 061' : null, township: face(a.host) })),
        evidence: evidence.map((e) => ({ township: face(e.u), submitted: scored, differs: scored && a.n % 2 === 0 ? ['URGED'] : scored ? [] : null, recounted: scored ? { ...totalsOf(e), urged: e.urged + 1 } : null, totals: totalsOf(e), cases: ({ kind }) => ({ pageInfo: { hasNextPage: false, hasPreviousPage: false }, edges: [], nodes: cases.slice(0, kind === 'URGED' ? 2 : 7).map((c, i) => ({ caseId: c.id, case: i === 3 ? null : { number: `AJ2026-${1000 + i}`, title: c.title ?? c.categoryName, stage: 'CLOSED' }, counts: totalsOf(e) })) }) })),
        linked: totals && scored ? { hostGrade: 'GOOD', coefficient: 1.1, band: 'GOOD', bonusBase: 12000, bonus: 13200, dailyPosts: 6, dailyScore: 90, dailyWeight: 0.3, annualScore: 83 } : null,
        adjustments: territorial ? a.area.map(adjusted).filter(Boolean) : [], submissions: [],
        satisfaction: territorial ? towns.filter((t) => t.satisfaction != null).map((t) => ({ township: face(t.u), score: t.satisfaction, missing: a.n % 3 === 1 ? ['SERVICE_USERS'] : [], leastBallots: 10, at: iso(day(`${year + 1}-01-20`)), groups: ['COMMUNITY_WORKERS', 'REPRESENTATIVES', 'SERVICE_USERS'].map((group, g) => (a.n % 3 === 1 && g === 2 ? { group, label: '', ballots: null, mean: null, spread: null, dimensions: [] } : { group, label: '', ballots: 34 - g * 9, mean: t.satisfaction + g - 1, spread: 6.4 + g, dimensions: ['DAILY_MANAGEMENT', 'PROBLEM_HANDLING', 'ATTITUDE', 'STYLE'].map((dimension, k) => ({ dimension, label: '', mean: t.satisfaction + g - 1 + (k - 1.5) * 2 })) })) })) : [],
        statutory: statutoryMay && d != null ? { value: d, note: '依派出部门年度考核结果', at: iso(day(`${year + 1}-01-18`)) } : null, part: null, score, scoredAt: scored ? iso(Date.now() - 30 * D) : null, gradedAt: grade ? iso(Date.now() - 25 * D) : null,
        forecast: totals ? { ...clean({ duty: line.duty, satisfaction: line.satisfaction, statutory: line.statutory, total: line.forecastTotal, townshipRate: line.forecastRate, satisfactionForExcellent: line.satisfactionForExcellent }), owed, townships: territorial ? towns.map((t) => ({ township: face(t.u), weight: t.weight, duty: cut(t.duty), satisfaction: t.satisfaction, submitted: scored, missingGroups: [], components: t.components.map(clean) })) : [] } : null,
        scorecard: totals ? [
          ...towns.flatMap((t) => [...t.components.map((c, i) => ({ kind: 'COMPONENT', township: face(t.u), component: c.component, value: territorial ? cut(c.standing) : null, worth: cut(c.worth), points: territorial ? cut(c.points) : null, rule: RULES[i], clause: '二(三)1', basis: i === 0 ? 'TEXT' : 'ASSUMED', parameter: 'DutyComponentWeights', computed: territorial && c.adjusted ? c.computed : null, adjusted: territorial ? c.adjusted : null, figures: territorial && !c.adjusted ? c.figures : null })),
            { kind: 'SATISFACTION', township: face(t.u), component: null, value: territorial ? t.satisfaction : null, worth: cut(0.2 * t.weight), points: territorial && t.satisfaction != null ? cut(0.2 * t.weight * t.satisfaction) : null, rule: 'A024', clause: '二(三)1', basis: 'ASSUMED', parameter: 'SatisfactionGroupMean' }]),
          { kind: 'STATUTORY', value: statutoryMay ? d : null, worth: 0.4, points: statutoryMay && d != null ? 0.4 * d : null, rule: 'A019', clause: '二(三)2', basis: 'TEXT', parameter: null },
          { kind: 'TOTAL', value: cut(total), worth: 1, points: cut(total), rule: 'A017', clause: '二(三)', basis: 'TEXT', parameter: null }, { kind: 'TOWNSHIP_RATE', value: cut(r), worth: 0, points: null, rule: 'A033', clause: '二(四)', basis: 'ASSUMED', parameter: 'TownshipPartBase' },
        ] : null,
        terms, openTerms: terms.filter((t) => !t.doneAt), appeals: totals ? appeals : [],
        flags: [{ kind: 'ASSUMED_RULES', rule: 'A028', text: '县市区未制定考核细则，按默认规则计分（假定）', textEn: 'The county has no rule set: defaults are used (assumed)', township: null }, ...(letter ? [] : [{ kind: 'LETTER_UNSIGNED', rule: 'A040', text: '责任书尚未双方签订', textEn: 'The letter is not signed by both', township: null }])],
        revisions: stage === 'SHARED' ? [{ at: iso(Date.now() - 54 * D), reason: '申诉 1 成立，重新评定网格上报及群众投诉处理', grade: 'GOOD', headGrade: null, lines: [{ line: 'DUTY', component: null, township: face(a.host), label: '' }], score: { ...score, total: 88.4012, townshipRate: 0.894012, duty: 87.1, mayBeExcellent: false }, part: { duty: 87.1, satisfaction: 88.75 } }] : [],
        snapshots: Array.from({ length: year === 2025 ? 12 : 10 }, (_, i) => ({ period: `${year}-${String(i + 1).padStart(2, '0')}`, at: iso(day(`${year}-${String(i + 1).padStart(2, '0')}-28`)), stage, targets: targets.length, targetsDone: Math.floor(i / 3), duty: i < 2 ? null : 78 + i * 1.3 + (a.n % 5), total: null, evidence: [], owed: [] })),
        shareableFrom: grade && sharedAt.length === 0 ? iso(Date.now() + 3 * D) : null, publishedWhere: publishedAt ? '区政府门户网站' : null, rules: { version: 0, areaMethod: 'WEIGHTED', townshipPartBase: 'SIXTY', components: COMPONENTS.map((component) => ({ component, weight: 0.25 })), parameters: [] },
        ...movesOf(stage, a, targets), trace: reading === 'EVIDENCE' ? null : traceOf(a, stage, year),
      }),
    };
  }

  const input = (name, label, labelEn, kind, more = {}) => ({ name, label, labelEn, kind, required: true, max: null, min: null, choices: [], ...more });
  const move = (mutation, label, labelEn, rule, inputs = []) => ({ mutation, label, labelEn, rule, inputs });
  function movesOf(stage, a, targets) {
    const blocked = stage === 'LETTER_IN_FORCE' ? [{ mutation: 'aggregateTownshipPart', label: '汇总乡镇部分', labelEn: 'Sum the part', code: 'NOT_NOW', rule: 'A027', clause: '二(三)3', message: '年度还没有结束，评分还没有报送', messageEn: 'The year is not over, inputs are not in' }]
      : a.n % 2 === 0 && stage === 'SCORED' ? [{ mutation: 'gradeAgency', label: '评定机构等次', labelEn: "Set the agency's grade", code: 'APPEAL_OPEN', rule: 'A028', clause: '二(三)3', message: '申诉 1 尚未答复', messageEn: 'Appeal 1 is not answered' }] : [];
    const nextMoves = {
      LETTER_IN_FORCE: [move('confirmTarget', '确认目标', 'Confirm a target', 'A020', [input('target', '目标', 'Target', 'NUMBER', { choices: targets.map((t) => String(t.number)) }), input('done', '是否完成', 'Done', 'FLAG'), input('note', '说明', 'Note', 'TEXT', { required: false, max: 500 })]), move('recordKeyWork', '记录重点工作', 'Record key work', 'A021', [input('text', '内容', 'Text', 'TEXT', { max: 500 }), input('tookPart', '是否参加', 'Took part', 'FLAG'), input('reference', '依据', 'Reference', 'TEXT', { required: false, max: 200 })]),
        move('adjustComponent', '人工调整', 'Set by hand', 'A018', [input('component', '考核内容', 'Component', 'CHOICE', { choices: COMPONENTS }), input('value', '分值', 'Value', 'SCORE', { min: 0, max: 100 }), input('reason', '理由', 'Reason', 'TEXT', { max: 500 })]), move('setTownshipWeights', '设定权重', 'Set weights', 'A026', [input('weights', '权重', 'Weights', 'WEIGHTS', { choices: a.area.map((u) => u.code) })])],
      PARTIALLY_SIGNED: [move('signResponsibilityLetter', '签订责任书', 'Sign the letter', 'A040')], PLAN_DRAFTED: [move('draftYearPlan', '拟定计划', 'Draft the plan', 'A038', [input('targets', '目标', 'Targets', 'TARGETS', { max: 50 })]), move('submitYearPlan', '报派出部门', 'Submit', 'A038')],
      SCORED: [...(a.n % 2 ? [move('gradeAgency', '评定机构等次', "Set the agency's grade", 'A033', [input('grade', '等次', 'Grade', 'CHOICE', { choices: ['GOOD', 'COMPETENT', 'NOT_COMPETENT'] })])] : []), move('recordHostResult', '登记驻地考核结果', "Record the host's result", 'A031', [input('grade', '等次', 'Grade', 'CHOICE', { choices: ['EXCELLENT', 'GOOD', 'COMPETENT', 'NOT_COMPETENT'] }), input('coefficient', '奖金系数', 'Coefficient', 'SCORE', { min: 0, max: 10 })]), move('answerAppeal', '答复申诉', 'Answer the appeal', 'A028', [input('appeal', '申诉', 'Appeal', 'NUMBER', { choices: ['1'] }), input('upheld', '是否成立', 'Upheld', 'FLAG'), input('answer', '答复', 'Answer', 'TEXT', { max: 1000 })]), move('reviseAgencyResult', '修订', 'Revise', 'A028', [input('reason', '理由', 'Reason', 'TEXT', { max: 1000 }), input('lines', '重新评定的项目', 'Lines', 'LINES', { required: false, choices: [`DUTY/${a.host.code}`, `SATISFACTION/${a.host.code}`, 'STATUTORY'] })])],
      TOWNSHIP_PART_READY: a.n % 2 ? [move('finaliseAgencyScore', '核定得分', 'Finalise the score', 'A017')] : [],
      ASSESSING: [move('submitDutyScore', '提交属地职责评分', 'Submit the duty score', 'A018', [input('withoutLetter', '无责任书仍评分的理由', 'Why without a letter', 'TEXT', { required: false, max: 500 })])],
    }[stage] ?? [];
    return { nextMoves, moves: nextMoves.map((m) => m.mutation), blockedMoves: blocked };
  }
  const traceOf = (a, stage, year) => {
    const steps = ['YearOpened', 'DutiesListed', 'PlanDrafted', 'PlanNegotiated', 'PlanSubmitted', 'PlanConsented', 'LetterSigned', 'LetterSigned', 'EvidenceRecorded', 'ProgressReported', 'TargetConfirmed', 'KeyWorkRecorded', 'EvidenceRecorded'];
    return { nodes: steps.slice(0, stage === 'OPENED' ? 1 : 13).map((event, i) => ({ sequence: i + 1, at: iso(day(`${year}-01-05`) + i * 9 * D), occurredAt: null, role: 'AGENCY_STAFF', event, from: null, to: null, consultationFrom: null, consultationTo: null, yearFrom: null, yearTo: null, reason: event === 'PlanNegotiated' ? '与驻地乡镇街道协商一致' : null, rule: event === 'PlanConsented' ? 'A039' : null, clause: event === 'PlanConsented' ? '三(十三)1' : null, hash: (0x7c1e57aa + i * 0x1357911).toString(16).padStart(64, 'a'), previousHash: '0'.repeat(64), organ: event === 'PlanConsented' ? departmentOrgan(a) : agencyOrgan(a) })), pageInfo: { hasPreviousPage: false, startCursor: '1' } };
  };

  const READING = { TOWNSHIP_GOVERNMENT: 'TERRITORIAL', TOWNSHIP_GOVERNANCE_CENTRE: 'EVIDENCE', COUNTY_COMMAND_CENTRE: 'EVIDENCE', DEPARTMENT: 'STATUTORY' };
  const page = (lines) => ({ nodes: lines, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false }, totalCount: lines.length, asOf: iso(Date.now()) });
  return {
    board: (role, { unit, department, year, stage }) => page(agencies
      .filter((a) => (department ? a.department.code === department : a.area.some((u) => u.code.startsWith(unit))) && (!stage?.length || stage.includes(stageOf(a, year))))
      .map((a) => { const { line, year: whole } = make(a, year, READING[role] ?? 'WHOLE'); return { ...line, agencyYear: whole }; })),
    // A batch carries every second year out.
    batch: (ids) => ({ errors: [], done: 0, refused: 0, results: ids.map((yearId, i) => ({ yearId, done: i % 2 === 0, outcome: { sequence: i % 2 ? null : 57, errors: i % 2 ? [{ __typename: 'RuleRefusedError', code: 'APPEAL_OPEN', rule: 'A028', clause: '二(三)3', field: null, message: '申诉 1 尚未答复', messageEn: 'Appeal 1 is not answered' }] : [] } })) }),
    one: (role, { id, agency, year }) => {
      const [code, y] = id ? [id.slice(5, -5), Number(id.slice(-4))] : [agency, year];
      const found = agencies.find((a) => a.code === code);
      return found && y >= 2025 && y <= 2026 ? make(found, y, READING[role] ?? 'WHOLE').year() : null;
    },
    agency: (code) => {
      const a = agencies.find((x) => x.code === code);
      const made = a && [2026, 2025].map((y) => make(a, y, 'WHOLE'));
      const mine = cases.filter((c) => a && c.township?.code === a.host.code).slice(0, 6);
      const dueOf = (c) => ({ dueAt: iso(c.dueMs), case: c, agencyYear: null, posts: null, term: { id: 'handling', name: '办理', nameEn: 'Handling', basis: 'TEXT', explain: '', holder: agencyOrgan(a) } });
      return a && {
        code: a.code, name: a.name, host: face(a.host), department: departmentOrgan(a), served: a.area.map(face), years: made.map((m) => m.line),
        summary: { open: 9 + a.n, overdue: a.n % 3, dueToday: 2, urged: a.n % 2 }, counts: made[0].line.evidence,
        terms: { edges: [], nodes: [...mine.map(dueOf), ...made[0].year().terms.filter((t) => !t.doneAt).map((term) => ({ dueAt: term.dueAt, case: null, agencyYear: made[0].year(), posts: null, term }))].sort((x, y) => (x.dueAt < y.dueAt ? -1 : 1)), pageInfo: { hasNextPage: false, hasPreviousPage: false } },
        cases: ({ filter }) => ({ totalCount: filter.urged ? 1 : mine.length, asOf: iso(Date.now()), edges: [], nodes: filter.urged ? mine.slice(0, 1) : mine, pageInfo: { hasNextPage: false, hasPreviousPage: false } }),
        posts: null,
      };
    },
    agencyOrgan: (code) => agencyOrgan(agencies.find((a) => a.code === code)),
    departmentOrgan: (code) => departmentOrgan(agencies.find((a) => a.department.code === code)),
    of: (unit) => agencies.filter((a) => a.host.code === unit.code).map((a) => ({ code: a.code, name: a.name, department: departmentOrgan(a), summary: { open: 5 + a.n, overdue: a.n % 3, overduePerMille: 40 } })),
  };
}
