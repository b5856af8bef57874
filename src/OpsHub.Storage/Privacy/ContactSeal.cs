using System.Security.Cryptography;
using System.Text;
using OpsHub.Contracts.Privacy;

namespace OpsHub.Storage.Privacy;

/// <summary>Seals contacts: AES-256-GCM, a fresh nonce each, bound to case and command, so that a row copied to another case can't be read there.</summary>
internal sealed class ContactSeal(ContactKeys keys)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>Whether there is a key to seal with.</summary>
    public bool CanSeal => keys.Current is not null;

    /// <summary>Id of the key and the sealed contact.</summary>
    public (string KeyId, string Sealed) Seal(KeptContact of, string contact)
    {
        var id = keys.Current ?? throw new InvalidOperationException("No key for contacts is configured.");
        var plain = Encoding.UTF8.GetBytes(contact);
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(keys.Of(id)!, Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), plain, sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag), Bound(of, id));
        CryptographicOperations.ZeroMemory(plain);
        return (id, Convert.ToBase64String(sealedBytes));
    }

    /// <summary>The contact.</summary>
    /// <exception cref="ContactUnreadableException">Another key, another case, or changed bytes.</exception>
    public string Open(KeptContact of, string keyId, string sealedText)
    {
        if (keys.Of(keyId) is not { } key)
            throw new ContactUnreadableException($"The key '{keyId}' of a contact is not among those configured.");
        try
        {
            var sealedBytes = Convert.FromBase64String(sealedText);
            var plain = new byte[sealedBytes.Length - Nonce - Tag];
            using var aes = new AesGcm(key, Tag);
            aes.Decrypt(sealedBytes.AsSpan(0, Nonce), sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag), plain, Bound(of, keyId));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            throw new ContactUnreadableException($"The contact of {of.CaseKey} can't be decrypted with the key '{keyId}'.", error);
        }
    }

    private static byte[] Bound(KeptContact of, string keyId) => Encoding.UTF8.GetBytes($"{of.CaseKey}|{of.Command}|{keyId}");
}
