namespace OpenRouter.Runtime.Tests.Retries;

/// <summary>Which failures are repeated.</summary>
internal static class RetryVectors
{
    /// <summary>Statuses that may pass.</summary>
    public static readonly int[] Repeated = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529];

    /// <summary>Statuses that stay.</summary>
    public static readonly int[] Refused = [300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421, 422, 423, 425, 426, 428, 431, 451, 501, 505, 506, 507, 508, 510, 511, 519, 530, 599];

    /// <summary>Errors as the first event of a stream, and whether they may pass.</summary>
    public static readonly (string Error, bool IsRepeated)[] InAStream =
    [
        ("""{"code":429,"message":"m"}""", true),
        ("""{"code":500,"message":"m"}""", true),
        ("""{"code":502,"message":"m"}""", true),
        ("""{"code":"503","message":"m"}""", true),
        ("""{"code":529,"message":"m"}""", true),
        ("""{"code":400,"message":"m"}""", false),
        ("""{"code":401,"message":"m"}""", false),
        ("""{"code":402,"message":"m"}""", false),
        ("""{"code":403,"message":"m"}""", false),
        ("""{"code":"server_error","message":"m"}""", true),
        ("""{"code":"rate_limit_exceeded","message":"m"}""", true),
        ("""{"code":"invalid_prompt","message":"m"}""", false),
        ("""{"type":"overloaded_error","message":"m"}""", true),
        ("""{"type":"api_error","message":"m"}""", true),
        ("""{"type":"timeout_error","message":"m"}""", true),
        ("""{"type":"invalid_request_error","message":"m"}""", false),
        ("""{"type":"authentication_error","message":"m"}""", false),
        ("""{"message":"m","metadata":{"error_type":"provider_unavailable"}}""", true),
        ("""{"message":"m","metadata":{"error_type":"provider_overloaded"}}""", true),
        ("""{"message":"m","metadata":{"error_type":"timeout"}}""", true),
        ("""{"message":"m","metadata":{"error_type":"context_length_exceeded"}}""", false),
        ("""{"message":"m","metadata":{"error_type":"brand_new"}}""", false),
        ("""{"code":null,"message":"m"}""", false),
        ("\"it broke\"", false),
    ];

    /// <summary>What may come before the first content of an attempt that breaks.</summary>
    public static readonly string[] Preambles =
    [
        "",
        ": OPENROUTER PROCESSING\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n",
        "data: {\"choices\":[],\"debug\":{}}\n\n: x\n\ndata: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\n",
        "data: {\"choi",
        "data: [DONE]\n\n",
    ];

    /// <summary>Deltas that are content.</summary>
    public static readonly string[] Contents =
    [
        """{"content":"Hi"}""",
        """{"reasoning":"Hm"}""",
        """{"reasoning_details":[{"type":"reasoning.text","index":0,"text":"Hm"}]}""",
        """{"refusal":"No"}""",
        """{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":""}}]}""",
        """{"images":[{"type":"image_url","image_url":{"url":"data:,"}}]}""",
        """{"audio":{"transcript":"Hi"}}""",
    ];
}
