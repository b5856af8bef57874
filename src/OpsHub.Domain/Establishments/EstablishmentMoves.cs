using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>One step of organs and establishment (机构编制步骤).</summary>
/// <param name="Rule">Rule it rests on.</param>
/// <param name="Command">Command type.</param>
/// <param name="Zh">What it is called, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record EstablishmentMove(string Rule, Type Command, string Zh, string En);

/// <summary>Every step in one table, and which of them an actor may take (可办步骤). Each is asked of <see cref="EstablishmentDecisions"/> with a plain example, so an
/// offer and a decision cannot differ: one that is offered may still be refused for what it says, one that is not offered is refused or changes nothing.</summary>
public static class EstablishmentMoves
{
    private const string Example = "例";

    /// <summary>The table.</summary>
    public static readonly ImmutableList<EstablishmentMove> Table =
    [
        new("R025", typeof(SetEstablishmentTotal), "核定编制总量", "Record the total of posts"),
        new("R025", typeof(MoveTownshipPosts), "调整编制", "Move posts"),
        new("R003", typeof(ClassifyTownship), "划定类别", "Record the class"),
        new("T030", typeof(AddTownshipOrgans), "设置机构", "Add organs"),
        new("T037", typeof(RenameTownshipOrgan), "机构更名", "Rename an organ"),
        new("T037", typeof(RemoveTownshipOrgan), "撤销机构", "Remove an organ"),
        new("T034", typeof(AddNameplate), "加挂牌子", "Add a nameplate"),
        new("T034", typeof(RenameNameplate), "牌子更名", "Rename a nameplate"),
        new("T034", typeof(RemoveNameplate), "摘牌", "Remove a nameplate"),
        new("R024", typeof(RecordUnity), "登记三个一", "Record seals, teams and platforms"),
        new("R027", typeof(SetStaffQuota), "核定编外定额", "Set the quota of staff outside the establishment"),
        new("R027", typeof(RecordOutsideStaff), "登记编外人数", "Record staff outside the establishment"),
    ];

    private static readonly ImmutableDictionary<Type, EstablishmentMove> ByCommand = Table.ToImmutableDictionary(m => m.Command);

    /// <summary>The row of a command's type.</summary>
    public static EstablishmentMove Of(Type command) => ByCommand[command];

    /// <summary>Steps that concern the county as a whole.</summary>
    public static ImmutableList<EstablishmentMove> OfCounty(CountyEstablishment s, EstablishmentContext x) =>
    [
        .. Offer(s, x, new SetEstablishmentTotal(s.Total is { } total && total < EstablishmentRefusals.MostCount ? total + 1 : s.Allotted)),
        .. Offer(s, x, s.Townships.Find(t => t.Posts > 0) is { } some ? new MoveTownshipPosts([new(some.Township, -1)]) : new MoveTownshipPosts([new(x.Townships.FirstOrDefault()?.Code ?? x.County, 1)])),
    ];

    /// <summary>Steps of one township.</summary>
    public static ImmutableList<EstablishmentMove> OfTownship(CountyEstablishment s, UnitCode township, EstablishmentContext x)
    {
        var t = s.Of(township);
        return
        [
            .. Offer(s, x, new ClassifyTownship(township, t.Class == TownshipClass.First ? TownshipClass.Second : TownshipClass.First)),
            .. Offer(s, x, [.. Enum.GetValues<TownshipOrganKind>().Select(kind => new AddTownshipOrgans(township, [new(kind, Unused(t))])), new AddTownshipOrgans(township, [new(TownshipOrganKind.Station, Unused(t), true)])]),
            .. Offer(s, x, new RenameTownshipOrgan(township, t.Organs.FirstOrDefault()?.Id ?? 0, Unused(t))), .. Offer(s, x, new RemoveTownshipOrgan(township, t.Organs.FirstOrDefault()?.Id ?? 0)),
            .. Offer(s, x, new AddNameplate(township, Unused(t), Example, Example)),
            .. Offer(s, x, new RenameNameplate(township, t.Nameplates.FirstOrDefault()?.Id ?? 0, Unused(t))), .. Offer(s, x, new RemoveNameplate(township, t.Nameplates.FirstOrDefault()?.Id ?? 0)),
            .. Offer(s, x, new RecordUnity(township, t.Unity?.ApprovalSeals == 1 ? 0 : 1, 1, 1)),
            .. Offer(s, x, new SetStaffQuota(township, t.StaffQuota == 1 ? 0 : 1)),
            .. Offer(s, x, [new RecordOutsideStaff(township, t.Staff + 1), new RecordOutsideStaff(township, Math.Max(0, t.Staff - 1))]),
        ];
    }

    private static ImmutableList<EstablishmentMove> Offer(CountyEstablishment s, EstablishmentContext x, params ReadOnlySpan<EstablishmentCommand> examples)
    {
        foreach (var example in examples)
        {
            if (EstablishmentDecisions.Decide(s, example, x) is { IsRefused: false, Events.IsEmpty: false })
                return [Of(example.GetType())];
        }

        return [];
    }

    // Longer than any name that there is, by the least.
    private static string Unused(TownshipEstablishment t)
    {
        var taken = t.Organs.Select(o => o.Name).Concat(t.Nameplates.Select(n => n.Name)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, taken.Count + 1).Select(i => $"{Example}{i}").First(name => !taken.Contains(name));
    }
}
