using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>A component of L as it stands, and what would change it (预测明细).</summary>
/// <param name="Component">The component.</param>
/// <param name="Figures">The figures behind it; null without evidence.</param>
/// <param name="Computed">What they give, 0-100; null without evidence: nothing is scored from missing data.</param>
/// <param name="Adjusted">The township's last adjustment, beside what was computed; null where there is none.</param>
/// <param name="Standing">What holds; null while it is missing.</param>
/// <param name="Points">Points of T that it brings now.</param>
/// <param name="Most">Points of T that it can bring at most.</param>
/// <param name="OneMore">Points of T that one more would add: a target done, a piece of key work, a term kept, a dispatch accepted. Null where none can be
/// added, where it was set by hand, or where it was submitted.</param>
public sealed record ForecastComponent(
    DutyComponent Component, DutyFigures? Figures, decimal? Computed, Adjustment? Adjusted, decimal? Standing, decimal? Points, decimal Most, decimal? OneMore)
{
    private Exact? Given => Figures is null ? null : Exact.Of(Most) / Exact.Of(100) * Figures.Value;

    /// <summary>The same as if nothing had been set by hand or submitted.</summary>
    internal ForecastComponent FromEvidence() => this with
    {
        Adjusted = null,
        Standing = Computed,
        Points = Given?.ToDecimal(),
        OneMore = Figures is { } now && now.OneMore(Component) is { } more ? (Exact.Of(Most) / Exact.Of(100) * (more.Value - now.Value)).ToDecimal() : null,
    };

    /// <summary>L, 0-100, of components that make it up, by what each can bring at most; null while one has no evidence.</summary>
    internal static decimal? Duty(IReadOnlyList<ForecastComponent> components)
    {
        var most = components.Aggregate(Exact.Zero, (sum, c) => sum + Exact.Of(c.Most));
        return most == Exact.Zero || components.Any(c => c.Given is null) ? null
            : (components.Aggregate(Exact.Zero, (sum, c) => sum + c.Given!.Value) * Exact.Of(100) / most).ToDecimal();
    }
}

/// <summary>A served township's part of the forecast (分乡镇预测).</summary>
/// <param name="Township">The township.</param>
/// <param name="Weight">What it counts for, 0-1.</param>
/// <param name="Components">The four components.</param>
/// <param name="Duty">L of it; null while a component is missing.</param>
/// <param name="Satisfaction">S of it, once its survey is closed.</param>
/// <param name="MissingGroups">Rater groups with too few answers. A024.</param>
/// <param name="IsSubmitted">L was submitted: it changes no more.</param>
public sealed record ForecastTownship(
    UnitCode Township, decimal Weight, ImmutableList<ForecastComponent> Components, decimal? Duty, decimal? Satisfaction, ImmutableList<RaterGroup> MissingGroups, bool IsSubmitted)
{
    /// <summary>The same from its evidence alone.</summary>
    internal ForecastTownship FromEvidence() => this with { Components = Components.ConvertAll(c => c.FromEvidence()), Duty = ForecastComponent.Duty(Components), Satisfaction = null, MissingGroups = [] };
}

