namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>The forms of C# in which the same statements can stand.</summary>
internal static class RuleForms
{
    public const string TopLevel = "top-level statements";
    public const string Method = "method";
    public const string StaticMethod = "static method";
    public const string Lambda = "lambda";
    public const string LocalFunction = "local function";
    public const string AsyncIterator = "async iterator";
    public const string ExpressionBody = "expression-bodied member";
    public const string PartialMethod = "partial method";
    public const string GenericMethod = "generic method";
    public const string UsingAlias = "using alias";
    public const string NestedType = "nested type";
    public const string PrimaryConstructor = "primary constructor";
    public const string NullableOff = "nullable off";

    public static IReadOnlyList<string> All { get; } =
    [
        TopLevel, Method, StaticMethod, Lambda, LocalFunction, AsyncIterator, ExpressionBody,
        PartialMethod, GenericMethod, UsingAlias, NestedType, PrimaryConstructor, NullableOff,
    ];

    /// <summary>Puts statements, which may await and use <c>client</c> and <c>pen</c>, into a form; members stand beside them.</summary>
    public static string Wrap(string form, string statements, string members)
    {
        const string Parameters = "IOpenRouterClient client, Pen pen, string text";
        return form switch
        {
            TopLevel => $$"""
                IOpenRouterClient client = null!;
                Pen pen = null!;
                var text = "";
                {{statements}}
                Console.Write(client is null && pen is null && text.Length == 0);
                static partial class Members { {{members}} }
                """,
            StaticMethod => In("static async Task Run(" + Parameters + ") { " + statements + " }", members),
            Lambda => In("Func<Task> Run(" + Parameters + ") { return async () => { " + statements + " }; }", members),
            LocalFunction => In("Task Run(" + Parameters + ") { return Inner(); async Task Inner() { " + statements + " } }", members),
            AsyncIterator => In("async IAsyncEnumerable<int> Run(" + Parameters + ") { " + statements + " yield return 1; }", members),
            ExpressionBody => In("Func<IOpenRouterClient, Pen, string, Task> Run => async (client, pen, text) => { " + statements + " };", members),
            PartialMethod => "partial class Sample { private partial Task Run(" + Parameters + "); }\n"
                + "partial class Sample { " + members + "\nprivate async partial Task Run(" + Parameters + ") { " + statements + " } }",
            GenericMethod => In("async Task Run<T>(" + Parameters + ", T other) where T : class { " + statements + " Console.Write(other); }", members),
            UsingAlias => "using Service = OpenRouter.Core.IOpenRouterClient;\nusing Writer = Acme.Letters.Pen;\n"
                + In("async Task Run(Service client, Writer pen, string text) { " + statements + " }", members),
            NestedType => "class Outer<T> { " + In("async Task Run(" + Parameters + ") { " + statements + " }", members) + " }",
            PrimaryConstructor => "class Sample(" + Parameters + ") { " + members + "\nasync Task Run() { " + statements + " } }",
            _ => In("async Task Run(" + Parameters + ") { " + statements + " }", members),
        };
    }

    private static string In(string method, string members)
    {
        return "class Sample { " + members + "\n" + method + " }";
    }
}
