namespace OpenRouter.Analyzers;

/// <summary>The ids of all rules; once shipped, an id never changes its meaning.</summary>
internal static class RuleIds
{
    public const string ObserveFinishReason = "OR1001";
    public const string DecideOnFinishReason = "OR1002";
    public const string ReadUsageChunk = "OR1003";
    public const string CheckFirstChoice = "OR1004";
    public const string CheckCompletion = "OR1005";
    public const string EnumerateStreamOnce = "OR1006";
    public const string AwaitCall = "OR1007";
    public const string CoverFinishReasons = "OR1008";
    public const string CheckErrorChunk = "OR1009";
    public const string PassCancellationToken = "OR2001";
    public const string AwaitInsteadOfBlocking = "OR2002";
    public const string KeepStreamFailure = "OR2003";
    public const string MakeWrapperCancellable = "OR2004";
    public const string PassInsteadOfPolling = "OR2005";
    public const string SetHttpClientTimeout = "OR2006";
    public const string SendConfiguredRequest = "OR3001";
    public const string StayInRange = "OR3002";
    public const string NameModelWithVendor = "OR3003";
    public const string CombineSettings = "OR3004";
    public const string KeepApiKeyOutOfSource = "OR4001";
    public const string EncodeModelText = "OR4002";
    public const string KeepApiKeyOutOfLogs = "OR4003";
    public const string HandleToolCalls = "OR5001";
    public const string AskForJson = "OR5002";
    public const string WaitForToolArguments = "OR5003";
    public const string AnswerToolCall = "OR5004";
    public const string AppendToBuilder = "OR6001";
    public const string ReuseClient = "OR6002";
    public const string ProcessNewTextOnly = "OR6003";
    public const string ReplaceRetiredModel = "OR7001";
}
