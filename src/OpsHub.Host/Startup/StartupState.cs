namespace OpsHub.Host.Startup;

/// <summary>Steps of the start, in order.</summary>
internal enum StartupStep
{
    /// <summary>Lock, schema and storage.</summary>
    Storage,

    /// <summary>The silo joins or forms its cluster.</summary>
    Silo,

    /// <summary>Divisions and generated units are loaded.</summary>
    Seeds,

    /// <summary>What was written but not published is published.</summary>
    Marks,

    /// <summary>The shards of the rung index wake.</summary>
    Rungs,

    /// <summary>Jobs are scheduled.</summary>
    Jobs,

    /// <summary>The hub answers everyone.</summary>
    Ready,
}

/// <summary>How far the start has come; read by the health pages.</summary>
internal sealed class StartupState
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _step;
    private volatile Progress _progress = new(0, 0);

    /// <summary>The step it is at.</summary>
    public StartupStep Step => (StartupStep)_step;

    /// <summary>True once everything is done.</summary>
    public bool IsReady => Step == StartupStep.Ready;

    /// <summary>Done and total within the step; zero where it doesn't count.</summary>
    public (int Done, int Of) Within => (_progress.Done, _progress.Of);

    /// <summary>The process's exit code when the start failed, else 0.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Completes when the hub is ready.</summary>
    public Task WhenReady => _ready.Task;

    public void Enter(StartupStep step)
    {
        _progress = new(0, 0);
        _step = (int)step;
        if (step == StartupStep.Ready)
            _ready.TrySetResult();
    }

    public void Report(int done, int of) => _progress = new(done, of);

    public void Fail(int exitCode) => ExitCode = exitCode;

    private sealed record Progress(int Done, int Of);
}
