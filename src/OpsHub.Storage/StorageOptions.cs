using System.ComponentModel.DataAnnotations;

namespace OpsHub.Storage;

/// <summary>Which database holds everything.</summary>
public enum StorageKind
{
    /// <summary>One file in the data folder; one process.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database; any number of processes.</summary>
    PostgreSql,
}

/// <summary>The one switch between the databases. Nothing else knows which one it is.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Which database.</summary>
    public StorageKind Kind { get; set; } = StorageKind.Sqlite;

    /// <summary>Folder of the SQLite file and of the lock.</summary>
    public string DataFolder { get; set; } = "opshub-data";

    /// <summary>Connection string of PostgreSQL.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Address under which other silos reach this one; null for this host's own, or loopback where PostgreSQL is on this machine.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Keys that contacts are encrypted with, 32 bytes in base64 by id; empty for a file in the data folder beside SQLite, and for none on PostgreSQL.</summary>
    public IReadOnlyDictionary<string, string> ContactKeys { get; set; } = new Dictionary<string, string>();

    /// <summary>Id of the key that new contacts get; former ones are kept to read with.</summary>
    public string? ContactKey { get; set; }

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "opshub.db");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == StorageKind.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("OpsHub:Storage is PostgreSql, so ConnectionStrings:OpsHub must be set.", [nameof(ConnectionString)]);
        if (Kind == StorageKind.Sqlite && string.IsNullOrWhiteSpace(DataFolder))
            yield return new ValidationResult("OpsHub:DataFolder must name a folder.", [nameof(DataFolder)]);
        if (Privacy.ContactKeys.Problem(this) is { } problem)
            yield return new ValidationResult(problem, [nameof(ContactKeys)]);
    }
}
