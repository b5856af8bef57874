using Microsoft.Extensions.Options;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Host.Accounts;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>Whose tickets a key files and asks for (来源系统): the hotline's key those of 12345 and no other, an integrator's those of the systems that the
/// settings give to its name. Otherwise one system could take another's numbers away. G017.</summary>
internal sealed class SourceSystems(IOptions<DoorOptions> options)
{
    /// <summary>The system meant; where none is named, the only one there is.</summary>
    /// <exception cref="DoorRefusedException">The key has no such system.</exception>
    public string Of(Actor actor, string? named)
    {
        var own = Own(actor);
        if (own.Count == 0)
            throw Forbidden("本密钥没有对应的来源系统：热线用 Hotline 角色，其他系统在 OpsHub:Doors:Systems 中登记",
                "This key files no tickets: the hotline's has the role Hotline, others are entered in OpsHub:Doors:Systems");
        if (named is null)
        {
            return own.Count == 1 ? own[0] : throw new DoorRefusedException(
                DoorRefusals.Input("system", $"本密钥有多个来源系统，须指明：{string.Join("、", own)}", $"this key has several systems, name one: {string.Join(", ", own)}", "G017", "三(四)"));
        }

        return own.Contains(named) ? named
            : named == CaseAccess.HotlineSystem ? throw Forbidden("12345 工单只能由 12345 热线网关上报", "Tickets of 12345 are filed by its own gateway only")
            : throw Forbidden("本密钥只用于自己的来源系统", "This key files tickets of its own systems only");
    }

    private List<string> Own(Actor actor) => actor.Role switch
    {
        Role.Hotline => [CaseAccess.HotlineSystem],
        Role.Integrator => [.. options.Value.Systems
            .Where(s => s.Key != CaseAccess.HotlineSystem && TokenIssuer.PrincipalOf(s.Value.Token) == actor.Principal).Select(s => s.Key).Order(StringComparer.Ordinal)],
        _ => [],
    };

    private static DoorRefusedException Forbidden(string zh, string en) =>
        new(new Refusal(RefusalCodes.NotAllowed, "G017", "三(四)", "system", zh, en), StatusCodes.Status403Forbidden);
}
