using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>A grid case (网格案件) as its events made it. Changed only by <see cref="Apply"/>.</summary>
public sealed record Case
{
    /// <summary>The number people read (案件编号).</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Where it lies.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Version of the hierarchy by which it was placed there (区划版本); 0 where it was not kept yet. An older one takes it nowhere. G011.</summary>
    public long Directory { get; init; }

    /// <summary>Component or event (G008).</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Second-level category.</summary>
    public required string Category { get; init; }

    /// <summary>First-level category.</summary>
    public required string CategoryClass { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>More about it.</summary>
    public required string Text { get; init; }

    /// <summary>Priority.</summary>
    public required CasePriority Priority { get; init; }

    /// <summary>An emergency by priority or by the nature of its category (紧急): township and county see it at once. T024, C065.</summary>
    public required bool Emergency { get; init; }

    /// <summary>The priority that limits and rungs go by: an emergency by nature is one whatever its reporter said.</summary>
    internal CasePriority Pace => Emergency ? CasePriority.Emergency : Priority;

    /// <summary>Channel.</summary>
    public required CaseChannel Channel { get; init; }

    /// <summary>Ticket of another system, or null.</summary>
    public SourceTicket? Source { get; init; }

    /// <summary>First-asked owner (首问责任单位): set by the report, never cleared. T019.</summary>
    public required OrganCode FirstAsked { get; init; }

    /// <summary>The centre to which a basic grid's report was forwarded, since its category is one of all-subject grids (全科网格事项转办); null for others. G007.</summary>
    public OrganCode? Forwarded { get; init; }

    /// <summary>Whose move it is (在谁手里).</summary>
    public required OrganCode Holder { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset HolderSince { get; init; }

    /// <summary>Class after triage.</summary>
    public TriageClass? Class { get; init; }

    /// <summary>Takes enforcement powers (R031).</summary>
    public bool Enforcement { get; init; }

    /// <summary>Lead organ of the present or last dispatch.</summary>
    public OrganCode? Lead { get; init; }

    /// <summary>Assisting organs.</summary>
    public ImmutableList<OrganCode> Assists { get; init; } = [];

    /// <summary>The centre that dispatched and will verify.</summary>
    public OrganCode? Dispatcher { get; init; }

    /// <summary>Principal that fed the result back; may not verify (G047).</summary>
    public string? Handler { get; init; }

    /// <summary>Result fed back.</summary>
    public string? Result { get; init; }

    /// <summary>References of evidence.</summary>
    public ImmutableList<string> Evidence { get; init; } = [];

    /// <summary>Whether the handling term was kept; fixed by feedback.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Returns so far (退单).</summary>
    public int Returns { get; init; }

    /// <summary>Failed verifications so far (返工).</summary>
    public int Reworks { get; init; }

    /// <summary>Account that reported it; null in traces of the first days. Withdraws before the dispatch, evaluates, asks after it (G053).</summary>
    public string? Reporter { get; init; }

    /// <summary>1, and one more each time it is reopened (轮次). SM1 row 19.</summary>
    public int Cycle { get; init; } = 1;

    /// <summary>Where in <see cref="Terms"/> those of the present cycle begin.</summary>
    public int CycleTerms { get; init; }

    /// <summary>Parts of the assisting units in the present dispatch.</summary>
    public ImmutableList<CasePart> Parts { get; init; } = [];

    /// <summary>An extension asked for and not decided (待批延期).</summary>
    public CaseExtension? Extension { get; init; }

    /// <summary>Extensions asked for in this cycle.</summary>
    public int Extensions { get; init; }

    /// <summary>The suspension that holds, or null.</summary>
    public CaseSuspension? Suspension { get; init; }

    /// <summary>A meeting was recorded since it was returned or transferred to coordination last (已开协调会). T022.</summary>
    public bool Met { get; init; }

    /// <summary>Coordination meetings, oldest first. T022.</summary>
    public ImmutableList<CaseMeeting> Meetings { get; init; } = [];

    /// <summary>Urges, oldest first, of all cycles.</summary>
    public ImmutableList<CaseUrge> Urges { get; init; } = [];

    /// <summary>Highest level of urging in this cycle; 0 for none. Stays until it is closed. SM1 row U.</summary>
    [JsonIgnore]
    public int UrgedLevel => Stage.IsOpen() ? Urges.Where(u => u.Cycle == Cycle).Select(u => u.Level).DefaultIfEmpty().Max() : 0;

    /// <summary>Supervised (督办中): urged by township or county and not closed yet.</summary>
    [JsonIgnore]
    public bool Supervised => UrgedLevel >= 2;

    /// <summary>How often it was escalated (升级次数). SM1 row E.</summary>
    public int Escalation { get; init; }

    /// <summary>The risk it was escalated for last (风险). C065.</summary>
    public RiskKind? Risk { get; init; }

    /// <summary>Evaluations, oldest first. G048.</summary>
    public ImmutableList<CaseEvaluation> Evaluations { get; init; } = [];

    /// <summary>The case that it was merged into.</summary>
    public JoinedCase? MergedInto { get; init; }

    /// <summary>Cases that were merged into it: their reporters wait for it too.</summary>
    public ImmutableList<JoinedCase> Joined { get; init; } = [];

    /// <summary>Accounts that wait for it (报事人): who reported it, and who reported what was merged into it. G053, SM1.4.</summary>
    [JsonIgnore]
    public IEnumerable<string> Reporters => Joined.Select(j => j.Reporter).Prepend(Reporter).OfType<string>();

    /// <summary>All its terms, in order of opening.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Version of the rules that it began with and keeps (规则版本): categories, limits and parameters; the calendar is always the newest.</summary>
    public int Rules { get; init; } = 1;

    /// <summary>Version of the calendar by which its terms were last counted again (日历版本); 0 before the first time.</summary>
    public int Calendar { get; init; }

    /// <summary>When it was closed, declined, merged or withdrawn; null again once it is reopened.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its newest step took effect. A rung is nobody's step: work that was done before it may still be entered afterwards (G019).</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the reporter's contact was erased (联系方式删除时间); null while it is kept, and where there never was one.</summary>
    public DateTimeOffset? ContactErasedAt { get; init; }

    /// <summary>Events so far, by name: what closing looks for (G018).</summary>
    public ImmutableSortedSet<string> Links { get; init; } = [];

    /// <summary>Its runs through the loop (办理轮次), oldest first; empty in what was stored before there were any, see <see cref="CycleFold.Known"/>.</summary>
    public ImmutableList<CaseCycle> Cycles { get; init; } = [];

    /// <summary>The newest open term with this id's stem, e.g. <c>handling</c>.</summary>
    public Term? OpenTerm(string stem) => Terms.FindLast(t => t.IsOpen && Stem(t) == stem);

    /// <summary>How many terms of a stem there have been.</summary>
    public int CountTerms(string stem) => Terms.Count(t => Stem(t) == stem);

    /// <summary>Stem of a term's id: <c>accept</c> of <c>accept-2</c>.</summary>
    public static string Stem(Term term) => term.Id.Split('-')[0];

    /// <summary>Folds one event. A case begins with <see cref="CaseReported"/>.</summary>
    /// <exception cref="InvalidOperationException">The event is unknown or cannot come here: a mistake in the program, never silently passed over.</exception>
    public static Case Apply(Case? state, CaseEvent happened)
    {
        if (happened is CaseReported reported)
            return state is null ? CaseFold.Begin(reported) : throw new InvalidOperationException("A case is reported once: another report would clear who was asked first.");
        var next = CaseFold.Next(state ?? throw new InvalidOperationException($"{happened.Name} on a case that was never reported."), happened);
        return next with
        {
            ChangedAt = happened is CaseRungsFired or CaseTermsReprojected or CaseJoined or ContactRead or ContactErased || CaseFollowing.IsHandover(happened) ? next.ChangedAt : happened.At, // nobody's step
            Links = next.Links.Add(happened.Name),
            Cycles = CycleFold.Next(state, happened),
        };
    }
}
