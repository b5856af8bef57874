using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>A council. A node of this type exists only where the actor may read it.</summary>
internal sealed class CouncilType : Described<CouncilNode>
{
    private static readonly Type[] Steps = [typeof(SetCouncilHall), typeof(SetCouncilMembers), typeof(NominateCouncilHead), typeof(OpenCouncilBallot), typeof(CountCouncilBallots)];

    public CouncilType(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, CouncilReader reader, TracePages traces)
        : base("Council", "Council of a community or village (村(居)民议事会): counts and offices, never a name. C008-C011.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", c => GlobalId.OfCouncil(c.State.Community));
        One<UnitType>("community", "The community (社区、村).", c => directory.Node(c.State.Community));
        One<DayType>("establishedOn", "Day on which it was established (成立日期). C008.", c => c.State.EstablishedOn);
        One<StringGraphType>("record", "Reference of the record of that (成立记录).", c => c.State.Record);
        Maybe<CouncilHallType>("hall", "Its hall (议事堂); null where it has none. C011.", c => c.State.Hall);
        One<IntGraphType>("memberCount", "Members in all (成员总数).", c => c.State.MemberTotal);
        AskMaybe<ListGraphType<NonNullGraphType<CouncilMembersType>>>("members", "Members by class (成员构成); null for those who read figures only. C010.", (context, c) => new(
            CouncilAccess.ReadsMembers(Viewer.Of(context).Actor, c.State.Community, directory.IsWithin) ? c.State.Members : null)).WithAssumedSize(10);
        Maybe<CouncilElectionType>("election", "The newest election of its head (主要负责人选举); null before the first. C009.", c => c.State.Election);
        Maybe<CouncilHeadType>("head", "Its head today (主要负责人): the sitting one until the next one's term begins; null before the first election.", c => c.State.HeadOn(reader.Today));
        Maybe<CouncilHeadType>("nextHead", "Who was elected before the sitting head's term is over (当选待任); null where nobody waits.", c => c.State.NextHead is { } next && reader.Today < next.TermStart ? next : null);
        Many<CouncilWarningType>("warnings", "Soft rules that it does not keep as it stands (提示). C010, C011, C018.", c => CouncilWarning.Of(c.State, rules.Current.Consultations, reader.Today)).WithAssumedSize(3);
        AskMany<CouncilMoveType>("moves", "What the actor may do with it now (可办事项).", (context, c) => new(
            CouncilAccess.Moves(Viewer.Of(context).Actor, c.State, directory.IsWithin).ConvertAll(m => (CouncilStep)Array.IndexOf(Steps, m)))).WithAssumedSize(5);
        One<StringGraphType>("version", "Length of its trace (版本).", c => c.Length.ToString(CultureInfo.InvariantCulture));
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first. NOT_FOUND for those who read no trace of it.", (context, c) => ReadsTrace(Viewer.Of(context).Actor, c, directory)
            ? traces.Page(context, GrainKeys.Council(c.State.Community), grains.Council(c.State.Community).Trace)
            : throw RequestError.NotFound("trace")).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static bool ReadsTrace(Actor actor, CouncilNode c, IHubDirectory directory) => actor.Role is Role.Auditor or Role.Scheduler or Role.CommunityCommittee or Role.CommunityParty
        or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyGovernment or Role.CountyCommandCentre or Role.CityGovernanceOffice
        && CouncilAccess.Reads(actor, c.State.Community, directory.IsWithin);
}

/// <summary>A hall.</summary>
internal sealed class CouncilHallType : Described<CouncilHall>
{
    public CouncilHallType() : base("CouncilHall", "A council's hall (议事堂). C011.")
    {
        One<VenueKindType>("venue", "Kind of place (场所类别).", h => h.Venue);
        One<StringGraphType>("place", "The place (地点).", h => h.Place);
    }
}

/// <summary>Members of a class.</summary>
internal sealed class CouncilMembersType : Described<MemberCount>
{
    public CouncilMembersType() : base("CouncilMembers", "Members of a council from one class: a count (成员人数). C010.")
    {
        One<CouncilMemberClassType>("class", "The class (类别).", m => m.Class);
        One<IntGraphType>("count", "How many.", m => m.Count);
    }
}

