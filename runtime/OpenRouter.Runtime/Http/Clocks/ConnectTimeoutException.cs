namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>No connection was made in time. It travels inside the exceptions of the HTTP client.</summary>
internal sealed class ConnectTimeoutException : TimeoutException
{
    public ConnectTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
