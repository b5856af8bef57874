using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Control;

/// <summary>A verb's side of the control socket.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpClient _http;
    private Socket? _first;

    private ControlClient(string path, Socket first)
    {
        _first = first;
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (_, cancel) => new NetworkStream(await Next(path, cancel), ownsSocket: true) })
        {
            BaseAddress = new Uri("http://control"), Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>A client of the hub that runs on this data folder, or null when none does.</summary>
    public static async Task<ControlClient?> Find(string dataFolder, CancellationToken cancel)
    {
        var path = ControlSocket.PathOf(dataFolder);
        return await ControlSocket.TryConnect(path, cancel) is { } socket ? new ControlClient(path, socket) : null;
    }

    /// <summary>Has the hub carry out an operation; its exit code.</summary>
    public async Task<int> Run<T>(string verb, T request, IOperationOutput output, CancellationToken cancel)
    {
        try
        {
            if (await Ask(verb, request, output, cancel) is { } exit)
                return exit;
        }
        catch (Exception error) when (error is IOException or HttpRequestException { StatusCode: null })
        {
            // It was killed.
        }

        output.Note("系统在完成之前停止了应答，请重试。\nThe hub stopped answering before it was done; try again.");
        return ExitCodes.Failed;
    }

    public void Dispose()
    {
        _http.Dispose();
        _first?.Dispose();
    }

    // Null when the answer ends without an exit code.
    private async Task<int?> Ask<T>(string verb, T request, IOperationOutput output, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/control/" + verb) { Content = JsonContent.Create(request, options: ControlJson.Options) };
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw new UsageException(
                "正在运行的系统是另一个版本，不支持该命令；请用同一版本重启后重试。", "The hub that runs is of another version and doesn't know this verb; restart it with this one, then try again.");
        }

        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel));
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            var told = JsonSerializer.Deserialize<OperationMessage>(line, ControlJson.Options)!;
            if (told.Line is { } text)
                output.Line(text);
            if (told.Note is { } note)
                output.Note(note);
            if (told.Done is { } done)
                output.Progress(done, told.Of ?? 0);
            if (told.Exit is { } exit)
                return exit;
        }

        return null;
    }

    private async Task<Socket> Next(string path, CancellationToken cancel) =>
        Interlocked.Exchange(ref _first, null) ?? await ControlSocket.TryConnect(path, cancel) ?? throw new IOException("The hub has stopped.");
}
