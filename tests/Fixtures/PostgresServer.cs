using System.Diagnostics;
using Npgsql;

namespace OpsHub.Fixtures;

/// <summary>A throw-away PostgreSQL server for one test process: made by initdb in a temporary folder, reached over a Unix socket only,
/// stopped and deleted at the end. PostgreSQL refuses to run as root, so as root it runs under an unprivileged user.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<(PostgresServer? Server, string Reason)> Shared = new(TryStart);
    private static readonly string[] Places = ["/usr/local/bin", "/usr/lib/postgresql/18/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin", "/usr/bin"];

    private readonly string _folder;
    private readonly string _programs;
    private readonly string? _user;
    private int _databases;

    private PostgresServer(string folder, string programs, string? user) => (_folder, _programs, _user) = (folder, programs, user);

    /// <summary>Why there is no server, or null where there is one. Tests skip with it: <c>Skip.If(PostgresServer.Missing is { } why, why)</c>.</summary>
    public static string? Missing => Shared.Value.Server is null ? Shared.Value.Reason : null;

    /// <summary>Set before the first use to make commits wait for the disk, as in production. Tests do without.</summary>
    public static bool Durable { get; set; }

    /// <summary>Connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabase()
    {
        var server = Shared.Value.Server ?? throw new InvalidOperationException(Shared.Value.Reason);
        var name = $"test{Interlocked.Increment(ref server._databases)}";
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    private static (PostgresServer? Server, string Reason) TryStart()
    {
        var programs = Places.FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")) && File.Exists(Path.Combine(p, "pg_ctl")));
        if (programs is null)
            return (null, "PostgreSQL's initdb is not on this machine.");
        var user = Environment.UserName != "root" ? null : File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
        var folder = Directory.CreateTempSubdirectory("opshub-pg-").FullName;
        var server = new PostgresServer(folder, programs, user);
        try
        {
            server.Start();
            server.StopWhenTestsEnd();
            return (server, "");
        }
        catch (InvalidOperationException error)
        {
            return (null, $"PostgreSQL could not be started: {error.Message}");
        }
    }

    private string ConnectionString(string database) => $"Host={_folder};Port=5432;Username=opshub;Database={database};Maximum Pool Size=50;Include Error Detail=true";

    private void Start()
    {
        if (_user is not null)
            Run("chown", [_user, _folder], asUser: false);
        Run(Path.Combine(_programs, "initdb"), ["-D", $"{_folder}/data", "-U", "opshub", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        // No TCP: the folder's own socket can't collide with another server's port.
        var settings = $"-c listen_addresses='' -c unix_socket_directories={_folder} -c max_connections=300{(Durable ? "" : " -c fsync=off -c full_page_writes=off")}";
        Run(Path.Combine(_programs, "pg_ctl"), ["-D", $"{_folder}/data", "-l", $"{_folder}/log", "-w", "-t", "60", "-o", settings, "start"]);
    }

    // A process of its own waits for the test process to end, however it ends: the runner gives exit handlers no time to stop a server.
    private void StopWhenTestsEnd()
    {
        var stop = Shell(Path.Combine(_programs, "pg_ctl"), ["-D", $"{_folder}/data", "-m", "immediate", "-w", "stop"], asUser: true);
        var script = $"cd / && (while kill -0 {Environment.ProcessId}; do sleep 1; done; {stop}; rm -rf '{_folder}') > /dev/null 2>&1 < /dev/null &";
        using var watcher = Process.Start(new ProcessStartInfo("setsid", ["/bin/sh", "-c", script]))!;
        watcher.WaitForExit();
    }

    private string Shell(string program, string[] arguments, bool asUser)
    {
        string[] all = asUser && _user is not null ? ["runuser", "-u", _user, "--", program, .. arguments] : [program, .. arguments];
        return string.Join(' ', all.Select(a => $"'{a.Replace("'", "'\\''")}'"));
    }

    private void Run(string program, string[] arguments, bool asUser = true)
    {
        // pg_ctl's server inherits the output, so it must not be a pipe that we wait to close.
        var log = $"{_folder}.out";
        var command = Shell(program, arguments, asUser);
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"cd / && {command} > '{log}' 2>&1 < /dev/null"]))!;
        process.WaitForExit();
        var said = File.Exists(log) ? File.ReadAllText(log) : "";
        File.Delete(log);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }
}
