using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What an actor may do in a year now, asked of the domain as decisions ask it.</summary>
internal sealed class AgencyYearOffers(IRuleBook rules, IHubDirectory directory, HubClock clock)
{
    /// <summary>The moves, worked out once for a node.</summary>
    public AgencyYearMoves Of(Actor actor, AgencyYearNode node) => node.Moves(() => AgencyYearMoves.Of(actor, node.State, Facts(actor, node)));

    /// <summary>From when on the result may be shared; null before it is graded.</summary>
    public DateTimeOffset? ShareableFrom(AgencyYearNode node)
    {
        var book = Book(node);
        return AgencyYearTerms.ShareableFrom(node.State, book.Calendar, book.Cases.Hours);
    }

    private AgencyYearContext Facts(Actor actor, AgencyYearNode node)
    {
        var book = Book(node);
        return new(actor, clock.Now, book.Calendar, book.Cases.Hours, book.Assessments, node.View.Length + 1)
        {
            // Whom it serves now, as decisions know it: weights are set for these.
            Agency = directory.Agency(node.State.Agency) is { } row ? new(row.Code, row.Department, row.Host, row.Served) : null,
            NameOf = directory.NameOf,
        };
    }

    private RuleBook Book(AgencyYearNode node) => rules.On(LocalDay.Of(clock.Now), node.State.County);
}
