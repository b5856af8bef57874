using System.Globalization;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Host.Doors.Places;
using OpsHub.Host.Doors.Tickets;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Creates a case from what an Open311 client posts, by the same command as everyone. SM1.1.</summary>
internal sealed class Open311Reports(IGrainFactory grains, Open311Services services, PlaceFinder places, IReporterContacts contacts, HubClock clock)
{
    private const int LongestTitle = 60;

    // A means of contact is all that is kept. first_name, last_name, device_id and account_id tell who somebody is: clients send them unasked, so they are
    // passed over and kept nowhere. G053.
    private static readonly string[] Contacts = ["email", "phone"];

    /// <summary>Reports; the case's number. With an <c>Idempotency-Key</c> the same request sent again is the same case.</summary>
    /// <exception cref="DoorRefusedException">It is refused; nothing has changed.</exception>
    public async Task<Listing> Create(Actor actor, Open311Form form, string? idempotencyKey)
    {
        var service = services.Find(actor, form.Text("service_code") ?? throw Wrong("service_code", "必填", "is required", "G006"));
        var kind = form.Attribute(Open311Services.Kind) switch
        {
            "COMPONENT" => CaseKind.Component,
            "EVENT" => CaseKind.Event,
            _ => throw Wrong($"attribute[{Open311Services.Kind}]", "必填：COMPONENT 或 EVENT", "is required: COMPONENT or EVENT", "G008"),
        };
        var place = places.Find(PlaceOf(form), actor.Organ.Unit, "address_id", "address_string");
        var description = form.Text("description") ?? "";
        var channel = actor.Role == Role.Hotline ? CaseChannel.Hotline12345 : CaseChannel.ResidentApp;
        var report = new ReportCase(place.Grid, kind, service.Code, Title(description) ?? service.Name, Text(form, description, place), CasePriority.Ordinary, channel);
        var id = idempotencyKey is { Length: > 0 } given ? $"open311-{CommandIds.Hash(given)}" : $"open311-{Guid.CreateVersion7(clock.Now):N}";
        var key = GrainKeys.CaseOfCommand(actor.Principal, id);
        var reply = await grains.Case(key).Report(key, report, new CommandContext(id, actor), Contact(form), contacts);
        if (reply.Refusal is { } refusal)
            throw new DoorRefusedException(refusal with { Field = FieldOf(refusal.Field, form) }, DoorStatus.Of(refusal));
        return Open311Requests.Listing([new Thing("request", ("service_request_id", reply.Number), ("service_notice", null), ("account_id", null))]);
    }

    private static string? Contact(Open311Form form) => string.Join("; ", Contacts.Select(form.Text).OfType<string>()) is { Length: > 0 } contact ? contact : null;

    // The command's fields as the form calls them.
    private static string? FieldOf(string? field, Open311Form form) => field switch
    {
        "title" or "text" => "description",
        "contact" => Contacts.First(c => form.Text(c) is not null),
        _ => field,
    };

    private static GivenPlace PlaceOf(Open311Form form)
    {
        var (latitude, longitude) = (Degrees(form, "lat", 90), Degrees(form, "long", 180));
        return latitude is null == longitude is null
            ? new GivenPlace(form.Text("address_id"), form.Text("address_string"), latitude, longitude)
            : throw Wrong("lat", "lat 与 long 须同时给出", "lat and long are given together");
    }

    private static double? Degrees(Open311Form form, string name, double most) => form.Text(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees
        : throw Wrong(name, $"应为 -{most} 至 {most} 的数", $"must be a number from -{most} to {most}");

    private static string? Title(string description)
    {
        var line = description.Split('\n', 2)[0].Trim();
        if (line.Length <= LongestTitle)
            return line.Length == 0 ? null : line;
        var end = char.IsHighSurrogate(line[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return line[..end] + "…";
    }

    private static string Text(Open311Form form, string description, FoundPlace place)
    {
        var media = form.Text("media_url") is not { } url ? ""
            : Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && url.Length <= 500 ? $"〔附件：{url}〕"
            : throw Wrong("media_url", "应为 http 或 https 网址，最多 500 字符", "must be an http(s) address of at most 500 characters");
        var said = Title(description) == description ? "" : description; // the title says it all
        var text = string.Join('\n', new[] { said, place.Marks, media }.Where(t => t.Length > 0));
        return text.Length <= TicketIntake.LongestText ? text
            : throw Wrong("description", $"最多 {TicketIntake.LongestText - (text.Length - said.Length)} 字", $"takes at most {TicketIntake.LongestText - (text.Length - said.Length)} characters", "G019");
    }

    private static DoorRefusedException Wrong(string field, string zh, string en, string rule = "HUB") => new(DoorRefusals.Input(field, zh, en, rule));
}
