namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>No connection was made in time. It travels inside the exceptions of the HTTP client.</summary>
internal sealed class ConnectTimeoutException : TimeoutException
{
    public ConnectTimeoutException()
        : this("No connection was made in time.")
    {
    }

    public ConnectTimeoutException(string message)
        : base(message)
    {
    }

    public ConnectTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
