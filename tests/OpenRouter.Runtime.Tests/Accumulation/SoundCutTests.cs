using System.Text;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Sound that is longer than a few groups, cut at every place.</summary>
public sealed class SoundCutTests
{
    [Theory]
    [InlineData("QUJDREVGR0hJSktMTU5PUA==", "ABCDEFGHIJKLMNOP")]
    [InlineData("QUJDREVGR0hJSktMTU5PUA==aGk=aGkh", "ABCDEFGHIJKLMNOPhihi!")]
    [InlineData("QUJDREVGR0hJSktMTU5PUFE=aA==", "ABCDEFGHIJKLMNOPQh")]
    [InlineData("QUJDREVGR0hJSktM", "ABCDEFGHIJKL")]
    public void Sound_CutIntoTwoOrThreeAnywhere_IsTheSame(string base64, string expected)
    {
        for (var first = 0; first <= base64.Length; first++)
        {
            for (var second = first; second <= base64.Length; second++)
            {
                var sound = new SoundAssembly();
                sound.Append(base64[..first]);
                sound.Append(base64[first..second]);
                sound.Append(base64[second..]);

                Assert.Equal((false, false, false), (sound.IsDamaged, sound.IsOpen, sound.IsCut));
                Assert.Equal(expected, Encoding.ASCII.GetString(sound.ToArray()));
            }
        }
    }

    [Theory]
    [InlineData("aGkhaA=", "hi!h")]
    [InlineData("aGkhaGk", "hi!hi")]
    [InlineData("QUJDREVGR0hJSktMTU5PUA=", "ABCDEFGHIJKLMNOP")]
    public void Sound_WhoseLastGroupIsOpen_IsTakenAsItIsAndMayGoOn(string base64, string expected)
    {
        var sound = new SoundAssembly();
        sound.Append(base64);

        Assert.Equal((false, true, false), (sound.IsDamaged, sound.IsOpen, sound.IsCut));
        Assert.Equal(expected, Encoding.ASCII.GetString(sound.ToArray()));
        sound.Append("=");
        Assert.Equal((false, false, expected), (sound.IsDamaged, sound.IsOpen, Encoding.ASCII.GetString(sound.ToArray())));
    }

    [Theory]
    [InlineData("aGkh\t\n\r aA= =", "hi!h")]
    [InlineData(" ", "")]
    [InlineData("\r\n\t", "")]
    public void WhiteSpace_Anywhere_SaysNothing(string base64, string expected)
    {
        var sound = new SoundAssembly();
        sound.Append(base64);

        Assert.Equal((false, false, expected), (sound.IsDamaged, sound.IsOpen, Encoding.ASCII.GetString(sound.ToArray())));
    }

    [Fact]
    public void Damage_StaysWhateverFollows()
    {
        var sound = new SoundAssembly();
        sound.Append("aGkh!!!!aGkh");
        sound.Append("aGkh");
        sound.Append("aG");

        Assert.Equal((true, false, false), (sound.IsDamaged, sound.IsOpen, sound.IsCut));
        Assert.Equal("", Encoding.ASCII.GetString(sound.ToArray()));
    }
}
