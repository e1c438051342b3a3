namespace OpenRouter.Analyzers.Bodies;

/// <summary>The rules that judge bodies, one line each: what pages of Razor are shown to.</summary>
internal static class BodyRules
{
    public static BodyRule[] All()
    {
        return
        [
            new Rules.OR1001_ObserveFinishReason.ObserveFinishReasonAnalyzer(),
            new Rules.OR1002_DecideOnFinishReason.DecideOnFinishReasonAnalyzer(),
            new Rules.OR1003_ReadUsageChunk.ReadUsageChunkAnalyzer(),
            new Rules.OR1004_CheckFirstChoice.CheckFirstChoiceAnalyzer(),
            new Rules.OR1005_CheckCompletion.CheckCompletionAnalyzer(),
            new Rules.OR1006_EnumerateStreamOnce.EnumerateStreamOnceAnalyzer(),
            new Rules.OR1007_AwaitCall.AwaitCallAnalyzer(),
            new Rules.OR1008_CoverFinishReasons.CoverFinishReasonsAnalyzer(),
            new Rules.OR1009_CheckErrorChunk.CheckErrorChunkAnalyzer(),
            new Rules.OR2001_PassCancellationToken.PassCancellationTokenAnalyzer(),
            new Rules.OR2002_AwaitInsteadOfBlocking.AwaitInsteadOfBlockingAnalyzer(),
            new Rules.OR2003_KeepStreamFailure.KeepStreamFailureAnalyzer(),
            new Rules.OR2004_MakeWrapperCancellable.MakeWrapperCancellableAnalyzer(),
            new Rules.OR2005_PassInsteadOfPolling.PassInsteadOfPollingAnalyzer(),
            new Rules.OR2006_SetHttpClientTimeout.SetHttpClientTimeoutAnalyzer(),
            new Rules.OR3001_SendConfiguredRequest.SendConfiguredRequestAnalyzer(),
            new Rules.OR3002_StayInRange.StayInRangeAnalyzer(),
            new Rules.OR3003_NameModelWithVendor.NameModelWithVendorAnalyzer(),
            new Rules.OR3004_CombineSettings.CombineSettingsAnalyzer(),
            new Rules.OR4001_KeepApiKeyOutOfSource.KeepApiKeyOutOfSourceAnalyzer(),
            new Rules.OR4002_EncodeModelText.EncodeModelTextAnalyzer(),
            new Rules.OR4003_KeepApiKeyOutOfLogs.KeepApiKeyOutOfLogsAnalyzer(),
            new Rules.OR5001_HandleToolCalls.HandleToolCallsAnalyzer(),
            new Rules.OR5002_AskForJson.AskForJsonAnalyzer(),
            new Rules.OR5003_WaitForToolArguments.WaitForToolArgumentsAnalyzer(),
            new Rules.OR5004_AnswerToolCall.AnswerToolCallAnalyzer(),
            new Rules.OR6001_AppendToBuilder.AppendToBuilderAnalyzer(),
            new Rules.OR6002_ReuseClient.ReuseClientAnalyzer(),
            new Rules.OR6003_ProcessNewTextOnly.ProcessNewTextOnlyAnalyzer(),
            new Rules.OR7001_ReplaceRetiredModel.ReplaceRetiredModelAnalyzer(),
        ];
    }
}
