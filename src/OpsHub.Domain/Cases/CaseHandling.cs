using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Feedback, verification, closing. SM1 rows 14-17.</summary>
internal static class CaseHandling
{
    internal static Decision<CaseEvent> FeedBack(Case s, FeedBackCase c, CaseContext x)
    {
        if ((CaseAccess.Lead(x.Actor, s, "SM1.14", x.NameOf) ?? Text("result", c.Result, 2000)) is { } refusal)
            return refusal;
        if (s.Enforcement && x.Organs.GetValueOrDefault(x.Actor.Organ) is not { Powers: true })
            return NoPower("SM1.14", x.NameOf(x.Actor.Organ));
        if (Faulty(c.Evidence) is { } bad)
            return bad;
        if (MayFeedBack(s, x.Actor, x.NameOf) is { } open)
            return open;

        // What was suspended runs again with the feedback: it is on time by what was left.
        var resumed = s.Suspension is null ? null : CaseExtending.Resumed(s, x.Now, x.NextSequence, x.Actor.Organ, "反馈时恢复", x.Rules.Calendar);
        return resumed is null ? FedBack(s, c, x) : ImmutableList.Create<CaseEvent>(resumed, FedBack(Case.Apply(s, resumed), c, x with { NextSequence = x.NextSequence + 1 }));
    }

    internal static Refusal? MayFeedBack(Case s, Actor actor, Func<OrganCode, string>? nameOf = null)
    {
        if (CaseAccess.Lead(actor, s, "SM1.14", nameOf) is { } forbidden)
            return forbidden;
        var owed = string.Join("、", s.Parts.Where(p => p.IsOpen).Select(p => nameOf?.Invoke(p.Organ) ?? p.Organ.Value));
        return owed.Length == 0 ? null : Guard("PARTS_OPEN", "SM1.14", "三(五)", $"协办单位尚未反馈：{owed}", $"Assisting units have not fed back: {owed}");
    }

    private static CaseFedBack FedBack(Case s, FeedBackCase c, CaseContext x)
    {
        var handling = s.OpenTerm("handling");
        var next = Verifier(s, x.PlaceOf(s), x.Rules.Cases);
        return new CaseFedBack(
            x.Now, x.Actor.Organ, x.Actor.Principal, c.Result, c.Evidence, handling is null || !handling.IsLate(x.Now), next,
            x.Open(s, "verification", "核查", next, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Verification, s.Category)),
            x.Lifted(s, "已反馈", t => Case.Stem(t) is "extension" or "reply"));
    }

    internal static Refusal? Faulty(ImmutableList<string> evidence) => evidence.Count > 20
        ? Input("evidence", "SM1.14", "三(四)", "佐证最多 20 份", "At most 20 pieces of evidence")
        : evidence.Select(e => Text("evidence", e, 300)).FirstOrDefault(r => r is not null);

    internal static Decision<CaseEvent> Verify(Case s, VerifyCase c, CaseContext x)
    {
        if ((MayVerify(s, x.PlaceOf(s), x.Actor, x.Rules.Cases, "SM1.15") ?? Text("note", c.Note, 500, required: false)) is { } refusal)
            return refusal;
        return c.EvidenceViewed
            ? new CaseVerified(x.Now, x.Actor.Organ, c.Note, x.Open(s, "closing", "结案", x.Actor.Organ, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Verification, s.Category)))
            : Guard("EVIDENCE_NOT_VIEWED", "SM1.15", "三(四)", "核查前须查看佐证", "The evidence must be viewed before verification", "evidenceViewed");
    }

    internal static Decision<CaseEvent> Fail(Case s, FailVerification c, CaseContext x) =>
        (MayVerify(s, x.PlaceOf(s), x.Actor, x.Rules.Cases, "SM1.16") ?? Text("reason", c.Reason, 500)) is { } refusal
            ? refusal
            : new VerificationFailed(x.Now, x.Actor.Organ, c.Reason);

    internal static Decision<CaseEvent> Close(Case s, CaseContext x)
    {
        if (CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, communityToo: false, "SM1.17") is { } forbidden)
            return forbidden;
        // G018: report, dispatch, feedback and verification must stand in the trace; evaluation, the fifth link, follows.
        ImmutableList<string> missing =
        [
            .. new[] { nameof(CaseReported), nameof(CaseFedBack), nameof(CaseVerified) }.Where(link => !s.Links.Contains(link)),
            .. s.Links.Contains(nameof(CaseDispatched)) ? [] : new[] { nameof(CaseDispatched) },
        ];
        return missing.IsEmpty
            ? new CaseClosed(x.Now, x.Actor.Organ)
            : Guard("LINK_MISSING", "G018", "三(四)", $"缺少环节：{string.Join("、", missing.Select(CaseWording.OfLink))}", $"Links are missing: {string.Join(", ", missing)}");
    }

    // G047: never the handler, neither the person nor the organ.
    internal static Refusal? MayVerify(Case s, Placement place, Actor actor, CaseRules rules, string row)
    {
        if (CaseAccess.Centre(actor, place, rules, communityToo: false, row) is { } forbidden)
            return forbidden;
        // An assisting centre has handled it too; it verifies only where none is left that has not.
        return actor.Organ == s.Lead || actor.Principal == s.Handler || (s.Assists.Contains(actor.Organ) && Verifier(s, place, rules) != actor.Organ)
            ? Guard("HANDLER_VERIFIES", "G047", "三(四)", "承办人、牵头和协办单位不能核查自己的处置结果", "Neither the handler nor an organ that led or assisted may verify its own result")
            : null;
    }

    /// <summary>The centres that could verify what these organs handle. G047.</summary>
    internal static ImmutableList<OrganCode> Impartial(OrganCode? lead, ImmutableList<OrganCode> assists, Placement place, CaseRules rules) =>
        [.. new[] { rules.CentreOf(place), OrganCode.Of(place.County) }.Distinct().Where(c => c != lead && !assists.Contains(c))];

    // The centre that dispatched verifies, what a community handled its township's centre (SM1 row 6); never the one that leads, nor one that
    // assists while the other doesn't (G047).
    private static OrganCode Verifier(Case s, Placement place, CaseRules rules)
    {
        var centre = rules.CentreOf(place);
        var county = OrganCode.Of(place.County);
        var usual = s.Dispatcher == county && s.Class != TriageClass.CommunityLevel ? county : centre;
        var impartial = Impartial(s.Lead, s.Assists, place, rules);
        return impartial.IsEmpty ? (s.Lead == county ? centre : county) : impartial.Contains(usual) ? usual : impartial[0];
    }
}
