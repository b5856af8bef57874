using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Posts;

/// <summary>How each event changes the record.</summary>
public static class PostFold
{
    /// <summary>Folds one event. A record begins with <see cref="PostsOpened"/>.</summary>
    /// <exception cref="InvalidOperationException">The event cannot come here: a mistake in the program.</exception>
    public static AgencyPosts Apply(AgencyPosts? state, PostEvent happened)
    {
        if (happened is PostsOpened opened)
        {
            return state is not null
                ? throw new InvalidOperationException("A record is opened once.")
                : new() { Agency = opened.Agency, Department = opened.Department, Host = opened.Host, HostIsStreet = opened.HostIsStreet, Served = opened.Served, ChangedAt = opened.At };
        }

        var s = state ?? throw new InvalidOperationException($"{happened.Name} in a record that was never opened.");
        var next = Next(s, happened);
        return happened.IsNobodysStep ? next : next with { ChangedAt = happened.At };
    }

    private static AgencyPosts Next(AgencyPosts s, PostEvent happened) => happened switch
    {
        PostsRecorded e => s with { Posts = e.Posts, Filled = e.Filled },
        PartyRelationsRecorded e => s with { Party = e.Party },
        HeadOpinionAsked e => With(s with { Heads = s.Heads.Add(e.Head) }, e.Terms),
        // Another text is another opinion: who agreed to the former has not agreed to this one.
        HeadOpinionProposed e => Head(s, e.Consultation, h => h with { Opinion = e.Opinion, Text = e.Text, Agreed = [e.Township], Proposal = h.Proposal + 1 }),
        HeadOpinionAgreed e => Head(s, e.Consultation, h => h with { Agreed = h.Agreed.Add(e.Township) }),
        HeadOpinionReturned e => With(Head(s, e.Consultation, h => h with { Stage = HeadStage.Returned }), e.Terms),
        HeadNoReplyRecorded e => With(Head(s, e.Consultation, h => h with { Stage = HeadStage.NoReply, NoReplyWhy = e.Reason }), e.Terms),
        HeadDecided e => With(Head(s, e.Consultation, h => h with { Stage = HeadStage.Decided, DecidedAt = e.At, Against = e.Against }), e.Terms),
        HeadWithdrawn e => With(Head(s, e.Consultation, h => h with { Stage = HeadStage.Withdrawn, WithdrawnWhy = e.Reason }), e.Terms),
        InquiryRaised e => With(s with { Inquiries = s.Inquiries.Add(e.Inquiry) }, e.Terms),
        InquiryBegun e => Inquiry(s, e.Inquiry, i => i with { Stage = InquiryStage.Investigating }),
        InquiryFound e => Inquiry(s, e.Inquiry, i => i with { Stage = e.Verified ? InquiryStage.Verified : InquiryStage.NotVerified, Finding = e.Finding }),
        InquiryFedBack e => With(Inquiry(s, e.Inquiry, i => i with { Stage = InquiryStage.FedBack, Feedback = e.Feedback }), e.Terms),
        InquiryClosed e => Inquiry(s, e.Inquiry, i => i with { Stage = InquiryStage.Closed }),
        SecondmentRequested e => With(s with { Secondments = s.Secondments.Add(e.Secondment) }, e.Terms),
        SecondmentAgreed e => With(Away(s, e.Secondment, a => e.Township is { } t ? a with { Agreed = a.Agreed.Add(t) } : a with { PersonnelAt = e.At }), e.Terms),
        SecondmentRefused e => With(Away(s, e.Secondment, a => a with { Stage = SecondmentStage.Refused, RefusedBy = e.Side, RefusedWhy = e.Reason }), e.Terms),
        SecondmentBegun e => With(Away(s, e.Secondment, a => a with { Stage = SecondmentStage.Active }), e.Terms),
        SecondmentEnded e => With(Away(s, e.Secondment, a => a with { Stage = SecondmentStage.Returned }), e.Terms),
        StaffChanged e => With(s with { Changes = s.Changes.Add(e.Change) }, e.Terms),
        TownshipInformed e => With(s with { Changes = s.Changes.ConvertAll(c => c.Id == e.Change ? c with { InformedAt = e.At, Notice = e.Notice } : c) }, e.Terms),
        PostTermsReprojected e => With(s with { Calendar = e.Calendar }, e.Terms),
        PostRungsFired e => s with { Terms = e.Rungs.Aggregate(s.Terms, TermFold.Fire) },
        _ => throw new InvalidOperationException($"A record of posts does not know the event {happened.Name}."),
    };

    private static AgencyPosts Head(AgencyPosts s, int id, Func<HeadConsultation, HeadConsultation> change) => s with { Heads = s.Heads.ConvertAll(h => h.Id == id ? change(h) : h) };

    private static AgencyPosts Inquiry(AgencyPosts s, int id, Func<HeadInquiry, HeadInquiry> change) => s with { Inquiries = s.Inquiries.ConvertAll(i => i.Id == id ? change(i) : i) };

    private static AgencyPosts Away(AgencyPosts s, int id, Func<Secondment, Secondment> change) => s with { Secondments = s.Secondments.ConvertAll(a => a.Id == id ? change(a) : a) };

    private static AgencyPosts With(AgencyPosts s, ImmutableList<Term> changed) => s with { Terms = TermFold.With(s.Terms, changed) };
}
