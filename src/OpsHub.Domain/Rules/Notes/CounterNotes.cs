using System.Collections.Immutable;

namespace OpsHub.Domain.Rules.Notes;

/// <summary>What each live figure counts, and from when (指标口径). Names are those of the summary's fields; of consultations with the field in front.</summary>
public static class CounterNotes
{
    /// <summary>All of them, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, Note> All = Note.Table(
        ("open", "SM1.17", "在办：已上报、尚未结案、不予受理、并案或撤回的案件，含下级各单位；自上报之时起计。", "Open: reported and not closed, declined, merged or withdrawn, of the whole subtree; from the report on."),
        ("overdue", "SM1.E", "超期：在办案件中最近一个期限已过的；自到期之分钟起计，中止的不计。", "Overdue: open cases whose nearest running term has passed; from the minute of its due, suspended terms left out."),
        ("overduePerMille", "SM1.E", "超期率：超期除以在办，千分数，舍尾；无在办时为空。", "Overdue per mille: overdue by open, floored; none while nothing is open."),
        ("dueToday", "G022", "今日到期未办：在办案件中最近期限于今日此刻之后、24:00 之前到期的。", "Due today: open cases whose nearest term falls due between now and 24:00."),
        ("dueTodayDone", "G022", "今日到期已办：处置期限今日到期且已反馈的。", "Due today, done: cases whose handling term falls due today and is done."),
        ("dueWithinHour", "G022", "一小时内到期：在办案件中最近期限在此后 60 分钟内到期的。", "Due within an hour: open cases whose nearest term falls due in the next 60 minutes."),
        ("reportedToday", "SM1.1", "今日新增：自今日 00:00（北京时间）起上报的。", "Reported today: reported since 00:00 Asia/Shanghai."),
        ("reportedLastHour", "SM1.1", "本小时新增：自最近整点起上报的。", "Reported in the last hour: since the last full hour."),
        ("closedToday", "SM1.17", "今日结案：自今日 00:00 起结案的；不予受理、并案、撤回不计。", "Closed today: closed since 00:00; declined, merged and withdrawn cases are none."),
        ("closed30Days", "SM1.17", "近30日结案：今日及此前 30 日内结案的。", "Closed in 30 days: today and on the 30 days before."),
        ("onTime30Days", "SM1.14", "按期办结：近30日结案中处置期限内反馈的；是否按期在反馈时确定。", "On time in 30 days: of those, the ones fed back within the handling term; fixed at feedback."),
        ("onTimePerMille", "SM1.14", "按期率：按期办结除以近30日结案，千分数，舍尾；不足 20 件不列。", "On time per mille: on time by closed in 30 days, floored; none below 20 closed cases."),
        ("emergencies", "T024 C065", "紧急：在办的紧急案件，按紧急程度或类别。", "Emergencies: open cases that are one by priority or category."),
        ("urged", "R030 A004", "督办中：在办且已督办的案件。", "Urged: open cases under urging."),
        ("reopened", "SM1.19", "重开：在办且曾重开的案件。", "Reopened: open cases that were opened again."),
        ("provisional", "C035", "暂定：在办案件中最近截止时间为暂定的。", "Provisional: open cases whose nearest due is provisional."),
        ("consultations.open", "SM2.23", "进行中：尚未归档、撤回或撤销的协商，以及虽已结束但仍有未履行义务的；含下级各单位。", "Open: consultations not archived, withdrawn or annulled, and those over with a duty still open; of the whole subtree."),
        ("consultations.announcementsDueToday", "C040", "今日须公告：会议已结束、公告期限于今日 24:00 前到期且未逾期的。", "Announcements due today: of sessions that ended, due until 24:00 today and not late yet."),
        ("consultations.announcementsLate", "C040", "公告逾期：公告期限已过且尚未公告的；到期之刻即算逾期。", "Announcements late: their due has passed and they are not made; the due instant itself is late."),
        ("consultations.plansDueToday", "C035", "今日须出方案：方案期限于今日 24:00 前到期且未逾期的。", "Plans due today: due until 24:00 today and not late yet."),
        ("consultations.plansLate", "C035", "方案逾期：方案期限已过且尚未制定的。", "Plans late: their due has passed and they are not made."),
        ("consultations.breached", "C035 C040", "违规：进行中且至少有一项硬性义务（方案、公告）逾期履行或逾期未履行的；补办后仍计。", "Breached: open with at least one hard duty, plan or announcement, kept late or not at all; making it up later takes nothing away."),
        ("consultations.overdue", "SM2", "有逾期义务：进行中且有任一未履行义务已过期限的。", "Overdue: open with any open duty past its due."),
        ("consultations.furtherRounds", "C042", "再次协商：进行中且在第二轮或以后的。", "Further rounds: open in a second or later round."),
        ("consultations.votesAhead", "C043", "待表决：已提交表决、尚未表决的。", "Votes ahead: put to a vote that is not held yet."),
        ("consultations.sessionsToday", "C036", "今日协商会：方案所定时间在今日、尚未开始的。", "Sessions today: planned for today and not begun."),
        ("consultations.provisional", "C035", "暂定：有义务的期限超出已载入日历的。", "Provisional: with a due counted past the covered calendar."));
}
