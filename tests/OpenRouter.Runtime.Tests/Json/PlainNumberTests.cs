using System.Globalization;
using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class PlainNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("0.0000025")]
    [InlineData("0.1")]
    [InlineData("1.10")]
    [InlineData("007")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740992")]
    [InlineData("900719925474099.3")]
    [InlineData("0.30000000000000004")]
    [InlineData("123456789012345678")]
    [InlineData("-123456789012345678")]
    [InlineData("0.00000000000000001")]
    [InlineData("9223372036854775807")]
    [InlineData("1e3")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+5")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("")]
    public void Number_ReadsAsDotNetReadsIt(string text) => Compare(text);

    [Fact]
    public void Numbers_OfAllLengths_ReadAsDotNetReadsThem()
    {
        var random = new Random(5);
        for (var round = 0; round < 200_000; round++)
        {
            var text = random.NextInt64(long.MaxValue >> random.Next(63)).ToString(CultureInfo.InvariantCulture);
            var point = random.Next(text.Length + 4);
            text = point == 0 ? "0." + text : point < text.Length ? text.Insert(point, ".") : text;
            Compare(random.Next(3) == 0 ? "-" + text : text);
        }
    }

    private static void Compare(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (PlainNumber.TryWhole(utf8, out var whole))
        {
            Assert.Equal(long.Parse(text, CultureInfo.InvariantCulture), whole);
        }

        if (PlainNumber.TryDouble(utf8, out var number))
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(number));
        }

        if (PlainNumber.TryDecimal(utf8, out var amount))
        {
            Assert.Equal(decimal.GetBits(decimal.Parse(text, CultureInfo.InvariantCulture)), decimal.GetBits(amount));
        }
    }
}
