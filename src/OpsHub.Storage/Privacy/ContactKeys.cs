using System.Security.Cryptography;
using System.Text.Json;

namespace OpsHub.Storage.Privacy;

/// <summary>The keys that contacts are encrypted with: as configured; else, beside SQLite, one made at first need and kept in a file of the data folder that only
/// the hub's user may read. Apart from the database, so that a copy of that alone tells nothing.</summary>
internal sealed class ContactKeys(StorageOptions options)
{
    /// <summary>Name of the file.</summary>
    public const string File = "contact-keys.json";

    private const int Size = 32;

    private readonly Lazy<(string? Current, Dictionary<string, byte[]> Keys)> _ring = new(() => options.ContactKeys.Count > 0 ? Configured(options) : Kept(options));

    /// <summary>Id of the key that new contacts get; null where there is none.</summary>
    public string? Current => _ring.Value.Current;

    /// <summary>Ids of the other keys that are known.</summary>
    public IEnumerable<string> Former => Current is null ? [] : _ring.Value.Keys.Keys.Where(id => id != Current);

    /// <summary>A key by id, or null.</summary>
    public byte[]? Of(string id) => _ring.Value.Keys.GetValueOrDefault(id);

    /// <summary>What is wrong with the configured keys, or null.</summary>
    public static string? Problem(StorageOptions options)
    {
        foreach (var (id, key) in options.ContactKeys)
        {
            if (id.Length is 0 or > 40 || !IsKey(key))
                return $"OpsHub:Contacts:Keys:{id} 应为 {Size} 字节的 base64。 OpsHub:Contacts:Keys:{id} must be {Size} bytes in base64; `openssl rand -base64 {Size}` makes one.";
        }

        return options.ContactKeys.Count == 0 || (options.ContactKey is { } current && options.ContactKeys.ContainsKey(current)) ? null
            : "OpsHub:Contacts:Key 应为 OpsHub:Contacts:Keys 中的一个。 OpsHub:Contacts:Key must be the id of one of OpsHub:Contacts:Keys.";
    }

    private static bool IsKey(string text) => Convert.TryFromBase64String(text, new byte[Size + 1], out var length) && length == Size;

    private static (string?, Dictionary<string, byte[]>) Configured(StorageOptions options) =>
        (options.ContactKey, options.ContactKeys.ToDictionary(k => k.Key, k => Convert.FromBase64String(k.Value)));

    private static (string?, Dictionary<string, byte[]>) Kept(StorageOptions options)
    {
        // Processes on PostgreSQL don't share a folder: each would have a key that the others can't read with.
        if (options.Kind != StorageKind.Sqlite)
            return (null, []);
        var path = Path.Combine(options.DataFolder, File);
        if (!System.IO.File.Exists(path))
            Make(path);
        var keys = JsonSerializer.Deserialize<Dictionary<string, byte[]>>(System.IO.File.ReadAllText(path))
            ?? throw new StorageUnavailableException($"联系方式密钥文件 {path} 已损坏。\nThe file of keys {path} is damaged; restore it from the backup.");
        return (keys.Keys.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).Last(), keys); // k10 comes after k2
    }

    // Written whole and durable before its name is there: a contact encrypted with a key that was lost is lost.
    private static void Make(string path)
    {
        var written = path + ".new";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(written, how))
        {
            JsonSerializer.Serialize(file, new Dictionary<string, byte[]> { ["k1"] = RandomNumberGenerator.GetBytes(Size) });
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(written, path, overwrite: false);
    }
}
