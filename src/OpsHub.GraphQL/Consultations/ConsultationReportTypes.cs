using System.Globalization;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A report.</summary>
internal sealed class ConsultationIndicatorsType : Described<ConsultationReport>
{
    public ConsultationIndicatorsType(IHubDirectory directory, ConsultationLists lists) : base("ConsultationIndicators",
        "Indicators of the consultations that began in a period (协商指标), of a unit's subtree. Never typed in: counted from rows that the traces made.")
    {
        One<UnitType>("unit", "The unit (区划单元).", r => directory.Node(r.Unit));
        One<DayType>("from", "First day counted (起始日).", r => r.From);
        One<DayType>("to", "Last day counted (截止日).", r => r.To);
        One<InstantType>("asOf", "When it was counted (截至).", r => r.AsOf);
        One<IntGraphType>("begun", "Begun in the period (启动数).", r => r.Counts.Begun);
        One<ConsultationRateType>("plansOnTime", "Plans made in time, of those made or late (方案按时率). C035.", r => new ConsultationRate(r.Counts.Sum.PlansOnTime, r.Counts.Sum.PlansDue));
        One<ConsultationRateType>("announcementsOnTime", "Announcements made in time, of those made or late (公告按时率). C040.", r => new ConsultationRate(r.Counts.Sum.AnnouncementsOnTime, r.Counts.Sum.AnnouncementsDue));
        One<ConsultationRateType>("agreement", "Ended with agreement or a vote that passed, of those with a known outcome (达成一致率). C042, C051.", r => new ConsultationRate(r.Counts.Agreed, r.Counts.Decided));
        One<ConsultationRateType>("carriedOut", "Carried out, of those adopted (落实率). C055, C056.", r => new ConsultationRate(r.Counts.CarriedOut, r.Counts.Adopted));
        One<ConsultationRateType>("satisfaction", "Satisfied or very satisfied, of ballots returned (满意率). C060.", r => ConsultationReports.Satisfaction(r.Counts.Sum));
        One<IntGraphType>("rounds", "Rounds in all (协商轮次).", r => r.Counts.Rounds);
        Maybe<StringGraphType>("meanRounds", "Rounds of one on average, two decimals (平均轮次); null when none began.",
            r => r.Counts.Begun == 0 ? null : decimal.Round((decimal)r.Counts.Rounds / r.Counts.Begun, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture));
        One<IntGraphType>("sessionsEnded", "Sessions ended (协商会场次).", r => r.Counts.Sum.SessionsEnded);
        AskOne<ConsultationConnectionType>("consultations", "The consultations behind, those that the actor may read (指标协商); none for those who read aggregates only.",
            (context, r) => lists.Page(context, Viewer.Of(context), ConsultationReports.Behind(r))).OfConsultations();
    }
}

/// <summary>A rate.</summary>
internal sealed class ConsultationRateType : Described<ConsultationRate>
{
    public ConsultationRateType() : base("ConsultationRate", "Numerator over denominator, both whole numbers (比率).")
    {
        Maybe<IntGraphType>("numerator", "Numerator (分子); null when hidden.", r => r.Hidden ? null : r.Numerator);
        Maybe<IntGraphType>("denominator", "Denominator (分母); null when hidden.", r => r.Hidden ? null : r.Denominator);
        Maybe<FloatGraphType>("value", "Numerator over denominator; null, not 0, where the denominator is 0, and where it is hidden.", r => r.Hidden || r.Denominator == 0 ? null : (double)r.Numerator / r.Denominator);
        Maybe<StringGraphType>("percent", "The same in per cent with one decimal, rounded half up, e.g. `92.0`; null as value.", r => r.Hidden ? null : ConsultationRate.Text(r.Numerator, r.Denominator));
        One<BooleanGraphType>("hidden", $"True where fewer than {SmallCounts.Threshold} ballots would tell who gave them (小数隐藏).", r => r.Hidden);
    }
}
