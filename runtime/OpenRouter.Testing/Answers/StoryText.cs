namespace OpenRouter.Testing.Answers;

/// <summary>What the emulator tells when nobody scripted an answer.</summary>
internal static class StoryText
{
    public const string Value =
        """
        The lighthouse on the northern rock had no keeper, only a clock and a lamp. Every evening the clock counted the ships that passed, and every evening the lamp told them where the rock was.

        One night the fog came in so thick that the lamp could not see its own light. "Nobody is out there," said the clock. "You may as well rest." The lamp thought about it for a whole turn, and shone on.

        Toward morning a small boat came out of the grey, closer than any ship had ever come, with a girl at the oars who had been rowing toward the glow for hours. She tied up, climbed the stairs, wound the clock, polished the glass, and signed the empty keeper's book with her name.

        The clock never said "nobody" again. It counted: one.
        """;
}
