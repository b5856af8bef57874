using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>Refuses what the stage does not permit, with the rule that says so where there is one, and otherwise SM2's row. C024.</summary>
internal static class ConsultationStageRefusals
{
    internal static Refusal Of(Consultation? s, ConsultationCommand command)
    {
        var move = ConsultationTransitions.Of(command.GetType(), s?.Variant);
        var (zh, en) = ConsultationWording.Of(move.Command);
        if (s is null)
            return new(RefusalCodes.WrongState, move.Row, "二(四)", null, "协商不存在", "There is no such consultation");
        if (move.From.IsEmpty)
            return new(RefusalCodes.WrongState, move.Row, "二(四)", null, "协商已启动过", "The consultation has begun already");
        var (rule, clause, whyZh, whyEn) = Rule(s, command) ?? (move.Row, "二(四)", "", "");
        if (!move.Fits(s.Variant))
        {
            var variant = ConsultationWording.Of(s.Variant);
            return new(RefusalCodes.WrongState, rule, clause, null, $"{variant.Zh}没有“{zh}”这一步", $"A {variant.En} has no step to {en}");
        }

        var stage = ConsultationWording.Of(s.Stage);
        return new(RefusalCodes.WrongState, rule, clause, null,
            $"协商处于“{stage.Zh}”，不能{zh}{whyZh}；本步骤只能在“{string.Join("、", move.From.Select(f => ConsultationWording.Of(f).Zh))}”时办理",
            $"The consultation stands at: {stage.En}; no leave to {en}{whyEn}. It is permitted at: {string.Join(", ", move.From.Select(f => ConsultationWording.Of(f).En))}");
    }

    /// <summary>Rule that asks for the notice before the session, by variant.</summary>
    internal static (string Rule, string Clause) Notice(ConsultationVariant variant) => (variant switch
    {
        ConsultationVariant.BuildingOrGroup => "C027",
        ConsultationVariant.CrossCommunity => "C047",
        ConsultationVariant.DirectMeeting => "C012",
        _ => "C038",
    }, ConsultationBasis.ClauseOf(variant));

    /// <summary>Rule that asks for elected participants, by variant.</summary>
    internal static (string Rule, string Clause) Participants(ConsultationVariant variant) => (variant switch
    {
        ConsultationVariant.BuildingOrGroup => "C028",
        ConsultationVariant.CrossCommunity => "C046",
        _ => "C037",
    }, ConsultationBasis.ClauseOf(variant));

    private static (string Rule, string Clause, string Zh, string En)? Rule(Consultation s, ConsultationCommand command)
    {
        var notice = Notice(s.Variant);
        var participants = Participants(s.Variant);
        return command switch
        {
            MakePlan or PublishNotice or FixParticipants or StartSession when s is { Variant: ConsultationVariant.BuildingOrGroup, Stage: ConsultationStage.TopicProposed } =>
                ("C026", "二(四)1", "，议题须先上报议事会", ": the topic is reported to the council first"),
            MakePlan when s.Stage >= InSession => ("C036", "二(四)2", "，方案须在协商之前制定", ": the plan comes before the session"),
            PublishNotice when s.Stage >= InSession => (notice.Rule, notice.Clause, "，公告须在协商之前发布", ": the notice comes before the session"),
            FixParticipants when s.Stage >= InSession => (participants.Rule, participants.Clause, "，参与主体须在协商之前选举确定", ": participants are elected before the session"),
            StartSession when s is { Stage: Planned, Notice: null } && !s.Drops(ConsultationStepKind.Notice) => (notice.Rule, notice.Clause, "，尚未发布公告", ": no notice is published"),
            StartSession when s.Stage == Planned => (participants.Rule, participants.Clause, "，参与主体尚未经选举确定", ": the participants are not elected"),
            StartSession when s.Stage < Planned => ("C024", "二(四)", "，步骤不能跳过", ": no step may be left out"),
            _ => null,
        };
    }
}
