using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A move with its inputs, as this consultation stands for this actor.</summary>
internal sealed record OfferedMove(ConsultationMove Move, IReadOnlyList<ConsultationMoveInput> Inputs);

/// <summary>What an actor may do on a consultation now, asked of the domain as decisions ask it.</summary>
internal sealed class ConsultationOffers(IRuleBook rules, IHubDirectory directory, HubClock clock, IGrainFactory grains)
{
    /// <summary>The moves, in the order of SM2; none for those who only read.</summary>
    public IReadOnlyList<ConsultationMove> Names(Actor actor, ConsultationView view) => ConsultationMoves.Of(actor, view.State, Facts(actor, view));

    /// <summary>The same with the inputs that each takes. Where a session may be started, the council says who its head is: no choice is offered that would be refused. C018.</summary>
    public async Task<IReadOnlyList<OfferedMove>> Of(Actor actor, ConsultationView view)
    {
        var (state, facts) = (view.State, Facts(actor, view));
        var moves = ConsultationMoves.Of(actor, state, facts);
        if (facts.Place?.Community is { } community && moves.Exists(m => m.Command == typeof(StartSession)))
            facts = facts with { HeadOffice = (await grains.Council(community).Get().ConfigureAwait(false))?.State.HeadOn(LocalDay.Of(clock.Now))?.Office };
        return moves.ConvertAll(m => new OfferedMove(m, ConsultationMoveInputs.Of(m, actor, state, facts)));
    }

    private ConsultationContext Facts(Actor actor, ConsultationView view)
    {
        var (state, place) = (view.State, directory.PlaceNow(view.State));
        // What it may do follows from the version it began with, under the newest calendar.
        var book = rules.Of(state, place.County);
        return new(actor, clock.Now, book.Calendar, book.Consultations, book.Cases.Hours, view.Length + 1) { Place = place };
    }
}
