using OpsHub.Domain.Accounts;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Governance;

/// <summary>What was written into files and reports, on its way out (自由文本): personal numbers are masked for all but the unit itself.</summary>
internal sealed class GovernanceText(FreeText text)
{
    public GridFile Shown(Actor actor, GridFile of) => Own(actor, of.Community) ? of : of with
    {
        Grids = of.Grids.ConvertAll(g => g.Convenience is { } note ? g with { Convenience = text.Masked(note) } : g),
        Announcements = of.Announcements.ConvertAll(a => a with { Title = text.Masked(a.Title) }),
    };

    public GovernanceFile Shown(Actor actor, GovernanceFile of) => Own(actor, of.Unit) ? of : of with
    {
        Records = of.Records.ConvertAll(r => r with { Record = text.Masked(r.Record) }),
        Plan = of.Plan.ConvertAll(m => new PlanMeasure(text.Masked(m.Text), m.Owner is { } owner ? text.Masked(owner) : null)),
        Delegations = of.Delegations.ConvertAll(d => d with
        {
            Matter = text.Masked(d.Matter),
            Procedure = text.Masked(d.Procedure),
            LegalBasis = text.Masked(d.LegalBasis),
            OperationRules = text.Masked(d.OperationRules),
            Responsibility = text.Masked(d.Responsibility),
        }),
        Powers = of.Powers.ConvertAll(p => p with { Matter = text.Masked(p.Matter) }),
        Campaigns = of.Campaigns.ConvertAll(c => c with { Name = text.Masked(c.Name), Outcome = c.Outcome is { } outcome ? text.Masked(outcome) : null }),
        Meetings = of.Meetings.ConvertAll(m => m with { Minutes = text.Masked(m.Minutes) }),
    };

    public AnalysisReport Shown(Actor actor, AnalysisReport of) => Own(actor, of.Township) ? of : of with { Text = text.Masked(of.Text) };

    private static bool Own(Actor actor, UnitCode unit) => actor.Organ == OrganCode.Of(unit);
}
