namespace OpsHub.Host.Startup;

/// <summary>Exit codes of the process; scripts may rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>Done, nothing amiss.</summary>
    public const int Done = 0;

    /// <summary>A check found something, or something unforeseen failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the settings are wrong.</summary>
    public const int Usage = 2;

    /// <summary>The data folder or the database can't be used.</summary>
    public const int Storage = 3;

    /// <summary>The address can't be listened on.</summary>
    public const int Address = 4;

    /// <summary>An input file or a value in it is refused.</summary>
    public const int Input = 5;

    /// <summary>Cancelled before it was done (Ctrl-C, SIGTERM); what shells use.</summary>
    public const int Cancelled = 130;
}
