using System.Globalization;
using System.Text;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Random events of the other wires: counted, with ids that change, and with values of kinds that nobody expects.</summary>
internal static class EventSequences
{
    private static readonly string[] Responses =
    [
        """{"type":"response.output_text.delta","item_id":"I","output_index":0,"content_index":0,"delta":T,"logprobs":[],"sequence_number":N}""",
        """{"type":"response.output_text.delta","sequence_number":N,"item_id":"I","output_index":0,"content_index":C,"delta":T}""",
        """{"type":"response.output_text.delta","sequence_number":X,"item_id":X,"output_index":X,"content_index":0,"delta":T}""",
        """{"delta":T,"type":"response.reasoning_text.delta","output_index":0,"item_id":"I","content_index":0,"sequence_number":N}""",
        """{"type":"response.reasoning_summary_text.delta","item_id":"I","output_index":0,"summary_index":0,"delta":T,"sequence_number":N}""",
        """{"type":"response.function_call_arguments.delta","item_id":"I","output_index":C,"delta":T,"sequence_number":N}""",
        """{"type":"response.refusal.delta","item_id":"I","output_index":0,"content_index":0,"delta":T,"sequence_number":N}""",
        """{"type":"response.output_item.added","output_index":C,"item":{"type":"message","id":"I","role":"assistant","status":"in_progress","content":[]},"sequence_number":N}""",
        """{"type":"response.output_item.added","output_index":C,"item":{"type":"function_call","id":"I","call_id":"I","name":"f","arguments":""},"sequence_number":N}""",
        """{"type":"response.content_part.added","item_id":"I","output_index":0,"content_index":0,"part":{"type":"output_text","text":T,"annotations":[]},"sequence_number":N}""",
        """{"type":"response.in_progress","sequence_number":N,"response":{"id":"resp_1","object":"response","created_at":7,"status":"in_progress","model":"m","output":[]}}""",
        """{"type":"response.later.delta","sequence_number":N,"delta":T}""",
        """{"type":T,"sequence_number":N,"delta":T}""",
        """{"type":"response.output_text.delta","type":"response.refusal.delta","item_id":"I","delta":T,"sequence_number":N}""",
        """{"type":"response.output_text.delta","delta":T,"del\u0074a":T,"item_id":"I","sequence_number":N,"output_index":0,"content_index":0}""",
        """ { "type" : "response.output_text.delta" , "delta" : T , "item_id" : "I" , "sequence_number" : N , "output_index" : 0 , "content_index" : 0 } """,
    ];

    private static readonly string[] Messages =
    [
        """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":T}}""",
        """{"type":"content_block_delta","index":C,"delta":{"type":"text_delta","text":T}   }""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":T}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":T}}""",
        """{"type":"content_block_delta","index":C,"delta":{"type":"input_json_delta","partial_json":T}}""",
        """{"type":"content_block_delta","index":X,"delta":{"type":"text_delta","text":T,"text":T}}""",
        """{"type":"content_block_delta","index":0,"delta":{"type":"later_delta","text":T}}""",
        """{"type":"content_block_delta","index":0,"delta":{"text":T,"type":"text_delta"}}""",
        """{"type":"content_block_delta","index":0,"delta":T}""",
        """{"type":"content_block_delta","index":0,"delta":[{"type":"text_delta","text":T}]}""",
        """{"type":"content_block_start","index":C,"content_block":{"type":"text","text":T}}""",
        """{"type":"content_block_start","index":C,"content_block":{"type":"tool_use","id":"I","name":"f","input":{}}}""",
        """{"type":"content_block_stop","index":C}""",
        """{"type":"message_delta","delta":{"stop_reason":null,"stop_sequence":T},"usage":{"output_tokens":N}}""",
        """{"type": "ping"}""",
        """{"type": "later", "text":T, "count":N}""",
    ];

    private static readonly string[] Images =
    [
        """{"type":"image_generation.partial_image","partial_image_index":N,"b64_json":T}""",
        """{"type":"image_generation.partial_image","partial_image_index":X,"b64_json":T}""",
        """{"type":"image_generation.text_chunk","phase":"content","text":T}""",
        """{"type":"image_generation.text_chunk","phase":"reasoning","text":T}""",
        """{"type":"image_generation.text_chunk","phase":T,"text":T}""",
        """{"type":"image_generation.later","text":T,"n":N}""",
    ];

    /// <summary>Values where another kind stands mostly.</summary>
    private static readonly string[] Odd =
    [
        "0", "-0", "00", "-1", "7", "10", "123456789012345678", "1234567890123456789", "9223372036854775807", "9223372036854775808", "1.0", "1e2", "0.5", "\"7\"", "\"\"", "\"x\"", "\"\\u0078\"", "null", "true", "{}", "[1]", "[{\"a\":1}]",
    ];

    /// <summary>How the events of a wire begin: the first of them tells the wire.</summary>
    private static readonly Dictionary<StreamKind, (string[] Patterns, string First, string Last)> Wires = new()
    {
        [StreamKind.Responses] = (
            Responses,
            """{"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","created_at":7,"status":"in_progress","model":"m","output":[]}}""",
            """{"type":"response.completed","sequence_number":9999,"response":{"id":"resp_1","object":"response","created_at":7,"status":"completed","model":"m","output":[],"usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3}}}"""),
        [StreamKind.Messages] = (
            Messages,
            """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"usage":{"input_tokens":1,"output_tokens":1}}}""",
            """{"type":"message_stop"}"""),
        [StreamKind.Images] = (Images, """{"type":"image_generation.partial_image","partial_image_index":0,"b64_json":"AA=="}""", """{"type":"image_generation.completed","b64_json":"PHN2Zy8+","media_type":"image/svg+xml","created":7}"""),
    };

    /// <summary>Events of a few shapes, each of them some times in a row.</summary>
    public static List<string> Events(StreamKind kind, Random random)
    {
        var (patterns, first, last) = Wires[kind];
        var events = new List<string> { first };
        var count = 1;
        var id = "item_1";
        while (events.Count < 30)
        {
            var pattern = patterns[random.Next(patterns.Length)];
            for (var run = random.Next(1, 9); run > 0; run--)
            {
                count += random.Next(10) > 0 ? 1 : random.Next(-2, 2000);
                id = random.Next(6) > 0 ? id : $"item_{random.Next(3)}";
                events.Add(Fill(pattern, random, count, id));
            }
        }

        if (random.Next(4) > 0)
        {
            events.Add(last);
        }

        return events;
    }

    private static string Fill(string pattern, Random random, int count, string id)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            // A mark stands where a value stands, not in a name.
            var isMark = at > 0 && pattern[at - 1] is ':' or ' ' or '"' && (at + 1 == pattern.Length || pattern[at + 1] is ',' or '}' or '"' or ' ');
            filled.Append((isMark, pattern[at]) switch
            {
                (true, 'T') => ChatSequences.Fill("T", random),
                (true, 'I') => id,
                (true, 'N') => random.Next(30) > 0 ? count.ToString(CultureInfo.InvariantCulture) : random.GetItems(Odd, 1)[0],
                (true, 'C') => random.Next(3).ToString(CultureInfo.InvariantCulture),
                (true, 'X') => random.GetItems(Odd, 1)[0],
                (_, var letter) => letter.ToString(),
            });
        }

        return filled.ToString();
    }
}
