using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Establishments;

/// <summary>Counties' organs, nameplates and posts; a city has some ten of them.</summary>
internal sealed class EstablishmentIndex(IDatabase database) : IEstablishmentIndex
{
    // A list of keys is asked in parts of one size, filled up with its last, so that the statement is prepared once.
    private const int Part = 16;

    private static readonly string ByKeys =
        $"SELECT Subject, Version, Establishment FROM CountyEstablishments WHERE Subject IN ({string.Join(", ", Enumerable.Range(0, Part).Select(i => $"@K{i}"))})";

    public async Task<IReadOnlyDictionary<UnitCode, EstablishmentRow>> Of(IReadOnlyCollection<UnitCode> counties, CancellationToken cancel = default)
    {
        var found = new Dictionary<UnitCode, EstablishmentRow>();
        foreach (var part in counties.Distinct().Select(c => GrainKeys.Establishment(c)).Chunk(Part))
        {
            (string, object?)[] values = [.. Enumerable.Range(0, Part).Select(i => ($"@K{i}", (object?)part[Math.Min(i, part.Length - 1)]))];
            foreach (var row in await database.Read(new SqlStatement(ByKeys, values), Row, cancel))
                found[row.State.County] = row;
        }

        return found;
    }

    private static EstablishmentRow Row(DbDataReader r) => new(r.GetString(0), r.GetInt64(1), JsonSerializer.Deserialize<CountyEstablishment>(r.GetString(2), DomainSerialization.Options)!);
}
