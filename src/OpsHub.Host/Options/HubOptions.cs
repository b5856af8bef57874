using System.ComponentModel.DataAnnotations;
using OpsHub.Storage;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub</c>: where everything is kept.</summary>
public sealed class HubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub";

    /// <summary><c>Sqlite</c> (one process, one folder) or <c>PostgreSql</c> (any number of processes).</summary>
    public StorageKind Storage { get; set; } = StorageKind.Sqlite;

    /// <summary>Folder of the SQLite file, its lock and the control socket.</summary>
    public string DataFolder { get; set; } = "opshub-data";

    /// <summary>Address under which other processes of the cluster reach this one; null finds one.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Address under which residents reach the hub, e.g. <c>https://hub.example.gov.cn</c>: QR codes and calendar feeds carry it. Null is each request's own host,
    /// which behind a proxy may be the wrong one.</summary>
    [RegularExpression(@"^https?://[^\s?#]+$", ErrorMessage = "OpsHub:PublicAddress 应为 http 或 https 网址，不含参数。 OpsHub:PublicAddress must be an http(s) address without a query.")]
    public string? PublicAddress { get; set; }

    /// <summary>How many days ahead a calendar feed shows all sessions, however many consultations its unit has (日历订阅天数). Our default.</summary>
    [Range(1, 366, ErrorMessage = "OpsHub:FeedDays 应为 1 至 366。 OpsHub:FeedDays must be 1 to 366.")]
    public int FeedDays { get; set; } = 60;
}
