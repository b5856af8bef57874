using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>Takes one case of the stream through its steps, each as the actor who would do it.</summary>
internal sealed class CaseReplay(ReplayClient client, ReplayPlaces places, ReplayCategories categories, StreamCase source)
{
    private readonly UnitCode _grid = places.Grid(source);
    private readonly ReplayCategory _category = categories.Of(source.Type);
    private string? _caseId;
    private OrganCode _lead;

    /// <summary>When it was reported, in the stream's time.</summary>
    public DateTime ReportedAt => source.OpenedAt;

    /// <summary>Cases of one lane are replayed one after the other.</summary>
    public int Lane { get; } = ReplayTimeline.Seed(source.Id);

    /// <summary>True once a step was refused.</summary>
    public bool HasEnded { get; private set; }

    private OrganCode Centre => OrganCode.Of(_grid.At(UnitLevel.Township));

    private OrganCode Community => OrganCode.Of(_grid.At(UnitLevel.Community));

    /// <summary>Takes a step. A refused one ends the case's replay: returns the refusal, else null.</summary>
    public async Task<string?> Take(ReplayStep step, DateTimeOffset? occurredAt, CancellationToken cancel)
    {
        var (role, organ, field, extra) = Act(step);
        var input = new Dictionary<string, object?>(extra) { ["commandId"] = $"replay-{source.Id}-{step}" };
        if (occurredAt is { } at)
            input["occurredAt"] = at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);
        if (step != ReplayStep.Report)
            input["caseId"] = _caseId;
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var data = await client.Send(role, organ, $"mutation($input:{type}!){{{field}(input:$input){{caseId errors{{code rule message}}}}}}", new { input }, cancel);
        var payload = data.GetProperty(field);
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
        {
            HasEnded = true;
            return $"{source.Id} {step}: {errors[0]}";
        }

        _caseId ??= payload.GetProperty("caseId").GetString();
        return null;
    }

    private (Role, OrganCode, string Field, Dictionary<string, object?> Input) Act(ReplayStep step) => step switch
    {
        ReplayStep.Report => Report(),
        ReplayStep.Accept => (Role.TownshipGovernanceCentre, Centre, "acceptCase", []),
        ReplayStep.Triage => (Role.TownshipGovernanceCentre, Centre, "triageCase", new() { ["class"] = _category.Department is null ? "COMMUNITY_LEVEL" : "CLEAR_OWNER" }),
        ReplayStep.Dispatch => (Role.TownshipGovernanceCentre, Centre, "dispatchCase", Parties(_category.Department is { } d ? places.Owner(_grid, d) : Community)),
        ReplayStep.Return => (LeadRole, _lead, "returnCase", new() { ["reason"] = "NOT_MINE", ["note"] = "不属本单位职责范围" }),
        ReplayStep.Redispatch => Redispatch(),
        ReplayStep.AcceptDispatch => (LeadRole, _lead, "acceptDispatch", []),
        ReplayStep.FeedBack => (LeadRole, _lead, "feedBackCase", new() { ["result"] = "已到现场处置完毕", ["evidence"] = new[] { $"photo/{source.Id}" } }),
        ReplayStep.Verify => (Role.TownshipGovernanceCentre, Centre, "verifyCase", new() { ["evidenceViewed"] = true }),
        ReplayStep.Close => (Role.TownshipGovernanceCentre, Centre, "closeCase", []),
        _ => throw new InvalidOperationException($"No act for {step}."),
    };

    private Role LeadRole => _lead.Kind switch
    {
        OrganKind.Agency => Role.AgencyStaff,
        OrganKind.Department => Role.Department,
        _ => Role.CommunityCommittee,
    };

    private (Role, OrganCode, string, Dictionary<string, object?>) Report()
    {
        var (role, organ, channel) = source.Channel switch
        {
            "Constituent Call" or "Twitter" => (Role.Hotline, OrganCode.Of(_grid.At(UnitLevel.City)), "HOTLINE_12345"),
            "Employee Generated" => (Role.GridWorker, OrganCode.Of(_grid), "GRID_WORKER"),
            "Maximo Integration" => (Role.Integrator, OrganCode.Of(_grid.At(UnitLevel.City)), "SENSOR"),
            _ => (Role.Resident, OrganCode.Of(_grid.At(UnitLevel.City)), "RESIDENT_APP"),
        };
        return (role, organ, "reportCase", new()
        {
            ["grid"] = _grid.Value,
            ["kind"] = _category.Kind,
            ["category"] = _category.Code,
            ["title"] = _category.Name,
            ["text"] = $"(示例案件 {source.Id}:{source.Type})",
            ["channel"] = channel,
        });
    }

    private (Role, OrganCode, string, Dictionary<string, object?>) Redispatch()
    {
        // A department that was asked first is asked again with the township's ruling; an agency's case goes to its department.
        var next = _category.Department is { } d ? ReplayPlaces.Department(_grid, d) : Community;
        var input = next == _lead ? new Dictionary<string, object?> { ["ruling"] = "经综治中心裁定由该单位办理" } : [];
        foreach (var (key, value) in Parties(next))
            input[key] = value;
        return (Role.TownshipGovernanceCentre, Centre, "redispatchCase", input);
    }

    private Dictionary<string, object?> Parties(OrganCode lead)
    {
        _lead = lead;
        return new() { ["parties"] = new[] { new { organ = lead.Value, part = "LEAD" } } };
    }
}
