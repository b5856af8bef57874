using OpsHub.Contracts.Publishing;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Cases;

/// <summary>Numbers of cases (案件编号), e.g. <c>4302-2026-000123</c>.</summary>
internal sealed class CaseNumbers(IPublisher publisher) : SubjectNumbers(publisher, "");
