using OpsHub.Host.Verbs;

return await HubCommands.Run(args);
