using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Facts of the matter that show later (补充事项情况): they decide about votes and who leads, so they can be added until adoption and never be taken back.
/// C007, C020, C030, T087.</summary>
internal static class ConsultationMatters
{
    internal static Refusal? Bars(Consultation s) => s.Matter is { LegalVote: true, Vital: true, Major: true, PublicConcern: true }
        ? Guard("NO_FACTS_TO_ADD", "C007", "二(一)", "依法须表决、切身利益、重大事务、群众反映强烈均已认定，没有可补充的事项情况", "All facts that could be added stand already")
        : null;

    internal static Decision<ConsultationEvent> Add(Consultation s, AddMatterFacts c, ConsultationContext x)
    {
        var matter = s.Matter with
        {
            LegalVote = s.Matter.LegalVote || c.LegalVote,
            Vital = s.Matter.Vital || c.Vital,
            Major = s.Matter.Major || c.Major,
            PublicConcern = s.Matter.PublicConcern || c.PublicConcern,
        };
        if (matter == s.Matter)
            return Input("legalVote", "C007", "二(一)", "须补充至少一项尚未认定的事项情况", "Name at least one fact that does not stand yet");
        if (Text("reason", c.Reason, 500, "C007", "二(一)") is { } faulty)
            return faulty;
        var (leads, early) = (MustLead(s, matter, x), ConsultationTransitions.Permits(s, typeof(RerouteConsultation)) && s.Sessions.IsEmpty);
        // Past the topic the steps stay, and a matter of one community is led by the township from here. Resolution 56.
        var lead = leads && !early && s is { Variant: ConsultationVariant.Community, Communities.Count: 1 } ? OrganCode.Of((x.Place ?? s.Place).Township) : (OrganCode?)null;
        var (duties, track) = Reported(s, s with { Matter = matter }, x);
        return ConsultationAfter.With(
            new MatterFactsAdded(x.Now, matter, c.Reason.Trim())
            {
                Lead = lead,
                Proposed = early && (leads || IsCouncils(s, matter)) ? ConsultationRouting.Of(matter, s.Communities.Count, x.IsTown) : null,
                Duties = duties.IsEmpty ? null : duties,
                Delegated = track,
            },
            leads && !early && lead is null ? new ConsultationWarning("T087", x.Now, "须由乡镇主动牵头，层级已不能改变") : null,
            !early && IsCouncils(s, matter) ? new ConsultationWarning("C011", x.Now, "重大事务未经议事会协商") : null);
    }

    private static bool MustLead(Consultation s, MatterFacts matter, ConsultationContext x) =>
        s.Lead.Unit.Level != UnitLevel.Township && ConsultationRouting.TownshipLeads(matter, s.Communities.Count, x.IsTown);

    // C011, C020: what is major goes through the council.
    private static bool IsCouncils(Consultation s, MatterFacts matter) => s.Variant == ConsultationVariant.DirectMeeting && matter.Major;

    // Where a vote is owed now, there is no result to report yet. SM2 row Z.
    private static (ImmutableList<Duty> Duties, DelegatedReport? Track) Reported(Consultation s, Consultation after, ConsultationContext x) =>
        s.Delegated is { Stage: DelegatedStage.ToReport } track && ConsultationVoting.Outstanding(s, x.Rules) is null && ConsultationVoting.Outstanding(after, x.Rules) is not null
            ? (ConsultationAfter.Settled(s, x, "补充事项情况后须先表决", d => d.Stem == DutyStems.ReportUp), new(track.Organ, DelegatedStage.None))
            : ([], null);
}
