using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpsHub.Host.Accounts;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Jobs;
using OpsHub.Host.Seeds;

namespace OpsHub.Host.Database;

/// <summary>The host's own tables in the hub's database; made by numbered scripts 0012 (feeds) and 0100. Names are snake_case on both databases.</summary>
internal sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<LoadedSeed> LoadedSeeds => Set<LoadedSeed>();

    public DbSet<JobPeriod> JobPeriods => Set<JobPeriod>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            // The hub keeps no address or telephone of its users, and has no second factor yet.
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.Property(a => a.Role).HasConversion<string>();
        });
        modelBuilder.Entity<AccessToken>().Property(t => t.Role).HasConversion<string>();
        modelBuilder.Entity<CalendarFeed>().Property(f => f.Role).HasConversion<string>();
        modelBuilder.Entity<LoadedSeed>().HasKey(s => s.Name);
        modelBuilder.Entity<JobPeriod>().HasKey(p => new { p.Job, p.Period, p.Unit });
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
