using System;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads the first server of a document, path or operation; variables take their defaults.</summary>
internal static class ServerReader
{
    /// <returns>An absolute http address, or null: a relative one says nothing about where the service is.</returns>
    public static string? UrlOf(Node owner, ProblemList problems)
    {
        if (owner["servers"] is not { IsArray: true, Items.Count: > 0 } servers || servers.Items[0].String("url") is not { } url)
        {
            return null;
        }

        foreach (var variable in servers.Items[0]["variables"]?.Members ?? [])
        {
            url = url.Replace("{" + variable.Name + "}", variable.Value["default"]?.Text ?? "");
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return url;
        }

        problems.Add(ProblemRule.NotUsed, servers.Items[0]["url"]!.Span, $"The server '{url}' is no whole address, so it says nothing about where the service is; set the option BaseAddress of the client.");
        return null;
    }
}
