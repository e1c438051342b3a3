using Dashboard.View;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OpenRouter.Samples.Tests.Dashboard.View;

/// <summary>What is sent to a terminal around the frames.</summary>
public sealed class TerminalSessionTests
{
    private const string Begin = "\e[?1049h\e[?25l\e[?7l\e[2J";
    private const string End = "\e[0m\e[?2026l\e[?7h\e[?25h\e[?1049l";
    private readonly StringWriter _output = new();

    [Fact]
    public void Frame_ThatFails_GivesTheTerminalBackBeforeAnybodyHearsOfIt()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() =>
        {
            using var session = Open();
            session.Draw(new Failing());
        });

        Assert.Equal("The frame failed.", thrown.Message);
        Assert.Equal(Begin + End, _output.ToString());
    }

    [Fact]
    public void Draw_AfterTheEnd_WritesNothing()
    {
        var session = Open();
        session.Draw(new Markup("one"));
        session.Dispose();
        session.Draw(new Markup("two"));
        session.Dispose();

        Assert.Equal(Begin + "one" + End, _output.ToString());
    }

    private TerminalSession Open() => new(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(_output) }));

    private sealed class Failing : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(1, 1);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => throw new InvalidOperationException("The frame failed.");
    }
}
