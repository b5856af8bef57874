using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>Where replayed cases go: grids and agencies as the API names them. The same place of the stream is the same grid.</summary>
internal sealed class ReplayPlaces
{
    private const string Counties = "query($code:String!){unit(code:$code){children(first:100){nodes{code}}}}";
    private const string Below = "query($code:String!){unit(code:$code){children(first:100){nodes{code children(first:100){nodes{code}}}} agencies(first:100){nodes{code}}}}";

    private readonly List<UnitCode> _grids = [];
    private readonly HashSet<OrganCode> _agencies = [];

    private ReplayPlaces()
    {
    }

    /// <summary>How many grids there are.</summary>
    public int Count => _grids.Count;

    /// <summary>Asks the API for the hierarchy, township by township.</summary>
    public static async Task<ReplayPlaces> Load(ReplayClient client, UnitCode city, CancellationToken cancel)
    {
        var places = new ReplayPlaces();
        var organ = OrganCode.Of(city);
        foreach (var county in await Children(city))
        {
            foreach (var township in await Children(county))
                places.Add((await client.Send(Role.Auditor, organ, Below, new { code = township.Value }, cancel)).GetProperty("unit"));
        }

        return places;

        async Task<IEnumerable<UnitCode>> Children(UnitCode unit) =>
            [.. Codes((await client.Send(Role.Auditor, organ, Counties, new { code = unit.Value }, cancel)).GetProperty("unit").GetProperty("children")).Select(UnitCode.Parse)];
    }

    /// <summary>The grid of a place; an unknown place is spread by the case's id.</summary>
    public UnitCode Grid(StreamCase c) => _grids[ReplayTimeline.Seed(c.Place.Length > 0 ? c.Place : c.Id) % _grids.Count];

    /// <summary>Who would own a case: the township's agency of the department, else the county's department.</summary>
    public OrganCode Owner(UnitCode grid, string department)
    {
        var agency = new OrganCode($"{grid.At(UnitLevel.Township)}-{department}");
        return _agencies.Contains(agency) ? agency : Department(grid, department);
    }

    /// <summary>The county's department.</summary>
    public static OrganCode Department(UnitCode grid, string department) => new($"{grid.At(UnitLevel.County)}:{department}");

    private static IEnumerable<string> Codes(JsonElement connection) => connection.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("code").GetString()!);

    private void Add(JsonElement township)
    {
        foreach (var community in township.GetProperty("children").GetProperty("nodes").EnumerateArray())
            _grids.AddRange(Codes(community.GetProperty("children")).Select(UnitCode.Parse));
        _agencies.UnionWith(Codes(township.GetProperty("agencies")).Select(OrganCode.Parse));
    }
}
