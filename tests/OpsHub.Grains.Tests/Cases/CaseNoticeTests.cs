using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Notices;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Notices leave with the case's own publication, so that whatever brings the index up to date tells people too.</summary>
public sealed class CaseNoticeTests : IAsyncLifetime
{
    private const string Key = "case-1";

    private CaseTown _town = null!;

    private Publication Newest => _town.Hub.Index.Published(Key).ShouldNotBeNull();

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_dispatch_tells_the_lead_unit_and_says_what_stands()
    {
        await _town.Dispatched(Key);
        Newest.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(CaseTown.UrbanManagement), n => n.Kind.ShouldBe(NoticeKind.NewWork));
        Newest.Standing.ShouldNotBeNull().ShouldContain(NoticeNeeds.Term("accept", CaseTown.UrbanManagement));

        await _town.Done(Key, CaseTown.Agency, new AcceptDispatch());
        Newest.Notices.ShouldBeEmpty("nobody is told of what it did itself");
        Newest.Standing.ShouldNotBeNull().ShouldNotContain(NoticeNeeds.Term("accept", CaseTown.UrbanManagement));
    }

    [Fact]
    public async Task A_rung_tells_its_holder_and_makes_nothing_moot()
    {
        await _town.Reported(Key);
        Newest.Standing.ShouldBeNull("a report comes first");
        _town.Time.Advance(TimeSpan.FromMinutes(90));
        (await _town.Fires(Key)).ShouldBe(1);
        Newest.Notices.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.DueSoon);
        Newest.Standing.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_written_and_not_published_tells_when_it_is_published_again()
    {
        _town.Publisher.Loses = subject => subject == Key;
        await _town.Reported(Key);
        _town.Hub.Index.Published(Key).ShouldBeNull();
        _town.Publisher.Loses = _ => false;
        await _town.Case(Key).Drop();
        await _town.Case(Key).Republish();
        Newest.Notices.ShouldHaveSingleItem().Key.ShouldBe($"{Key}:1:{Newest.Case!.Holder}:NewWork:acceptance");
    }

    [Fact]
    public async Task What_was_published_long_ago_is_not_planned_again()
    {
        await _town.Dispatched(Key);
        await _town.Pushed(Key);
        Newest.Notices.ShouldHaveSingleItem().Sequence.ShouldBe(4);
        _town.Time.Advance(TimeSpan.FromDays(61));
        await _town.Case(Key).Drop();
        await _town.Fires(Key); // a fresh activation plans its whole trace
        Newest.Notices.ShouldNotBeEmpty();
        Newest.Notices.ShouldAllBe(n => n.Sequence == 5, "notices are kept for longer than this, so nobody is told twice");
    }
}
