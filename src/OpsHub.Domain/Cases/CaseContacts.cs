using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Whose need it is to know who reported (报事人联系方式): the units handling the case, and nobody else. The contact itself is never part of a case
/// or its trace; that it was read or erased is. G049, G053, ARCHITECTURE section 9.</summary>
public static class CaseContacts
{
    /// <summary>Longest contact, in characters.</summary>
    public const int Longest = 200;

    private static readonly HashSet<Role> Handlers =
        [Role.AgencyStaff, Role.Department, Role.CommunityCommittee, Role.TownshipGovernanceCentre, Role.CountyCommandCentre];

    /// <summary>Does the actor handle the case: for its holder, its lead, an assisting organ, or the centre that dispatched and verifies it?</summary>
    public static bool Handles(Actor actor, Case state) =>
        (Handlers.Contains(actor.Role) || (actor.Role == Role.TownshipGovernment && state is { Stage: CaseStage.Coordinating } && actor.Organ == state.Holder)) // it coordinates itself
        && (actor.Organ == state.Holder || actor.Organ == state.Lead || actor.Organ == state.Dispatcher || state.Assists.Contains(actor.Organ));

    /// <summary>May the actor read the reporter's contact? Those who handle the case; once it has ended also the one first asked, which tells the reporter. T019.</summary>
    public static Refusal? MayRead(Actor actor, Case state) => Handles(actor, state) || (!state.Stage.IsOpen() && WasAsked(actor, state))
        ? null
        : NotAllowed("G049", "四(十)", "只有正在办理本案的单位，以及办结后的首问责任单位，可以查看报事人联系方式",
            "Only the units handling this case, and once it has ended the one first asked, may read the reporter's contact");

    /// <summary>May the actor have it erased? Those who handle the case, the one first asked, and the hub when its time is over.</summary>
    public static Refusal? MayErase(Actor actor, Case state) =>
        actor.Role == Role.Scheduler || Handles(actor, state) || WasAsked(actor, state)
            ? null
            : NotAllowed("G049", "四(十)", "只有办理单位和首问责任单位可以删除报事人联系方式", "Only the units handling this case, and the one first asked, may have the reporter's contact erased");

    private static bool WasAsked(Actor actor, Case state) => Handlers.Contains(actor.Role) && actor.Organ == state.FirstAsked;

    /// <summary>A contact that can't be taken, or null when it can.</summary>
    public static Refusal? Check(string contact) => Text("contact", contact, Longest);

    internal static Decision<CaseEvent> Decide(Case? state, ContactCommand command, CaseContext x)
    {
        if (state is null)
            return new Refusal(RefusalCodes.NotFound, "G049", "四(十)", "caseId", "案件不存在", "There is no such case");
        if ((command is ReadContact ? MayRead(x.Actor, state) : MayErase(x.Actor, state)) is { } forbidden)
            return forbidden;
        if (Text("reason", command.Reason, 500) is { } faulty)
            return faulty;
        return command switch
        {
            ReadContact c => state.ContactErasedAt is null ? new ContactRead(x.Now, x.Actor.Organ, c.Reason.Trim()) : None(),
            EraseContact c => state.ContactErasedAt is null ? new ContactErased(x.Now, x.Actor.Organ, c.Reason.Trim()) : Decision<CaseEvent>.Nothing,
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    /// <summary>There is one, but its key is missing, or what is stored was changed.</summary>
    public static Refusal Unreadable() => Guard("CONTACT_UNREADABLE", "G049", "四(十)",
        "联系方式无法解密（密钥缺失或数据已改动），请联系系统管理员", "The contact can't be decrypted: its key is missing, or what is stored was changed; tell the administrator");

    /// <summary>There is none to read.</summary>
    public static Refusal None() => Guard("NO_CONTACT", "G049", "四(十)", "报事人没有留下联系方式，或已删除", "The reporter left no contact, or it was erased");
}
