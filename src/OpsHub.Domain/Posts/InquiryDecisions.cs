using OpsHub.Domain.Commands;
using static OpsHub.Domain.Posts.PostRefusals;

namespace OpsHub.Domain.Posts;

/// <summary>Inquiries on heads: raised by a township, investigated, told, closed. A009-A011.</summary>
internal static class InquiryDecisions
{
    internal static Decision<PostEvent> Raise(AgencyPosts s, RaiseInquiry c, PostContext x)
    {
        if ((PostAccess.Served(x.Actor, s, "A009") ?? Text("grounds", c.Grounds, 1000, "A009")) is { } refusal)
            return refusal;
        var id = s.Inquiries.Count + 1;
        var to = c.ToDepartment ? s.Department : PostAccess.County(s);
        return new InquiryRaised(x.Now, new(id, x.Actor.Organ.Unit, c.Grounds, to, x.Now, InquiryStage.Raised), [x.Open($"inquiry-{id}", "调查核实并反馈", to, x.Rules.InquiryLimit, "A010", "InquiryLimit")]);
    }

    internal static Decision<PostEvent> Begin(AgencyPosts s, BeginInquiry c, PostContext x) =>
        (Found(s, c.Inquiry, c, out var inquiry) ?? PostAccess.Organ(x, s, inquiry.To, "A010")) is { } refusal ? refusal : new InquiryBegun(x.Now, c.Inquiry);

    internal static Decision<PostEvent> Find(AgencyPosts s, RecordFinding c, PostContext x) =>
        (Found(s, c.Inquiry, c, out var inquiry) ?? PostAccess.Organ(x, s, inquiry.To, "A010") ?? Text("finding", c.Finding, 2000, "A010")) is { } refusal
            ? refusal
            : new InquiryFound(x.Now, c.Inquiry, c.Verified, c.Finding);

    internal static Decision<PostEvent> FeedBack(AgencyPosts s, FeedBackInquiry c, PostContext x) =>
        (Found(s, c.Inquiry, c, out var inquiry) ?? PostAccess.Organ(x, s, inquiry.To, "A011") ?? Text("feedback", c.Feedback, 2000, "A011")) is { } refusal
            ? refusal
            : new InquiryFedBack(x.Now, c.Inquiry, c.Feedback, x.Done(s, $"inquiry-{c.Inquiry}"));

    internal static Decision<PostEvent> Close(AgencyPosts s, CloseInquiry c, PostContext x) =>
        (Found(s, c.Inquiry, c, out var inquiry) ?? PostAccess.Organ(x, s, inquiry.To, "A011")) is { } refusal ? refusal
        : inquiry.Stage != InquiryStage.FedBack ? Guard("NOT_FED_BACK", "A011", "调查结果未向乡镇街道党（工）委反馈，不得办结", "The result is told to the township before the inquiry is closed")
        : new InquiryClosed(x.Now, c.Inquiry);

    private static Refusal? Found(AgencyPosts s, int id, PostCommand command, out HeadInquiry inquiry)
    {
        var rule = PostTransitions.Of(command).Rule;
        inquiry = s.Inquiries.Find(i => i.Id == id)!;
        return inquiry is null ? Input("inquiry", rule, $"没有调查事项 {id}", $"There is no inquiry {id}")
            : PostTransitions.Permits(inquiry.Stage, command) ? null
            : WrongStage(rule, $"{inquiry.Stage}");
    }
}
