using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Control;

/// <summary>The hub's side of the control socket. Its paths exist on the socket only, and the socket has no others.</summary>
internal static class ControlDoor
{
    private const string Prefix = "/control";

    /// <summary>Marks connections that came through the socket.</summary>
    public static void MarkControl(this KestrelServerOptions kestrel) => kestrel.ConfigureEndpointDefaults(listen =>
    {
        if (listen.SocketPath is not null)
            listen.Use(next => connection =>
            {
                connection.Features.Set(new ControlMark());
                return next(connection);
            });
    });

    /// <summary>Answers 404 to control paths from outside the socket, and to other paths on it.</summary>
    public static void UseControlFence(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<ControlMark>() is not null == http.Request.Path.StartsWithSegments(Prefix))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>Maps every operation by its verb.</summary>
    public static void MapControl(this IEndpointRouteBuilder endpoints)
    {
        var control = endpoints.MapGroup(Prefix).AllowAnonymous(); // the socket's file mode is the sign-in
        Operations.Each(new Mapper(control));
    }

    private static async Task Answer<T>(HttpContext http, T request, IOperation<T> operation, StartupState state, CancellationToken cancel)
        where T : notnull
    {
        http.Response.ContentType = "application/x-ndjson";
        var messages = Channel.CreateUnbounded<OperationMessage>(new() { SingleReader = true });
        var work = Work();
        await foreach (var message in messages.Reader.ReadAllAsync(cancel))
        {
            await JsonSerializer.SerializeAsync(http.Response.Body, message, ControlJson.Options, cancel);
            await http.Response.WriteAsync("\n", cancel);
            await http.Response.Body.FlushAsync(cancel);
        }

        await work;

        async Task Work()
        {
            var output = new ChannelOutput(messages.Writer);
            try
            {
                var code = ExitCodes.Failed;
                if (state.IsReady)
                    code = await operation.Run(request, output, cancel);
                else
                    output.Note($"系统正在启动（{state.Step}），请稍后重试。\nThe hub is starting ({state.Step}); try again in a moment.");
                messages.Writer.TryWrite(new(Exit: code));
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                using var told = new StringWriter();
                var code = FatalErrors.Tell(error, told);
                output.Note(told.ToString().TrimEnd());
                messages.Writer.TryWrite(new(Exit: code));
            }
            finally
            {
                messages.Writer.Complete();
            }
        }
    }

    private sealed class ControlMark;

    private sealed class Mapper(RouteGroupBuilder control) : IOperationVisitor
    {
        public void Visit<T>(string verb) where T : notnull => control.MapPost(
            "/" + verb,
            (HttpContext http, T request, IOperation<T> operation, StartupState state, CancellationToken cancel) => Answer(http, request, operation, state, cancel));
    }

    private sealed class ChannelOutput(ChannelWriter<OperationMessage> writer) : IOperationOutput
    {
        private int _percent = -1;

        public void Line(string text) => writer.TryWrite(new(Line: text));

        public void Note(string text) => writer.TryWrite(new(Note: text));

        public void Progress(int done, int of)
        {
            // At most a message a percent, however often it is told; without a total, one every 500.
            var percent = of > 0 ? (int)(100L * done / of) : done / 500;
            if (Interlocked.Exchange(ref _percent, percent) != percent)
                writer.TryWrite(new(Done: done, Of: of));
        }
    }
}
