namespace Worker.Running;

/// <summary>
/// Says that a loop of this process has died. A host whose work has stopped but whose health page still answers is worse than none, so the process ends, with a code
/// that makes its supervisor start it again.
/// </summary>
internal sealed class WorkerFault(IHostApplicationLifetime lifetime, ILogger<WorkerFault> logger)
{
    /// <summary>EX_SOFTWARE of sysexits.</summary>
    public const int ExitCode = 70;

    private int _isSet;

    public bool IsSet => Volatile.Read(ref _isSet) != 0;

    public void Report(string loop, Exception exception)
    {
        Volatile.Write(ref _isSet, 1);
        logger.LogCritical(exception, "The {Loop} has died. The process ends.", loop);
        lifetime.StopApplication();
    }
}
