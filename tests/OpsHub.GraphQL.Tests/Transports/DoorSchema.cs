using OpsHub.GraphQL.Marks;
using GraphQL;
using GraphQL.Types;
using OpsHub.GraphQL.Streams;
using OpsHub.GraphQL.Transports;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>A small schema with one field for everything that the transports must get right.</summary>
public sealed class DoorSchema : Schema
{
    public DoorSchema(DoorState state)
    {
        Query = new DoorQuery(state);
        Mutation = new DoorMutation(state);
        Subscription = new DoorSubscription(state);
    }
}

public sealed record Unit(string Name);

public sealed record Reading(int Number, string Text);

public sealed class UnitType : ObjectGraphType<Unit>
{
    public UnitType()
    {
        Name = "Unit";
        Field(u => u.Name);
        Field<UnitType>("parent").Resolve(_ => new Unit("株洲市"));
        Field<ListGraphType<UnitType>>("children").Argument<IntGraphType>("first")
            .Resolve(c => Enumerable.Range(0, c.GetArgument("first", 1)).Select(i => new Unit($"unit {i}")));
        Field<ListGraphType<UnitType>>("counties").Resolve(_ => new[] { new Unit("荷塘区") }).WithAssumedSize(9);
        Field<UnitConnectionType>("page").Argument<IntGraphType>("first").Argument<IntGraphType>("last").Resolve(_ => new Unit(""));
    }
}

public sealed class UnitConnectionType : ObjectGraphType<Unit>
{
    public UnitConnectionType()
    {
        Name = "UnitConnection";
        Field<IntGraphType>("total").Resolve(_ => 1).WithCost(200);
        Field<ListGraphType<UnitType>>("nodes").Resolve(_ => new[] { new Unit("荷塘区") });
    }
}

public sealed class ReadingType : ObjectGraphType<Reading>
{
    public ReadingType()
    {
        Name = "Reading";
        Field(r => r.Number);
        Field(r => r.Text);
    }
}

public sealed class DoorQuery : ObjectGraphType
{
    public DoorQuery(DoorState state)
    {
        Name = "Query";
        Field<StringGraphType>("city").Resolve(_ => "株洲市 <&'\">");
        Field<StringGraphType>("greeting").Argument<NonNullGraphType<StringGraphType>>("name").Resolve(c => "你好，" + c.GetArgument<string>("name"));
        Field<StringGraphType>("open").Resolve(_ => "for everyone").AsPublic();
        Field<StringGraphType>("who").Resolve(c => c.User?.Identity?.Name);
        Field<UnitType>("unit").Resolve(_ => new Unit("株洲市"));
        Field<ListGraphType<UnitType>>("units").Argument<IntGraphType>("first").Resolve(_ => new[] { new Unit("a") });
        Field<ListGraphType<UnitType>>("hourly").Argument<NonNullGraphType<IntGraphType>>("hours", a => a.DefaultValue = 200).Resolve(_ => new[] { new Unit("a") });
        Field<ListGraphType<UnitType>>("byIds").Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("ids").Resolve(_ => new[] { new Unit("a") });
        Field<StringGraphType>("boom").Resolve(_ => throw new InvalidOperationException("password=secret"));
        Field<NonNullGraphType<StringGraphType>>("busy").Resolve(_ => throw new ExecutionError("Later.") { Code = "RETRY_LATER" });
        Field<StringGraphType>("slow").ResolveAsync(async c =>
        {
            await Task.Delay(Timeout.Infinite, c.CancellationToken);
            return null;
        });
        Field<StringGraphType>("deaf").ResolveAsync(async _ => await state.Never.Task);
        Field<IntGraphType>("live").ResolveAsync(async _ => await state.CountLiveAsync()).AsLive();
        Field<IntGraphType>("liveBroken").Resolve(_ => throw new InvalidOperationException($"broken {state.Count()}")).AsLive();
        Field<IntGraphType>("counted").Resolve(_ => state.Count());
    }
}

public sealed class DoorMutation : ObjectGraphType
{
    public DoorMutation(DoorState state)
    {
        Name = "Mutation";
        Field<StringGraphType>("signIn").Resolve(_ => "signed in").AsPublic();
        Field<IntGraphType>("poke").Resolve(_ => state.Count()).AsLive(); // marked by mistake: a mutation is never shared
    }
}

public sealed class DoorSubscription : ObjectGraphType
{
    public DoorSubscription(DoorState state)
    {
        Name = "Subscription";
        Field<ReadingType>("countTo").Argument<NonNullGraphType<IntGraphType>>("last").Argument<IntGraphType>("after")
            .ResolveStream(c => new PulledStream<Reading>(cancel => DoorState.CountTo(c.GetArgument<int>("last"), c.GetArgument("after", 0), cancel)));
        Field<ReadingType>("latest").ResolveStream(_ => state.Latest()).Resolve(c => state.Executed((Reading)c.Source!));
        Field<ReadingType>("events").ResolveStream(_ => state.Events());
        Field<ReadingType>("pushed").ResolveStream(_ => new Flood());
        Field<ReadingType>("broken").ResolveStream(_ => throw new InvalidOperationException("password=secret"));
        Field<ReadingType>("breaks").ResolveStream(_ => new PulledStream<Reading>(DoorState.Breaks));
    }
}

/// <summary>A source that knows no bound: it pushes a thousand readings before anybody can read one.</summary>
public sealed class Flood : IObservable<Reading>
{
    public IDisposable Subscribe(IObserver<Reading> observer)
    {
        for (var number = 1; number <= 1_000; number++)
            observer.OnNext(new(number, ""));
        return new Nothing();
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
