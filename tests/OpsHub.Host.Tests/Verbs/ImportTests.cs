using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Verbs;

[Collection(HubCollection.Name)]
public sealed class ImportTests(RunningHub hub)
{
    private const string Heading = "code,parentCode,level,name,kind\n";

    [Fact]
    public async Task A_second_import_of_the_same_file_changes_nothing()
    {
        var (code, output, errors) = await HubProcess.Run("import", Path.Combine(AppContext.BaseDirectory, "seeds/divisions/divisions_4302.csv"), hub.Setting);
        code.ShouldBe(0, errors);
        output.ShouldContain("0 imported, 1522 rows unchanged");
    }

    [Theory]
    [InlineData("430202777,430299,4,某街道,subdistrict\n", ":2 [G011] parentCode")]
    [InlineData("43020,4302,3,某区,district\n", ":2 [G011] code")]
    [InlineData("430202777,430202,4,甲街道,subdistrict\n430202777,430202,4,乙街道,subdistrict\n", ":3 [G011] code")]
    public async Task An_orphan_a_malformed_code_and_a_duplicate_are_refused_with_line_and_rule(string rows, string says)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await HubProcess.Run("import", folder.File("divisions.csv", Heading + rows), hub.Setting);
        code.ShouldBe(ExitCodes.Input);
        errors.ShouldContain(says);
        errors.ShouldContain("nothing was imported");
    }

    [Theory]
    [InlineData("430202001,430202,4,月塘街道,subdistrict,2999-01-01,430202002,\n", ":2 [G011] endsOn")] // its communities are still there
    [InlineData("430202001999,430202001,5,某社区,community,,,\n430202001999001,430202001999,6,第1网格,grid,,,2\n", ":3 [G001] population")]
    public async Task A_merger_that_leaves_orphans_is_refused_before_anything_is_written(string rows, string says)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await HubProcess.Run("import", folder.File("divisions.csv", "code,parentCode,level,name,kind,endsOn,mergedInto,load\n" + rows), hub.Setting);
        code.ShouldBe(ExitCodes.Input, errors);
        errors.ShouldContain(says);
        errors.ShouldContain("nothing was imported");
    }

    [Theory]
    [InlineData("code,name\n1,2\n", "parentCode, level, kind")]
    [InlineData(Heading + "430202777,430202,4\n", "line 2")]
    [InlineData(Heading + "430202777,430202,4,\"甲街道,subdistrict\n", "CSV")]
    public async Task A_file_that_is_no_such_CSV_is_refused(string content, string says)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await HubProcess.Run("import", folder.File("divisions.csv", content), hub.Setting);
        code.ShouldBe(ExitCodes.Input, errors);
        errors.ShouldContain(says);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, errors) = await HubProcess.Run("import", "/nowhere/divisions.csv", hub.Setting);
        code.ShouldBe(ExitCodes.Input);
        errors.ShouldContain("/nowhere/divisions.csv");
    }
}
