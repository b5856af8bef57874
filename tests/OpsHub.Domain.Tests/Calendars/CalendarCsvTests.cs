using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

public sealed class CalendarCsvTests
{
    private const string Good = "2027-01-01,holiday,元旦,5,2027,notice";

    [Fact]
    public void The_shipped_calendar_reads_without_a_problem()
    {
        Given.ShippedRows().Count.ShouldBe(320);
        Given.ShippedRows().Count(row => row.Kind == DayKind.MakeupWorkday).ShouldBe(59);
    }

    [Fact]
    public void A_byte_order_mark_windows_line_endings_and_blank_lines_are_taken() =>
        CalendarCsv.Parse($"\uFEFF{CalendarCsv.Header}\r\n{Good}\r\n\r\n").Rows.ShouldHaveSingleItem().Name.ShouldBe("元旦");

    [Theory]
    [InlineData("2027-13-01,holiday,元旦,5,2027,notice", "CALENDAR_DATE")]
    [InlineData("2027-01-02,day-off,元旦,6,2027,notice", "CALENDAR_KIND")]
    [InlineData("2027-01-02,holiday,元旦,5,2027,notice", "CALENDAR_WEEKDAY")]
    [InlineData("2027-01-02,holiday,元旦,6,year,notice", "CALENDAR_YEAR")]
    [InlineData("2027-01-02,holiday,元旦", "CALENDAR_FIELDS")]
    [InlineData("2027-01-01,holiday,元旦,5,2027,notice", "CALENDAR_DAY_TWICE")]
    [InlineData("2027-01-04,makeup-workday,元旦,1,2027,notice", "CALENDAR_MAKEUP_ON_WEEKDAY")]
    [InlineData("2027-01-02,holiday,元旦,6,2026,notice", "CALENDAR_WRONG_YEAR")]
    public void A_bad_row_is_refused_with_its_line_and_rule_and_nothing_is_loaded(string row, string rule)
    {
        var parse = CalendarCsv.Parse($"{CalendarCsv.Header}\n{Good}\n{row}\n");

        parse.IsValid.ShouldBeFalse();
        parse.Rows.ShouldBeEmpty();
        var problem = parse.Problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe(rule);
        problem.Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,kind\n2027-01-01,holiday")]
    public void Without_its_header_a_file_is_refused(string text) =>
        CalendarCsv.Parse(text).Problems.ShouldHaveSingleItem().Rule.ShouldBe("CALENDAR_HEADER");
}
