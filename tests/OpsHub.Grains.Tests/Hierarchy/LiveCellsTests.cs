using System.Reflection;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Grains.Hierarchy;

namespace OpsHub.Grains.Tests.Hierarchy;

/// <summary>How cells are read from the index.</summary>
public sealed class LiveCellsTests
{
    [Fact]
    public async Task A_reading_that_fails_leaves_no_other_question_behind()
    {
        var own = new TaskCompletionSource<object>();
        var method = typeof(IConsultationIndex).GetMethods().Single(m => m.Name == nameof(IConsultationIndex.Contributions));
        var cells = new LiveChildren(
            SmallCity.Community,
            Answering.As<IHubIndex>(m => Failing(m.ReturnType)),
            Answering.As<IConsultationIndex>(m => m == method ? Pending(m.ReturnType, own.Task) : throw new NotSupportedException(m.Name)));

        var reading = cells.Read(DateTimeOffset.UnixEpoch);
        reading.IsCompleted.ShouldBeFalse("its own consultations are still being read");
        own.SetException(new InvalidOperationException("away too"));
        await Should.ThrowAsync<InvalidOperationException>(reading);
    }

    private static object Failing(Type task) => Pending(task, Task.FromException<object>(new InvalidOperationException("away")));

    private static object Pending(Type task, Task<object> until) =>
        typeof(LiveCellsTests).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(task.GetGenericArguments()[0]).Invoke(null, [until])!;

    private static async Task<T> Typed<T>(Task<object> until) => (T)await until;
}

/// <summary>A port of which a test needs one question.</summary>
internal class Answering : DispatchProxy
{
    private Func<MethodInfo, object> _answer = null!;

    public static T As<T>(Func<MethodInfo, object> answer)
        where T : class
    {
        var proxy = Create<T, Answering>();
        ((Answering)(object)proxy)._answer = answer;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!);
}
