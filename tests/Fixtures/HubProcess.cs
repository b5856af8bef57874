using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace OpsHub.Fixtures;

/// <summary>The real host as a process, on a free port, with everything it says kept for failures.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private HubProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1024, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output => string.Join('\n', _output);

    public long ResidentBytes => Memory("VmRSS");

    public long MostResidentBytes => Memory("VmHWM");

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the host; does not wait.</summary>
    public static HubProcess Start(string dataFolder, IReadOnlyDictionary<string, string>? settings = null, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return new HubProcess(Launch(dataFolder, settings, ["serve", "--urls", address.ToString().TrimEnd('/'), .. arguments]), address);
    }

    /// <summary>Runs a verb to its end: exit code and all it said.</summary>
    public static async Task<(int Code, string Output)> Verb(string dataFolder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        using var process = Launch(dataFolder, settings, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Waits until <c>/health/ready</c> says yes.</summary>
    public async Task Ready(TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it was ready:\n{Output}");
            try
            {
                using var response = await Http.GetAsync("/health/ready");
                if (response.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy to answer.
            }

            if (watch.Elapsed > (patience ?? TimeSpan.FromSeconds(300)))
                throw new TimeoutException($"The host was not ready after {watch.Elapsed}:\n{Output}");
            await Task.Delay(50);
        }
    }

    /// <summary>A request as any client would send it.</summary>
    /// <exception cref="RetryLaterException">The hub asks to send it again.</exception>
    public async Task<JsonElement> Query(string token, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.TryGetProperty("errors", out var errors))
            return answer.GetProperty("data");
        var told = $"{(int)response.StatusCode} {errors}";
        throw errors.EnumerateArray().Any(IsRetryLater) ? new RetryLaterException(told) : new InvalidOperationException(told);
    }

    /// <summary>The same request, sent again as long as the hub asks for it.</summary>
    public async Task<JsonElement> Answer(string token, string query, object? variables = null)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            try
            {
                return await Query(token, query, variables);
            }
            catch (RetryLaterException) when (watch.Elapsed < TimeSpan.FromSeconds(120))
            {
                // As it asks.
            }
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager would, and waits.</summary>
    public async Task Stop()
    {
        using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the process to end by itself.</summary>
    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Http.Dispose();
        _process.Dispose();
    }

    /// <summary>A port that is free: one below those that systems give to outgoing connections, so that none of them takes it before the host does.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }

    private static Process Launch(string dataFolder, IReadOnlyDictionary<string, string>? settings, IEnumerable<string> arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "OpsHub.Host.dll");
        var start = new ProcessStartInfo("dotnet", [host, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(host),
        };
        start.Environment["OpsHub__DataFolder"] = dataFolder;
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
    }

    private static bool IsRetryLater(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) && code.GetString() == "RETRY_LATER";

    private long Memory(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        while (_output.Count > 400)
            _output.TryDequeue(out _);
    }
}

/// <summary>The hub is busy or a part of it is away: nothing is known of what was asked, and it may be sent again.</summary>
internal sealed class RetryLaterException(string message) : InvalidOperationException(message);
