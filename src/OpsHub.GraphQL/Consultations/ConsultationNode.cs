using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A consultation as a node: as its grain knows it or as it is stored, or, in lists that ask for no more, as the index does. Never a mixture of both.</summary>
internal sealed record ConsultationNode(string Key, ConsultationRow? Row, ConsultationView? View) : IListed
{
    private Consultation? _shown;

    public static ConsultationNode Of(ConsultationView view) => new(view.Key, null, view);

    public bool IsWhole => View is not null;

    /// <summary>The state; fields that need it are only reached where it was loaded.</summary>
    public ConsultationView Loaded => View ?? throw new InvalidOperationException($"{Key} was read from the index alone, but a field asked for its state.");

    /// <summary>The state as the one actor for whom the node was read may see it; masked once, however many fields ask.</summary>
    public Consultation Shown(Actor actor, ConsultationText text) => _shown ??= text.Shown(actor, Loaded.State);
}
