using System.Diagnostics;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Hierarchy;

/// <summary>Section 5 of the architecture on a real silo, in real time; waits end when a watcher hears what it waits for.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private HubCluster _hub = null!;
    private SmallCity _city = null!;

    public async Task InitializeAsync()
    {
        _hub = await HubCluster.Start();
        _city = await SmallCity.Establish(_hub);
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_push_to_a_grid_rolls_up_to_the_city()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await _city.Publish("case-1", 1, CaseStage.Handling);
        var family = await wall.UntilOpen(1);
        family.Children.ShouldHaveSingleItem().Code.ShouldBe(OrganCode.Of(SmallCity.County));
        foreach (var code in new[] { SmallCity.County, SmallCity.Township, SmallCity.Community, SmallCity.Grid })
            (await _hub.Client.Unit(code).Summary()).Facts.ShouldBe(family.Own.Facts, code.Value);
    }

    [Fact]
    public async Task Doubled_and_stale_pushes_change_nothing()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await _city.Publish("case-1", 2, CaseStage.Closed);
        await wall.Until(f => f.Own.Facts.ClosedDays.Sum() == 1);
        var before = await _hub.Client.Unit(SmallCity.Grid).Summary();
        await _city.Push("case-1", 2, CaseStage.Handling);
        await _city.Push("case-1", 1, CaseStage.Reported);
        (await _hub.Client.Unit(SmallCity.Grid).Summary()).ShouldBe(before);
        await _city.Publish("case-2", 1, CaseStage.Reported); // comes after them on the same way
        (await wall.UntilOpen(1)).Own.Facts.ClosedDays.Sum().ShouldBe(1);
    }

    [Fact]
    public async Task An_activation_that_comes_back_has_a_greater_epoch_and_the_same_figures()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await _city.Publish("case-1", 1, CaseStage.Handling);
        await wall.UntilOpen(1);
        foreach (var code in new[] { SmallCity.City, SmallCity.County, SmallCity.Township, SmallCity.Community, SmallCity.Grid })
        {
            var before = await _hub.Client.Unit(code).Summary();
            await _hub.Client.Unit(code).Drop();
            var after = await _hub.Client.Unit(code).Summary();
            after.Epoch.ShouldBeGreaterThan(before.Epoch);
            after.Facts.ShouldBe(before.Facts);
        }

        var anew = await Watcher.Of(_hub, SmallCity.City);
        await _city.Publish("case-1", 2, CaseStage.Closed);
        await anew.Until(f => f.Own.Facts.ByStage.Sum() == 0 && f.Own.Facts.ClosedDays.Sum() == 1);
    }

    [Fact]
    public async Task A_recount_repairs_what_no_push_told()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await _city.Publish("case-1", 1, CaseStage.Handling);
        await wall.UntilOpen(1);
        await _city.WriteRow("case-1", 2, CaseStage.Closed); // its push is lost
        await _city.WriteRow("case-2", 1, CaseStage.Reported);
        await _city.WriteRow("case-3", 1, CaseStage.Reported);
        (await _hub.Client.Unit(SmallCity.Grid).Recount()).ShouldBe(3);
        await wall.UntilOpen(2);
        (await _hub.Client.Unit(SmallCity.Grid).Recount()).ShouldBe(0);
        (await _hub.Client.Unit(SmallCity.City).Recount()).ShouldBe(0);
    }

    [Fact]
    public async Task A_watcher_hears_few_messages_and_the_newest()
    {
        var watch = Stopwatch.StartNew();
        var wall = await Watcher.Of(_hub, SmallCity.City);
        await Task.WhenAll(Enumerable.Range(1, 500).Select(n => _city.Publish($"case-{n}", 1, CaseStage.Reported)));
        await wall.UntilOpen(500);
        var told = _hub.ToldBy(SmallCity.City);
        wall.Told.Count.ShouldBeInRange(1, told.Count, "each is delivered at most once");
        told.Count.ShouldBeLessThan((int)(watch.Elapsed / new HierarchyOptions().TellWindow) + 5, "one for each window, however long it took");
        var stamps = told.Select(f => (f.Own.Epoch, f.Own.Version)).ToList();
        stamps.SequenceEqual(stamps.Order()).ShouldBeTrue("the figures that are told never go back");
    }

    [Fact]
    public async Task A_push_that_fails_is_sent_again()
    {
        var wall = await Watcher.Of(_hub, SmallCity.City);
        _hub.Index.FailReadsOf(SmallCity.Township, 3); // the township cannot open, so the community's pushes fail
        await _city.Publish("case-1", 1, CaseStage.Handling);
        await wall.UntilOpen(1);
    }

    [Fact]
    public async Task A_unit_that_moves_takes_its_figures_along()
    {
        await _city.Publish("case-1", 1, CaseStage.Handling);
        var from = await Watcher.Of(_hub, SmallCity.Township);
        var to = await Watcher.Of(_hub, SmallCity.OtherTownship);
        (await _city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, new(2020, 1, 1)))).Refusal.ShouldBeNull();
        (await to.UntilOpen(1)).Children.ShouldHaveSingleItem().Code.ShouldBe(OrganCode.Of(SmallCity.Community));
        (await from.UntilOpen(0)).Children.ShouldBeEmpty();
        foreach (var code in new[] { SmallCity.Community, SmallCity.OtherTownship, SmallCity.Township, SmallCity.County, SmallCity.City })
            await _hub.Client.Unit(code).Recount(); // the rows moved too, so a recount does not undo it
        (await _hub.Client.Unit(SmallCity.OtherTownship).Summary()).Facts.ByStage.Sum().ShouldBe(1);
        (await _hub.Client.Unit(SmallCity.Township).Summary()).Facts.ShouldBe(UnitSummary.Empty);
        // Leaving and arriving reach the city as two pushes, and one of them may have been on its way.
        await CaseTown.Eventually(async () => (await _hub.Client.Unit(SmallCity.City).Summary()).Facts.ByStage.Sum() == 1);
    }

    [Fact]
    public async Task An_agency_counts_the_cases_pushed_to_it()
    {
        var code = OrganCode.Parse("430203001-D12");
        await _city.WriteRow("case-1", 1, CaseStage.Handling);
        (await _hub.Client.Agency(code).Summary()).Facts.ByStage.Sum().ShouldBe(1);
        await _hub.Client.Agency(code).PushSubject(new SubjectPush("case-2", 4, SmallCity.Contribution(CaseStage.Handling)));
        await _hub.Client.Agency(code).PushSubject(new SubjectPush("case-2", 3, null));
        (await _hub.Client.Agency(code).Summary()).Facts.ByStage.Sum().ShouldBe(2);
        (await _hub.Client.Agency(code).Recount()).ShouldBe(1); // case-2 has no row
    }
}
