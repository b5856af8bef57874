using System.Net.Sockets;
using System.Text;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Control;

/// <summary>A verb whose hub dies under it says so.</summary>
public sealed class ControlClientTests
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1d\r\n{\"line\":\"the first of many\"}\n\r\n")]
    public async Task A_hub_that_is_killed_during_a_verb_is_told(string said)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Data);
        using var hub = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        hub.Bind(new UnixDomainSocketEndPoint(ControlSocket.PathOf(folder.Data)));
        hub.Listen();
        var dies = Task.Run(async () =>
        {
            using var verb = await hub.AcceptAsync();
            await verb.ReceiveAsync(new byte[4096]);
            await verb.SendAsync(Encoding.ASCII.GetBytes(said));
        });
        var (code, _, errors) = await HubProcess.Run("recount", folder.Setting);
        await dies;
        code.ShouldBe(ExitCodes.Failed, errors);
        errors.ShouldContain("stopped answering");
        errors.ShouldNotContain("   at ");
    }
}
