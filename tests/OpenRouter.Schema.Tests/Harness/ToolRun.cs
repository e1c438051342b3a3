namespace OpenRouter.Schema.Tests.Harness;

/// <summary>What the program said and how it ended.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    public static async Task<ToolRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SchemaTool.RunAsync(arguments, output, error);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
