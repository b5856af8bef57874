using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Who a case may be given to is told by the dispatch's own checks: no front end guesses.</summary>
public sealed class CaseCandidateTests
{
    private static readonly OrganCode[] All = [.. Town.Organs.Keys.OrderBy(o => o.Value, StringComparer.Ordinal)];

    public static IEnumerable<object[]> Classes =>
        from @class in Enum.GetValues<TriageClass>() from enforcement in new[] { false, true } where !(enforcement && @class == TriageClass.CommunityLevel) select new object[] { @class, enforcement };

    [Theory]
    [MemberData(nameof(Classes))]
    public void Who_is_offered_to_lead_or_assist_is_taken_and_nobody_else(TriageClass @class, bool enforcement)
    {
        var story = Story.Triaged(@class, enforcement);
        var offered = story.Candidates(Town.TownshipCentre, All).ToDictionary(c => c.Organ);
        foreach (var organ in All)
            (offered.GetValueOrDefault(organ)?.Leads ?? false).ShouldBe(!story.Asked(Town.TownshipCentre, Town.To(organ)).IsRefused, organ.Value);
        // A unit that leads with the other unit beside it would leave nobody to verify: that is for both together to be refused.
        if (All.FirstOrDefault(o => o.Kind == OrganKind.Agency && offered.GetValueOrDefault(o)?.Leads == true) is not { Value: not null } lead)
            return;
        foreach (var organ in All.Where(o => o != lead))
            (offered.GetValueOrDefault(organ)?.Assists ?? false).ShouldBe(!story.Asked(Town.TownshipCentre, Town.To(lead, organ)).IsRefused, organ.Value);
    }

    [Fact]
    public void Owners_of_the_category_come_first_whether_recorded_or_assumed_R029()
    {
        foreach (var basis in new[] { BasisKind.Text, BasisKind.Assumed })
        {
            var story = Story.Triaged() with
            {
                Rules = Town.Rules with
                {
                    Cases = Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.SetItem("Q05-01", Town.Rules.Cases.Categories["Q05-01"] with { Owner = "D07", OwnerBasis = basis, OwnerSource = "权责清单" }) },
                },
            };
            var first = story.Candidates(Town.TownshipCentre, All)[0];
            (first.Organ, first.Owns, first.Leads).ShouldBe((Town.WaterBureau, true, true));
        }
    }
}
