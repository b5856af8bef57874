using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;

namespace OpsHub.GraphQL.Assessments;

/// <summary>An agency's year as one actor sees it. Made only where the actor sees something of it.</summary>
internal sealed record AgencyYearNode(AgencyYearView View, YearSight Sight)
{
    private readonly Lazy<YearForecast?> _forecast = new(() => Sight.Of(YearForecast.Of(View.State)));

    /// <summary>The node for an actor; null where it may read nothing.</summary>
    public static AgencyYearNode? Of(Actor actor, AgencyYearView? view) =>
        view is not null && YearSight.Of(actor, view.State) is { Any: true } sight ? new(view, sight) : null;

    public AgencyYear State => View.State;

    public YearForecast? Forecast => _forecast.Value;

    /// <summary>What the actor may do, worked out once however many fields ask.</summary>
    public AgencyYearMoves Moves(Func<AgencyYearMoves> of) => _moves ??= of();

    private AgencyYearMoves? _moves;
}
