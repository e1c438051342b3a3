namespace OpenRouter.Generator.Text;

/// <summary>One name and value of an object node.</summary>
internal sealed record NodeMember(string Name, SourcePlace NamePlace, Node Value)
{
    public SourceSpan NameSpan => NamePlace.Span;
}
