using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsHub.Domain.Accounts;
using OpsHub.Host.Doors.Assessments;

namespace OpsHub.Host.Tests.Doors.Assessments;

/// <summary>Scoreboards as Excel files, opened again.</summary>
[Collection(YearCollection.Name)]
public sealed class ScoreboardDoorTests(YearHub hub)
{
    private const string Address = "/download/scoreboard/430203001/2025.xlsx";

    [Fact]
    public async Task A_county_downloads_every_figure_as_a_number_under_frozen_headings()
    {
        using var file = await Open(Role.PerformanceOrgan, "430203");
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        Names(file).ShouldBe(["计分榜", "佐证", "分项", "欠缺事项"]);
        var scores = Sheet(file, "计分榜");
        scores["A1"].ShouldBe("贺家土街道派驻机构2025年度考核计分榜");
        scores["A2"].ShouldContain("年度：2025年");
        scores["A2"].ShouldContain("制表时间：");
        var row = Row(scores, "贺家土街道城管执法中队");
        var score = (await hub.State(YearHub.Graded)).Score!;
        Number(scores[$"I{row}"]).ShouldBe(score.Duty, 0.000000000001m);
        Number(scores[$"J{row}"]).ShouldBe(score.Satisfaction, 0.000000000001m);
        Number(scores[$"K{row}"]).ShouldBe(91.5m);
        Number(scores[$"L{row}"]).ShouldBe(score.Total, 0.000000000001m);
        Number(scores[$"M{row}"]).ShouldBe(score.TownshipRate, 0.000000000001m);
        (scores[$"N{row}"], scores[$"O{row}"], scores[$"F{row}"]).ShouldBe(("已核定", "良好", "已签订"));

        var part = Part(file, "计分榜").Worksheet;
        var pane = part.Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value).ShouldBe((PaneStateValues.Frozen, 3d, "A4"));
        part.Descendants<MergeCell>().Select(m => m.Reference!.Value).ShouldBe(["A1:Q1", "A2:Q2"]);
        part.Descendants<PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        part.Descendants<Column>().Count().ShouldBe(17);
    }

    [Fact]
    public async Task What_is_missing_is_an_empty_cell_with_its_reason_and_never_a_nought()
    {
        using var file = await Open(Role.PerformanceOrgan, "430203");
        var scores = Sheet(file, "计分榜");
        var row = Row(scores, "贺家土街道=司法所");
        foreach (var column in "IJKLM")
            scores.ContainsKey($"{column}{row}").ShouldBeFalse($"{column}");
        scores[$"Q{row}"].ShouldContain("L：佐证不全，不计分");
        scores[$"Q{row}"].ShouldContain("D：派出部门未评分");
        var evidence = Sheet(file, "佐证");
        var none = Row(evidence, "贺家土街道=司法所");
        evidence.Keys.Where(c => c[1..] == none).Order(StringComparer.Ordinal).ShouldBe([$"A{none}", $"B{none}", $"O{none}"]);
        evidence[$"O{none}"].ShouldBe("尚未统计");
        var owed = Sheet(file, "欠缺事项");
        owed.Values.ShouldContain("审批年度计划");
        owed.Values.ShouldContain("未到期");
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_Components_stand_with_their_figures_and_an_adjustment_beside_the_computed_value()
    {
        using var file = await Open(Role.PerformanceOrgan, "430203");
        var parts = Sheet(file, "分项");
        var rows = parts.Where(c => c.Key[0] == 'C' && c.Value == "建设街道").Select(c => c.Key[1..]).Where(r => parts[$"E{r}"] == "接受综合信息指挥室协调指挥").ToList();
        var row = rows.ShouldHaveSingleItem();
        (Number(parts[$"F{row}"]), Number(parts[$"G{row}"]), Number(parts[$"I{row}"]), Number(parts[$"J{row}"]), parts[$"K{row}"], Number(parts[$"L{row}"])).ShouldBe((30, 30, 100, 95.25m, "两次推诿", 95.25m));
        var evidence = Sheet(file, "佐证");
        var sums = Row(evidence, "贺家土街道城管执法中队");
        (Number(evidence[$"C{sums}"]), Number(evidence[$"F{sums}"]), Number(evidence[$"G{sums}"])).ShouldBe((80, 160, 151));
        Number(evidence[$"H{sums}"]).ShouldBe(151m / 160m, 0.000000000001m);
        DateTime.FromOADate(double.Parse(evidence[$"N{sums}"], CultureInfo.InvariantCulture)).ShouldBe(DateTime.UtcNow.AddHours(8), TimeSpan.FromHours(1), "by the local clock");
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernment, "430203001", "K", "D：无权查看")]
    [InlineData(Role.TownshipGovernment, "430203002", "IJK", "L、S：本乡镇街道的见分项表")]
    [InlineData(Role.Department, "430203:D12", "IJ", "L、S：无权查看")]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "IJKLMNO", "得分：无权查看")]
    public async Task R046_A_figure_that_may_not_be_read_is_an_empty_cell_with_its_reason(Role role, string organ, string hidden, string why)
    {
        using var file = await Open(role, organ, role == Role.Department ? "/download/scoreboard/430203:D12/2025.xlsx" : organ == "430203002" ? "/download/scoreboard/430203002/2025.xlsx" : Address);
        var scores = Sheet(file, "计分榜");
        var row = Row(scores, "贺家土街道城管执法中队");
        foreach (var column in "IJKLMNO")
            scores.ContainsKey($"{column}{row}").ShouldBe(!hidden.Contains(column), $"{column}");
        scores[$"Q{row}"].ShouldContain(why);
        Sheet(file, "分项").Values.Any(v => v == "贺家土街道").ShouldBe(organ == "430203001" && role == Role.TownshipGovernment);
    }

    [Fact, Trait("Rule", "A018")]
    public async Task A018_Evidence_of_other_townships_is_in_no_sum()
    {
        using var file = await Open(Role.TownshipGovernment, "430203002", "/download/scoreboard/430203002/2025.xlsx");
        var evidence = Sheet(file, "佐证");
        Number(evidence[$"C{Row(evidence, "贺家土街道城管执法中队")}"]).ShouldBe(30, "of 80 over both townships");
    }

    [Fact]
    public void A_character_that_XML_cannot_hold_breaks_no_file()
    {
        var book = OfficeBook.Of("表", DateTimeOffset.UnixEpoch, [new("表", "表", "行", [new("列", 10)], [["坏\uFFFF\u0001字𠮷"]])]);
        using var file = SpreadsheetDocument.Open(new MemoryStream(book), false);
        Sheet(file, "表")["A4"].ShouldBe("坏字𠮷");
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernment, "430202001")]
    [InlineData(Role.CountyGovernment, "430202")]
    [InlineData(Role.Department, "430203:D20")]
    [InlineData(Role.CityGovernanceOffice, "4302")]
    [InlineData(Role.Integrator, "4302")]
    public async Task R046_Nobody_else_finds_the_file(Role role, string organ)
    {
        var token = await hub.Token(role, organ);
        using var answer = await hub.Get(Address, token.Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var anonymous = await hub.Get(Address);
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<SpreadsheetDocument> Open(Role role, string organ, string address = Address)
    {
        using var answer = await hub.Get(address, (await hub.Token(role, organ)).Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(ScoreboardDoor.Media);
        answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldEndWith(".xlsx");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
    }

    private static IEnumerable<string?> Names(SpreadsheetDocument file) => file.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value);

    private static WorksheetPart Part(SpreadsheetDocument file, string name) => (WorksheetPart)file.WorkbookPart!.GetPartById(
        file.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name! == name).Id!);

    // Cells with something in them, by their reference.
    private static Dictionary<string, string> Sheet(SpreadsheetDocument file, string name) => Part(file, name).Worksheet.Descendants<Cell>()
        .Where(c => c.InlineString is not null || c.CellValue is not null).ToDictionary(c => c.CellReference!.Value!, c => c.InlineString?.InnerText ?? c.CellValue!.Text);

    private static string Row(Dictionary<string, string> sheet, string agency) => sheet.Single(c => c.Key[0] == 'B' && c.Value == agency).Key[1..];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
