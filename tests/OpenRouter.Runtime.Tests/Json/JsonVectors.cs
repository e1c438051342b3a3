using System.Globalization;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>Texts that are JSON, and texts that are not: what the grammar says, place by place.</summary>
internal static class JsonVectors
{
    /// <summary>JSON, and the same without the white space between its tokens.</summary>
    public static IEnumerable<(string Json, string Compact)> Valid()
    {
        foreach (var number in ValidNumbers)
        {
            yield return (number, number);
            yield return ($"[{number}]", $"[{number}]");
        }

        foreach (var text in ValidTexts)
        {
            yield return ($"\"{text}\"", $"\"{text}\"");
        }

        foreach (var same in ValidValues)
        {
            yield return (same, same);
        }

        foreach (var space in (string[])[" ", "\t", "\n", "\r", "\r\n", " \t\r\n "])
        {
            yield return ($"{space}[{space}1{space},{space}{{{space}\"a\"{space}:{space}null{space}}}{space}]{space}", "[1,{\"a\":null}]");
            yield return ($"{space}\"a\"{space}", "\"a\"");
        }

        foreach (var depth in (int[])[1, 2, 64, 65, 128, 511, 512])
        {
            yield return (Nested(depth), Nested(depth));
            yield return (NestedObjects(depth), NestedObjects(depth));
        }
    }

    public static IEnumerable<string> Invalid()
    {
        foreach (var number in InvalidNumbers)
        {
            yield return number;
            yield return $"[{number}]";
        }

        foreach (var word in (string[])["nul", "nulll", "Null", "NULL", "tru", "truee", "True", "fals", "falsee", "False", "undefined", "NaN", "Infinity", "-Infinity", "nil", "None", "yes", "a"])
        {
            yield return word;
        }

        for (var control = 0; control < 0x20; control++)
        {
            yield return $"\"a{(char)control}b\"";
        }

        foreach (var letter in "acdeghijklmopqsvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'`&-+ \n\t\0é")
        {
            yield return $"\"\\{letter}\"";
        }

        foreach (var escape in (string[])["\\u", "\\u0", "\\u00", "\\u004", "\\u004g", "\\ug041", "\\u 041", "\\u+041", "\\U0041", "\\u{41}", "\\ud83d\\u", "\\ud83d\\u12", "\\"])
        {
            yield return $"\"{escape}\"";
        }

        foreach (var text in InvalidTexts.Concat(InvalidStructures))
        {
            yield return text;
        }

        foreach (var depth in (int[])[513, 514, 1000, 100_000])
        {
            yield return Nested(depth);
            yield return NestedObjects(depth);
            yield return new string('[', depth);
        }
    }

    public static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    public static string NestedObjects(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    /// <summary>A text with everything that is no plain letter spelled out, as the name of a case.</summary>
    public static string Name(string json)
        => string.Concat((json.Length > 60 ? $"{json[..60]}… {json.Length}" : json)
            .Select(static letter => letter is < ' ' or > '~' ? string.Create(CultureInfo.InvariantCulture, $"<{(int)letter:x2}>") : letter.ToString()));

    private static readonly string[] ValidNumbers =
    [
        "0", "-0", "1", "-1", "10", "123456789", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "123456789012345678901234567890",
        "0.0", "-0.0", "1.0", "1.50", "0.1", "0.000000000000000000000000000001", "3.141592653589793238462643383279", "1e0", "1E0", "1e+2", "1E+2", "1e-2", "1.5e3", "-1.5E-3",
        "0e0", "0e1", "0.0e+10", "1e400", "-1e400", "1e-400", "1e9999999999", "100000000000000000000000e-10",
    ];

    private static readonly string[] ValidTexts =
    [
        "", " ", "a", "\\\"", "\\\\", "\\/", "/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u0041", "\\u00e9", "\\u00E9", "\\uD83D\\uDE00", "\\ud83d\\ude00", "\\uffff", "\\ufffe", "\\u2028",
        "é", "中文", "😀", "\u007f", "\u0080", "\u2028", "\u2029", "\ufeff", "\uffff", "a\\nb", "\\\\u0041", "\\\\\\\"", "{}", "[1,2", "//", "/* */", "null", "\\u0022", "\\u005c",
    ];

    private static readonly string[] ValidValues =
    [
        "null", "true", "false", "[]", "{}", "[[]]", "[{}]", "[null]", "[true,false]", "[1,2,3]", "[1,\"a\",null,{},[]]", "{\"a\":1}", "{\"a\":null}", "{\"\":0}", "{\"a\":{\"b\":{\"c\":[]}}}",
        "{\"a\":1,\"b\":2}", "{\"a\":[]}", "{\"\\u0041\":1}", "{\"é\":1}", "{\"😀\":1}", "{\"a b\":1}", "{\"a\":\"a\"}", "[[[1],2],3]", "{\"x\":[{\"y\":[{\"z\":0}]}]}", "[\"\",\"\"]", "[0,-0,0.0]",
    ];

    private static readonly string[] InvalidNumbers =
    [
        "+1", "+0", "01", "-01", "00", "-", "--1", "1.", ".1", "-.1", "-1.", "1..2", "1.2.3", "1e", "1E", "1e+", "1e-", "1e+-2", "1ee2", "1e2.5", "1.e1", "0x1", "0X1F", "1_000", "1,0 0", "0b1", "0o7", "1f", "1d", "1L", "١",
        "1e١", "-a", "-Infinity", "NaN", "- 1", "1 2", "1e 2", "0.1.", "2e", "1\0",
    ];

    private static readonly string[] InvalidTexts =
    [
        "\"", "\"a", "a\"", "\"a\"\"", "\"a\" \"b\"", "'a'", "'a\"", "\"a'", "\\\"a\\\"", "\"a\\", "\"a\\\"", "\u201ca\u201d", "`a`", "\"\\u0041", "\"a\nb\"",
    ];

    private static readonly string[] InvalidStructures =
    [
        "", " ", "\n", "[", "]", "{", "}", "[}", "{]", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[\"a\":1]", "[1}", "[[]", "[]]", "[][]", "[],", ",[]", "[1]x", "x[1]", "[1]1", "[1] 2", "[1][",
        "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,\"a\":1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{\"a\":,}", "{:1}", "{1:1}", "{null:1}", "{a:1}", "{'a':1}", "{\"a\"=1}", "{\"a\";1}",
        "{\"a\":1}}", "{{\"a\":1}}", "{\"a\":1]", "{\"a\",\"b\"}", "{[]:1}", "{{}:1}", "{\"a\":1}{\"b\":2}", "{\"a\":1} x", "{\"a\":1},", "{}{}", "{} []", "null null", "true,false", "1 1", "\"a\" 1",
        "// c\n1", "1 // c", "/* c */ 1", "1 /* c */", "[1, // c\n2]", "[/* c */]", "# c\n1", "<a/>", "<html>", "data: {}", "(1)", "&", ":", ",", "*", "\u00a01", "1\u00a0", "\u2028[]", "\v1", "\f1", "\u0085[]", "\0", "{}\0", "[\0]",
    ];
}
