using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Privacy;

/// <summary>Free text of consultations on its way out (自由文本): numbers of identity cards and telephones are masked for everyone who doesn't hold it.
/// What is stored stays as it was written, or its hash would not hold.</summary>
internal sealed class ConsultationText(FreeText text, IHubDirectory directory)
{
    /// <summary>Does the actor hold the consultation, by the units in force?</summary>
    public bool Handles(Actor actor, Consultation s) => ConsultationPrivacy.Handles(actor, directory.Followed(s));

    /// <summary>A consultation for an actor: whatever somebody wrote into it masked, and nothing else changed. Opinions, of which there are many, are masked
    /// by <see cref="Opinions"/>.</summary>
    public Consultation Shown(Actor actor, Consultation s) => Handles(actor, s) ? s : s with
    {
        Title = text.Masked(s.Title),
        Matter = s.Matter with { AgreementRecord = Maybe(s.Matter.AgreementRecord) },
        Solicitations = s.Solicitations.ConvertAll(x => x with { Record = text.Masked(x.Record) }),
        WorkMeetings = s.WorkMeetings.ConvertAll(m => m with { Record = text.Masked(m.Record) }),
        Topic = s.Topic is { } topic ? topic with { Text = text.Masked(topic.Text) } : null,
        SimplifiedBy = Maybe(s.SimplifiedBy),
        Plan = s.Plan is { } plan ? plan with { Place = text.Masked(plan.Place), Content = text.Masked(plan.Content), ParticipantRule = text.Masked(plan.ParticipantRule) } : null,
        Notice = s.Notice is { } notice ? notice with { Place = Maybe(notice.Place), MeetingPlace = Maybe(notice.MeetingPlace) } : null,
        Participants = s.Participants is { } participants ? participants with { ElectionRecord = text.Masked(participants.ElectionRecord) } : null,
        Sessions = s.Sessions.ConvertAll(x => x with { Opinion = Maybe(x.Opinion), Pauses = x.Pauses.ConvertAll(p => p with { Reason = text.Masked(p.Reason) }) }),
        Dissents = s.Dissents.ConvertAll(d => d with { Text = text.Masked(d.Text), Explanation = Maybe(d.Explanation) }),
        Announcements = s.Announcements.ConvertAll(a => a with { Text = text.Masked(a.Text), Place = text.Masked(a.Place) }),
        Vote = s.Vote is { } vote ? vote with { Reason = Maybe(vote.Reason) } : null,
        Votes = s.Votes.ConvertAll(v => v with { Record = text.Masked(v.Record) }),
        Adoption = s.Adoption is { } adoption ? Shown(adoption) : null,
        Progress = s.Progress.ConvertAll(p => p with { Text = text.Masked(p.Text) }),
        SupervisionNotes = s.SupervisionNotes.ConvertAll(n => n with { Text = text.Masked(n.Text) }),
        Feedbacks = s.Feedbacks.ConvertAll(f => f with { Text = text.Masked(f.Text) }),
        Survey = s.Survey is { } survey ? survey with { VisitRecord = text.Masked(survey.VisitRecord) } : null,
        File = s.File is { } file ? file with { Materials = Masked(file.Materials) } : null,
        Delegated = s.Delegated is { } delegated ? delegated with { Report = Maybe(delegated.Report), Decision = Maybe(delegated.Decision) } : null,
        Corrections = s.Corrections.ConvertAll(c => c with { Ground = text.Masked(c.Ground) }),
        Warnings = s.Warnings.ConvertAll(w => w with { Note = text.Masked(w.Note) }),
        Duties = s.Duties.ConvertAll(d => d with { Term = Masked(d.Term) }),
        Reason = Maybe(s.Reason),
    };

    /// <summary>Its opinions for an actor, one by one: whose need it is to read them is judged once.</summary>
    public Func<ConsultationOpinion, ConsultationOpinion> Opinions(Actor actor, Consultation s) =>
        Handles(actor, s) ? opinion => opinion : opinion => opinion with { Text = text.Masked(opinion.Text) };

    /// <summary>Entries of its trace for an actor. Hashes stay those of the entries as written.</summary>
    public IReadOnlyList<TraceEntry> Shown(Actor actor, Consultation s, IReadOnlyList<TraceEntry> entries) =>
        Handles(actor, s) ? entries : [.. entries.Select(e => e.Reason is null ? e : e with { Reason = text.Masked(e.Reason) })];

    private Adoption Shown(Adoption adoption) => adoption with
    {
        ImplementingBody = text.Masked(adoption.ImplementingBody),
        Owner = text.Masked(adoption.Owner),
        SunshineEntry = Maybe(adoption.SunshineEntry),
        Milestones = adoption.Milestones.ConvertAll(m => m with { Text = text.Masked(m.Text) }),
    };

    private Term Masked(Term term) => term.Ledger.IsEmpty ? term : term with { Ledger = term.Ledger.ConvertAll(e => e with { Reason = text.Masked(e.Reason) }) };

    private ImmutableList<string> Masked(ImmutableList<string> texts) => texts.ConvertAll(text.Masked);

    private string? Maybe(string? written) => written is null ? null : text.Masked(written);
}
