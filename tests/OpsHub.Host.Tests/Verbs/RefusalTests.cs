using System.Net;
using System.Net.Sockets;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Verbs;

/// <summary>What can't be done is refused with a message that says what to do, an exit code other than 0, and nothing half done.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_port_in_use_is_told_before_anything_is_touched()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (code, _, errors) = await HubProcess.Run("--urls", url, folder.Setting);
        code.ShouldBe(ExitCodes.Address);
        errors.ShouldContain(url);
        errors.ShouldContain("--urls");
        errors.ShouldContain("已被占用");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("verify-trace")]
    [InlineData("serve")]
    public async Task A_corrupt_database_is_refused_and_left_as_it_is(string verb)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Data);
        var file = Path.Combine(folder.Data, "opshub.db");
        await File.WriteAllTextAsync(file, "this is no database, whatever its name says");
        string[] urls = verb == "serve" ? ["--urls", $"http://localhost:{HubProcess.FreePort()}"] : [];
        var (code, _, errors) = await HubProcess.Run([verb, .. urls, folder.Setting]);
        code.ShouldBe(ExitCodes.Storage);
        errors.ShouldContain(file);
        errors.ShouldContain("损坏");
        (await File.ReadAllTextAsync(file)).ShouldStartWith("this is no database");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_refused()
    {
        // A file in its place is refused to every user; permissions would not stop root.
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await HubProcess.Run("verify-trace", $"--OpsHub:DataFolder={folder.File("taken", "")}");
        code.ShouldBe(ExitCodes.Storage);
        errors.ShouldContain("无法写入数据目录");
    }

    [Theory]
    [InlineData("verify-trace")]
    [InlineData("serve")]
    public async Task An_unreachable_PostgreSQL_is_named(string verb)
    {
        using var folder = new TemporaryFolder();
        var port = HubProcess.FreePort();
        string[] urls = verb == "serve" ? ["--urls", $"http://localhost:{HubProcess.FreePort()}"] : [];
        var (code, _, errors) = await HubProcess.Run([verb, .. urls, folder.Setting, .. Nowhere(port)]);
        code.ShouldBe(ExitCodes.Storage);
        errors.ShouldContain($"localhost:{port}");
        errors.ShouldContain("PostgreSQL can't be reached");
        errors.ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task The_schema_is_printed_without_any_database()
    {
        using var folder = new TemporaryFolder();
        using var database = new TcpListener(IPAddress.Loopback, 0);
        database.Start();
        var (code, output, errors) = await HubProcess.Run(["schema", folder.Setting, .. Nowhere(((IPEndPoint)database.LocalEndpoint).Port)]);
        code.ShouldBe(0, errors);
        database.Pending().ShouldBeFalse("nothing is opened");
        output.ShouldContain("type Query");
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--OpsHub:Storage=Oracle", "Sqlite")]
    [InlineData("--OpsHub:Storage=PostgreSql", "ConnectionStrings:OpsHub")]
    public async Task Settings_that_cannot_hold_are_refused(string setting, string says)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await HubProcess.Run("verify-trace", folder.Setting, setting);
        code.ShouldBe(ExitCodes.Storage);
        errors.ShouldContain(says);
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stopped_hub_without_units_issues_no_token_for_an_unknown_one()
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = await HubProcess.Run("token", "issue", "--role", "WallKey", "--unit", "4399", folder.Setting);
        code.ShouldBe(ExitCodes.Usage);
        output.ShouldBeEmpty();
        errors.ShouldContain("4399");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("replay")]
    [InlineData("token")]
    [InlineData("account")]
    [InlineData("recount")]
    [InlineData("verify-trace")]
    [InlineData("schema")]
    [InlineData("republish")]
    public async Task Every_verb_has_help(string verb)
    {
        var (code, output, _) = await HubProcess.Run(verb, "--help");
        code.ShouldBe(0);
        output.ShouldContain(verb);
    }

    [Fact]
    public async Task An_unknown_verb_is_refused()
    {
        var (code, _, _) = await HubProcess.Run("destroy");
        code.ShouldBe(ExitCodes.Usage);
    }

    private static string[] Nowhere(int port) =>
        ["--OpsHub:Storage=PostgreSql", $"--ConnectionStrings:OpsHub=Host=localhost;Port={port};Database=hub;Username=hub;Password=secret-word;Timeout=3"];
}
