using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Fixtures.CountyYears;

/// <summary>The assessment of a year: inputs in any order, late ones among them, then the result, with appeals and revisions on the way.</summary>
internal sealed class SimulatedScoring(Random random, double diligence, SimulatedPlace place, SimulatedYear year)
{
    private int _troubles;

    private bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>Whatever is owed is given, by whoever owes it, in any order.</summary>
    public void Inputs()
    {
        while (AgencyYearTerms.Owed(year.State).FindAll(o => o.What is "duty" or "survey" or "statutory") is { IsEmpty: false } owed)
        {
            year.After(TimeSpan.FromHours(random.Next(1, 120))); // some after 31 January: taken, and late
            var next = owed[random.Next(owed.Count)];
            if (owed.Exists(o => o.What is "duty" or "survey") && year.State.Stage == AgencyYearStage.Assessing && Chance(20))
                year.Refused(year.Host, new AggregateTownshipPart(), "INCOMPLETE", "A027");
            switch (next.What)
            {
                case "duty":
                    Duty(next.By.Unit);
                    break;
                case "survey":
                    Survey(next.By.Unit);
                    break;
                default:
                    Statutory();
                    break;
            }
        }
    }

    /// <summary>From complete inputs to the published result.</summary>
    public void Result()
    {
        Score();
        while (!Graded())
            Score();
        var shared = AgencyYearTerms.ShareableFrom(year.State, year.Calendar, WorkingHours.Default)!.Value;
        if (year.Now < shared)
            year.Refused(SimulatedYear.Hub, new ShareResult(ShareTarget.Township), "APPEAL_WINDOW_OPEN", "A032");
        year.At(shared);
        foreach (var target in new[] { ShareTarget.Department, ShareTarget.Township, ShareTarget.Department })
            year.Do(SimulatedYear.Hub, new ShareResult(target)); // again: nothing happens twice
        year.Refused(year.Organ, new PublishResult(""), "INVALID_INPUT", "R044");
        year.Do(year.Organ, new PublishResult("政府网站"));
    }

    private void Duty(UnitCode township)
    {
        var by = SimulatedYear.Of(township);
        foreach (var component in Enum.GetValues<DutyComponent>())
        {
            var missing = DutyEvidence.Standing(year.State, township, component) is null;
            if (!missing && !Chance(5))
                continue;
            if (component == DutyComponent.AnnualTargets && !year.State.HasLetter)
                year.Refused(by, new AdjustComponent(component, 80, "按实绩"), "NO_LETTER", "A041");
            year.Refused(by, new AdjustComponent(component, 100.5m, "按实绩"), "INVALID_INPUT", "A018");
            year.Do(by, new AdjustComponent(component, random.Next(0, 1_000_001) / 10_000m, "按年终核查结果", "责任书未签"));
            // Taken back: what the evidence gives counts again.
            if (!missing && Chance(40))
                year.Do(by, new WithdrawAdjustment(component, "核查结果有误"));
        }

        if (!year.State.HasLetter && DutyEvidence.Adjusted(year.State, township, DutyComponent.AnnualTargets) is null)
            year.Refused(by, new SubmitDuty(), "NO_LETTER", "A041");
        year.Do(by, new SubmitDuty(year.State.HasLetter ? null : "责任书未签，按实绩评分"));
        if (year.State.Stage == AgencyYearStage.Assessing)
            year.Refused(by, new SubmitDuty("再次"), "SUBMITTED_ALREADY", "A018");
    }

    private void Survey(UnitCode township)
    {
        if (Chance(5))
            year.Refused(SimulatedYear.Hub, new SubmitSatisfaction(township, [Tally(RaterGroup.ServiceUsers, 2)]), "TOO_FEW_BALLOTS", "A024");
        var groups = Enum.GetValues<RaterGroup>().Where((_, i) => i == 0 || !Chance(6)).Select((g, i) => Tally(g, i == 0 || !Chance(10) ? random.Next(5, 60) : random.Next(0, 5)));
        year.Do(SimulatedYear.Hub, new SubmitSatisfaction(township, [.. groups]));
    }

    private GroupTally Tally(RaterGroup group, int ballots)
    {
        var (least, dimensions) = (random.Next(40, 60) + (int)(38 * diligence), Enum.GetValues<SatisfactionDimension>());
        return Enumerable.Range(0, ballots).Aggregate(GroupTally.None(group), (tally, _) => tally.With(dimensions.ToDictionary(d => d, _ => random.Next(least, 101))));
    }

    private void Statutory()
    {
        year.Refused(year.Bureau, new SubmitStatutory(100.01m), "INVALID_INPUT", "A019");
        year.Refused(year.Host, new SubmitStatutory(90), "NOT_ALLOWED", "A019");
        year.Do(year.Bureau, new SubmitStatutory(random.Next(500_000, 1_000_001) / 10_000m));
    }

