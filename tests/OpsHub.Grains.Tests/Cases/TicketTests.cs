using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>A ticket's number asks nothing out: who may not report here isn't told that it was reported, and who may not read the case not its number.</summary>
public sealed class TicketTests : IAsyncLifetime
{
    private static readonly SourceTicket Ticket = new("12345", "T-1");
    private static readonly Actor Hotline = new("hotline", Role.Hotline, OrganCode.Of(SmallCity.City));
    private static readonly Actor Elsewhere = new("elsewhere", Role.Hotline, OrganCode.Parse("430204"));
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Who_may_not_report_it_gets_neither_the_answer_nor_a_conflict()
    {
        var report = CaseTown.Report() with { Source = Ticket };
        var first = await _town.Do("case-t", Hotline, report);
        first.Refusal.ShouldBeNull();
        (await _town.Do("case-t", Hotline, report)).ShouldBe(first with { Repeated = true });
        foreach (var body in new[] { report, report with { Title = "路灯不亮" } })
        {
            var outside = await _town.Do("case-t", Elsewhere, body);
            outside.Refusal.ShouldNotBeNull().Rule.ShouldBe("R046");
            outside.Number.ShouldBeNull();
            var other = await _town.Do("case-t", CaseTown.Worker, body);
            other.Refusal.ShouldNotBeNull().Field.ShouldBe("source.system");
            other.Number.ShouldBeNull();
        }
    }

    [Fact]
    public async Task G017_a_number_of_another_system_is_neither_taken_nor_asked_out()
    {
        var report = CaseTown.Report() with { Source = new("other", "T-1") };
        (await _town.Do("case-t", CaseTown.Worker, report)).Refusal.ShouldNotBeNull().Rule.ShouldBe("G017");
        await _town.Done("case-t", CaseTown.Desk, report);
        foreach (var actor in new[] { CaseTown.Worker, CaseTown.Desk with { Principal = "token:another" }, Hotline })
        {
            var told = await _town.Do("case-t", actor, report);
            told.Refusal.ShouldNotBeNull(actor.ToString()).Field.ShouldBe("source.system");
            told.Number.ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_conflict_names_the_number_only_to_those_who_may_read_the_case()
    {
        var report = CaseTown.Report() with { Source = Ticket };
        var number = (await _town.Do("case-t", Hotline, report)).Number.ShouldNotBeNull();
        var own = report with { Grid = UnitCode.Parse("430204001001001") };
        var blind = await _town.Do("case-t", Elsewhere, own);
        blind.Number.ShouldBeNull();
        blind.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.Conflict);
        blind.Refusal.En.ShouldNotContain(number);
        var told = await _town.Do("case-t", Hotline, own);
        told.Number.ShouldBe(number);
        told.Refusal.ShouldNotBeNull().En.ShouldContain(number);
    }

    [Fact]
    public async Task No_refusal_of_any_command_names_the_number_to_those_who_may_not_read_the_case()
    {
        var number = (await _town.Do("case-t", Hotline, CaseTown.Report() with { Source = Ticket })).Number.ShouldNotBeNull();
        var outside = await _town.Do("case-t", Elsewhere, new AcceptCase());
        outside.Refusal.ShouldNotBeNull();
        outside.Number.ShouldBeNull();
        var inside = await _town.Do("case-t", Hotline, new AcceptCase());
        inside.Refusal.ShouldNotBeNull();
        inside.Number.ShouldBe(number);
    }
}
