using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>What the source of a ticket is told of its case. G017, G053.</summary>
public sealed class SourceStatusTests
{
    [Fact]
    public void Every_stage_has_words_of_its_own_in_both_languages()
    {
        var stages = Enum.GetValues<CaseStage>();
        stages.Select(s => StageWords.Of(s).Zh).ShouldBeUnique();
        stages.Select(s => StageWords.Of(s).En).ShouldBeUnique();
        StageWords.NameOf(CaseStage.FedBack).ShouldBe("FED_BACK");
        StageWords.NameOf(CaseStage.Closed).ShouldBe("CLOSED");
    }

    [Theory]
    [InlineData("12345", "Q01", CaseStage.Closed, true)]
    [InlineData("12345", "Q01", CaseStage.Verified, false)]
    [InlineData("12345", "W03", CaseStage.Closed, true)] // the hotline answers the caller
    [InlineData("property", "Q01", CaseStage.Evaluated, true)]
    [InlineData("property", "W03", CaseStage.Closed, false)]
    public void The_result_is_told_once_it_is_closed_and_of_sensitive_classes_to_the_hotline_only(string system, string category, CaseStage stage, bool told)
    {
        var state = Given(system) with { CategoryClass = category, Stage = stage, Result = "已更换灯泡" };
        (SourceStatus.Now(state, 9, o => o.Value, t => t).Result is not null).ShouldBe(told);
    }

    [Fact]
    public void The_result_leaves_masked()
    {
        var state = Given("12345") with { Result = "已回电" };
        SourceStatus.Now(state, 9, o => o.Value, t => $"[{t}]").Result.ShouldBe("[已回电]");
    }

    [Fact]
    public void A_former_stage_says_nothing_that_is_true_only_now()
    {
        var passed = SourceStatus.Passed(Given("12345"), 1, CaseStage.Reported, DateTimeOffset.UnixEpoch);
        (passed.Stage, passed.Open, passed.Responsible, passed.Due, passed.Result).ShouldBe(("REPORTED", true, null, null, null));
        passed.Since.Offset.ShouldBe(TimeSpan.FromHours(8));
    }

    private static Case Given(string system) => new()
    {
        Number = "4302-2026-000001",
        Stage = CaseStage.Closed,
        Placement = new(new("430203001001001"), new("430203001001"), new("430203001"), new("430203"), new("4302")),
        Kind = CaseKind.Component,
        Category = "Q01-02",
        CategoryClass = "Q01",
        Title = "路灯不亮",
        Text = "",
        Priority = CasePriority.Ordinary,
        Emergency = false,
        Channel = CaseChannel.Hotline12345,
        Source = new(system, "T-1"),
        FirstAsked = OrganCode.Parse("430203"),
        Holder = OrganCode.Parse("430203001"),
        HolderSince = DateTimeOffset.UnixEpoch,
        ReportedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
