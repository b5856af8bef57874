using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Replay;

/// <summary>A stream of cases is to be replayed.</summary>
/// <param name="Cases">CSV of cases, gzipped or not.</param>
/// <param name="Types">CSV that maps types to categories.</param>
/// <param name="Speed">Stream seconds a real second; null for at once.</param>
internal sealed record ReplayRequest(string Cases, string Types, double? Speed);

/// <summary>Replays a stream through the running hub's API. At once: the whole stream, ended now, each step at its own past instant.
/// With a speed: from the first case on, as it happens.</summary>
internal sealed class ReplayOperation(ReplaySession session, TimeProvider time) : IOperation<ReplayRequest>
{
    public async Task<int> Run(ReplayRequest request, IOperationOutput output, CancellationToken cancel)
    {
        IReadOnlyList<StreamCase> stream;
        try
        {
            stream = await CaseStream.Read(request.Cases, cancel);
            if (stream.Count == 0)
                throw new BadStreamException($"{request.Cases}: there are no cases / 没有案件");
        }
        catch (Exception error) when (error is BadStreamException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException($"无法读取案件流：{error.Message}", $"The stream can't be read: {error.Message}");
        }

        var (driver, categories) = await session.Prepare(request.Types, cancel);
        var from = request.Speed is null ? stream.Max(c => c.OpenedAt).AddHours(1) : stream[0].OpenedAt.AddSeconds(-1);
        var plan = new ReplayPlan(time.GetUtcNow(), from, from, request.Speed, 0);
        var result = await driver.Run(stream, plan, new Told(output), cancel);
        output.Line($"案件 {result.Cases}，步骤 {result.Steps}，被拒 {result.Refused.Count} / {result.Cases} cases, {result.Steps} steps, {result.Refused.Count} refused");
        foreach (var refusal in result.Refused.Take(20))
            output.Note(refusal);
        foreach (var (type, count) in categories.Unknown.OrderByDescending(u => u.Value))
            output.Note($"未知类别归入 W02-99 / unknown type: {type} × {count}");
        return result.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private sealed class Told(IOperationOutput output) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value) => output.Progress(value.Done, value.Of);
    }
}
