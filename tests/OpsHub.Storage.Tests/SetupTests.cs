using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Publishing;
using OpsHub.Fixtures;
using OpsHub.Storage.Sqlite;

namespace OpsHub.Storage.Tests;

public sealed class SetupTests : IDisposable
{
    private readonly string _folder = StorageHub.NewFolder();

    [Fact]
    public async Task A_second_process_is_refused_until_the_first_is_dead()
    {
        using var first = Process.Start(new ProcessStartInfo("flock", ["--close", Path.Combine(_folder, "lock"), "sh", "-c", "echo held; exec cat"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        (await first.StandardOutput.ReadLineAsync()).ShouldBe("held");
        var error = await Should.ThrowAsync<DataFolderException>(() => Prepare());
        error.Message.ShouldContain(_folder);
        error.Message.ShouldContain("OpsHub:DataFolder");
        error.Message.ShouldContain("数据目录");

        first.Kill(); // SIGKILL: nothing of it can tidy up
        await first.WaitForExitAsync();
        await Prepare();
    }

    [Fact]
    public async Task A_second_hub_in_this_process_is_refused_too()
    {
        await using var first = await StorageHub.Start(StorageKind.Sqlite);
        var error = await Should.ThrowAsync<DataFolderException>(() => Prepare(new StorageOptions { DataFolder = first.Options.DataFolder }));
        error.Message.ShouldContain("in use by another OpsHub process");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var file = Path.Combine(_folder, "opshub.db");
        var junk = string.Concat(Enumerable.Repeat("not a database ", 1000));
        await File.WriteAllTextAsync(file, junk);
        var error = await Should.ThrowAsync<DataFolderException>(() => Prepare());
        error.Message.ShouldContain(file);
        (await File.ReadAllTextAsync(file)).ShouldBe(junk);
    }

    [Fact]
    public async Task A_damaged_database_is_found_before_anything_is_written()
    {
        await Prepare();
        var file = Path.Combine(_folder, "opshub.db");
        await using (var stream = File.OpenWrite(file))
        {
            for (var page = 2; page < stream.Length / 4096; page++)
            {
                stream.Position = (page * 4096L) + 8;
                await stream.WriteAsync(Enumerable.Repeat((byte)0xEE, 600).ToArray());
            }
        }

        var damaged = await File.ReadAllBytesAsync(file);
        (await Should.ThrowAsync<DataFolderException>(() => Prepare())).Message.ShouldContain("damaged");
        (await File.ReadAllBytesAsync(file)).ShouldBe(damaged);
    }

    [Theory]
    [InlineData("/proc/opshub")]
    [InlineData("/dev/null/opshub")]
    public async Task A_folder_that_cannot_be_written_is_named(string folder)
    {
        var error = await Should.ThrowAsync<DataFolderException>(() => Prepare(new StorageOptions { DataFolder = folder }));
        error.Message.ShouldContain(folder);
        error.Message.ShouldContain("can't be written");
    }

    [Theory]
    [InlineData(3, "can't be written", "无法写入")]
    [InlineData(8, "can't be written", "无法写入")]
    [InlineData(13, "can't be written", "无法写入")]
    [InlineData(14, "can't be written", "无法写入")]
    [InlineData(11, "is damaged", "已损坏")]
    [InlineData(26, "is damaged", "已损坏")]
    [InlineData(5, "locked by another program", "锁定")]
    [InlineData(10, "can't be read or written", "无法读写")]
    public void Only_damage_is_called_damage(int code, string english, string chinese)
    {
        var message = DataFolderFailures.Of("/data/opshub.db", new SqliteException("because", code)).Message;
        message.ShouldContain(english);
        message.ShouldContain(chinese);
        message.ShouldContain("/data/opshub.db");
        message.ShouldContain("because");
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_found_before_the_first_write()
    {
        // Root may write whatever the file's mode says, so it is opened as SQLite opens it for everyone else.
        await Prepare();
        var options = new StorageOptions { DataFolder = _folder };
        using var readOnly = new SqliteConnection($"Data Source={options.DatabaseFile};Mode=ReadOnly;Pooling=False");
        readOnly.Open();
        var error = Should.Throw<SqliteException>(() => SqliteSetup.EnsureWritable(readOnly));
        DataFolderFailures.Of(options.DatabaseFile, error).Message.ShouldContain("can't be written");
        using var writable = new SqliteConnections(options).OpenWriter();
        SqliteSetup.EnsureWritable(writable);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_opened_is_not_called_taken()
    {
        var file = Path.Combine(_folder, "lock");
        File.CreateSymbolicLink(file, file); // ELOOP: an IOException that has nothing to do with other processes
        var error = await Should.ThrowAsync<DataFolderException>(() => Prepare());
        error.Message.ShouldContain("can't be written");
        error.Message.ShouldNotContain("another OpsHub process");
    }

    [Fact]
    public async Task An_unreachable_PostgreSql_is_named_with_what_to_check()
    {
        var options = new StorageOptions { Kind = StorageKind.PostgreSql, ConnectionString = $"Host={_folder};Database=nowhere;Username=opshub;Password=secret;Timeout=2" };
        var error = await Should.ThrowAsync<StorageUnavailableException>(() => Prepare(options));
        error.Message.ShouldContain("nowhere");
        error.Message.ShouldContain(_folder, customMessage: "the host");
        error.Message.ShouldNotContain("secret");
        error.Message.ShouldContain("ConnectionStrings:OpsHub");
        error.Message.ShouldContain("无法连接");
    }

    [Fact]
    public async Task Epochs_grow_over_restarts_and_after_an_old_copy_was_restored()
    {
        var options = new StorageOptions { DataFolder = _folder };
        var first = await Epoch(options);
        File.Copy(options.DatabaseFile, options.DatabaseFile + ".old");
        var second = await Epoch(options);
        File.Copy(options.DatabaseFile + ".old", options.DatabaseFile, overwrite: true);
        var third = await Epoch(options);
        second.ShouldBeGreaterThan(first);
        third.ShouldBeGreaterThan(second);
    }

    [SkippableFact]
    public async Task On_PostgreSql_too_epochs_grow_after_a_restore()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var options = new StorageOptions { Kind = StorageKind.PostgreSql, ConnectionString = await PostgresServer.NewDatabase() };
        var first = await Epoch(options);
        await using (var services = await Prepared(options))
            await services.GetRequiredService<Database.IDatabase>().Write([new Database.SqlStatement("SELECT setval('epoch', 1)")], default);
        (await Epoch(options)).ShouldBeGreaterThan(first);
    }

    [SkippableFact]
    public async Task Processes_that_start_together_run_the_scripts_once()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var options = new StorageOptions { Kind = StorageKind.PostgreSql, ConnectionString = await PostgresServer.NewDatabase() };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Prepare(options))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<ServiceProvider> Prepared(StorageOptions options)
    {
        var services = new ServiceCollection().AddOpsHubStorage(options).BuildServiceProvider();
        try
        {
            await services.GetRequiredService<IStorageSetup>().Prepare();
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    private static async Task<long> Epoch(StorageOptions options)
    {
        await using var services = await Prepared(options);
        return await services.GetRequiredService<IPublisher>().NextEpoch();
    }

    private async Task Prepare(StorageOptions? options = null) => await (await Prepared(options ?? new StorageOptions { DataFolder = _folder })).DisposeAsync();
}
