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
/// A decision between object cases: by the text of the member <see cref="Tag"/> when it is not null, then by members that
/// only one case requires, then <see cref="Fallback"/> (-1 is "unknown").
/// </summary>
internal sealed record ObjectChoice(string? Tag, EquatableList<TagChoice> Tags, EquatableList<ProbeChoice> Probes, int Fallback);

/// <summary>The decision below one value of a tag; a null value stands for an absent tag.</summary>
internal sealed record TagChoice(string? Value, ObjectChoice Choice);

/// <summary>A case that is meant when all of these members are there.</summary>
internal sealed record ProbeChoice(EquatableList<string> Members, int Case);
