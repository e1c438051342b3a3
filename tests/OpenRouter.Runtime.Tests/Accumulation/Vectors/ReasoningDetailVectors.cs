namespace OpenRouter.Runtime.Tests.Accumulation.Vectors;

/// <summary>Entries of reasoning details.</summary>
internal static class ReasoningDetailVectors
{
    /// <summary>Entries that come whole: they stay the bytes that they were.</summary>
    public static readonly string[] Whole =
    [
        """{"type":"reasoning.text","text":"a","signature":"s","id":null,"format":"anthropic-claude-v1","index":0}""",
        """{"index":0,"id":null,"format":null,"signature":null,"text":"a","type":"reasoning.text"}""",
        """{"type":"reasoning.text","text":"a","index":0.0}""",
        """{"type":"reasoning.text","text":"a","index":0,"score":1.0,"big":1e400,"zero":-0,"exp":1E+2}""",
        """{"type":"reasoning.text","text":"\u00e9\/\u0041\ud83d\ude00","index":0}""",
        """{"type":"reasoning.summary","summary":"a","index":0}""",
        """{"type":"reasoning.encrypted","data":"QUJD","id":"rs_1","format":"openai-responses-v1","index":0}""",
        """{"type":"reasoning.encrypted","data":"QUJD"}""",
        """{"type":"reasoning.server_tool_call","tool_name":"openrouter:web_search","arguments":"{\"q\":1}","result":{"a":[1.50,null,true]},"tool_call_id":"c"}""",
        """{"type":"reasoning.future","x":[[],{},"",0.10],"index":0}""",
        """{"type":null,"x":1}""",
        """{"type":7,"x":1}""",
        """{"x":1}""",
        "{}",
        "[1,2]",
        "\"text\"",
        "17.0",
        """{"type":"reasoning.text","text":"a","index":0,"index":0,"dup":1,"dup":2}""",
        """{"typ\u0065":"reasoning.text","t\u0065xt":"a","index":0}""",
    ];

    /// <summary>Two fragments of one entry.</summary>
    public static readonly (string Expected, string First, string Second)[] Joined =
    [
        (
            """{"type":"reasoning.text","text":"ab","format":"f","index":0.0,"score":1.0}""",
            """{"type":"reasoning.text","text":"a","format":"f","index":0.0,"score":1.0}""", """{"type":"reasoning.text","text":"b","format":"f","index":0.0,"score":1.0}"""),
        (
            """{"score":1e0,"text":"ab","index":0,"type":"reasoning.text"}""",
            """{"score":1e0,"text":"a","index":0,"type":"reasoning.text"}""", """{"type":"reasoning.text","index":0,"text":"b"}"""),
        (
            """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""",
            """{"type":"reasoning.text","text":"a","index":0,"signature":null}""", """{"type":"reasoning.text","index":0,"signature":"s"}"""),
        (
            """{"type":"reasoning.text","text":"a","index":0,"signature":"new"}""",
            """{"type":"reasoning.text","text":"a","index":0,"signature":"old"}""", """{"type":"reasoning.text","index":0,"signature":"new"}"""),
        (
            """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""",
            """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""", """{"type":"reasoning.text","text":null,"index":0,"signature":null}"""),
        (
            """{"type":"reasoning.text","text":"ab","index":0,"id":"1","format":"f"}""",
            """{"type":"reasoning.text","text":"a","index":0,"id":null,"format":null}""", """{"type":"reasoning.text","text":"b","index":0,"id":"1","format":"f"}"""),
        (
            """{"type":"reasoning.text","text":"ab","index":0,"id":"1","format":"f"}""",
            """{"type":"reasoning.text","text":"a","index":0,"id":"1","format":"f"}""", """{"type":"reasoning.text","text":"b","index":0,"id":"2","format":"g"}"""),
        (
            """{"type":"reasoning.text","text":"ab","index":0}""",
            """{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b","index":"0"}"""),
        (
            """{"type":"reasoning.summary","summary":"ab","index":0}""",
            """{"type":"reasoning.summary","summary":"a","index":0}""", """{"type":"reasoning.summary","summary":"b","index":0.0}"""),
        (
            """{"type":"reasoning.text","index":0,"text":"a"}""",
            """{"type":"reasoning.text","index":0}""", """{"type":"reasoning.text","index":0,"text":"a"}"""),
        (
            """{"type":"reasoning.text","index":0,"text":"a"}""",
            """{"type":"reasoning.text","index":0,"text":null}""", """{"type":"reasoning.text","index":0,"text":"a"}"""),
        (
            """{"type":"reasoning.encrypted","data":"new","id":"a","index":0,"n":1.0}""",
            """{"type":"reasoning.encrypted","data":"old","id":"a","index":0,"n":1.0}""", """{"type":"reasoning.encrypted","data":"new","id":"a","index":null}"""),
        (
            """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}""",
            """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}""", """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}"""),
        (
            """{"type":"reasoning.text","text":"a","index":0,"x":1}""",
            """{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":7,"index":0,"x":1}"""),
        (
            """{"type":"reasoning.text","text":"a","index":0,"x":2}""",
            """{"type":"reasoning.text","text":"a","index":0,"x":1}""", """{"type":"reasoning.text","index":0,"x":2}"""),
        (
            """{"type":"reasoning.text","text":7,"index":0,"x":1}""",
            """{"type":"reasoning.text","text":7,"index":0}""", """{"type":"reasoning.text","text":8,"index":0,"x":1}"""),
    ];

    /// <summary>Two entries that have no key in common.</summary>
    public static readonly (string First, string Second)[] Apart =
    [
        ("""{"type":"reasoning.text","text":"a"}""", """{"type":"reasoning.text","text":"b"}"""),
        ("""{"type":"reasoning.text","text":"a","index":null}""", """{"type":"reasoning.text","text":"b","index":null}"""),
        ("""{"type":"reasoning.text","text":"a","index":0.5}""", """{"type":"reasoning.text","text":"b","index":0.5}"""),
        ("""{"type":"reasoning.text","text":"a","index":"x"}""", """{"type":"reasoning.text","text":"b","index":"x"}"""),
        ("""{"type":"reasoning.text","text":"a","index":[0]}""", """{"type":"reasoning.text","text":"b","index":[0]}"""),
        ("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b","index":1}"""),
        ("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.summary","summary":"b","index":0}"""),
        ("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b"}"""),
        ("""{"type":"reasoning.encrypted","data":"a","index":0}""", """{"type":"reasoning.encrypted","data":"a","index":0}"""),
        ("""{"type":"reasoning.encrypted","data":"a","id":"","index":0}""", """{"type":"reasoning.encrypted","data":"a","id":"","index":0}"""),
        ("""{"type":"reasoning.encrypted","data":"a","id":"1"}""", """{"type":"reasoning.encrypted","data":"a","id":"2"}"""),
        ("""{"type":"reasoning.server_tool_call","tool_call_id":"c","index":0}""", """{"type":"reasoning.server_tool_call","tool_call_id":"c","index":0}"""),
        ("""{"type":"Reasoning.Text","text":"a","index":0}""", """{"type":"Reasoning.Text","text":"b","index":0}"""),
    ];
}
