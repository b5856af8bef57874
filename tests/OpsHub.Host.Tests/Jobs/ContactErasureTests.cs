using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Host.Jobs;
using OpsHub.Host.Options;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Contacts don't outlive their time, and those of reports that were cut off are settled one way or the other.</summary>
public sealed class ContactErasureTests
{
    private readonly List<KeptContact> _expired = [];
    private readonly List<KeptContact> _unsettled = [];
    private readonly List<KeptContact> _settled = [];
    private readonly List<(string Key, CommandContext Context, CaseCommand Command)> _commands = [];
    private readonly HashSet<string> _failing = [];
    private DateTimeOffset _endedBefore;

    [Fact]
    public async Task One_whose_time_is_over_is_erased_with_an_event_of_its_case()
    {
        var time = new FakeTime();
        _expired.Add(new("case-1", "founding"));
        await Run(time);
        _expired.ShouldBeEmpty();
        _endedBefore.ShouldBe(time.GetUtcNow().AddDays(-365));
        var (key, context, command) = _commands.ShouldHaveSingleItem();
        (key, context.Actor.Role, command.ShouldBeOfType<EraseContact>().Reason.Length > 0).ShouldBe(("case-1", Role.Scheduler, true));
        _expired.Add(new("case-1", "founding"));
        await Run(time);
        _commands.Select(c => c.Context.CommandId).Distinct().ShouldHaveSingleItem("the same command id each time: the event stands in the trace once");
    }

    [Fact]
    public async Task One_that_fails_stays_and_holds_up_no_other()
    {
        _expired.AddRange([new("case-1", "founding"), new("case-2", "founding")]);
        _failing.Add("case-1");
        await Run(new FakeTime());
        _expired.ShouldBe([new("case-1", "founding")]);
    }

    [Fact]
    public async Task One_of_a_report_that_was_carried_out_is_settled_and_any_other_goes()
    {
        _unsettled.AddRange([new("case-1", "founding"), new("case-1", "another's"), new("case-never", "founding")]);
        await Run(new FakeTime());
        _settled.ShouldBe([new("case-1", "founding")]);
        _unsettled.ShouldBeEmpty();
        _commands.ShouldBeEmpty("what was never a case's is no event of it");
    }

    private Task Run(TimeProvider time) => new ContactErasure(
        Fake.Of<IGrainFactory>((_, args) => Grain((string)args[0]!)),
        Fake.Of<IReporterContacts>((method, args) => method.Name switch
        {
            nameof(IReporterContacts.Expired) => Expired((DateTimeOffset)args[0]!),
            nameof(IReporterContacts.Unsettled) => Task.FromResult<IReadOnlyList<KeptContact>>([.. _unsettled]),
            nameof(IReporterContacts.Erase) => Erase((KeptContact)args[0]!),
            nameof(IReporterContacts.Settle) => Settle((KeptContact)args[0]!),
            nameof(IReporterContacts.Renew) => Task.FromResult(0),
            _ => throw new NotSupportedException(method.Name),
        }),
        new HubClock(time),
        Microsoft.Extensions.Options.Options.Create(new ContactOptions()),
        NullLogger<ContactErasure>.Instance).Run();

    private Task<IReadOnlyList<KeptContact>> Expired(DateTimeOffset endedBefore)
    {
        _endedBefore = endedBefore;
        return Task.FromResult<IReadOnlyList<KeptContact>>([.. _expired]);
    }

    private Task Erase(KeptContact of)
    {
        _expired.Remove(of);
        _unsettled.Remove(of);
        return Task.CompletedTask;
    }

    private Task Settle(KeptContact of)
    {
        _settled.Add(of);
        _unsettled.Remove(of);
        return Task.CompletedTask;
    }

    private ICaseGrain Grain(string key) => Fake.Of<ICaseGrain>((method, args) => method.Name switch
    {
        nameof(ICaseGrain.Get) => Task.FromResult(key == "case-never" ? null : new CaseView(key, State, 1, "")),
        nameof(ICaseGrain.Trace) => Task.FromResult<IReadOnlyList<TraceEntry>>(key == "case-never" ? [] : [Founding]),
        nameof(ICaseGrain.Do) => Do(key, (CaseCommand)args[0]!, (CommandContext)args[1]!),
        _ => throw new NotSupportedException(method.Name),
    });

    private Task<CommandReply> Do(string key, CaseCommand command, CommandContext context)
    {
        if (_failing.Contains(key))
            throw new TimeoutException();
        _commands.Add((key, context, command));
        return Task.FromResult(new CommandReply(key, null, 2));
    }

    private static readonly UnitCode Grid = UnitCode.Parse("430203001001001");

    private static readonly TraceEntry Founding = new()
    {
        Sequence = 1, At = default, Principal = "p", Role = Role.GridWorker, Organ = OrganCode.Of(Grid), Event = "CaseReported", Command = "founding", Body = "", Rule = null, Content = "{}", PreviousHash = "", Hash = "",
    };

    private static readonly OpsHub.Domain.Cases.Case State = OpsHub.Domain.Cases.Case.Apply(null, new CaseReported(
        default, "4302-2026-000001", new Placement(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City)),
        CaseKind.Event, "Q01-01", "Q01", "井盖", "", CasePriority.Ordinary, false, CaseChannel.GridWorker, null, OrganCode.Of(Grid),
        new Term("acceptance", "受理", Grid.Value, default, 1, new TermBudget(8, BudgetUnit.Hours), new TermBasis("G022", "三(五)", BasisKind.Assumed, "CaseSLA"), [], default, false, null, [])));
}
