using Microsoft.EntityFrameworkCore;

namespace OpsHub.Storage.Index;

/// <summary>EF Core over the tables that the scripts make. It reads lists; it never creates, migrates or writes.</summary>
internal sealed class HubContext(DbContextOptions<HubContext> options) : DbContext(options)
{
    public DbSet<CaseRecord> Cases => Set<CaseRecord>();

    public DbSet<ConsultationRecord> Consultations => Set<ConsultationRecord>();

    public DbSet<ConcernedRecord> Concerned => Set<ConcernedRecord>();

    public DbSet<PaperRecord> Papers => Set<PaperRecord>();

    public DbSet<PartyRecord> Parties => Set<PartyRecord>();

    public DbSet<WaitRecord> Waits => Set<WaitRecord>();

    public DbSet<UnitRecord> Units => Set<UnitRecord>();

    public DbSet<AgencyRecord> Agencies => Set<AgencyRecord>();

    public DbSet<EventRecord> Events => Set<EventRecord>();

    public DbSet<HistoryRecord> History => Set<HistoryRecord>();

    /// <summary>The database judges an index by its columns alone, and not by how many rows it would find.</summary>
    public bool HasNoStatistics => Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRecord>().ToTable("Cases").HasKey(c => c.CaseKey);
        modelBuilder.Entity<ConsultationRecord>().ToTable("Consultations").HasKey(c => c.ConsultationKey);
        modelBuilder.Entity<ConcernedRecord>().ToTable("ConsultationCommunities").HasKey(c => new { c.ConsultationKey, c.Community });
        modelBuilder.Entity<PaperRecord>().ToTable("ConsultationPapers").HasKey(p => p.Paper);
        modelBuilder.Entity<PartyRecord>().ToTable("CaseParties").HasKey(p => new { p.Organ, p.CaseKey });
        modelBuilder.Entity<WaitRecord>().ToTable("CaseWaits").HasKey(w => new { w.Organ, w.CaseKey });
        modelBuilder.Entity<UnitRecord>().ToTable("Units").HasKey(u => u.Code);
        modelBuilder.Entity<AgencyRecord>().ToTable("Agencies").HasKey(a => a.Code);
        modelBuilder.Entity<EventRecord>().ToTable("CaseEvents").HasKey(e => e.Position);
        modelBuilder.Entity<HistoryRecord>().ToTable("SummaryHistory").HasKey(h => new { h.Unit, h.Hour });

        // The scripts don't quote names, so PostgreSQL folds them to lower case; SQLite doesn't care.
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(entity.GetTableName()!.ToLowerInvariant());
            foreach (var property in entity.GetProperties())
                property.SetColumnName(property.Name.ToLowerInvariant());
        }
    }
}
