using System.Text.RegularExpressions;

namespace OpsHub.Host.Tests.Architecture;

/// <summary>Every page that the wall knows is served by the hub: an address typed or bookmarked opens it.</summary>
public sealed partial class WallRouteTests
{
    [Fact]
    public void Whatever_the_walls_router_knows_the_hub_serves()
    {
        var known = First().Matches(File.ReadAllText(House.At("src", "OpsHub.Wall", "src", "app", "router.ts"))).Select(m => m.Groups[1].Value).Distinct().ToList();
        known.ShouldContain("unit");
        var served = File.ReadAllText(House.At("src", "OpsHub.Host", "Pages", "WallPages.cs"));
        known.Where(page => !Regex.IsMatch(served, $"\"/{page}(/\\{{|\")")).ShouldBeEmpty();
    }

    [GeneratedRegex("first === '([a-z-]+)'")]
    private static partial Regex First();
}
