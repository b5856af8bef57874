using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Notices;

/// <summary>Carries out commands about channels (渠道管理): decide, write with the audit line, answer. A secret leaves in the one answer that made it.</summary>
internal sealed class ChannelDesk(IChannelTable channels, ChannelSecrets secrets, IHubDirectory directory, IOptions<NoticeOptions> options, HubClock clock) : IChannelDesk
{
    // Somebody else may change the same channel between reading and writing; each time one of the two gets on.
    private const int Attempts = 5;

    public async Task<ChannelAnswer> Do(ChannelCommand command, string commandId, long? expectedVersion, Actor actor, CancellationToken cancel = default)
    {
        var key = CommandIds.Key(actor.Principal, commandId);
        var body = CommandIds.Hash(JsonSerializer.Serialize(command, DomainSerialization.Options));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await channels.Command(key, cancel) is { } done)
                return await Repeated(done, body, cancel);
            var decision = await Decide(command, key, expectedVersion, actor, cancel);
            if (decision.IsRefused)
                return new(null, null, decision.Refusal);
            var decided = decision.Events[0];
            var id = decided.Channel.Id;
            var secret = decided.NewSecret ? WebhookSignature.NewSecret() : null;
            var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            await channels.Write(
                new ChannelChange(
                    key, body, decided.Channel.ChangedAt, actor, decided.Change, decided.Channel,
                    decided.Target is { } target ? await secrets.Encrypt(id, target, cancel) : null,
                    secret is null ? null : await secrets.Encrypt(id, secret, cancel), decided.Resend),
                stamp, cancel);
            if (await channels.Command(key, cancel) is { } written && written.Stamp == stamp)
                return new(await channels.Find(id, cancel), secret, null);
        }

        return new(null, null, new Refusal(RefusalCodes.RetryLater, "HUB", "", null, "渠道正被他人修改，请用同一命令编号重试", "The channel is being changed by others; send the same command id again"));
    }

    private async Task<Decision<ChannelDecided>> Decide(ChannelCommand command, string key, long? expectedVersion, Actor actor, CancellationToken cancel)
    {
        switch (command)
        {
            case CreateChannel create when !Exists(create.Organ) && NoticeAccess.Manage(actor, create.Organ, create.Kind) is null:
                return new Refusal(RefusalCodes.NotFound, "R046", "四(五)", "organ", "没有这个单位", "There is no such organ");
            case CreateChannel create:
                return ChannelDecisions.Create(create, "ch-" + key[..24], (await channels.Of([create.Organ], cancel)).Count, actor, clock.Now, options.Value.Targets);
            case ChangeChannel change:
                return ChannelDecisions.Change(change, (await channels.Find(change.Id, cancel))?.Channel, expectedVersion, actor, clock.Now, options.Value.Targets);
            case ResendMessages resend:
                return ChannelDecisions.Resend((await channels.Find(resend.Id, cancel))?.Channel, expectedVersion, actor, clock.Now);
            default:
                throw new InvalidOperationException($"No decision about {command.GetType().Name}.");
        }
    }

    private async Task<ChannelAnswer> Repeated(NoticeCommandRow done, string body, CancellationToken cancel) => done.Body == body
        ? new(await channels.Find(done.Subject, cancel), null, null)
        : new(null, null, new Refusal(RefusalCodes.Conflict, "HUB", "", "commandId", "该命令编号已用于另一命令", "This command id was used for another command"));

    private bool Exists(OrganCode organ) => organ.Kind switch
    {
        OrganKind.Unit => directory.Unit(organ.Unit) is not null,
        OrganKind.Agency => directory.Agency(organ) is not null,
        _ => directory.Unit(organ.Unit) is not null,
    };
}
