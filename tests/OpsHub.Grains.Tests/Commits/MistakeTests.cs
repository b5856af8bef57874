using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Agencies;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Tests.Fakes;
using Orleans.Runtime;

namespace OpsHub.Grains.Tests.Commits;

/// <summary>A mistake in a decision is no storage that is away: it is told at once, and nothing is tried again.</summary>
public sealed class MistakeTests
{
    private static readonly OrganCode Code = OrganCode.Parse("430203001-D12");
    private static readonly CommandContext Context = new("a", new Actor("admin", Role.Administrator, OrganCode.Of(new("4302"))));
    private static readonly AgencyEstablished Established = new(Code, "城管中队", OrganCode.Parse("430203:D12"), Code.Unit, [Code.Unit], [], false);

    private readonly Row _row = new();
    private int _decided;

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentOutOfRangeException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(NullReferenceException))]
    public async Task A_decision_that_throws_goes_to_the_caller_as_it_is(Type mistake)
    {
        var thrown = await Should.ThrowAsync<Exception>(() => Subject().Commit(Context, "body", _ => Prepared(() => throw (Exception)Activator.CreateInstance(mistake)!)));
        thrown.GetType().ShouldBe(mistake);
        (_decided, _row.Writes).ShouldBe((1, 0));
    }

    [Fact]
    public async Task An_event_that_does_not_fold_is_a_mistake_too()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Subject().Commit(Context, "body", _ => Prepared(() => new AgencyRenamed("甲"))));
        (_decided, _row.Writes).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))] // as providers wrap what went wrong
    [InlineData(typeof(OperationCanceledException))] // a time that ran out: no caller's token is passed in
    public async Task Storage_that_fails_with_whatever_is_tried_again(Type failure)
    {
        _row.Failures.Enqueue((Exception)Activator.CreateInstance(failure)!);
        var reply = await Subject().Commit(Context, "body", _ => Prepared(() => Established));
        (reply.Refusal, reply.Sequence, _decided).ShouldBe((null, 1, 2));
    }

    private ValueTask<Func<Decision<AgencyEvent>>> Prepared(Func<Decision<AgencyEvent>> decide)
    {
        _decided++;
        return ValueTask.FromResult(decide);
    }

    private Subject<Agency, AgencyEvent> Subject()
    {
        var clock = new HubClock(TimeProvider.System);
        var services = new CommitServices(new MemoryIndex(), new MemorySegments(), clock, new CommitFaults(Options.Create(new FaultOptions())), NullLogger<CommitServices>.Instance);
        return new("agency-" + Code, new StoredDocument<Agency>(_row), new AgencyShape(), services, () => { });
    }

    private sealed class Row : IPersistentState<SubjectDocument<Agency>>
    {
        private SubjectDocument<Agency> _stored = new();

        public Queue<Exception> Failures { get; } = new();

        public int Writes { get; private set; }

        public SubjectDocument<Agency> State { get; set; } = new();

        public string Etag => Writes.ToString();

        public bool RecordExists => Writes > 0;

        public Task ReadStateAsync()
        {
            State = _stored;
            return Task.CompletedTask;
        }

        public Task WriteStateAsync()
        {
            if (Failures.TryDequeue(out var failure))
                throw failure;
            (_stored, Writes) = (State, Writes + 1);
            return Task.CompletedTask;
        }

        public Task ClearStateAsync() => throw new NotSupportedException();
    }
}
