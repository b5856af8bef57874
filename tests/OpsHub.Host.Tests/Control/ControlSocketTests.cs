using System.Net;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Control;

[Collection(HubCollection.Name)]
public sealed class ControlSocketTests(RunningHub hub)
{
    [Fact]
    public void Only_the_owner_may_open_the_folder_and_the_socket()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(hub.Data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(ControlSocket.PathOf(hub.Data)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("/control/token-issue")]
    [InlineData("/control/import")]
    public async Task Its_paths_do_not_exist_outside_the_socket(string path)
    {
        using var answer = await hub.Http.PostAsync(path, new StringContent("{}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_second_hub_on_the_folder_is_kept_out()
    {
        var (code, _, errors) = await HubProcess.Run("serve", "--urls", $"http://localhost:{HubProcess.FreePort()}", hub.Setting);
        code.ShouldBe(ExitCodes.Storage);
        errors.ShouldContain("in use by another OpsHub process");
    }

    [Fact]
    public void A_folder_with_too_long_a_path_has_its_socket_elsewhere()
    {
        var path = ControlSocket.PathOf("/" + new string('a', 200));
        path.Length.ShouldBeLessThan(108);
        path.ShouldNotBe(ControlSocket.PathOf("/" + new string('a', 201)));
    }
}
