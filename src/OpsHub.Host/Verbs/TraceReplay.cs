using System.Text.Json;
using System.Text.Json.Nodes;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Verbs;

/// <summary>Folds a subject's events again and compares the outcome with the state that is stored beside them. An unbroken chain says that
/// nobody changed the trace; only this says that the state is what the trace tells. G021.</summary>
internal static class TraceReplay
{
    /// <summary>The first place where they differ, or null.</summary>
    /// <param name="key">Grain key; its prefix says what the subject is.</param>
    /// <param name="state">The stored state.</param>
    /// <param name="entries">The whole trace.</param>
    public static TraceFault? Compare(string key, JsonElement state, IReadOnlyList<TraceEntry> entries) => key.Split('-')[0] switch
    {
        "case" => Compare<Case, CaseEvent>(key, state, entries, Case.Apply),
        "consultation" => Compare<Consultation, ConsultationEvent>(key, state, entries, ConsultationFold.Apply),
        "year" => Compare<AgencyYear, AgencyYearEvent>(key, state, entries, AgencyYearFold.Apply),
        "rules" => Compare<RuleSet, RuleEvent>(key, state, entries, RuleSet.Apply),
        "ledger" => Compare<OpinionLedger, OpinionEvent>(key, state, entries, OpinionLedger.Apply),
        "council" => Compare<Council, CouncilEvent>(key, state, entries, Council.Apply),
        "posts" => Compare<AgencyPosts, PostEvent>(key, state, entries, PostFold.Apply),
        "mandates" => Compare<CountyMandates, MandateEvent>(key, state, entries, MandateFold.Apply),
        "scheme" => Compare<AssessmentScheme, SchemeEvent>(key, state, entries, AssessmentScheme.Apply),
        "establishment" => Compare<CountyEstablishment, EstablishmentEvent>(key, state, entries, EstablishmentFold.Apply),
        "filings" => Compare<UnitFilings, FilingEvent>(key, state, entries, FilingFold.Apply),
        "gridfile" => Compare<GridFile, GridFileEvent>(key, state, entries, GridFile.Apply),
        "governance" => Compare<GovernanceFile, GovernanceEvent>(key, state, entries, GovernanceFile.Apply),
        "analysis" => Compare<AnalysisReport, AnalysisEvent>(key, state, entries, AnalysisReport.Apply),
        "support" => Compare<SupportFile, SupportEvent>(key, state, entries, SupportFile.Apply),
        "survey" => Compare<Survey, SurveyEvent>(key, state, entries, SurveyFold.Apply),
        "agency" => Compare<Agency, AgencyEvent>(key, state, entries, Agency.Apply),
        "city" or "county" or "township" or "community" or "grid" => Compare<Unit, UnitEvent>(key, state, entries, Unit.Apply),
        _ => null,
    };

    private static TraceFault? Compare<TState, TEvent>(string key, JsonElement state, IReadOnlyList<TraceEntry> entries, Func<TState?, TEvent, TState> fold)
        where TState : class
    {
        TState? folded = null;
        foreach (var entry in entries)
        {
            try
            {
                folded = fold(folded, JsonSerializer.Deserialize<TEvent>(entry.Content, DomainSerialization.Options)!);
            }
            catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or NullReferenceException)
            {
                return new(key, entry.Sequence, "事件无法重放", $"the event can't be folded again: {error.Message}");
            }
        }

        // Read and written again, so that a former form of the same state is no difference. Bytes first: nearly all are equal.
        var stored = state.ValueKind == JsonValueKind.Undefined ? null : state.Deserialize<TState>(DomainSerialization.Options);
        var (then, now) = (Bytes(folded), Bytes(stored));
        if (then.AsSpan().SequenceEqual(now))
            return null;
        return Difference(JsonNode.Parse(then), JsonNode.Parse(now), "state") is { } path
            ? new(key, entries.Count, $"存储的状态与留痕不符：{path}", $"the stored state is not what the trace tells, first at {path}")
            : null;
    }

    private static byte[] Bytes<TState>(TState? state) => JsonSerializer.SerializeToUtf8Bytes(state, DomainSerialization.Options);

    // Where, not what: a state holds what people wrote.
    private static string? Difference(JsonNode? told, JsonNode? stored, string path) => (told, stored) switch
    {
        (JsonObject a, JsonObject b) => a.Select(p => p.Key).Union(b.Select(p => p.Key)).Select(name => Difference(a[name], b[name], $"{path}.{name}")).FirstOrDefault(d => d is not null),
        (JsonArray a, JsonArray b) => Enumerable.Range(0, Math.Max(a.Count, b.Count))
            .Select(i => i < a.Count && i < b.Count ? Difference(a[i], b[i], $"{path}[{i}]") : $"{path}[{i}]").FirstOrDefault(d => d is not null),
        _ => JsonNode.DeepEquals(told, stored) ? null : path,
    };
}
