using OpsHub.Domain.Cases;

namespace OpsHub.Contracts.Index;

/// <summary>The rules in force in this process (规则集): read from the seeds at start.</summary>
public interface IRuleBook
{
    /// <summary>The newest rules; replaced as a whole.</summary>
    RuleBook Current { get; }

    /// <summary>Departments by id (<c>D12</c>), with their names.</summary>
    IReadOnlyDictionary<string, Department> Departments { get; }
}

/// <summary>A kind of department (职能部门).</summary>
/// <param name="Id">Id, e.g. <c>D12</c>.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
public sealed record Department(string Id, string Name, string NameEn);
