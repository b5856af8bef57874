using Microsoft.Extensions.Options;
using OpsHub.Contracts.Notices;
using OpsHub.Host.Options;

namespace OpsHub.Host.Notices;

/// <summary>Registers what tells people, and the desk for channels.</summary>
internal static class NoticesRegistration
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IOptions<NoticeOptions>>().Value.Rules)
        .AddSingleton(provider => new PublicAddresses(provider.GetRequiredService<IOptions<NoticeOptions>>().Value.AllowPrivateAddresses))
        .AddSingleton(provider => new OutgoingHttp(
            provider.GetRequiredService<PublicAddresses>(), TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<NoticeOptions>>().Value.TimeoutSeconds)))
        .AddSingleton<ChannelSecrets>()
        .AddSingleton<IChannelDesk, ChannelDesk>()
        .AddSingleton<IChannelSender, WebhookSender>()
        .AddSingleton<IChannelSender, WeComSender>()
        .AddSingleton<IChannelSender, MailSender>()
        .AddSingleton<NoticeDispatch>()
        .AddHostedService<NoticeLoop>()
        .AddSingleton<ChannelHealth>()
        .AddHostedService(provider => provider.GetRequiredService<ChannelHealth>());
}
