using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>What a decision about a council rests on besides state and command.</summary>
/// <param name="Community">Whose council.</param>
/// <param name="InForce">The community is in force.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When.</param>
/// <param name="IsWithin">Parents in force.</param>
public sealed record CouncilFacts(UnitCode Community, bool InForce, Actor Actor, DateTimeOffset Now, IsWithin IsWithin)
{
    /// <summary>The local day.</summary>
    public DateOnly Today => LocalDay.Of(Now);
}

/// <summary>Decides commands to councils (议事会规则). C008-C011, C082. Pure.</summary>
public static class CouncilDecisions
{
    private const int MostMembers = 500;

    private static readonly Decision<CouncilEvent> Nothing = Decision<CouncilEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<CouncilEvent> Decide(Council? council, CouncilCommand command, CouncilFacts facts)
    {
        if (!facts.InForce)
            return CouncilRefusals.NoUnit("community", facts.Community);
        if (CouncilAccess.May(facts.Actor, facts.Community, command.GetType(), facts.IsWithin) is { } refusal)
            return refusal;
        return (council, command) switch
        {
            (null, EstablishCouncil c) => Establish(c, facts),
            (null, _) => CouncilRefusals.NotFound("community", "C008", "二(二)1", "该社区（村）尚未成立议事会", "This community has no council yet"),
            ({ } s, EstablishCouncil c) => s.EstablishedOn == c.On && s.Record == c.Record.Trim() ? Nothing
                : new Refusal(RefusalCodes.Conflict, "C008", "二(二)1", "community", "该社区（村）已成立议事会", "This community has its council already"),
            ({ } s, SetCouncilHall c) => CouncilRefusals.Text("place", c.Place, 200, "C011", "二(二)1") is { } bad ? bad
                : new CouncilHall(c.Venue, c.Place.Trim()) is var hall && s.Hall == hall ? Nothing : new HallSet(hall),
            ({ } s, SetCouncilMembers c) => Members(s, c),
            ({ } s, NominateCouncilHead c) => CouncilElecting.Nominate(s, c, facts),
            ({ } s, OpenCouncilBallot c) => CouncilElecting.Open(s, c),
            ({ } s, CountCouncilBallots c) => CouncilElecting.Count(s, c, facts),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision<CouncilEvent> Establish(EstablishCouncil c, CouncilFacts facts) =>
        CouncilRefusals.Text("record", c.Record, 200, "C008", "二(二)1") is { } bad ? bad
        : c.On > facts.Today ? CouncilRefusals.Input("on", "C008", "二(二)1", "成立日期不能晚于今天", "The day lies in the future")
        : new CouncilEstablished(facts.Community, c.On, c.Record.Trim());

    private static Decision<CouncilEvent> Members(Council council, SetCouncilMembers c)
    {
        var members = c.Members.Sort((a, b) => a.Class.CompareTo(b.Class));
        return members.IsEmpty || members.DistinctBy(m => m.Class).Count() != members.Count || members.Exists(m => m.Count is < 1 or > MostMembers)
            ? CouncilRefusals.Input("members", "C010", "二(二)1", $"每类成员写一次，每类 1 至 {MostMembers} 人", $"Each class once, 1 to {MostMembers} members each")
            : council.Members.SequenceEqual(members) ? Nothing : new MembersSet(members);
    }
}
