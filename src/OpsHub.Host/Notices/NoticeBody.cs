using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Notices;

/// <summary>The body of a webhook: <c>type</c>, <c>timestamp</c> and <c>data</c>, as Standard Webhooks advises. Every notice carries its own key.</summary>
internal static class NoticeBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Parcel parcel, DateTimeOffset now) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            type = parcel.Kind ?? (parcel.Count > 1 ? "notice.bundle" : "notice"),
            timestamp = LocalDay.Local(now),
            data = parcel.Payload is { } payload ? JsonNode.Parse(payload) : JsonSerializer.SerializeToNode(Data(parcel), Json),
        },
        Json);

    private static object Data(Parcel parcel) => parcel.Count > 1
        ? new { count = parcel.Count, counts = parcel.Counts.ToDictionary(c => Name(c.Key), c => c.Value), nearest = parcel.Notices.Select(n => One(n.Notice)) }
        : One(parcel.Notices[0].Notice);

    private static object One(Notice n) => new
    {
        key = n.Key,
        kind = Name(n.Kind),
        emergency = n.Emergency,
        caseNumber = n.Number,
        sequence = n.Sequence,
        recipient = n.Recipient.Value,
        term = n.Term,
        dueAt = n.Due is { } due ? LocalDay.Local(due) : (DateTimeOffset?)null,
        at = LocalDay.Local(n.At),
        text = n.Zh,
        textEn = n.En,
    };

    private static string Name(NoticeKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());
}
