namespace OpenRouter.Generator;

/// <summary>Names of emitted files: the type with its namespace, which is unique ignoring case and free of odd characters.</summary>
internal static class HintNames
{
    public static string Of(string @namespace, string name) => $"{@namespace}.{name}.g.cs";
}
