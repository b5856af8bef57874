using System.Data.Common;

namespace OpsHub.Storage;

/// <summary>Tables of a library that brings its own scripts (jobs). Installed once a process, after the numbered scripts and under the
/// same lock, so that processes which start together don't collide.</summary>
public interface IForeignSchema
{
    /// <summary>Installs or upgrades it; does nothing where it is up to date.</summary>
    void Install(DbConnection connection);
}
