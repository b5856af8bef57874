using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Participants by class, elected. SM2 row 7, C015-C017, C028, C037, C046. Counts only: who they are stands in the record of their election.</summary>
internal static class ConsultationParticipating
{
    /// <summary>Most classes, of kinds by communities.</summary>
    internal const int MostClasses = 400;

    internal static Decision<ConsultationEvent> Fix(Consultation s, FixParticipants c, ConsultationContext x)
    {
        var (rule, clause) = ConsultationStageRefusals.Participants(s.Variant);
        if (c.Classes is not { Count: > 0 and <= MostClasses })
            return Missing("classes", "C015", "二(二)2", "参与主体", "classes");
        if (Text("electionRecord", c.ElectionRecord, 200, rule, clause) is { } faulty)
            return faulty;
        foreach (var of in c.Classes)
        {
            if (of.Count is < 1 or > 1000)
                return Input("classes.count", "C015", "二(二)2", "每类参与主体为 1 至 1000 人", "A class counts 1 to 1,000");
            if (!s.Communities.Contains(of.Community))
            {
                return Input("classes.community", "C015", "二(二)2", $"{of.Community} 不是本协商涉及的社区（村）", $"{of.Community} is no community that this concerns");
            }

            if (IsOfResidents(of.Kind) && of.Method != ChoiceMethod.Elected)
            {
                return Guard("NOT_ELECTED", rule, clause, $"“{ConsultationWarnings.Name(of.Kind)}”须经民主选举确定", $"{of.Kind} are chosen by election", "classes.method");
            }
        }

        if (c.Classes.DistinctBy(of => (of.Kind, of.Community)).Count() < c.Classes.Count)
            return Input("classes", "C015", "二(二)2", "同一社区（村）的同一类主体只列一次", "A kind of one community stands once");
        if (!c.Classes.Exists(of => of.Method == ChoiceMethod.Elected))
            return Guard("NOT_ELECTED", rule, clause, "参与主体须经民主选举确定", "Participants are chosen by election", "classes.method");

        ImmutableList<ConsultationWarning> warnings =
        [
            .. Left(ParticipantKind.Expert, "C016", s.Matter.Technical),
            .. Left(ParticipantKind.RespectedPerson, "C017", true),
            .. s.Communities.Where(community => !c.Classes.Exists(of => of.Community == community)).Select(community => new ConsultationWarning(rule, x.Now, community.Value)),
        ];
        return ConsultationWarnings.Beside(new ParticipantsFixed(x.Now, new(x.Now, c.Classes, c.ElectionRecord.Trim())), warnings);

        // What the plan left out already was said with the plan.
        IEnumerable<ConsultationWarning> Left(ParticipantKind kind, string rule, bool asked) =>
            asked && s.Plan?.Kinds.Contains(kind) != false && !c.Classes.Exists(of => of.Kind == kind) ? [new(rule, x.Now)] : [];
    }

    // Bodies send whom they will and experts are invited; whoever speaks for residents is elected.
    private static bool IsOfResidents(ParticipantKind kind) =>
        kind is ParticipantKind.RegisteredResidents or ParticipantKind.NonRegisteredResidents or ParticipantKind.ResidentsGroup;
}
