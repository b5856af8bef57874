using System.Collections.Immutable;
using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Surveys;

/// <summary>A rater group of a survey as it may be shown: no figure of answers before it is closed, none of few answers ever.</summary>
internal sealed record SurveyGroup(RaterGroup Group, int Issued, bool Enough, RaterGroupResult? Result)
{
    public static ImmutableList<SurveyGroup> Running(Survey s, ImmutableList<RaterGroup> enough) =>
        Each(g => new(g, s.Issued.GetValueOrDefault(g), enough.Contains(g), null));

    public static ImmutableList<SurveyGroup> Closed(Survey s) =>
        Each(g => new(g, s.Issued.GetValueOrDefault(g), !s.TooFew.Contains(g), new(g, s.Tallies.Find(t => t.Group == g))));

    private static ImmutableList<SurveyGroup> Each(Func<RaterGroup, SurveyGroup> of) => [.. Enum.GetValues<RaterGroup>().Select(of)];
}

/// <summary>A rater group of a survey.</summary>
internal sealed class SurveyGroupType : Described<SurveyGroup>
{
    public SurveyGroupType() : base("SurveyGroup", "A rater group of a survey (测评主体): before it is closed only whether its answers are enough, so that nobody reads an answer off two figures. A024.")
    {
        One<RaterGroupType>("group", "The group (测评主体).", g => g.Group);
        One<StringGraphType>("label", "What it is called, in Chinese.", g => AssessmentWording.Of(g.Group));
        One<IntGraphType>("issued", "Tokens issued (已发放).", g => g.Issued);
        One<BooleanGraphType>("enough", "It has leastBallots answers or more (已达最低有效票数).", g => g.Enough);
        Maybe<RaterGroupResultType>("result", "Its result, once the survey is closed (结果); of too few answers without figures.", g => g.Result);
    }
}
