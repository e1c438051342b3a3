namespace OpenRouter.Runtime.Http;

/// <summary>Checks addresses and joins them with paths; no message quotes an address, since it may hold a password.</summary>
internal static class ServiceAddress
{
    /// <summary>Checks a base address and brings it into the form without a slash at its end.</summary>
    /// <exception cref="ArgumentException">The address is not one to send a key to.</exception>
    public static string Check(Uri address, string parameter)
    {
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException("The base address is relative. Give the whole of it, such as https://openrouter.ai/api/v1.", parameter);
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new ArgumentException("The base address must be https; http is allowed to this machine only.", parameter);
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address must not hold a user, a query or a fragment.", parameter);
        }

        if (Origin(address) is not { } origin)
        {
            throw new ArgumentException("The host of the base address is no name of a host.", parameter);
        }

        return origin + address.AbsolutePath.TrimEnd('/');
    }

    /// <summary>Joins by hand: .NET would drop the last part of the base, and could be led to another host.</summary>
    public static Uri Join(string baseAddress, string path, string query)
    {
        var address = new Uri($"{baseAddress}/{path.TrimStart('/')}{query}", UriKind.Absolute);
        if (!address.AbsoluteUri.StartsWith($"{baseAddress}/", StringComparison.Ordinal))
        {
            throw new ArgumentException("The path of the request leads out of the base address.", nameof(path));
        }

        return address;
    }

    /// <summary>Scheme, host as it goes over the wire, and port; null when the host has no such form.</summary>
    private static string? Origin(Uri address)
    {
        try
        {
            var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
            var port = address.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{address.Port}");
            return host.Length == 0 ? null : $"{address.Scheme}://{host}{port}";
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
