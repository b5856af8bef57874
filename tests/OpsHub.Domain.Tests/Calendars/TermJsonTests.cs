using System.Text.Json;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>Terms live inside stored documents, so every part of one must come back as it was written.</summary>
public sealed class TermJsonTests
{
    private static readonly JsonSerializerOptions Strict = new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public static TheoryData<BudgetUnit> Units => [.. Enum.GetValues<BudgetUnit>()];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_term_comes_back_from_its_document_as_it_was(BudgetUnit unit)
    {
        var at = Given.Local("2026-10-08 10:00:30");
        var term = Given.Open(Given.Local("2026-09-30 10:00:15"), new(unit == BudgetUnit.SameOrNextDay ? 1 : 240, unit), new(new TimeOnly(17, 30), AnnounceRoll.WorkingDay, true));
        var (lived, _) = Terms.Fire(Terms.Extend(term, at, 5, "情况复杂", 1, Given.Calendar), at, RungOffsets.Ordinary, Given.Calendar);
        var document = JsonSerializer.Serialize(lived, Strict);

        var read = JsonSerializer.Deserialize<Term>(document, Strict).ShouldNotBeNull();

        read.ShouldBeEquivalentTo(lived);
        JsonSerializer.Serialize(read, Strict).ShouldBe(document);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Term>(document), Strict).ShouldBe(document);
        Terms.Explain(read, Given.Calendar, Language.Zh).ShouldBe(Terms.Explain(lived, Given.Calendar, Language.Zh));
    }

    [Fact]
    public void A_document_names_units_and_kinds_and_holds_nothing_that_can_be_computed()
    {
        var document = JsonSerializer.Serialize(Given.Plan("2026-09-30 10:00"));

        document.ShouldContain("\"Unit\":\"WorkingDays\"");
        document.ShouldContain("\"Kind\":\"Text\"");
        document.ShouldNotContain("IsOpen");
        document.ShouldNotContain("LastAt");
    }

    [Fact]
    public void Offsets_hours_and_calendar_rows_come_back_as_they_were()
    {
        Back(RungOffsets.Urgent).ShouldBe(RungOffsets.Urgent);
        Back(WorkingHours.Default).IsDefault.ShouldBeTrue();
        Back(Given.ShippedRows()[0]).ShouldBe(Given.ShippedRows()[0]);
        Back(new AnniversaryTerm(Given.Day("2020-02-29"), 3)).LastDay.ShouldBe(Given.Day("2023-02-28"));
    }

    private static T Back<T>(T value) where T : class =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Strict), Strict).ShouldNotBeNull();
}
