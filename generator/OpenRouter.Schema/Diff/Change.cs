namespace OpenRouter.Schema.Diff;

/// <summary>One difference between two clients.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Part">What it happened to.</param>
/// <param name="Name">The C# name, with the type or group in front.</param>
/// <param name="Text">What was and what is, or what follows from it.</param>
/// <param name="Breaks">Whether source that uses the old client may not compile, or has a new warning about null.</param>
internal sealed record Change(ChangeKind Kind, ChangedPart Part, string Name, string Text, bool Breaks);

/// <summary>What happened to a part of a client.</summary>
internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>The parts of a client, in the order in which they are told.</summary>
internal enum ChangedPart
{
    Client,
    Operation,
    Parameter,
    Type,
    Member,
    Value,
    Case,
}
