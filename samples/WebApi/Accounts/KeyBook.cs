using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using WebApi.Settings;

namespace WebApi.Accounts;

/// <summary>Knows whose key a key is. It holds hashes only.</summary>
internal sealed class KeyBook(IOptions<RelaySettings> settings)
{
    private readonly (string User, byte[] Hash)[] _users = [.. settings.Value.Users.Select(static user => (user.Key, Convert.FromHexString(user.Value)))];

    /// <summary>The name of the user; null when nobody has this key. How long it takes tells nothing about the keys.</summary>
    public string? Find(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        string? found = null;
        foreach (var (user, known) in _users)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = user;
            }
        }

        return found;
    }
}
