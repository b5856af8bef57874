using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Places;

/// <summary>Reads an address from the top down: the one county, township and community whose name stands in it. Where two fit, it stops above them:
/// a wrong community is worse than none.</summary>
internal static class AddressReading
{
    /// <summary>The lowest unit that can be told, at or below <paramref name="within"/>.</summary>
    public static UnitCode Read(IHubDirectory directory, UnitCode within, string address)
    {
        var found = within;
        for (var level = within.Level + 1; level <= UnitLevel.Community; level++)
        {
            var named = directory.Descendants(found, level).Where(u => address.Contains(Said(u.Name), StringComparison.Ordinal)).ToList();
            // 新东湖社区 holds 东湖社区 too: the longer name is the one that was said, unless both stand there.
            var longest = named.MaxBy(u => Said(u.Name).Length);
            if (longest is null)
                continue; // people leave a level out
            if (named.Exists(u => u.Code != longest.Code && !Said(longest.Name).Contains(Said(u.Name), StringComparison.Ordinal)) || named.Count(u => Said(u.Name) == Said(longest.Name)) > 1)
                break;
            found = longest.Code;
        }

        return found;
    }

    // The committee belongs to the organ's name, not to the place's. Only where a place remains that is a community or village by its name:
    // 白关居委会 would leave 白关, which is a town as well.
    private static string Said(string name)
    {
        foreach (var committee in new[] { "居民委员会", "村民委员会", "居委会", "委会" })
        {
            if (name.EndsWith(committee, StringComparison.Ordinal) && name[..^committee.Length] is var place && place.Length > 2 && (place.EndsWith("社区", StringComparison.Ordinal) || place.EndsWith('村')))
                return place;
        }

        return name;
    }
}
