using System.Buffers;
using System.Net.Http.Headers;

namespace OpenRouter.Runtime.Http;

/// <summary>Checks headers before .NET sees them; no message quotes a value, since it may be a secret.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> TokenLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Length", "Content-Type", "Cookie", "Host", "Transfer-Encoding", "Upgrade", "Trailer", "TE", "Expect", "Proxy-Authorization",
        "Proxy-Connection", "Keep-Alive", "HTTP2-Settings",
    };

    /// <summary>Checks a header of the caller.</summary>
    /// <exception cref="ArgumentException">Name or value cannot be sent.</exception>
    public static void Check(string name, string value)
    {
        CheckToken(name, nameof(name));
        if (Reserved.Contains(name))
        {
            throw new ArgumentException($"The header {name} is set by the client itself. Use the option that stands for it.", nameof(name));
        }

        CheckValue(name, value, nameof(value));
    }

    /// <summary>Checks the name of a header or cookie.</summary>
    /// <exception cref="ArgumentException">The name cannot be sent.</exception>
    public static void CheckToken(string name, string parameter)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(TokenLetters))
        {
            throw new ArgumentException("The name of a header or cookie may hold letters, digits and !#$%&'*+-.^_`|~ only.", parameter);
        }
    }

    /// <summary>Checks a value.</summary>
    /// <exception cref="ArgumentException">The value cannot be sent.</exception>
    public static void CheckValue(string name, string value, string parameter)
    {
        var position = value.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (position >= 0)
        {
            throw new ArgumentException(
                $"The value of the header {name} holds a character at position {position} that a header cannot carry. Use printable ASCII.", parameter);
        }
    }

    /// <summary>Adds a header that was checked.</summary>
    public static void Add(HttpRequestHeaders headers, string name, string value)
    {
        try
        {
            headers.Add(name, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // The message of .NET quotes the value; so neither it nor the exception is passed on.
            throw new ArgumentException($"The value of the header {name} does not have the form that this header must have.", nameof(value));
        }
    }

}