/// <summary>An election.</summary>
internal sealed class CouncilElectionType : Described<CouncilElection>
{
    public CouncilElectionType() : base("CouncilElection", "An election of a council's head by secret ballot of the residents (主要负责人选举): labels and tallies, no ballots and no names. C009, C050, C082.")
    {
        One<ElectionStageType>("stage", "Where it stands (环节).", e => e.Stage);
        Many<CouncilCandidateType>("candidates", "Candidates of the present round (候选人).", e => e.Candidates).WithAssumedSize(3);
        One<IntGraphType>("electors", "Residents entitled to vote (选民人数).", e => e.Electors);
        One<IntGraphType>("round", "Ballots opened so far; above 1 after a tie (投票轮次).", e => e.Round);
        Maybe<IntGraphType>("invalid", "Invalid ballots (废票); null before the count.", e => e.Invalid);
        One<DayType>("termStart", "First day of the term that it is for (任期起).", e => e.TermStart);
        One<DayType>("termEnd", "Last day of that term (任期止).", e => e.TermEnd);
    }
}

/// <summary>A candidate.</summary>
internal sealed class CouncilCandidateType : Described<Candidate>
{
    public CouncilCandidateType() : base("CouncilCandidate", "A candidate (候选人): a letter that the hub gives.")
    {
        One<StringGraphType>("label", "A, B, C and so on (代号).", c => c.Label);
        One<HeadOfficeType>("office", "Office that the candidate holds besides (兼任职务).", c => c.Office);
        Maybe<IntGraphType>("votes", "Votes (得票); null before the count.", c => c.Votes);
    }
}

/// <summary>A head.</summary>
internal sealed class CouncilHeadType : Described<CouncilHead>
{
    public CouncilHeadType(CouncilReader reader) : base("CouncilHead", "A council's head as elected (主要负责人): when, for which term, which office besides; never a name. C009, C018.")
    {
        One<DayType>("electedOn", "When elected (当选日期).", h => h.ElectedOn);
        One<HeadOfficeType>("office", "Office held besides (兼任职务): secretary and director may speak, and by default don't preside. C018.", h => h.Office);
        One<DayType>("termStart", "First day of the term (任期起).", h => h.TermStart);
        One<DayType>("termEnd", "Last day of the term (任期止).", h => h.TermEnd);
        One<TermStateType>("termState", "Where the term stands (任期状态). Parameter CouncilTermWarning, assumed.", h => h.StateOn(reader.Today, reader.Parameters.TermWarningDays));
    }
}

/// <summary>A warning.</summary>
internal sealed class CouncilWarningType : Described<CouncilWarning>
{
    public CouncilWarningType() : base("CouncilWarning", "A soft rule that a council does not keep as it stands (提示); nothing is blocked.")
    {
        One<StringGraphType>("rule", "Rule id (规则).", w => w.Rule);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", w => w.Zh);
        One<StringGraphType>("messageEn", "The same in English.", w => w.En);
    }
}

/// <summary>Coverage.</summary>
internal sealed class CoverageType : Described<CoverageNode>
{
    public CoverageType(IHubDirectory directory, OpsHub.Contracts.Deadlines.HubClock clock) : base("Coverage", "Share of the communities of a unit that have something (覆盖率), and those that have not.")
    {
        One<StringGraphType>("rule", "Rule id (规则).", c => c.Rule);
        Maybe<SupportKindType>("kind", "What is counted (事项); null for councils with a consultation.", c => c.Kind);
        One<IntGraphType>("units", "Communities counted (总数).", c => c.Units);
        One<IntGraphType>("covered", "Those that have it (已覆盖).", c => c.Covered);
        Maybe<FloatGraphType>("percent", "Per cent (覆盖率); null where there is no community.", c => c.Units == 0 ? null : 100.0 * c.Covered / c.Units);
        AskOne<UnitConnectionType>("missing", "Those that have not, by code (未覆盖单位).", (context, c) => new(
            ListPages.Of("missing", [.. c.Missing.Select(directory.Node)], u => u.Code.Value, Paging.Read(context), clock.Now))).Paged();
    }
}
