using OpsHub.Host.Control;
using OpsHub.Host.Verbs;

namespace OpsHub.Host.Jobs;

/// <summary>Every night: compares all versions and summaries, what differs twice; anything found is an error in the log.</summary>
internal sealed partial class NightlyRecount(RecountOperation recount, ILogger<NightlyRecount> logger)
{
    public async Task Run()
    {
        var told = new Collected();
        if (await recount.Run(new RecountRequest(Twice: true), told, CancellationToken.None) != 0)
            Differs(logger, string.Join(Environment.NewLine, told.Lines));
        else
            Equal(logger, told.Lines[^1]);
    }

    [LoggerMessage(LogLevel.Error, "The nightly recount found differences: {Lines}")]
    private static partial void Differs(ILogger logger, string lines);

    [LoggerMessage(LogLevel.Information, "Nightly recount: {Line}")]
    private static partial void Equal(ILogger logger, string line);

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
