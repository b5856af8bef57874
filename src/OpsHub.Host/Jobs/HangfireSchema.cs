using System.Data.Common;
using Hangfire.PostgreSql;
using Npgsql;
using OpsHub.Storage;

namespace OpsHub.Host.Jobs;

/// <summary>Hangfire's tables on PostgreSQL, made with the hub's own: neither when its dashboard is mapped nor by two processes at once.</summary>
internal sealed class HangfireSchema : IForeignSchema
{
    public void Install(DbConnection connection) => PostgreSqlObjectsInstaller.Install((NpgsqlConnection)connection);
}
