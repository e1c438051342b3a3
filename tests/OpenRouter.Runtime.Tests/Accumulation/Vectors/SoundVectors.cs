namespace OpenRouter.Runtime.Tests.Accumulation.Vectors;

/// <summary>Sound in pieces of base64, and the text that its bytes are.</summary>
internal static class SoundVectors
{
    /// <summary>Pieces with padding of their own, or cut anywhere.</summary>
    public static readonly (string Expected, string[] Pieces)[] Decoded =
    [
        ("hi!", ["aGkh"]),
        ("hi!!", ["aGk=", "ISE="]),
        ("hi!!", ["aGk=ISE="]),
        ("hi", ["aGk="]),
        ("h", ["aA=="]),
        ("hhh", ["aA==", "aA==aA=="]),
        ("hi!!", ["aG", "k=ISE="]),
        ("hi!!", ["aGk", "=ISE="]),
        ("hi!!", ["aGk=I", "SE="]),
        ("hi!!", ["a", "G", "k", "=", "I", "S", "E", "="]),
        ("hh", ["aA=", "=aA=", "="]),
        ("hi!hi!", ["aGkhaGkh"]),
        ("hi!hi!", ["aGkha", "Gkh"]),
        ("hi!hi!", ["aGkhaGk", "h"]),
        ("hi!", ["aG\nk", " h\r\n"]),
        ("hi!", ["", "aGkh", ""]),
    ];

    /// <summary>The last piece has no padding.</summary>
    public static readonly (string Expected, string[] Pieces)[] Unpadded =
    [
        ("h", ["aA"]),
        ("hi", ["aGk"]),
        ("hi!h", ["aGkhaA"]),
        ("h", ["aA="]),
    ];

    /// <summary>Pieces that stop inside a character.</summary>
    public static readonly string[][] Cut =
    [
        ["a"],
        ["aGkha"],
        ["aGk=I"],
        ["="],
    ];

    /// <summary>Pieces that are no base64.</summary>
    public static readonly string[][] Damaged =
    [
        ["!!!!"],
        ["aGk*"],
        ["===="],
        ["a==="],
        ["aG=k"],
        ["aGkh", "????"],
        ["aG", "??"],
        ["aGé="],
    ];
}
