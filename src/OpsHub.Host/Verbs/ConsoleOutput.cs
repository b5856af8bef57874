using OpsHub.Host.Control;
using Spectre.Console;

namespace OpsHub.Host.Verbs;

/// <summary>Tells a person at a terminal, or a script: results on standard output, everything else on standard error;
/// a progress bar where the work takes longer than a second and a terminal can show it.</summary>
internal sealed class ConsoleOutput(TimeProvider time) : IOperationOutput
{
    private static readonly TimeSpan BarAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    private readonly IAnsiConsole _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly long _began = time.GetTimestamp();
    private readonly Lock _gate = new();
    private long _told = time.GetTimestamp();
    private ProgressContext? _bars;
    private ProgressTask? _bar;

    /// <summary>Runs work that tells this output.</summary>
    public Task<int> Run(Func<IOperationOutput, Task<int>> work)
    {
        if (Console.IsErrorRedirected || !_terminal.Profile.Capabilities.Interactive)
            return work(this);
        return _terminal.Progress().AutoClear(true).StartAsync(bars =>
        {
            _bars = bars;
            return work(this);
        });
    }

    public void Line(string text)
    {
        lock (_gate)
            Console.Out.WriteLine(text);
    }

    public void Note(string text)
    {
        lock (_gate)
            Console.Error.WriteLine(text);
    }

    public void Progress(int done, int of)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_began) < BarAfter)
                return;
            if (_bars is null)
            {
                if (time.GetElapsedTime(_told) < TellEvery)
                    return;
                _told = time.GetTimestamp();
                Console.Error.WriteLine(of > 0 ? $"{done} / {of}" : $"{done}");
                return;
            }

            _bar ??= _bars.AddTask("", maxValue: Math.Max(of, 1));
            _bar.Description = of > 0 ? $"{done} / {of}" : $"{done}";
            (_bar.IsIndeterminate, _bar.MaxValue, _bar.Value) = (of == 0, Math.Max(of, 1), done);
        }
    }
}
