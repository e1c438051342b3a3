namespace OpenRouter.Analyzers.Rules.OR5002_AskForJson;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class AskForJsonProperties
{
    /// <summary>The name of the sending call.</summary>
    public const string SendName = nameof(SendName);

    /// <summary>Which one it is among the same names of the file.</summary>
    public const string SendOrdinal = nameof(SendOrdinal);

    /// <summary>The step that asks for a form.</summary>
    public const string Step = nameof(Step);

    /// <summary>The member of its parameter's type that stands for JSON.</summary>
    public const string Form = nameof(Form);
}
