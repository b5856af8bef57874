using GraphQL.Types;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A unit's consultations.</summary>
internal sealed class ConsultationReadingType : Described<ConsultationReading>
{
    public ConsultationReadingType() : base("ConsultationReading", "A unit's consultations as read at the summary's asOf (协商概况). All counts are consultations of its subtree, never persons.")
    {
        One<IntGraphType>("open", "Open ones (进行中).", r => r.Open);
        Many<ConsultationStageCountType>("byStage", "Open ones by stage, in order of the stages; stages without any are left out (各步骤).",
            r => r.ByStage.Pairs.Select(p => new ConsultationStageCount((ConsultationStage)p.Key, p.Value)).ToList());
        One<IntGraphType>("announcementsDueToday", "Announcements due until 24:00 today, not late yet (今日须公告). C040.", r => r.AnnouncementsDueToday);
        One<IntGraphType>("announcementsLate", "Announcements whose due has passed and that are not made yet (公告逾期).", r => r.AnnouncementsLate);
        One<IntGraphType>("plansDueToday", "Plans due until 24:00 today (今日须出方案). C035.", r => r.PlansDueToday);
        One<IntGraphType>("plansLate", "Plans whose due has passed and that are not made yet (方案逾期).", r => r.PlansLate);
        One<IntGraphType>("breached", "Open ones with at least one breach of a hard duty (违规).", r => r.Breached);
        One<IntGraphType>("overdue", "Open ones with any duty past its due (有逾期义务).", r => r.Overdue);
        One<IntGraphType>("furtherRounds", "In a second or later round (再次协商).", r => r.FurtherRounds);
        One<IntGraphType>("votesAhead", "With a vote that must be held (待表决).", r => r.VotesAhead);
        One<IntGraphType>("sessionsToday", "Sessions planned for today (今日协商会).", r => r.SessionsToday);
        One<IntGraphType>("provisional", "With a due that was counted past the covered calendar (暂定).", r => r.Provisional);
        Maybe<InstantType>("nextAnnouncementDue", "The nearest due of an announcement that is not late yet (最近公告截止); null when none is to be made.", r => r.NextAnnouncementDue);
        AllLive();
    }
}

/// <summary>Open consultations in a stage.</summary>
internal sealed record ConsultationStageCount(ConsultationStage Stage, int Count);

/// <summary>Open consultations in a stage.</summary>
internal sealed class ConsultationStageCountType : Described<ConsultationStageCount>
{
    public ConsultationStageCountType() : base("ConsultationStageCount", "Open consultations in one stage (各步骤).")
    {
        One<ConsultationStageType>("stage", "The stage (协商步骤).", c => c.Stage);
        One<IntGraphType>("count", "Open ones, at least 1.", c => c.Count);
        AllLive();
    }
}
