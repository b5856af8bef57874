using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Surveys;

namespace OpsHub.Host.Replay;

/// <summary>A demonstration's survey in one township.</summary>
/// <param name="At">When it was planned and its tokens issued.</param>
/// <param name="Township">The township that runs it.</param>
/// <param name="Plan">Its window.</param>
/// <param name="Issues">Tokens by group, and what was answered with the first of them.</param>
internal sealed record DemoSurveyStep(DateTimeOffset At, UnitCode Township, PlanSurvey Plan, IReadOnlyList<(IssueTokens Issue, IReadOnlyList<Dictionary<SatisfactionDimension, int>> Answers)> Issues);

/// <summary>Surveys of the demonstration's area agency (演示测评).</summary>
/// <param name="began">When the demonstration was first begun.</param>
internal sealed class DemoSurveyTale(DateTimeOffset began)
{
    private const int Days = 18;

    /// <summary>The year that they rate: that of their first day.</summary>
    public int Year => First.Year;

    private DateOnly First => LocalDay.Of(began).AddDays(-Days);

    /// <summary>The host's, over since yesterday, and the second's, open for ten more days.</summary>
    public IEnumerable<DemoSurveyStep> Steps(AgencyRow agency)
    {
        var at = LocalDay.At(First, new(9, 0));
        yield return new(at, agency.Host, new(agency.Code, Year, agency.Host, First, First.AddDays(Days - 1)),
            [Group(RaterGroup.CommunityWorkers, 20, 14, 3), Group(RaterGroup.Representatives, 12, 3, 1), Group(RaterGroup.ServiceUsers, 60, 37, 2)]);
        if (agency.Served.FirstOrDefault(t => t != agency.Host) is { Value: not null } second)
            yield return new(at, second, new(agency.Code, Year, second, First, First.AddDays(Days + 10)), [Group(RaterGroup.CommunityWorkers, 15, 9, 1), Group(RaterGroup.ServiceUsers, 40, 4, 4)]);
    }

    private static (IssueTokens, IReadOnlyList<Dictionary<SatisfactionDimension, int>>) Group(RaterGroup group, int issued, int answered, int variant) => (
        new(group, issued), [.. Enumerable.Range(0, answered).Select(i => Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, d => 100 - (20 * ((i + (i / 3) + (int)d + variant) % 5 / 2))))]);
}

/// <summary>A step of a demonstration's people decisions.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">What was done.</param>
internal sealed record DemoPostStep(DateTimeOffset At, YearParty By, PostCommand Command);

/// <summary>People decisions of the demonstration's area agency (演示人事事项): posts and counts, never persons.</summary>
internal static class DemoPostTale
{
    /// <summary>Posts with some short; a removal that was decided, an appointment that waits for a township; an inquiry; a secondment with one consent; a change of staff not told yet.</summary>
    public static IEnumerable<DemoPostStep> Steps(OrganCode agency, DateTimeOffset began)
    {
        DateTimeOffset Ago(int days) => began.AddDays(-days);
        string Letter(int days, int number) => $"环保函〔{LocalDay.Of(Ago(days)).Year}〕{number}号";
        return
        [
            new(Ago(41), YearParty.Hub, new OpenPosts(agency)),
            new(Ago(40), YearParty.Department, new RecordPosts(12, 10)),
            new(Ago(40), YearParty.Agency, new RecordPartyRelations(8, 0, false)),
            new(Ago(38), YearParty.Second, new RaiseInquiry("两次协调会未派人参加，群众投诉办理滞后", false)),
            new(Ago(36), YearParty.OrganisationDepartment, new BeginInquiry(1)),
            new(Ago(30), YearParty.OrganisationDepartment, new RecordFinding(1, true, "缺席情况属实，已责成派出部门整改")),
            new(Ago(28), YearParty.OrganisationDepartment, new FeedBackInquiry(1, "缺席情况属实，派出部门已明确由专人参加协调会")),
            new(Ago(26), YearParty.Department, new AskHeadOpinion(HeadMatter.Removal, "所长", Letter(26, 11))),
            new(Ago(25), YearParty.Host, new ProposeHeadOpinion(1, HeadOpinion.Agree, "所服务的乡镇街道一致同意")),
            new(Ago(25), YearParty.Second, new AgreeToHeadOpinion(1, 1)),
            new(Ago(24), YearParty.Third, new AgreeToHeadOpinion(1, 1)),
            new(Ago(24), YearParty.Host, new ReturnHeadOpinion(1)),
            new(Ago(22), YearParty.Department, new DecideHead(1)),
            new(Ago(6), YearParty.Department, new RecordStaffChange(StaffMove.Out, "科员", 1)),
            new(Ago(4), YearParty.Department, new RequestSecondment("片区水质监测集中采样", "市生态环境监测站", 2, LocalDay.Of(began).AddDays(60))),
            new(Ago(3), YearParty.Host, new AgreeToSecondment(1)),
            new(Ago(3), YearParty.Department, new AskHeadOpinion(HeadMatter.Appointment, "所长", Letter(3, 14))),
            new(Ago(2), YearParty.Host, new ProposeHeadOpinion(2, HeadOpinion.Agree, "同意，建议任职后继续参加片区协调会")),
            new(Ago(1), YearParty.Second, new AgreeToHeadOpinion(2, 1)),
        ];
    }
}
