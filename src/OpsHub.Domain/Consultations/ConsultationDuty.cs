using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>An open duty or one that was kept, late or not (义务). Hard ones can be breached, and the breach stays visible.</summary>
/// <param name="Term">Its term; ids are a stem of <see cref="DutyStems"/>, with <c>-2</c> and so on for later ones.</param>
/// <param name="Hard">True where the text gives the figure and lateness is a violation (违规); otherwise lateness is flagged (提示).</param>
/// <param name="Session">Round and number of the session that opened it, for announcements; else null.</param>
/// <param name="Dissent">The dissent that it explains, else null.</param>
/// <param name="Announces">What an announcement tells; null for other duties.</param>
/// <param name="Step">Name of the command that a next step's duty asks for; null for other duties.</param>
/// <param name="Vote">Number of the vote that is announced, 1 for the first; null for other duties, and of those from before this was kept (<see cref="AnnouncementSubject"/>).</param>
/// <param name="Correction">Number of the correction that is announced, likewise.</param>
/// <param name="Community">The community whose own meeting's vote is announced, likewise. C007.</param>
/// <param name="Milestone">Number of the milestone to reach, 1 for the first; null for other duties. C056.</param>
public sealed record Duty(
    Term Term, bool Hard, int? Session = null, int? Dissent = null, AnnouncementKind? Announces = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Step = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Vote = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Correction = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnitCode? Community = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Milestone = null)
{
    /// <summary>Stem of its term's id.</summary>
    [JsonIgnore]
    public string Stem => Term.Id.Split('-')[0];

    /// <summary>A hard duty whose due has passed, kept late or not at all (违规).</summary>
    public bool IsBreached(DateTimeOffset now) => Hard && Term.IsLate(now);
}

/// <summary>Stems of duties' term ids. One word each: the number of later ones follows after a dash.</summary>
public static class DutyStems
{
    /// <summary>Work meeting (工作例会). C033, soft.</summary>
    public const string WorkMeeting = "meeting";

    /// <summary>Report to the council (上报议事会). C026, soft.</summary>
    public const string ReportToCouncil = "council";

    /// <summary>The council takes the topic (议事会受理议题). Resolution 7, soft.</summary>
    public const string TakeTopic = "take";

    /// <summary>Plan (协商方案). C035, hard in the community variant.</summary>
    public const string Plan = "plan";

    /// <summary>Announcement (协商情况公告). C040, hard in the community variant.</summary>
    public const string Announce = "announce";

    /// <summary>Explanation to a dissenter (解释说明). C053, soft.</summary>
    public const string Explain = "explain";

    /// <summary>Report up (结果上报). C058, soft.</summary>
    public const string ReportUp = "report";

    /// <summary>Answer of government or department (研究采纳反馈). C059, soft.</summary>
    public const string GovernmentFeedback = "answer";

    /// <summary>Next progress (公开进度). C056, soft.</summary>
    public const string Progress = "progress";

    /// <summary>A milestone of the result (完成节点). C056, soft: until the end of its day.</summary>
    public const string Milestone = "milestone";

    /// <summary>Feedback (反馈落实情况). C029, C048, C071, soft.</summary>
    public const string Feedback = "feedback";

    /// <summary>Follow-up visit and survey (回访和满意度调查). C060, soft.</summary>
    public const string Survey = "survey";

    /// <summary>Archive or filing (归档、报备). C031, C041, soft.</summary>
    public const string Archive = "archive";

    /// <summary>The next step, where no other duty asks for it (办理下一步). SM2, resolution 53, soft.</summary>
    public const string Step = "step";
}
