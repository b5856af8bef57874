using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Tests.Calendars;
using OpsHub.Domain.Tests.Cases;
using OpsHub.Fixtures.CountyYears;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>A county's year from a seed, small enough for every build; the whole of it, 1,000 agencies and 2,000,000 events of cases, is the benchmark <c>year</c>.</summary>
public sealed class CountyYearTests
{
    private const int Seed = 20260105;
    private const int Agencies = 60;
    private const int Cases = 40;

    // As they are stored.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };

    private static SimulatedCounty County(int seed = Seed) => new(seed, Given.Calendar, Json);

    [Fact]
    public void Every_score_of_a_countys_year_is_what_its_raw_trace_gives_A017_A022_A023_A026_A032_A033()
    {
        var year = County().All(Agencies, Cases);
        year.Compared.ShouldBeGreaterThan(Agencies * 100);
        year.Stages.GetValueOrDefault(AgencyYearStage.Shared).ShouldBeGreaterThan(Agencies * 9 / 10);
        year.CaseEvents.ShouldBeGreaterThan(Agencies * Cases * 7);
        year.Revisions.ShouldBeGreaterThan(0);
        year.Appeals.ShouldBeGreaterThan(0);
        year.Grades.Keys.ShouldContain(AssessmentGrade.Excellent);
        foreach (var code in new[] { "INCOMPLETE", "NO_LETTER", "BELOW_EXCELLENT", "HEAD_ABOVE_AGENCY", "APPEAL_OPEN", "APPEAL_WINDOW_OPEN", "PLAN_NOT_CONSENTED", "SUBMITTED_ALREADY" })
            year.Refused.Keys.ShouldContain(code);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_one_others()
    {
        var one = County().All(20, Cases);
        County().All(20, Cases).Bits.ShouldBe(one.Bits);
        County(Seed + 1).All(20, Cases).Bits.ShouldNotBe(one.Bits);
        County().One(7, Cases).Outcome.Bits.ShouldBe(County().One(7, Cases).Outcome.Bits);
    }

    [Fact]
    public void A_figure_that_was_written_otherwise_is_found()
    {
        var agency = County().One(3, Cases);
        agency.Written.ShouldNotBeEmpty();
        agency.Recounted(c => c).ShouldBeEmpty();
        agency.Recounted(c => c.Replace("\"onTime\":", "\"onTime\":1", StringComparison.Ordinal)).ShouldNotBeEmpty("evidence");
        agency.Recounted(c => c.Replace("\"total\":", "\"total\":1", StringComparison.Ordinal)).ShouldNotBeEmpty("the score");
        agency.Recounted(c => c.StartsWith("{\"event\":\"ScoreFinalised\"", StringComparison.Ordinal) ? LastDigit(c) : c).ShouldNotBeEmpty("its last digit");
    }

    [Fact]
    public void What_goes_wrong_tells_the_seed_and_the_agency()
    {
        var error = Should.Throw<SimulationFailedException>(() => new SimulatedCounty(5, Given.Calendar, Json, Town.Rules.Cases with { Categories = Town.Rules.Cases.Categories.Clear() }).One(12, 3));
        error.Message.ShouldContain("`year 5.12.3`");
    }

    // The rate's last digit, one up or down.
    private static string LastDigit(string content)
    {
        var end = content.IndexOf(",\"mayBeExcellent\"", StringComparison.Ordinal) - 1;
        return $"{content[..end]}{(content[end] == '1' ? '2' : '1')}{content[(end + 1)..]}";
    }
}
