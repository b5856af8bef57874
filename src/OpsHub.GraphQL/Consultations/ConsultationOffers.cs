using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A move with its inputs, as this consultation stands for this actor.</summary>
internal sealed record OfferedMove(ConsultationMove Move, IReadOnlyList<ConsultationMoveInput> Inputs);

/// <summary>What an actor may do on a consultation now, asked of the domain as decisions ask it.</summary>
internal sealed class ConsultationOffers(IRuleBook rules, IHubDirectory directory, HubClock clock)
{
    /// <summary>The moves, in the order of SM2; none for those who only read.</summary>
    public IReadOnlyList<OfferedMove> Of(Actor actor, ConsultationView view)
    {
        var (state, place) = (view.State, directory.PlaceNow(view.State));
        // What it may do follows from the version it began with, under the newest calendar.
        var book = rules.Of(state, place.County);
        var facts = new ConsultationContext(actor, clock.Now, book.Calendar, book.Consultations, book.Cases.Hours, view.Length + 1) { Place = place };
        return ConsultationMoves.Of(actor, state, facts).ConvertAll(m => new OfferedMove(m, ConsultationMoveInputs.Of(m, actor, state, facts)));
    }
}
