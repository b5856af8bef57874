using OpsHub.Grains.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>The numbers people read.</summary>
public sealed class CaseNumberTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 13, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_processes_never_hand_out_the_same_number()
    {
        var database = new MemoryIndex();
        using var one = new CaseNumbers(database);
        using var other = new CaseNumbers(database);
        var taken = await Task.WhenAll(Enumerable.Range(0, 1500).Select(n => Task.Run(() => (n % 3 == 0 ? other : one).Next(SmallCity.City, Noon).AsTask())));
        taken.Distinct().Count().ShouldBe(1500);
        taken.ShouldAllBe(n => n.StartsWith("4302-2026-"));
    }

    [Fact]
    public async Task Each_year_counts_for_itself_from_midnight_in_Shanghai()
    {
        using var numbers = new CaseNumbers(new MemoryIndex());
        await numbers.Next(SmallCity.City, Noon);
        var newYear = new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero);
        (await numbers.Next(SmallCity.City, newYear.AddTicks(-1))).ShouldBe("4302-2026-000002");
        (await numbers.Next(SmallCity.City, newYear)).ShouldBe("4302-2027-000001");
    }
}
