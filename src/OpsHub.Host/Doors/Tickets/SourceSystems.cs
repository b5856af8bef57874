using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Cases;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Host.Accounts;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>Whose tickets a key files and asks for (来源系统): the hotline's key those of 12345 and no other, an integrator's those of the systems that the
/// settings give to its name. Otherwise one system could take another's numbers away. G017.</summary>
internal sealed class SourceSystems(IOptions<DoorOptions> options) : ISourceSystems
{
    /// <summary>The system meant; where none is named, the only one there is.</summary>
    /// <exception cref="DoorRefusedException">The key has no such system.</exception>
    public string Of(Actor actor, string? named)
    {
        var own = Of(actor);
        if (own.IsEmpty)
            throw Forbidden("本密钥没有对应的来源系统：热线用 Hotline 角色，其他系统在 OpsHub:Doors:Systems 中登记",
                "This key files no tickets: the hotline's has the role Hotline, others are entered in OpsHub:Doors:Systems");
        if (named is null)
        {
            var all = own.Order(StringComparer.Ordinal).ToList();
            return all.Count == 1 ? all[0] : throw new DoorRefusedException(
                DoorRefusals.Input("system", $"本密钥有多个来源系统，须指明：{string.Join("、", all)}", $"this key has several systems, name one: {string.Join(", ", all)}", "G017", "三(四)"));
        }

        return CaseAccess.Ticket(new(named, ""), own) is { } refusal ? throw new DoorRefusedException(refusal with { Field = "system" }, StatusCodes.Status403Forbidden) : named;
    }

    /// <inheritdoc />
    public ImmutableHashSet<string> Of(Actor actor) => CaseAccess.SystemsOf(actor, options.Value.Systems.Where(s => TokenIssuer.PrincipalOf(s.Value.Token) == actor.Principal).Select(s => s.Key));

    private static DoorRefusedException Forbidden(string zh, string en) =>
        new(new Refusal(RefusalCodes.NotAllowed, "G017", "三(四)", "system", zh, en), StatusCodes.Status403Forbidden);
}
