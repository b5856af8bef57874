using OpsHub.Contracts.Publishing;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Consultations;

/// <summary>Numbers of consultations (协商编号), a series of their own, e.g. <c>C4302-2026-000012</c>.</summary>
internal sealed class ConsultationNumbers(IPublisher publisher) : SubjectNumbers(publisher, "C");
