namespace OpenRouter.Generator.Api.Types;

/// <summary>How the case of a union is found from JSON: by token kind, then by the first item or by members. -1 is "unknown".</summary>
internal sealed record UnionReading(
    int StringCase,
    int IntegerCase,
    int NumberCase,
    int BooleanCase,
    EquatableList<ArrayChoice> Arrays,
    ObjectChoice? Objects);

/// <summary>An array case, chosen by the kind of the array's first item (null: whatever it is).</summary>
internal sealed record ArrayChoice(string? FirstItem, int Case);

/// <summary>
/// A decision between object cases: by the text of the member <see cref="Tag"/> when it is not null, then by
/// <see cref="Shapes"/>, then <see cref="Fallback"/> (-1 is "unknown").
/// </summary>
internal sealed record ObjectChoice(string? Tag, EquatableList<TagChoice> Tags, ShapeChoice? Shapes, int Fallback)
{
    /// <summary>True when nothing is left to look at.</summary>
    public bool IsDecided => Tag is null && Shapes is null;
}

/// <summary>The decision below one value of a tag; a null value stands for an absent tag.</summary>
internal sealed record TagChoice(string? Value, ObjectChoice Choice);

/// <summary>
/// A decision by which members are there: the case that fits best. Where several fit equally well the first is taken, or
/// none of them when <see cref="MustBeOnly"/>.
/// </summary>
internal sealed record ShapeChoice(EquatableList<CaseShape> Cases, bool MustBeOnly);

/// <summary>What tells a case from the others: the members that must be there, and those that may be.</summary>
internal sealed record CaseShape(EquatableList<string> Required, EquatableList<string> Optional, int Case);
