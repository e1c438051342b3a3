namespace Dashboard.View;

/// <summary>Looks whether the user has pressed a key that stops, without waiting for one.</summary>
internal static class StopKeys
{
    /// <summary>Takes the keys that were pressed; false where there is no keyboard.</summary>
    public static bool WerePressed()
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        var stops = false;
        while (Console.KeyAvailable)
        {
            stops |= Console.ReadKey(intercept: true).Key is ConsoleKey.Q or ConsoleKey.Escape;
        }

        return stops;
    }
}
