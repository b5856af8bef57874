using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Assessments;

/// <summary>Finds whose evidence may have changed from the instants of cases and of what is due: each part by an index of its own.</summary>
internal sealed class EvidenceNews(IDatabase database) : IEvidenceNews
{
    private const string Organs = """
        SELECT Lead FROM CaseCycles WHERE DueAt > @Since AND DueAt <= @Now AND Lead IS NOT NULL
        UNION SELECT c.Lead FROM Cases AS k JOIN CaseCycles AS c ON c.CaseKey = k.CaseKey WHERE k.ChangedAt > @Since AND c.Lead IS NOT NULL
        UNION SELECT d.Organ FROM Cases AS k JOIN CaseDispatches AS d ON d.CaseKey = k.CaseKey WHERE k.ChangedAt > @Since
        UNION SELECT p.Organ FROM Cases AS k JOIN CaseParticipations AS p ON p.CaseKey = k.CaseKey WHERE k.ChangedAt > @Since
        """;

    public async Task<IReadOnlyList<OrganCode>> Changed(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel = default) =>
        [.. (await database.Read(new SqlStatement(Organs, ("@Since", since.UtcTicks), ("@Now", now.UtcTicks)), r => new OrganCode(r.GetString(0)), cancel))
            .Where(o => o.Kind == OrganKind.Agency).OrderBy(o => o.Value, StringComparer.Ordinal)];
}
