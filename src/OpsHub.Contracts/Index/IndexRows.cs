using System.Collections.Immutable;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Contracts.Index;

/// <summary>A case as lists and search see it (案件索引行). Written by the case's own grain; only a higher version replaces.</summary>
public sealed record CaseRow
{
    /// <summary>Grain key, <c>case-…</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version of the state it was written from.</summary>
    public required long Version { get; init; }

    /// <summary>The number people read (案件编号), unique in the city.</summary>
    public required string Number { get; init; }

    /// <summary>Where the case stands.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Second-level category code, e.g. <c>Q01-01</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Short text of what is wrong, at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Units in force when the row was written, grid upwards.</summary>
    public required UnitCode Grid { get; init; }

    /// <summary>The community.</summary>
    public required UnitCode Community { get; init; }

    /// <summary>The township.</summary>
    public required UnitCode Township { get; init; }

    /// <summary>The county.</summary>
    public required UnitCode County { get; init; }

    /// <summary>The city.</summary>
    public required UnitCode City { get; init; }

    /// <summary>Whose move it is (在谁手里): a unit, agency or department.</summary>
    public required OrganCode Holder { get; init; }

    /// <summary>Since when the holder holds it.</summary>
    public required DateTimeOffset HolderSince { get; init; }

    /// <summary>Lead organ, or null before dispatch.</summary>
    public OrganCode? Lead { get; init; }

    /// <summary>Assisting organs.</summary>
    public ImmutableList<OrganCode> Assists { get; init; } = [];

    /// <summary>For whom it waits besides the holder (在等谁): who owes a part or an answer, who decides an extension. Empty once it is over.</summary>
    public ImmutableList<OrganCode> Waits { get; init; } = [];

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Nearest open due instant, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Priority: 0 ordinary, 1 urgent, 2 emergency.</summary>
    public required int Priority { get; init; }

    /// <summary>Returns so far (退单次数).</summary>
    public required int Returns { get; init; }

    /// <summary>How often it was escalated (升级次数).</summary>
    public int Escalation { get; init; }

    /// <summary>The instant of its newest trace entry.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Hour in which its newest trace entry was recorded, in whole hours since 1970 UTC; null where it isn't known. Since then nothing about it changed.</summary>
    public long? RecordedHour { get; init; }

    /// <summary>What it adds to its units' summaries; stored in plain columns so that groups can be counted.</summary>
    public required CaseContribution Contribution { get; init; }
}

/// <summary>One thing that happened to a case, for tickers and event streams (案件动态). Unique by (case, sequence).</summary>
/// <param name="Case">Grain key of the case.</param>
/// <param name="Sequence">Sequence of the trace entry, from 1.</param>
/// <param name="Number">The number people read.</param>
/// <param name="At">When it happened.</param>
/// <param name="Event">Event name, e.g. <c>CaseDispatched</c>.</param>
/// <param name="Stage">Stage afterwards.</param>
/// <param name="Category">Second-level category code.</param>
/// <param name="Grid">Grid of the case.</param>
/// <param name="Organ">The organ that the event names (who holds it now).</param>
public sealed record CaseEventRow(
    string Case, long Sequence, string Number, DateTimeOffset At, string Event, CaseStage Stage, string Category, UnitCode Grid, OrganCode Organ);

/// <summary>A unit as lists see it (区划索引行).</summary>
/// <param name="Code">Official code.</param>
/// <param name="Version">Storage version of the unit's state.</param>
/// <param name="Kind">Kind as in the divisions file, e.g. <c>subdistrict</c>, <c>village</c>, <c>grid</c>.</param>
/// <param name="Name">Name in force.</param>
/// <param name="Parent">Parent in force, null for the city.</param>
/// <param name="EffectiveFrom">First day on which the present name and parent hold.</param>
/// <param name="EndedOn">Day from which the unit is merged or dissolved, else null.</param>
/// <param name="MergedInto">The unit that took it over, else null.</param>
/// <param name="Generated">True for generated demonstration units (演示生成).</param>
public sealed record UnitRow(
    UnitCode Code, long Version, string Kind, string Name, UnitCode? Parent, DateOnly EffectiveFrom, DateOnly? EndedOn, UnitCode? MergedInto, bool Generated);

