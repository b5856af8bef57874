using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Posts.PostRefusals;

namespace OpsHub.Domain.Posts;

/// <summary>Consultations on heads: written request, unanimous opinion, reply or none, decision. A007, A008, A016, R033, resolutions 21 and 22.</summary>
internal static class HeadDecisions
{
    internal static Decision<PostEvent> Ask(AgencyPosts s, AskHeadOpinion c, PostContext x)
    {
        if (!PostAccess.IsDepartment(x.Actor, s) && !PostAccess.IsOrganisation(x.Actor, s))
            return NotAllowed("A007", "由组织部门或派出部门党组征求意见", "The organisation department or the department's party group asks");
        if ((Text("post", c.Post, 100, "A007") ?? Text("letter", c.Letter, 100, "A007")) is { } refusal)
            return refusal;
        if (c.Matter is not { } matter)
            return Input("matter", "A007", "matter 必填", "matter is required");
        var id = s.Heads.Count + 1;
        var host = Hierarchy.OrganCode.Of(s.Host);
        ImmutableList<Term> terms = [x.Open($"opinion-{id}", "答复征求意见", host, x.Rules.ConsultationReply, "A008", "ConsultationReply")];
        if (s.Served.Count > 1)
            terms = terms.Add(x.Open($"unanimity-{id}", "协商一致意见", host, x.Rules.UnanimityDeadlock, "A016", "UnanimityDeadlock"));
        return new HeadOpinionAsked(x.Now, new(id, matter, c.Post, c.Letter, x.Actor.Organ, x.Now, HeadStage.Sent, null, null, []), terms);
    }

    internal static Decision<PostEvent> Propose(AgencyPosts s, ProposeHeadOpinion c, PostContext x)
    {
        if (Found(s, c.Consultation, c, out _) is { } missing)
            return missing;
        if ((PostAccess.Host(x.Actor, s, "A016") ?? Text("text", c.Text, 2000, "A008")) is { } refusal)
            return refusal;
        return c.Opinion is { } opinion ? new HeadOpinionProposed(x.Now, c.Consultation, opinion, c.Text, s.Host) : Input("opinion", "A008", "opinion 必填", "opinion is required");
    }

    internal static Decision<PostEvent> Agree(AgencyPosts s, AgreeToHeadOpinion c, PostContext x)
    {
        if (Found(s, c.Consultation, c, out var head) is { } missing)
            return missing;
        return PostAccess.Served(x.Actor, s, "A016") is { } forbidden ? forbidden
            : head.Opinion is null ? Guard("NO_PROPOSAL", "A016", "驻地乡镇街道尚未拟定意见", "The host has proposed no opinion")
            : c.Proposal != head.Proposal ? Guard("PROPOSAL_CHANGED", "A016", $"拟定意见已变更，现为第 {head.Proposal} 稿，请看过后再同意", $"The host has proposed another text since; proposal {head.Proposal} stands", "proposal")
            : head.Agreed.Contains(x.Actor.Organ.Unit) ? Decision<PostEvent>.Nothing
            : new HeadOpinionAgreed(x.Now, c.Consultation, x.Actor.Organ.Unit);
    }

    internal static Decision<PostEvent> Return(AgencyPosts s, ReturnHeadOpinion c, PostContext x)
    {
        if (Found(s, c.Consultation, c, out var head) is { } missing)
            return missing;
        if (PostAccess.Host(x.Actor, s, "A008") is { } forbidden)
            return forbidden;
        if (head.Opinion is null)
            return Guard("NO_PROPOSAL", "A008", "驻地乡镇街道尚未拟定意见", "The host has proposed no opinion");
        var open = s.Served.FindAll(t => !head.Agreed.Contains(t)).ConvertAll(x.Name);
        return open.IsEmpty
            ? new HeadOpinionReturned(x.Now, c.Consultation, x.Done(s, $"opinion-{head.Id}", $"unanimity-{head.Id}"))
            : Guard("NOT_UNANIMOUS", "A016", $"{string.Join("、", open)}尚未同意，须协商形成一致意见后答复", $"{string.Join(", ", open)} have not agreed: the reply is unanimous");
    }

