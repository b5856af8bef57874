using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>The council of a community or village (村(居)民议事会). C008. Counts and offices, never a name.</summary>
public sealed record Council
{
    /// <summary>The community.</summary>
    public required UnitCode Community { get; init; }

    /// <summary>Day on which it was established (成立日期).</summary>
    public required DateOnly EstablishedOn { get; init; }

    /// <summary>Reference of the record of that (成立记录).</summary>
    public required string Record { get; init; }

    /// <summary>Its hall (议事堂), or null. C011.</summary>
    public CouncilHall? Hall { get; init; }

    /// <summary>Members by class (成员构成). C010.</summary>
    public ImmutableList<MemberCount> Members { get; init; } = [];

    /// <summary>The newest election of its head, or null. C009.</summary>
    public CouncilElection? Election { get; init; }

    /// <summary>Its head (主要负责人), or null before the first election.</summary>
    public CouncilHead? Head { get; init; }

    /// <summary>Who was elected before the sitting head's term was over (当选待任), until the next one is elected; in office from the first day of the new term.</summary>
    public CouncilHead? NextHead { get; init; }

    /// <summary>Last day of the newest term, or null before the first election.</summary>
    [JsonIgnore]
    public DateOnly? TermEnd => (NextHead ?? Head)?.TermEnd;

    /// <summary>All members.</summary>
    [JsonIgnore]
    public int MemberTotal => Members.Sum(m => m.Count);

    /// <summary>The head on a day: the sitting one until the next one's term begins.</summary>
    public CouncilHead? HeadOn(DateOnly day) => NextHead is { } next && day >= next.TermStart ? next : Head;

    /// <summary>The state after an event; null before the first.</summary>
    public static Council Apply(Council? council, CouncilEvent happened) => (council, happened) switch
    {
        (null, CouncilEstablished e) => new Council { Community = e.Community, EstablishedOn = e.On, Record = e.Record },
        ({ } c, HallSet e) => c with { Hall = e.Hall },
        ({ } c, MembersSet e) => c with { Members = e.Members },
        ({ } c, HeadNominated e) => c with { Election = e.Election },
        ({ Election: { } election } c, BallotOpened e) => c with { Election = election with { Stage = ElectionStage.BallotOpen, Round = e.Round, Candidates = e.Candidates, Invalid = null } },
        ({ Election: { } election } c, BallotsCounted e) => c with { Election = election with { Stage = ElectionStage.Counted, Candidates = e.Candidates, Invalid = e.Invalid } },
        ({ Election: { } election } c, HeadElected e) => (c with { Election = election with { Stage = ElectionStage.Elected } }).Follow(e.Head),
        ({ Election: { } election } c, ElectionTied) => c with { Election = election with { Stage = ElectionStage.Tie } },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to {(council is null ? "a council that does not exist" : $"the council of {council.Community}")}."),
    };

    private Council Follow(CouncilHead elected) => HeadOn(elected.ElectedOn) is { } sitting && sitting.TermStart <= elected.ElectedOn && elected.TermStart > elected.ElectedOn
        ? this with { Head = sitting, NextHead = elected }
        : this with { Head = elected, NextHead = null };
}

/// <summary>A council's hall (议事堂). C011.</summary>
/// <param name="Venue">Kind of place.</param>
/// <param name="Place">The place, 1-200 characters.</param>
public sealed record CouncilHall(VenueKind Venue, string Place);

/// <summary>Members of a class: a count (成员人数). C010.</summary>
public sealed record MemberCount(CouncilMemberClass Class, int Count);

/// <summary>An election of the head (主要负责人选举): labels and tallies. There is no place for a ballot, or for a name. C009, C050, C082.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Candidates">Candidates of the present round, with votes once counted.</param>
/// <param name="Electors">Residents entitled to vote.</param>
/// <param name="TermStart">First day of the term that it is for.</param>
/// <param name="TermEnd">Last day of it.</param>
/// <param name="Round">Ballots opened so far.</param>
/// <param name="Invalid">Invalid ballots, once counted.</param>
public sealed record CouncilElection(
    ElectionStage Stage, ImmutableList<Candidate> Candidates, int Electors, DateOnly TermStart, DateOnly TermEnd, int Round = 0, int? Invalid = null);

/// <summary>A candidate (候选人): a letter that the hub gives.</summary>
/// <param name="Label">A, B, C and so on.</param>
/// <param name="Office">Office that he or she holds besides.</param>
/// <param name="Votes">Votes, once counted.</param>
public sealed record Candidate(string Label, HeadOffice Office, int? Votes = null);

/// <summary>The head (主要负责人) in office: when elected, for which term, and which office besides. C018.</summary>
public sealed record CouncilHead(DateOnly ElectedOn, HeadOffice Office, DateOnly TermStart, DateOnly TermEnd)
{
    /// <summary>Where the term stands.</summary>
    /// <param name="today">Local day.</param>
    /// <param name="warningDays">So many days before its end it ends soon.</param>
    public TermState StateOn(DateOnly today, int warningDays) =>
        today > TermEnd ? TermState.Ended : today < TermStart ? TermState.Ahead : today > TermEnd.AddDays(-warningDays) ? TermState.EndsSoon : TermState.Running;
}

/// <summary>A soft rule that the council as it stands does not keep (提示).</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record CouncilWarning(string Rule, string Zh, string En)
{
    /// <summary>What to look at in a council on a day. C010, C011, C018.</summary>
    public static ImmutableList<CouncilWarning> Of(Council council, ConsultationRules rules, DateOnly today)
    {
        var all = ImmutableList.CreateBuilder<CouncilWarning>();
        if (council.Members.Exists(m => m.Class == CouncilMemberClass.Other))
            all.Add(new("C010", "有成员不属于规定的十类", "Some members come from none of the ten classes"));
        if (council.Hall is { } hall && !rules.Halls.Contains(hall.Venue))
            all.Add(new("C011", "议事堂不在规定的场所类别内", "The hall is of none of the kinds of places named for it"));
        if (council.HeadOn(today) is { Office: not HeadOffice.None })
            all.Add(new("C018", "主要负责人兼任书记或主任：可以发言，默认不主持议事会", "The head is secretary or director: may speak, and by default does not preside over the council"));
        return all.ToImmutable();
    }
}
