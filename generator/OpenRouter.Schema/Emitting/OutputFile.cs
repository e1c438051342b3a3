namespace OpenRouter.Schema.Emitting;

/// <summary>Writes a file whole or not at all.</summary>
internal static class OutputFile
{
    public static void Write(string path, string text)
    {
        var partial = path + ".partial";
        try
        {
            File.WriteAllText(partial, text);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {exception.Message}");
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