    internal static Decision<PostEvent> NoReply(AgencyPosts s, RecordNoReply c, PostContext x)
    {
        if (Found(s, c.Consultation, c, out var head) is { } missing)
            return missing;
        if ((PostAccess.Organ(x, s, head.By, "A008") ?? Text("reason", c.Reason, 500, "A008")) is { } refusal)
            return refusal;
        var term = s.Terms.Find(t => t.Id == $"opinion-{head.Id}")!;
        return x.Now < term.Due
            ? Guard("REPLY_NOT_DUE", "A008", $"答复期至 {LocalDay.BoundText(term.Due)}，期满前不得按未答复处理", $"The reply is due {LocalDay.BoundText(term.Due)}; before that no reply is none")
            // An opinion that they negotiate is no lack of one: the reply stays blocked, the county coordinates. Resolution 22.
            : head.Opinion is not null && s.Served.Exists(t => !head.Agreed.Contains(t))
            ? Guard("OPINION_PENDING", "A016", "驻地乡镇街道已拟定意见，各乡镇街道尚未协商一致，不属于未答复；由县市区协调，或撤回征求意见",
                "The host has proposed an opinion that the townships have yet to agree on: that is no missing reply; the county coordinates, or the consultation is withdrawn")
            : new HeadNoReplyRecorded(x.Now, c.Consultation, c.Reason, x.Lifted(s, "未答复", $"opinion-{head.Id}", $"unanimity-{head.Id}"));
    }

    internal static Decision<PostEvent> Decide(AgencyPosts s, DecideHead c, PostContext x)
    {
        if (!PostAccess.IsDepartment(x.Actor, s) && !PostAccess.IsOrganisation(x.Actor, s))
            return NotAllowed("A007", "由组织部门或派出部门党组决定", "The organisation department or the department's party group decides");
        if (s.Heads.Find(h => h.Id == c.Consultation) is not { } head)
            return Guard("NOT_CONSULTED", "A007", "决定前须书面征求所在乡镇街道党（工）委意见", "The township party committee is asked in writing before a head is decided", "consultation");
        if (!PostTransitions.Permits(head.Stage, c))
            return WrongStage("A007", $"{head.Stage}");
        if ((PostAccess.Organ(x, s, head.By, "A007") ?? Text("reason", c.Reason, 500, "A007", required: false)) is { } refusal)
            return refusal;
        if (head.Stage == HeadStage.Sent)
            return Guard("NO_REPLY", "A008", "乡镇街道尚未答复，也未说明未答复情况", "Neither an opinion nor a recorded lack of one is there");
        if (head is not { Stage: HeadStage.Returned, Opinion: HeadOpinion.Disagree })
            return new HeadDecided(x.Now, head.Id, null, []);
        return x.Rules.ConsentRequired ?? !s.HostIsStreet ? Guard("CONSENT_REFUSED", "R033", "乡镇党委不同意，不得决定", "The township did not consent: no decision against it")
            : string.IsNullOrWhiteSpace(c.Reason) ? Input("reason", "A007", "与征求意见结果不一致，须说明理由", "A decision against the opinion takes a reason")
            : new HeadDecided(x.Now, head.Id, c.Reason, []);
    }

    internal static Decision<PostEvent> Withdraw(AgencyPosts s, WithdrawHead c, PostContext x)
    {
        if (!PostAccess.IsDepartment(x.Actor, s) && !PostAccess.IsOrganisation(x.Actor, s))
            return NotAllowed("A007", "由组织部门或派出部门党组撤回", "The organisation department or the department's party group withdraws it");
        if (Found(s, c.Consultation, c, out var head) is { } missing)
            return missing;
        return (PostAccess.Organ(x, s, head.By, "A007") ?? Text("reason", c.Reason, 500, "A007")) is { } refusal ? refusal
            : new HeadWithdrawn(x.Now, head.Id, c.Reason, x.Lifted(s, "已撤回", $"opinion-{head.Id}", $"unanimity-{head.Id}"));
    }

    private static Refusal? Found(AgencyPosts s, int id, PostCommand command, out HeadConsultation head)
    {
        var rule = PostTransitions.Of(command).Rule;
        head = s.Heads.Find(h => h.Id == id)!;
        return head is null ? Input("consultation", rule, $"没有征求意见 {id}", $"There is no consultation {id}")
            : PostTransitions.Permits(head.Stage, command) ? null
            : WrongStage(rule, $"{head.Stage}");
    }
}
