using Microsoft.EntityFrameworkCore;

namespace OpsHub.Storage;

/// <summary>Lets another fence's EF Core context (accounts) live in the same database. Its tables come from numbered scripts too.</summary>
public interface IEntityDatabase
{
    /// <summary>Points a context at the database.</summary>
    void Configure(DbContextOptionsBuilder context);
}
