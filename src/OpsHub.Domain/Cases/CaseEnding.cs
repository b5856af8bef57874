using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Merging, evaluating, reopening, withdrawing. SM1 rows 4 and 18-20.</summary>
internal static class CaseEnding
{
    internal static Decision<CaseEvent> Merge(Case s, MergeCase c, CaseContext x)
    {
        if ((CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, communityToo: true, "SM1.4") ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        if (x.Target is not { } target)
            return new Refusal(RefusalCodes.NotFound, "SM1.4", "三(四)", "target", "没有可以并入的案件", "There is no such case to merge into");
        if (target.Number == s.Number)
            return Input("target", "SM1.4", "三(四)", "案件不能并入自身", "A case does not merge into itself");
        if (!target.Stage.IsOpen())
            return Input("target", "SM1.4", "三(四)", $"{target.Number} 已办结，不能并入", $"{target.Number} is not open");
        if (target.Grid != s.Placement.Grid || target.Category != s.Category)
            return Input("target", "SM1.4", "三(四)", $"{target.Number} 不是同一网格、同一类别的事项", $"{target.Number} is not of the same grid and category");
        if (s.Emergency && !target.Emergency)
            return Input("target", "T024", "二(二)", $"紧急案件不能并入一般案件 {target.Number}", $"An emergency does not merge into {target.Number}, which is none");
        // Of two that both await acceptance the younger joins the elder, but never an emergency what is none, so that no two end in each other.
        return target.Stage == CaseStage.Reported && IsElder(s, target)
            ? Input("target", "SM1.4", "三(四)", $"{target.Number} 上报在后，应由其并入本案", $"{target.Number} was reported later: it joins this one")
            : new CaseMerged(x.Now, x.Actor.Organ, target.Key, target.Number, c.Reason, x.Lifted(s, "并案"));
    }

    private static bool IsElder(Case s, MergeTarget target) => s.Emergency == target.Emergency
        && (target.ReportedAt > s.ReportedAt || (target.ReportedAt == s.ReportedAt && string.CompareOrdinal(target.Number, s.Number) > 0));

    internal static Decision<CaseEvent> Join(Case s, JoinCase c, CaseContext x) =>
        x.Actor.Role != Role.Scheduler ? NotAllowed("SM1.4", "三(四)", "并入由系统记录", "The hub records what joined")
        // Those that joined before reporters were kept are told again with them.
        : s.Joined.Exists(j => j.Key == c.From && (j.Reporter is not null || c.Reporter is null)) ? Decision<CaseEvent>.Nothing
        : new CaseJoined(x.Now, c.From, c.Number, c.FirstAsked, c.Source, c.Reporter);

    internal static Refusal? MayEvaluate(Case s, Actor actor, Placement place, CaseRules rules)
    {
        if (Evaluator(s, actor, place, rules) is not { } evaluator)
            return NotAllowed("SM1.18", "三(四)", "由报事人、本社区或指挥中心评价", "The reporter, the community and the centre evaluate");
        if (!evaluator.StartsWith(Reporter, StringComparison.Ordinal) && (actor.Organ == s.Lead || s.Assists.Contains(actor.Organ)))
            return Guard("HANDLER_EVALUATES", "G048", "三(四)", "承办单位不评价自己的办理", "Whoever handled a case does not evaluate it");
        return s.Evaluations.Exists(e => e.Evaluator == evaluator && e.Cycle == s.Cycle)
            ? Guard("EVALUATED_ALREADY", "SM1.18", "三(四)", "每个评价人只评价一次", "Each evaluator evaluates once")
            : null;
    }

    internal static Decision<CaseEvent> Evaluate(Case s, EvaluateCase c, CaseContext x)
    {
        if ((MayEvaluate(s, x.Actor, x.PlaceOf(s), x.Rules.Cases) ?? Text("note", c.Note, 500, required: false)) is { } refusal)
            return refusal;
        if (c.Score is < 1 or > 5)
            return Input("score", "G048", "三(四)", $"评分为 1 至 5，实为 {c.Score}", $"score is 1 to 5, got {c.Score}");
        // A late act is taken and marked late.
        var late = x.Now >= Window(s, x.Rules.Cases.EvaluateWindowDays);
        return new CaseEvaluated(x.Now, x.Actor.Organ, new(Evaluator(s, x.Actor, x.PlaceOf(s), x.Rules.Cases)!, c.Score, x.Now, late, s.Cycle), c.Note);
    }

    internal static Refusal? MayReopen(Case s, Actor actor, Placement place, CaseRules rules, DateTimeOffset now)
    {
        var declined = s.Stage == CaseStage.Declined;
        var permitted = declined ? CaseAccess.Township(actor, place) : CaseAccess.TownshipOrCentre(actor, place, rules);
        if (!permitted)
        {
            return NotAllowed("SM1.19", "三(四)", declined ? "不予受理的案件由本乡镇街道重开" : "由本辖区的指挥中心或乡镇街道重开",
                declined ? "What was declined is reopened by the township" : "The command centre or the township of this area reopens");
        }

        var until = Window(s, rules.ReopenWindowDays);
        var (zh, en) = rules.BasisOf("ReopenWindow");
        return now >= until
            ? Guard("REOPEN_WINDOW_OVER", "SM1.19", "三(四)", $"重开期（{rules.ReopenWindowDays} 天，{zh}）已于 {LocalDay.BoundText(until)} 届满，请重新上报",
                $"The window to reopen ({rules.ReopenWindowDays} days, {en}) ended {LocalDay.BoundText(until)}; report anew")
            : null;
    }

    internal static Decision<CaseEvent> Reopen(Case s, ReopenCase c, CaseContext x)
    {
        if ((MayReopen(s, x.Actor, x.PlaceOf(s), x.Rules.Cases, x.Now) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        var next = x.Actor.Role == Role.CountyCommandCentre ? x.Actor.Organ : x.Rules.Cases.CentreOf(x.PlaceOf(s));
        return new CaseReopened(x.Now, x.Actor.Organ, c.Reason, next, x.Open(s, "triage", "研判", next, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Triage, s.Category)));
    }

    internal static Refusal? MayWithdraw(Case s, Actor actor, Placement place, CaseRules rules)
    {
        // Others wait for it too once they have joined.
        var reporter = IsReporter(s, actor) && s.Joined.IsEmpty && s.Stage < CaseStage.Dispatched;
        if (!reporter && CaseAccess.Centre(actor, place, rules, communityToo: s.Class == TriageClass.CommunityLevel, "SM1.20") is not null)
            return NotAllowed("SM1.20", "三(四)", "报事人在派单前、指挥中心在反馈前可以撤回", "The reporter withdraws before the dispatch, the centre before the feedback");
        // G047: whoever leads it does not end it without anybody's verification.
        return s.Stage is CaseStage.Dispatched or CaseStage.Handling or CaseStage.Coordinating && actor.Organ == s.Lead
            ? Guard("HANDLER_WITHDRAWS", "G047", "三(四)", "牵头单位不能撤回自己承办的案件", "The lead does not withdraw the case that it handles")
            : null;
    }

    internal static Decision<CaseEvent> Withdraw(Case s, WithdrawCase c, CaseContext x) =>
        (MayWithdraw(s, x.Actor, x.PlaceOf(s), x.Rules.Cases) ?? Text("reason", c.Reason, 500)) is { } refusal
            ? refusal
            : new CaseWithdrawn(x.Now, x.Actor.Organ, c.Reason, x.Lifted(s, "撤回"));

    /// <summary>How an evaluation names the reporter, who has no organ; of a case that joined, its number follows.</summary>
    internal const string Reporter = "reporter";

    /// <summary>Is the actor the one that reported it?</summary>
    internal static bool IsReporter(Case s, Actor actor) => s.Reporter is { } reporter && reporter == actor.Principal;

    private static string? Evaluator(Case s, Actor actor, Placement place, CaseRules rules) =>
        IsReporter(s, actor) ? Reporter
        : s.Joined.Find(j => j.Reporter == actor.Principal) is { } joined ? $"{Reporter}:{joined.Number}"
        : CaseAccess.Centre(actor, place, rules, communityToo: true, "SM1.18") is null ? actor.Organ.Value
        : null;

    // Calendar days: the day of closing is not counted, ends at 24:00 of the last one.
    private static DateTimeOffset Window(Case s, int days) => LocalDay.End(LocalDay.Of(s.EndedAt!.Value).AddDays(days));
}