    // Aggregated and finalised, unless it is still scored.
    private void Score()
    {
        Inputs();
        if (year.State.Stage == AgencyYearStage.Assessing)
        {
            year.After(TimeSpan.FromHours(random.Next(1, 72)));
            if (place.Served.Count > 1)
                year.Refused(SimulatedYear.Of(place.Served[^1]), new AggregateTownshipPart(), "NOT_ALLOWED", "A027");
            year.Do(year.Host, new AggregateTownshipPart());
            year.Refused(SimulatedYear.Of(place.Host), new SubmitDuty(), "ASSESSMENT_CLOSED", "A018");
        }

        if (year.State.Stage == AgencyYearStage.TownshipPartReady)
        {
            year.After(TimeSpan.FromHours(random.Next(1, 72)));
            year.Do(year.Organ, new FinaliseScore());
        }
    }

    // True once it is graded and nobody contests it any more; otherwise it begins again with what was taken back.
    private bool Graded()
    {
        if (Trouble(year.State.Counting.ToList()))
            return false;
        year.After(TimeSpan.FromHours(random.Next(1, 72)));
        year.Refused(year.Organ, new SetHeadGrade(AssessmentGrade.Good), "AGENCY_NOT_GRADED", "A044");
        if (!year.State.Score!.MayBeExcellent)
            year.Refused(year.Organ, new SetAgencyGrade(AssessmentGrade.Excellent), "BELOW_EXCELLENT", "A033");
        year.Do(year.Organ, new SetAgencyGrade(year.State.Score.MayBeExcellent && Chance(60) ? AssessmentGrade.Excellent : Chance(80) ? AssessmentGrade.Good : AssessmentGrade.Competent));
        if (year.State.Grade != AssessmentGrade.Excellent)
            year.Refused(year.Bureau, new SetHeadGrade(AssessmentGrade.Excellent), "HEAD_ABOVE_AGENCY", "A035");
        year.Do(year.Bureau, new SetHeadGrade(year.State.Grade == AssessmentGrade.Excellent && Chance(50) ? AssessmentGrade.Excellent : AssessmentGrade.Competent));
        return !Contested(new(AppealLine.Grade), 4) && !Revised([], 3);
    }

    private bool Trouble(List<UnitCode> counting)
    {
        var township = counting[random.Next(counting.Count)];
        AppealLine line = random.Next(3) switch { 0 => new(AppealLine.Duty, township, DutyComponent.MattersHandled), 1 => new(AppealLine.Satisfaction, township), _ => new(AppealLine.Statutory) };
        return Contested(line, 10) || Revised([line], 4);
    }

    // Appeals are answered; one that is upheld takes the line back.
    private bool Contested(AppealLine line, int percent)
    {
        if (_troubles >= 3 || !Chance(percent))
            return false;
        _troubles++;
        year.After(TimeSpan.FromHours(random.Next(1, 20)));
        var stage = year.State.Stage;
        // Too late only days after the score is known, and not twice for one giving of the line.
        string[] codes = [.. year.Now - year.State.ScoredAt > TimeSpan.FromDays(3) ? ["APPEAL_TOO_LATE"] : Array.Empty<string>(), .. year.State.Appeals.Exists(a => a.Line == line) ? ["APPEAL_ANSWERED"] : Array.Empty<string>()];
        if (!year.May(year.Agency, new AppealAgainst(line, "与事实不符", ["case-1"]), codes))
            return false;
        year.Refused(year.Agency, new AppealAgainst(line, "与事实不符", ["case-1"]), "APPEAL_OPEN", "A028");
        if (stage == AgencyYearStage.Scored)
            year.Refused(year.Organ, new SetAgencyGrade(AssessmentGrade.Good), "APPEAL_OPEN", "A028");
        year.After(TimeSpan.FromDays(random.Next(1, 12)));
        var appeal = year.State.Appeals[^1];
        var by = appeal.Answers == place.Bureau ? year.Bureau : appeal.Answers == OrganCode.Of(place.County) ? year.Organ : SimulatedYear.Of(appeal.Answers.Unit);
        year.Do(by, new AnswerAppeal(appeal.Id, Chance(60), "已复核"));
        return year.State.Grade is null && (stage >= AgencyYearStage.AgencyGraded || year.State.Score is null);
    }

    private bool Revised(ImmutableList<AppealLine> lines, int percent)
    {
        if (_troubles >= 3 || !Chance(percent))
            return false;
        _troubles++;
        year.Refused(year.Host, new ReviseResult("录入有误", lines), "NOT_ALLOWED", "A028");
        year.Do(year.Organ, new ReviseResult("录入有误", lines));
        return true;
    }
}
