namespace OpenRouter.Testing;

/// <summary>What the usage chunk of a stream looks like; all of them have been seen on the wire.</summary>
public enum UsageShape
{
    /// <summary>It repeats the finish reason.</summary>
    RepeatsFinish,

    /// <summary>It has a choice without a finish reason.</summary>
    NullFinish,

    /// <summary>Its list of choices is empty.</summary>
    EmptyChoices,

    /// <summary>There is none.</summary>
    Absent,
}
