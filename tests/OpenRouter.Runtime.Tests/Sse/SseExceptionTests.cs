using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SseExceptionTests
{
    [Fact]
    public void Exceptions_MadeByOthers_SaySomethingAndKeepWhatTheyAreGiven()
    {
        var cause = new InvalidOperationException();

        Assert.Equal("A body of server-sent events is larger than allowed.", new SseLimitException().Message);
        Assert.Equal("A server-sent event is larger than allowed.", new EventTooLargeException().Message);
        Assert.Equal("x", new SseLimitException("x").Message);
        Assert.Equal("x", new EventTooLargeException("x").Message);
        Assert.Same(cause, new SseLimitException("x", cause).InnerException);
        Assert.Same(cause, new EventTooLargeException("x", cause).InnerException);
    }

    [Fact]
    public void EventTooLarge_IsALimitAndALimitIsAnIOException()
    {
        Assert.IsAssignableFrom<SseLimitException>(new EventTooLargeException());
        Assert.IsAssignableFrom<IOException>(new SseLimitException());
    }
}
