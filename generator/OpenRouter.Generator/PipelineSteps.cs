namespace OpenRouter.Generator;

/// <summary>The names by which tests follow the steps of the pipeline.</summary>
internal static class PipelineSteps
{
    public const string Files = nameof(Files);
    public const string Host = nameof(Host);
    public const string Model = nameof(Model);
    public const string Objects = nameof(Objects);
    public const string Enums = nameof(Enums);
    public const string Unions = nameof(Unions);
    public const string Groups = nameof(Groups);
    public const string Builders = nameof(Builders);
    public const string Problems = nameof(Problems);
}
