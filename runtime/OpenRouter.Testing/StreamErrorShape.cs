namespace OpenRouter.Testing;

/// <summary>The shapes in which an error can stand inside a stream of status 200.</summary>
public enum StreamErrorShape
{
    /// <summary>An error beside a choice that finishes with <c>error</c>; then the body ends.</summary>
    Documented,

    /// <summary>Two finish reasons, then an error with usage and without a finish reason, then the end mark.</summary>
    AfterFinish,

    /// <summary>An error beside an empty list of choices.</summary>
    EmptyChoices,

    /// <summary>An event with an error and nothing else.</summary>
    Alone,

    /// <summary>An error inside the choice.</summary>
    InChoice,

    /// <summary>The finish reason <c>error</c> and no error object; the message is the native reason.</summary>
    FinishOnly,

    /// <summary>The code of the error is a name.</summary>
    NamedCode,

    /// <summary>The code of the error is null.</summary>
    NullCode,

    /// <summary>The error is a bare string.</summary>
    BareString,

    /// <summary>An event of the type <c>error</c>, as other servers send it.</summary>
    ErrorEvent,
}
