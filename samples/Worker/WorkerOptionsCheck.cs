using Microsoft.Extensions.Options;

namespace Worker;

/// <summary>Says at the start what cannot work, instead of some time later.</summary>
internal sealed class WorkerOptionsCheck : IValidateOptions<WorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkerOptions options)
        => options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
