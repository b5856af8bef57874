using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;
using OpsHub.Host.Verbs;
using OpsHub.Storage;

namespace OpsHub.Host.Tests.Options;

public sealed class OptionsTests
{
    [Fact]
    public void The_defaults_hold()
    {
        var services = With();
        services.GetRequiredService<IOptions<SeedOptions>>().Value.GeneratedUnits.ShouldBeTrue();
        services.GetRequiredService<IOptions<LimitOptions>>().Value.AtOnce.ShouldBeGreaterThan(0);
        services.GetRequiredService<IOptions<TokenLifeOptions>>().Value.Days.ShouldBe(30);
        services.GetRequiredService<IOptions<HubOptions>>().Value.Storage.ShouldBe(StorageKind.Sqlite);
    }

    [Theory]
    [InlineData("OpsHub:Seeds:Folder", "/nowhere")]
    [InlineData("OpsHub:Seeds:Divisions", "nothing.csv")]
    [InlineData("OpsHub:Seeds:AtOnce", "0")]
    public void Seeds_that_cannot_be_read_are_refused(string key, string value) =>
        Should.Throw<OptionsValidationException>(() => With((key, value)).GetRequiredService<IOptions<SeedOptions>>().Value);

    [Theory]
    [InlineData("OpsHub:Limits:SignInsPerMinute", "0")]
    [InlineData("OpsHub:Limits:AtOnce", "-1")]
    public void Limits_out_of_range_are_refused(string key, string value) =>
        Should.Throw<OptionsValidationException>(() => With((key, value)).GetRequiredService<IOptions<LimitOptions>>().Value);

    [Theory]
    [InlineData("*")]
    [InlineData("front.example")]
    [InlineData("https://front.example/")]
    [InlineData("https://front.example/app")]
    public void An_origin_that_no_browser_sends_is_refused(string origin) =>
        Should.Throw<OptionsValidationException>(() => With(("OpsHub:Cors:Origins:0", origin)).GetRequiredService<IOptions<CrossOriginOptions>>().Value);

    [Theory]
    [InlineData("OpsHub:Storage", "MySql")]
    [InlineData("OpsHub:Storage", "PostgreSql")]
    [InlineData("OpsHub:DataFolder", " ")]
    public void A_storage_that_cannot_be_is_refused(string key, string value) =>
        Should.Throw<StorageUnavailableException>(() => Configuration((key, value)).StorageChoice());

    [Fact]
    public void Settings_are_told_from_verbs()
    {
        var (settings, verbs) = Settings.Split(["import", "--OpsHub:DataFolder", "/x", "file.csv", "--OpsHub:Storage=Sqlite"]);
        settings.ShouldBe(["--OpsHub:DataFolder=/x", "--OpsHub:Storage=Sqlite"]);
        verbs.ShouldBe(["import", "file.csv"]);
        Should.Throw<UsageException>(() => Settings.Split(["--OpsHub:DataFolder"]));
    }

    private static ServiceProvider With(params (string Key, string Value)[] settings) =>
        new ServiceCollection().AddHubOptions(Configuration(settings)).BuildServiceProvider();

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
