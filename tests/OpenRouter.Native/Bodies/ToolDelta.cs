using System.Globalization;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Bodies;

/// <summary>Writes a fragment of a tool call as a delta; a member that is null is absent.</summary>
internal static class ToolDelta
{
    public static string Of((long? Index, string? Id, string? Name, string? Arguments) fragment)
    {
        var function = Members(("name", Text(fragment.Name)), ("arguments", Text(fragment.Arguments)));
        var call = Members(("index", fragment.Index?.ToString(CultureInfo.InvariantCulture)), ("id", Text(fragment.Id)), ("function", function));
        return $$"""{"tool_calls":[{{call}}]}""";
    }

    private static string Members(params (string Name, string? Json)[] members)
        => $"{{{string.Join(',', members.Where(static member => member.Json is not null).Select(static member => $"\"{member.Name}\":{member.Json}"))}}}";

    private static string? Text(string? text) => text is null ? null : JsonText.Of(text);
}
