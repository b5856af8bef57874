using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Surveys;

/// <summary>A survey. A node of this type exists only where the actor may read it.</summary>
internal sealed class SurveyType : Described<ShownSurvey>
{
    public SurveyType(IGrainFactory grains, IHubDirectory directory, SurveyReader reader, SurveyOffers offers, HubClock clock, FreeText text, TracePages traces)
        : base("Survey", "Satisfaction survey of an agency's year in one township (满意度测评): counts and sums, never an answer, a token or a person. The agency that is rated reads it once it is closed. A024, A025.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", s => GlobalId.OfSurvey(s.Key));
        One<OrganType>("agency", "The agency that is rated (派驻机构).", s => s.State.Agency);
        One<IntGraphType>("year", "The calendar year that it is rated for.", s => s.State.Year);
        One<UnitType>("township", "The township that runs it (乡镇、街道).", s => directory.Node(s.State.Township));
        One<IntGraphType>("round", "1, or higher where it is held again (轮次).", s => s.State.Round);
        One<SurveyStageType>("stage", "Where it stands at this instant (状态).", s => s.State.StageAt(clock.Now));
        One<InstantType>("opensAt", "From then on answers are taken (开始时间). By default assumed: SurveyOpens.", s => s.State.OpensAt);
        One<InstantType>("closesAt", "From then on no more (截止时间). By default assumed: SurveyCloses.", s => s.State.ClosesAt);
        One<IntGraphType>("leastBallots", "Answers that a group takes to be counted and shown (最低有效票数): SatisfactionMinimum, assumed, never below 5.", s => s.State.Least);
        Maybe<StringGraphType>("extendedWhy", "Why it was extended (延长理由); null where it was not.", s => s.State.Extended is { } why ? text.Masked(why) : null);
        Maybe<InstantType>("closedAt", "When it was closed (结束时间).", s => s.State.ClosedAt);
        Maybe<StringGraphType>("closedWhy", "Why it was closed before its time (提前结束理由).", s => s.State.ClosedWhy is { } why ? text.Masked(why) : null);
        Maybe<InstantType>("deliveredAt", "When the agency's year took its result (报送时间).", s => s.State.DeliveredAt);
        AskMany<SurveyGroupType>("groups", "The three rater groups (测评主体).", (context, s) => new(reader.Groups(context, s))).WithAssumedSize(3);
        One<StringGraphType>("version", "Length of its trace (版本).", s => s.Length.ToString(CultureInfo.InvariantCulture));
        AskMany<SurveyMoveType>("moves", "What the actor may do with it now (可办事项).",
            (context, s) => new(offers.Of(context, s).Then(all => all!.ConvertAll(SurveyMoveLabels.Step)))).WithAssumedSize(3).WithCost(FieldMarks.OneQuestion);
        AskMany<OfferedSurveyMoveType>("nextMoves", "The same with the inputs that each takes, so that a front end needs no copy of the rules (可办步骤).", (context, s) => new(offers.Of(context, s)))
            .WithAssumedSize(3).WithCost(FieldMarks.OneQuestion);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first; an answer leaves none. NOT_FOUND for the agency that is rated.", (context, s) => s.Reading == SurveyReading.Whole
            ? traces.Page(context, s.Key, grains.Survey(s.Key).Trace)
            : throw RequestError.NotFound("trace")).Paged().WithCost(FieldMarks.OneQuestion);
    }
}

/// <summary>One of a list of surveys.</summary>
internal sealed class SurveyEdgeType() : EdgeType<ShownSurvey, SurveyType>("Survey", "surveys (满意度测评)");

/// <summary>A page of a list of surveys.</summary>
internal sealed class SurveyConnectionType : ConnectionType<ShownSurvey, SurveyType, SurveyEdgeType>
{
    public SurveyConnectionType() : base("Survey", "surveys (满意度测评)") =>
        AskOne<IntGraphType>("totalCount", "How many there are in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false));
}