/// <summary>Where an agency's year stands and what would change it (年终预测). A pure function of the state; nothing in it is a score before all is in.</summary>
/// <param name="Townships">The townships that count.</param>
/// <param name="Duty">L; null while a township lacks evidence.</param>
/// <param name="Satisfaction">S; null while a survey is missing.</param>
/// <param name="Statutory">D; null while it is missing.</param>
/// <param name="Total">T, once L, S and D are all there.</param>
/// <param name="TownshipRate">R, once L and S are there.</param>
/// <param name="SatisfactionForExcellent">S that it takes with the present L to reach the bar of A033, above 100 where none suffices; null while L is missing or where S doesn't count for it.</param>
/// <param name="Owed">What is missing, by name of unit.</param>
public sealed record YearForecast(
    ImmutableList<ForecastTownship> Townships, decimal? Duty, decimal? Satisfaction, decimal? Statutory, decimal? Total, decimal? TownshipRate, decimal? SatisfactionForExcellent,
    ImmutableList<OwedInput> Owed)
{
    /// <summary>The forecast of a year as it stands.</summary>
    public static YearForecast Of(AgencyYear s)
    {
        var townships = s.Counting.Select(t => Township(s, t)).ToImmutableList();
        var duty = Sum(s, t => DutyEvidence.Duty(s, t));
        var satisfaction = Sum(s, s.SatisfactionOf);
        var part = duty is { } l && satisfaction is { } f ? new ExactPart(l, f) : null;
        var score = part is null ? null : Scoring.Of(part, s.Statutory?.Value ?? 0, s.Rules);
        return new(
            townships, duty?.ToDecimal(), satisfaction?.ToDecimal(), s.Statutory?.Value, s.Statutory is null ? null : score?.Total, score?.TownshipRate,
            duty is { } standing ? ForExcellent(standing, s.Rules) : null, AgencyYearTerms.Owed(s));
    }

    /// <summary>What the evidence alone gives (仅按佐证): nothing that was set by hand, surveyed or scored. What the agency reads before its score is final.</summary>
    internal YearForecast FromEvidence() => this with
    {
        Townships = Townships.ConvertAll(t => t.FromEvidence()),
        Duty = ForecastComponent.Duty([.. Townships.SelectMany(t => t.Components)]),
        Satisfaction = null,
        Statutory = null,
        Total = null,
        TownshipRate = null,
        SatisfactionForExcellent = null,
    };

    private static ForecastTownship Township(AgencyYear s, UnitCode township)
    {
        var survey = s.Surveys.GetValueOrDefault(township);
        return new(
            township, s.WeightOf(township), [.. Enum.GetValues<DutyComponent>().Select(c => Component(s, township, c))], DutyEvidence.Duty(s, township)?.ToDecimal(),
            survey?.Score, survey?.Missing ?? [], s.Submitted.ContainsKey(township));
    }

    private static ForecastComponent Component(AgencyYear s, UnitCode township, DutyComponent component)
    {
        var worth = Exact.Of(s.Rules.DutyWeight) * Exact.Of(s.WeightOf(township)) * Exact.Of(s.Rules.Components[component]);
        var figures = DutyEvidence.Figures(s, township, component);
        var adjusted = DutyEvidence.Adjusted(s, township, component);
        var standing = s.Submitted.TryGetValue(township, out var submitted) ? submitted.ExactOf(component) : DutyEvidence.ExactStanding(s, township, component);
        var more = submitted is null && adjusted is null && figures is not null ? figures.OneMore(component) : null;
        return new(
            component, figures, figures?.Value.Cut(DutyEvidence.ShownDigits), adjusted, standing?.Cut(DutyEvidence.ShownDigits), standing is { } v ? (worth * v).ToDecimal() : null,
            (worth * Exact.Of(100)).ToDecimal(), more is null ? null : (worth * (more.Value - figures!.Value)).ToDecimal());
    }

    private static decimal? ForExcellent(Exact duty, AssessmentRules rules)
    {
        if (rules.Base == TownshipPartBase.Forty)
            return null;
        var (wl, ws) = (Exact.Of(rules.DutyWeight), Exact.Of(rules.SatisfactionWeight));
        var needed = ((Exact.Of(rules.ExcellentMinRate) * Exact.Of(100) * (wl + ws)) - (wl * duty)) / ws;
        return needed < Exact.Zero ? 0 : needed.ToDecimal();
    }

    private static Exact? Sum(AgencyYear s, Func<UnitCode, Exact?> of) => s.Counting.Aggregate(
        (Exact?)Exact.Zero, (sum, t) => sum is { } so && of(t) is { } value ? so + (Exact.Of(s.WeightOf(t)) * value) : null);
}
