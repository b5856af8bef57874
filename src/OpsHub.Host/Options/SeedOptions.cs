using System.ComponentModel.DataAnnotations;

namespace OpsHub.Host.Options;

/// <summary>Section <c>OpsHub:Seeds</c>: what is loaded at the start.</summary>
public sealed class SeedOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "OpsHub:Seeds";

    /// <summary>Folder of the seed files.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Divisions file within the folder; empty loads none.</summary>
    public string Divisions { get; set; } = "divisions/divisions_4302.csv";

    /// <summary>Whether demonstration grids and agencies are generated, each marked as generated.</summary>
    public bool GeneratedUnits { get; set; } = true;

    /// <summary>Units written at the same time during an import.</summary>
    [Range(1, 1024)]
    public int AtOnce { get; set; } = 48;

    /// <summary>The full path of a file in the folder.</summary>
    public string PathOf(string file) => Path.GetFullPath(Path.Combine(Folder, file));

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Directory.Exists(Folder))
            yield return new ValidationResult($"种子目录 {Path.GetFullPath(Folder)} 不存在，请检查 OpsHub:Seeds:Folder。 The seeds folder {Path.GetFullPath(Folder)} doesn't exist; check OpsHub:Seeds:Folder.", [nameof(Folder)]);
        else if (Divisions.Length > 0 && !File.Exists(PathOf(Divisions)))
            yield return new ValidationResult($"区划文件 {PathOf(Divisions)} 不存在，请检查 OpsHub:Seeds:Divisions。 The divisions file {PathOf(Divisions)} doesn't exist; check OpsHub:Seeds:Divisions.", [nameof(Divisions)]);
    }
}
