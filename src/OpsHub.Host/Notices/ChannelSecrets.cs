using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OpsHub.Host.Accounts;
using OpsHub.Host.Options;

namespace OpsHub.Host.Notices;

/// <summary>Encrypts what is secret in a channel (渠道密钥): AES-256-GCM, bound to the channel, under the configured key or else one that is derived
/// from the key kept in the database, the same for all processes on it.</summary>
internal sealed class ChannelSecrets(SigningKeys keys, IOptions<NoticeOptions> options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly byte[] Purpose = "opshub channel secrets v1"u8.ToArray();

    private byte[]? _key;

    public async Task<string> Encrypt(string channel, string text, CancellationToken cancel)
    {
        using var aes = new AesGcm(await Key(cancel), TagBytes);
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedText.AsSpan(0, NonceBytes));
        aes.Encrypt(sealedText.AsSpan(0, NonceBytes), plain, sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(channel));
        return Convert.ToBase64String(sealedText);
    }

    /// <exception cref="SendFailedException">It was encrypted under another key, or belongs to another channel.</exception>
    public async Task<string> Decrypt(string channel, string encrypted, CancellationToken cancel)
    {
        using var aes = new AesGcm(await Key(cancel), TagBytes);
        try
        {
            var sealedText = Convert.FromBase64String(encrypted);
            var plain = new byte[sealedText.Length - NonceBytes - TagBytes];
            aes.Decrypt(sealedText.AsSpan(0, NonceBytes), sealedText.AsSpan(NonceBytes + TagBytes), sealedText.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(channel));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or OverflowException)
        {
            throw new SendFailedException("The channel's target can't be decrypted: OpsHub:Notices:EncryptionKey is another than it was. Set the channel's target and secret again");
        }
    }

    private async Task<byte[]> Key(CancellationToken cancel) => _key ??= options.Value.EncryptionKey is { } own
        ? Convert.FromBase64String(own)
        : HKDF.DeriveKey(HashAlgorithmName.SHA256, (await keys.Load(cancel)).Key, 32, info: Purpose);
}
