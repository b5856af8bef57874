using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>A case as a node: as its grain knows it or as it is stored, or, in lists that ask for no more, as the index does, but under the units in force. Never a mixture of both.
/// Or as it stood at a past instant.</summary>
internal sealed record CaseNode(string Key, CaseRow? Row, CaseView? View) : IAsOf, IListed
{
    public static CaseNode Of(CaseView view) => new(view.Key, null, view);

    public bool IsWhole => View is not null;

    /// <summary>The past instant that it shows; null for the present.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The case as it stands now, by which is judged who may read what: whoever held it once and no longer does reads its past as everyone else. G049.</summary>
    public Case Present { get => field ?? Loaded.Case; init; }

    /// <summary>The state; fields that need it are only reached where it was loaded.</summary>
    public CaseView Loaded => View ?? throw new InvalidOperationException($"{Key} was read from the index alone, but a field asked for its state.");
}
