namespace BlazorChat.Answers;

/// <summary>How an answer ended. Only one of these ends means that it is whole.</summary>
public enum AnswerEndKind
{
    /// <summary>The model was done.</summary>
    Complete,

    /// <summary>The limit of tokens, or that of the page, was reached.</summary>
    CutOff,

    /// <summary>A content filter stopped it.</summary>
    Filtered,

    /// <summary>The model would not answer.</summary>
    Declined,

    /// <summary>It ended with a reason that this page does not know.</summary>
    Unusual,

    /// <summary>The user stopped it.</summary>
    Stopped,

    /// <summary>It broke off: the connection was lost, or a clock ran out.</summary>
    Interrupted,

    /// <summary>The service reported an error.</summary>
    Failed,

    /// <summary>It was not asked for at all: nobody is signed in, or too many answers run.</summary>
    Refused,
}
