using System.Buffers;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>What one more event of a stream allocates, to the byte. The figures are ceilings: lower them when something was saved.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int Short = 200;
    private const int Long = 1200;
    private const int Attempts = 8;

    /// <remarks>The large text is ten bytes above what it takes: there collections are many, and each gives up the rest of what the thread had been given.</remarks>
    /// <summary>A name, the kind of the stream, the data of an event with N for its number, and the most bytes that one of them may allocate in a debug build.</summary>
    public static TheoryData<string, StreamKind, string, int> Figures => new()
    {
        { "chat, text", StreamKind.ChatAsReceived, """{"id":"gen-1","provider":"P","model":"a/b","object":"chat.completion.chunk","created":17,"choices":[{"index":0,"delta":{"role":"assistant","content":" N"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}""", 207 },
        { "chat, text, with its end as one chunk", StreamKind.Chat, """{"id":"gen-1","provider":"P","model":"a/b","object":"chat.completion.chunk","created":17,"choices":[{"index":0,"delta":{"role":"assistant","content":" N"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}""", 207 },
        { "chat, large text", StreamKind.ChatAsReceived, $$$"""{"id":"gen-1","choices":[{"index":0,"delta":{"content":"N{{{new string('x', 2000)}}}"},"finish_reason":null}]}""", 4232 },
        { "chat, arguments of a tool", StreamKind.ChatAsReceived, """{"id":"gen-1","provider":"P","model":"a/b","choices":[{"index":0,"delta":{"content":null,"tool_calls":[{"index":0,"id":null,"type":"function","function":{"name":null,"arguments":" N"}}]},"finish_reason":null}]}""", 295 },
        { "chat, reasoning", StreamKind.ChatAsReceived, """{"id":"gen-1","provider":"P","model":"a/b","choices":[{"index":0,"delta":{"content":"","reasoning":" N","reasoning_details":[{"type":"reasoning.text","text":" N","format":"f","index":0}]},"finish_reason":null}]}""", 318 },
        { "chat, text, as values", StreamKind.ChatValues, """{"id":"gen-1","provider":"P","model":"a/b","object":"chat.completion.chunk","created":17,"choices":[{"index":0,"delta":{"role":"assistant","content":" N"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}""", 32 },
        { "chat, reasoning, as values", StreamKind.ChatValues, """{"id":"gen-1","provider":"P","model":"a/b","choices":[{"index":0,"delta":{"content":"","reasoning":" N","reasoning_details":[{"type":"reasoning.text","text":" N","format":"f","index":0}]},"finish_reason":null}]}""", 32 },
        { "chat, text in UTF-8", StreamKind.ChatUtf8, """{"id":"gen-1","provider":"P","model":"a/b","object":"chat.completion.chunk","created":17,"choices":[{"index":0,"delta":{"role":"assistant","content":" N"},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}""", 0 },
        { "responses, text", StreamKind.Responses, """{"type":"response.output_text.delta","output_index":0,"item_id":"msg_1","content_index":0,"delta":" N","logprobs":[],"sequence_number":N}""", 271 },
        { "messages, text", StreamKind.Messages, """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" N"}}""", 247 },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Event_OfALongStream_AllocatesNoMoreThanItsFigure(string name, StreamKind kind, string pattern, int figure)
    {
        using var player = new PlayedBody(default, configure: static options => options.Pool = new OneArray());

        // Twice each, so that all that is made once is made.
        Measure(player, kind, pattern, Short);
        Measure(player, kind, pattern, Long);
        // A collection in between gives up the rest of what the thread had been given, and that counts as allocated: the least is right.
        var each = long.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var few = Measure(player, kind, pattern, Short);
            var many = Measure(player, kind, pattern, Long);
            each = Math.Min(each, (many - few + Long - Short - 1) / (Long - Short));
        }

        Assert.True(each <= figure, $"{name}: {each} bytes an event instead of {figure}");
    }

    private static long Measure(PlayedBody player, StreamKind kind, string pattern, int count)
    {
        var body = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            // Numbers of one length, so that all events are of one size.
            body.Append("data: ").Append(pattern.Replace("N", (1000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append("\n\n");
        }

        player.Body = Encoding.UTF8.GetBytes(body.ToString());
        return kind switch
        {
            StreamKind.Chat => Read(StreamReading.Chat(player.Client), count),
            StreamKind.ChatValues => Read(StreamReading.Chat(player.Client).AsValues(), count),
            StreamKind.ChatUtf8 => Read(StreamReading.Chat(player.Client).AsUtf8(), count),
            StreamKind.ChatAsReceived => Read(StreamReading.Chat(player.Client).AsReceived(), count),
            StreamKind.Responses => Read(StreamReading.Responses(player.Client), count),
            _ => Read(StreamReading.Messages(player.Client), count),
        };
    }

    /// <summary>What reading allocates on this thread, the only one: the body is all there and nothing waits.</summary>
    private static long Read<T>(IAsyncEnumerable<T> items, int count)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var enumerator = items.GetAsyncEnumerator();
        for (var number = 0; number < count; number++)
        {
            Assert.True(Now(enumerator.MoveNextAsync()));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Throws<StreamInterruptedException>(() => Now(enumerator.MoveNextAsync()));
        return allocated;
    }

    private static bool Now(ValueTask<bool> step) => step.IsCompleted ? step.GetAwaiter().GetResult() : throw new InvalidOperationException("The stream made its reader wait.");

    /// <summary>Gives one array that holds any body of these tests, so that a body is one read, and gives another only while it is out.</summary>
    private sealed class OneArray : ArrayPool<byte>
    {
        private const int Size = 4 << 20;
        private byte[]? _free = new byte[Size];

        public override byte[] Rent(int minimumLength)
        {
            var array = minimumLength <= Size ? _free : null;
            _free = array is null ? _free : null;
            return array ?? new byte[minimumLength];
        }

        public override void Return(byte[] array, bool clearArray = false) => _free = array.Length == Size ? array : _free;
    }
}
