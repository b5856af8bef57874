using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Cases;

/// <summary>Warns whoever reports a matter of all-subject grids from a basic one, which passes it on (全科网格事项转办). G007.</summary>
internal sealed class ForwardingWarning(IHubDirectory directory, IRuleBook rules)
{
    public IEnumerable<CommandWarning> Of(Actor actor, ReportCase report)
    {
        if (directory.Place(report.Grid) is not { } place || !rules.Current.Cases.Categories.TryGetValue(report.Category, out var category)
            || CaseForwarding.To(actor, place, category, directory.Unit(report.Grid)?.Kind, rules.Current.Cases) is not { } centre)
            return [];
        var name = directory.NameOf(centre);
        return
        [
            new("ALL_SUBJECT_CATEGORY", "category", $"本网格为基础网格，“{category.Name}”属全科网格事项，已转{name}办理", $"The grid is a basic one, and {category.NameEn} a matter of all-subject grids: it was forwarded to {name}"),
        ];
    }
}
