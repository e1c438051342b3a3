using OpenRouter.Runtime.Json;

namespace OpenRouter.Testing.Answers;

/// <summary>Members that the service sends as null where the generated types leave them out.</summary>
internal static class WireNull
{
    public static JsonExtras Of(params string[] names)
    {
        var extras = new JsonExtras();
        foreach (var name in names)
        {
            extras.Set(name, (string?)null);
        }

        return extras;
    }
}
