using OpsHub.Contracts.Establishments;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Establishments;

/// <summary>A county's establishment as a node; blank where nothing is recorded.</summary>
/// <param name="County">The county.</param>
/// <param name="Row">Its record; null before the first step.</param>
/// <param name="Now">When it was read.</param>
internal sealed record CountyEstablishmentNode(UnitCode County, EstablishmentRow? Row, DateTimeOffset Now)
{
    public CountyEstablishment State { get; } = Row?.State ?? CountyEstablishment.Blank(County, Now);
}

/// <summary>A township's set as a node.</summary>
/// <param name="Of">Its county's record.</param>
/// <param name="Township">The township.</param>
/// <param name="Fact">The township in force; null where the county has it no longer.</param>
internal sealed record TownshipEstablishmentNode(CountyEstablishmentNode Of, UnitCode Township, TownshipFact? Fact)
{
    public TownshipEstablishment State { get; } = Of.State.Of(Township);
}
