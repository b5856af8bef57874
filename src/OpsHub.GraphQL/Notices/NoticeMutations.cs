using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Notices;

/// <summary>Commands about notices and channels: from input to command, and nothing more.</summary>
internal sealed class NoticeMutations(INoticeLists notices, IChannelTable ledger, IChannelDesk desk, NoticePages pages, HubClock clock) : IRootFields<HubMutation>
{
    private static readonly Refusal NoNotice = new(RefusalCodes.NotFound, "R046", "四(五)", "noticeId",
        "没有这条提醒，或不在您的可见范围内", "There is no such notice within what you may see");

    private static readonly Refusal Conflict = new(RefusalCodes.Conflict, "HUB", "", "commandId", "该命令编号已用于另一命令", "This command id was used for another command");

    public void AddTo(HubMutation mutation)
    {
        mutation.Do<MarkNoticeReadInput, NoticePayloadType>("markNoticeRead", "Mark a notice read (标记已读); by the organ that was told. Errors as in CommandError.", MarkRead);
        mutation.Do<CreateNoticeChannelInput, ChannelPayloadType>("createNoticeChannel",
            "Add a channel to an organ (新增渠道): by the administrator, mailboxes and group robots also by the organ's own head (assumed). Errors as in CommandError; TOO_MANY_CHANNELS above 20.",
            (context, input) => Channel(context, input, i => new CreateChannel(
                i.Organ("organ"), i.Choice<ChannelKind>("kind"), i.Text("target"), Kinds(input) ?? [.. Enum.GetValues<NoticeKind>()], i.Choice("language", Language.Zh), Subjects(input))));
        mutation.Do<ChangeNoticeChannelInput, ChannelPayloadType>("changeNoticeChannel",
            "Change, disable or enable a channel (修改、停用渠道); by those who may add one. Errors as in CommandError.",
            (context, input) => Channel(context, input, i => new ChangeChannel(
                i.Text("channelId"), i.OptionalText("target"), Kinds(input), (Language?)input.Given("language"), (bool?)input.Given("enabled"), i.Flag("newSecret"), Subjects(input))));
        mutation.Do<ResendMessagesInput, ChannelPayloadType>("resendMessages",
            "Send again what a channel had given up (重发), under the same keys; by the administrator or the channel's own organ. Errors as in CommandError.",
            (context, input) => Channel(context, input, i => new ResendMessages(i.Text("channelId"))));
    }

    private async ValueTask<object?> MarkRead(IResolveFieldContext context, IDictionary<string, object?> fields)
    {
        try
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (commandKey, id) = (CommandIds.Key(viewer.Actor.Principal, input.CommandId()), GlobalId.ReadNotice(input.Text("noticeId")));
            if (id is null || await notices.Find(id, context.CancellationToken).ConfigureAwait(false) is not { } found || !pages.Reads(viewer, found.Notice))
                return new NoticePayload(null, [NoNotice]);
            if (pages.MarkRead(viewer, found.Notice) is { } refusal)
                return new NoticePayload(null, [refusal]);
            return await MarkRead(id, commandKey, viewer.Actor).ConfigureAwait(false);
        }
        catch (InputRefusedException refused)
        {
            return new NoticePayload(null, [refused.Refusal]);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return new NoticePayload(null, [HubRefusals.RetryLater]);
        }
    }

    private async Task<NoticePayload> MarkRead(string key, string commandKey, Actor actor)
    {
        var body = CommandIds.Hash("read", key);
        if (await ledger.Command(commandKey).ConfigureAwait(false) is null)
        {
            var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            await notices.MarkRead(key, commandKey, body, actor, clock.Now, stamp).ConfigureAwait(false);
        }

        // Nothing is written for a notice that somebody of the organ has read already, and that is no refusal.
        var done = await ledger.Command(commandKey).ConfigureAwait(false);
        return done is not null && done.Body != body
            ? new NoticePayload(null, [Conflict])
            : new NoticePayload(await notices.Find(key).ConfigureAwait(false), []);
    }

    private async ValueTask<object?> Channel(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, ChannelCommand> read)
    {
        try
        {
            var input = new CommandInput(fields);
            return await desk.Do(read(input), input.CommandId(), input.ExpectedVersion(), Viewer.Of(context).Actor).ConfigureAwait(false);
        }
        catch (InputRefusedException refused)
        {
            return new ChannelAnswer(null, null, refused.Refusal);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return new ChannelAnswer(null, null, HubRefusals.RetryLater);
        }
    }

    private static ImmutableList<NoticeKind>? Kinds(IDictionary<string, object?> fields) =>
        fields.Given("kinds") is IEnumerable kinds ? [.. kinds.Cast<NoticeKind>()] : null;

    private static NoticeSubjects? Subjects(IDictionary<string, object?> fields) =>
        fields.Given("subjects") is IEnumerable subjects ? subjects.Cast<NoticeSubjects>().Aggregate(NoticeSubjects.None, (all, s) => all | s) : null;
}