/// <summary>A stationed agency as lists see it (派驻机构索引行).</summary>
/// <param name="Code">Agency code.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Name">Name.</param>
/// <param name="Department">Dispatching department (派出部门).</param>
/// <param name="Host">Host township (驻地乡镇).</param>
/// <param name="Served">Townships served, the host among them.</param>
/// <param name="Generated">True for generated demonstration agencies.</param>
public sealed record AgencyRow(
    OrganCode Code, long Version, string Name, OrganCode Department, UnitCode Host, ImmutableList<UnitCode> Served, bool Generated)
{
    /// <summary>Categories, first or second level, in which it is recorded as holder of enforcement powers (执法权). R031.</summary>
    public ImmutableList<string> Powers { get; init; } = [];
}

/// <summary>When a rung of a term will have been passed (到点). Written with the index row, replaced with it.</summary>
/// <param name="Shard">0-63, from the subject's key.</param>
/// <param name="At">The instant.</param>
/// <param name="Subject">Grain key.</param>
/// <param name="Term">Term id within the subject.</param>
/// <param name="Kind">Which rung.</param>
/// <param name="Emergency">True when it goes ahead of others.</param>
public sealed record RungRow(int Shard, DateTimeOffset At, string Subject, string Term, RungKind Kind, bool Emergency)
{
    /// <summary>The version of its subject that published it, where it was read from the index: what that version's trace held is published. 0 before.</summary>
    public long Published { get; init; }
}

/// <summary>All that one committed version of a subject publishes to the index, in one write.</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Version">Storage version; rows of a higher version are left alone.</param>
public sealed record Publication(string Subject, long Version)
{
    /// <summary>Of one that leaves out what former versions published: <see cref="Publishing.IPublisher.Connections"/> as it was when they did. Null leaves out nothing.</summary>
    public long? Connections { get; init; }

    /// <summary>The case row, for a case.</summary>
    public CaseRow? Case { get; init; }

    /// <summary>The row of a consultation.</summary>
    public ConsultationRow? Consultation { get; init; }

    /// <summary>Where the communities that it concerns stand, in force; one that is missing stands where its code says.</summary>
    public ImmutableList<ConsultationPlace> Concerned { get; init; } = [];

    /// <summary>The unit row, for a unit.</summary>
    public UnitRow? Unit { get; init; }

    /// <summary>The agency row, for an agency.</summary>
    public AgencyRow? Agency { get; init; }

    /// <summary>Rows of a ledger, a council or a support file.</summary>
    public Councils.CouncilPublication? Councils { get; init; }

    /// <summary>The row of an agency's year.</summary>
    public Assessments.AgencyYearRow? AgencyYear { get; init; }

    /// <summary>The row of a satisfaction survey.</summary>
    public Surveys.SurveyRow? Survey { get; init; }

    /// <summary>The row of an agency's people decisions.</summary>
    public Posts.PostsRow? Posts { get; init; }

    /// <summary>The row of an assessment scheme.</summary>
    public Schemes.SchemeRow? Scheme { get; init; }

    /// <summary>The row of townships' rights and duties in a county.</summary>
    public Mandates.MandatesRow? Mandates { get; init; }

    /// <summary>The row of a county's establishment.</summary>
    public Establishments.EstablishmentRow? Establishment { get; init; }

    /// <summary>The row of what a unit has on file.</summary>
    public Filings.FilingsRow? Filings { get; init; }

    /// <summary>The row of a grid file, a governance file or an analysis report.</summary>
    public Governance.GovernanceRow? Governance { get; init; }

    /// <summary>Rungs that are waited for, of a case the nearest; they replace the subject's former ones.</summary>
    public ImmutableList<RungRow> Rungs { get; init; } = [];

    /// <summary>New events, added once each.</summary>
    public ImmutableList<CaseEventRow> Events { get; init; } = [];

    /// <summary>Who is told what of the new events (提醒), added once each.</summary>
    public ImmutableList<Notice> Notices { get; init; } = [];

    /// <summary>What stands of the case now (<see cref="NoticeNeeds"/>): notices that need anything else become moot. Null leaves them alone.</summary>
    public ImmutableList<string>? Standing { get; init; }

    /// <summary>Messages for channels (待发消息), added once each.</summary>
    public ImmutableList<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>All cycles of the case, for indicators.</summary>
    public ImmutableList<Indicators.CycleRow> Cycles { get; init; } = [];
}
