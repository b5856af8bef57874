using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Control;
using OpsHub.Host.Seeds;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Import of a divisions file.</summary>
/// <param name="File">Full path.</param>
internal sealed record ImportRequest(string File);

/// <summary>Imports a divisions file as the administrator of the machine; a file with any problem changes nothing.</summary>
internal sealed class ImportOperation(UnitImporter importer, IHubDirectory directory) : IOperation<ImportRequest>
{
    private const int MostTold = 20;

    public async Task<int> Run(ImportRequest request, IOperationOutput output, CancellationToken cancel)
    {
        await directory.Refresh(cancel);
        var rows = DivisionFile.Read(request.File);
        var city = directory.City?.Value ?? rows.FirstOrDefault(r => r.Level == "2")?.Code;
        if (!UnitCode.TryParse(city, out var top))
            throw new SeedFileException(request.File, 1, "系统中还没有市，文件中也没有第 2 级的行", "the hub has no city yet, and the file has no row of level 2");
        var outcome = await importer.Import(rows, new Actor("command-line", Role.Administrator, OrganCode.Of(top)), new Told(output), cancel);
        foreach (var problem in outcome.Problems.Take(MostTold))
            output.Note($"{request.File}:{problem.Line} [{problem.Rule}] {problem.Column}: {problem.Zh} / {problem.En}");
        if (outcome.Problems.Count > MostTold)
            output.Note($"… 另有 {outcome.Problems.Count - MostTold} 个问题 / and {outcome.Problems.Count - MostTold} more");
        if (outcome.Problems.Count > 0)
        {
            output.Note(outcome.Done == 0
                ? "文件有误，未导入任何内容。请改正后重试。\nThe file is refused, nothing was imported. Correct it and try again."
                : $"已导入 {outcome.Done} 项，其余被拒绝；改正后可再次导入同一文件。\n{outcome.Done} were imported, the rest refused; correct them and import the same file again.");
            return ExitCodes.Input;
        }

        output.Line($"导入 {outcome.Done} 项，{outcome.Unchanged} 行无变化 / {outcome.Done} imported, {outcome.Unchanged} rows unchanged");
        return ExitCodes.Done;
    }

    private sealed class Told(IOperationOutput output) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => output.Progress(value.Done, value.Of);
    }
}
