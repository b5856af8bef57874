using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>An agency's year in memory.</summary>
public sealed class FakeAgencyYear(string key, TestHub hub) : FakeSubject<AgencyYear, AgencyYearEvent>(key, hub), IAgencyYearGrain
{
    public Task<CommandReply> Do(AgencyYearCommand command, CommandContext context) => Carry(context, () => AgencyYearDecisions.DecideNow(State, command, Facts(context)));

    public Task<AgencyYearView?> Get()
    {
        Asked("Get");
        return Task.FromResult(Read(_ => State is null ? null : new AgencyYearView(Key, State, Length, Newest.Hash)));
    }

    public Task<TraceSlice> Trace(long after, int limit) => Slice(after, limit);

    public Task<long> Watch(IAgencyYearObserver observer) => Add(observer);

    public Task Unwatch(IAgencyYearObserver observer) => Remove(observer);

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    protected override AgencyYear Apply(AgencyYear? state, AgencyYearEvent happened) => AgencyYearFold.Apply(state, happened);

    protected override (string Name, string? Why, string? Rule) Describe(AgencyYearEvent happened) => (happened.Name, happened.Why, happened.Rule);

    protected override string? StageOf(AgencyYear state) => state.Stage.ToString();

    protected override void Publish(AgencyYear state) => Hub.Years.Put(AgencyYearRow.Of(Key, state, Length));

    protected override void Tell(IGrainObserver observer) => ((IAgencyYearObserver)observer).Changed(Key, Length);

    private AgencyYearContext Facts(CommandContext context)
    {
        var (agency, book) = (GrainKeys.YearOf(Key).Agency, Hub.Rules.Current);
        var served = Hub.Years.Served.GetValueOrDefault(agency.Value) ?? [agency.Unit];
        return new(context.Actor, context.OccurredAt ?? Hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Assessments, Length + 1)
        {
            Agency = new(agency, OrganCode.Parse($"{agency.Unit.At(UnitLevel.County)}:{agency.DepartmentId}"), agency.Unit, [.. served]),
            NameOf = Hub.Directory.NameOf,
        };
    }
}
