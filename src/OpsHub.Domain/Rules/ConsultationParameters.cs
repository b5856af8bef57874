using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Rules;

/// <summary>A parameter of part 5.2 that consultations go by (参数).</summary>
/// <param name="Name">Name, as part 5.2 has it.</param>
/// <param name="Rule">Rule it belongs to.</param>
/// <param name="Form">How a value is written, for people.</param>
/// <param name="Zh">What it means, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Text">Where the policy writes the default; null where the default is assumed.</param>
/// <param name="Read">The value in force as text.</param>
/// <param name="Set">The rules with another value; null where the text is none.</param>
public sealed record ConsultationParameter(
    string Name, string Rule, string Form, string Zh, string En, string? Text, Func<ConsultationRules, string> Read, Func<ConsultationRules, string, ConsultationRules?> Set);

/// <summary>Every parameter of consultations that can be changed. Only the plan's two working days are text; all else is assumed until a source is named.</summary>
public static class ConsultationParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ConsultationParameter> All = SupportCycleParameters.All.AddRange(
    [
        Budget("PlanWorkingDays", "C035", "制定协商方案时限", "Time to make the plan", r => r.Plan, (r, b) => r with { Plan = b }) with { Text = "关于完善城乡社区协商机制的意见 二(四)2" },
        new("EndOfDay", "C035", "24:00 | 17:30", "按工作日计算的期限在末日何时截止", "When a term in working days ends on its last day", null,
            r => r.Days.EndsAt is { } at ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : "24:00", (r, text) => EndOfDay(text) is var (read, at) && read ? r with { Days = r.Days with { EndsAt = at } } : null),
        new("AnnounceRoll", "C040", "None | WorkingDay", "次日遇休假日，公告是否顺延至工作日", "Whether the announcement's next day rolls to a working day", null,
            r => r.Days.Roll.ToString(), (r, text) => Named<AnnounceRoll>(text) is { } roll ? r with { Days = r.Days with { Roll = roll } } : null),
        Budget("CouncilTakesTopicWithin", "C035", "议事会受理议题时限，逾期按提出之时起算方案时限", "Time for the council to take a topic; afterwards the plan runs from the proposal", r => r.TakeTopic, (r, b) => r with { TakeTopic = b }),
        Budget("WorkMeetingLimit", "C033", "召开工作例会时限", "Time to hold the work meeting", r => r.WorkMeeting, (r, b) => r with { WorkMeeting = b }),
        Budget("ReportToCouncilLimit", "C026", "楼宇小区、村民小组议题上报议事会时限", "Time to report a building's or group's topic to the council", r => r.ReportToCouncil, (r, b) => r with { ReportToCouncil = b }),
        Budget("ExplanationLimit", "C053", "向持不同意见者解释说明时限", "Time to explain to a dissenter", r => r.Explanation, (r, b) => r with { Explanation = b }),
        Budget("ReportUpLimit", "C058", "受委托事项结果上报时限", "Time to report a delegated matter's result up", r => r.ReportUp, (r, b) => r with { ReportUp = b }),
        Budget("GovFeedbackLimit", "C059", "政府、部门研究采纳并反馈时限", "Time for government or department to answer and feed back", r => r.GovernmentFeedback, (r, b) => r with { GovernmentFeedback = b }),
        Budget("MaterialsFilingLimit", "C031", "楼宇小区、村民小组材料报备时限", "Time to file a building's or group's materials with the council", r => r.MaterialsFiling, (r, b) => r with { MaterialsFiling = b }),
        Budget("ArchiveLimit", "C041", "整理归档时限", "Time to archive", r => r.Archive, (r, b) => r with { Archive = b }),
        Budget("ProgressEvery", "C056", "两次公开进度之间最长间隔", "Longest time between two progress notes", r => r.ProgressEvery, (r, b) => r with { ProgressEvery = b }),
        Budget("FeedbackLimit", "C071", "反馈落实情况时限", "Time to feed back how the result was carried out", r => r.Feedback, (r, b) => r with { Feedback = b }),
        Budget("SurveyAfter", "C060", "回访和满意度调查时限", "Time for follow-up visit and survey", r => r.SurveyAfter, (r, b) => r with { SurveyAfter = b }),
        Budget("NextStepLimit", "C024", "没有其他期限的步骤应办理的时限，逾期提示", "Time to take a step that no other term bounds; lateness is flagged", r => r.NextStep, (r, b) => r with { NextStep = b }),
        Count("MaxConsultationRounds", "C042", 1, 9, "无须说明理由的协商轮次", "Rounds that take no reason", r => r.MaxRounds, (r, n) => r with { MaxRounds = n }),
        Flag("AllowDirectVote", "C043", "第一轮未达成一致可否说明理由后直接表决", "Whether a first round may go straight to the vote, with a reason", r => r.AllowDirectVote, (r, f) => r with { AllowDirectVote = f }),
        new("PresiderRule", "C018", "Reject | Warn", "书记、主任主持议事会会议是不予受理还是提示", "Whether a secretary or director who presides the council's session is refused or warned", null,
            r => r.RefusesPresider ? "Reject" : "Warn", (r, text) => text is "Reject" or "Warn" ? r with { RefusesPresider = text == "Reject" } : null),
        Flag("SecretBallotForVotes", "C050", "选举以外的表决是否须无记名", "Whether votes other than elections must be secret", r => r.SecretVotes, (r, f) => r with { SecretVotes = f }),
        Set("HallKinds", "C011", "算作议事堂的场所类别", "Kinds of places that count as the council's hall", r => r.Halls, (r, s) => r with { Halls = s }),
        Set("TwoThirdsCategories", "C005", "表决须三分之二以上同意的议题类别", "Categories whose votes take two thirds", r => r.TwoThirds, (r, s) => r with { TwoThirds = s }),
        Share("ResidentsMeetingQuorum", "C007", "居（村）民会议到会法定比例", "Share of those entitled that must be present at a residents' meeting", r => r.ResidentsMeeting, (r, q) => r with { ResidentsMeeting = q }),
        Share("RepresentativesMeetingQuorum", "C007", "居（村）民代表会议到会法定比例", "The same at a representatives' meeting", r => r.RepresentativesMeeting, (r, q) => r with { RepresentativesMeeting = q }),
        Count("VillagersMeetingNoticeDays", "C007", 0, 60, "村民会议提前通知天数", "Days of notice before a villagers' meeting", r => r.VillagersMeetingNoticeDays, (r, n) => r with { VillagersMeetingNoticeDays = n }),
        new($"{RungOffsets.Parameter}/Consultations", "C040", RungText.Form, "协商各项义务的提醒和超期上报间隔", "Rungs of consultations' duties", null,
            r => RungText.Of(r.Rungs), (r, text) => RungText.Read(text) is { } rungs ? r with { Rungs = rungs } : null),
    ]).ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static ConsultationParameter Budget(
        string name, string rule, string zh, string en, Func<ConsultationRules, TermBudget> read, Func<ConsultationRules, TermBudget, ConsultationRules> set) => new(
        name, rule, "2 working-days | 8 working-hours | 24 hours | 30 calendar-days", zh, en, null, r => BudgetText.Of(read(r)),
        (r, text) => BudgetText.Read(text) is { } budget ? set(r, budget) : null);

    private static ConsultationParameter Count(
        string name, string rule, int least, int most, string zh, string en, Func<ConsultationRules, int> read, Func<ConsultationRules, int, ConsultationRules> set) => new(
        name, rule, $"{least}-{most}", zh, en, null, r => read(r).ToString(CultureInfo.InvariantCulture), (r, text) => Number(text) is { } n && n >= least && n <= most ? set(r, n) : null);

    private static ConsultationParameter Flag(
        string name, string rule, string zh, string en, Func<ConsultationRules, bool> read, Func<ConsultationRules, bool, ConsultationRules> set) => new(
        name, rule, "true | false", zh, en, null, r => read(r) ? "true" : "false", (r, text) => bool.TryParse(text, out var flag) ? set(r, flag) : null);

    // In the order of the enumeration, so that one set has one text.
    private static ConsultationParameter Set<TChoice>(
        string name, string rule, string zh, string en, Func<ConsultationRules, ImmutableHashSet<TChoice>> read, Func<ConsultationRules, ImmutableHashSet<TChoice>, ConsultationRules> set)
        where TChoice : struct, Enum => new(
        name, rule, string.Join(", ", Enum.GetNames<TChoice>()), zh, en, null, r => string.Join(", ", read(r).Order()),
        (r, text) => text.Split(',', StringSplitOptions.TrimEntries).Select(Named<TChoice>).ToImmutableList() is var chosen && chosen.TrueForAll(c => c is not null)
            ? set(r, [.. chosen.Select(c => c!.Value)])
            : null);

    private static ConsultationParameter Share(
        string name, string rule, string zh, string en, Func<ConsultationRules, Quorum> read, Func<ConsultationRules, Quorum, ConsultationRules> set) => new(
        name, rule, "1/2 | 2/3", zh, en, null, r => $"{read(r).Numerator}/{read(r).Denominator}",
        (r, text) => text.Split('/', StringSplitOptions.TrimEntries) is [var over, var under] && Number(over) is { } n && Number(under) is { } d && n >= 1 && d is >= 1 and <= 100 && n <= d
            ? set(r, new(n, d))
            : null);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // By name only: the numbers behind the names are nobody's business.
    private static TChoice? Named<TChoice>(string text) where TChoice : struct, Enum => Enum.GetNames<TChoice>().Contains(text) ? Enum.Parse<TChoice>(text) : null;

    private static (bool Read, TimeOnly? At) EndOfDay(string text) => text == "24:00"
        ? (true, null)
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at > TimeOnly.MinValue ? (true, at) : (false, null);
}
