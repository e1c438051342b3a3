namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>What a client can do wrong at the end of a stream.</summary>
internal static class ChatFault
{
    public const string HidesError = "hides the error";
    public const string EndsQuietly = "ends a cut answer as a whole one";
    public const string RefusesAnswer = "fails a whole answer";
    public const string UntypedException = "throws what it does not document";
    public const string LosesContent = "loses text";

    public static readonly string[] All = [HidesError, EndsQuietly, RefusesAnswer, UntypedException, LosesContent];
}
