namespace OwnSchema;

/// <summary>Writes an answer to standard output and knows whether its last line is open.</summary>
internal sealed class AnswerText
{
    private bool _isOpen;

    public void Write(string text)
    {
        Console.Out.Write(text);
        _isOpen = text.Length > 0 ? text[^1] != '\n' : _isOpen;
    }

    public void EndLine()
    {
        if (_isOpen)
        {
            Console.Out.WriteLine();
            _isOpen = false;
        }
    }
}
