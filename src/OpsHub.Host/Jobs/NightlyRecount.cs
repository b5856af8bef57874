using OpsHub.Host.Control;
using OpsHub.Host.Verbs;

namespace OpsHub.Host.Jobs;

/// <summary>Every night: compares all versions and summaries. What differs twice is an error in the log; cells that were only replaced are named beside the result.</summary>
internal sealed partial class NightlyRecount(RecountOperation recount, ILogger<NightlyRecount> logger)
{
    public async Task Run()
    {
        var told = new Collected();
        if (await recount.Run(new RecountRequest(Twice: true), told, CancellationToken.None) != 0)
            Differs(logger, string.Join(Environment.NewLine, told.Lines));
        else
            Equal(logger, string.Join(Environment.NewLine, told.Lines));
    }

    [LoggerMessage(LogLevel.Error, "The nightly recount found differences: {Lines}")]
    private static partial void Differs(ILogger logger, string lines);

    [LoggerMessage(LogLevel.Information, "Nightly recount: {Lines}")]
    private static partial void Equal(ILogger logger, string lines);

    private sealed class Collected : IOperationOutput
    {
        private readonly Lock _gate = new();

        public List<string> Lines { get; } = [];

        public void Line(string text)
        {
            lock (_gate)
                Lines.Add(text);
        }

        public void Note(string text) => Line(text);

        public void Progress(int done, int of)
        {
        }
    }
}
