namespace Dashboard.View;

/// <summary>Shows an answer while it comes, and what became of it.</summary>
internal interface IAnswerView
{
    /// <summary>Shows until the stream was read, and then the end, which is never left out.</summary>
    /// <param name="reading">The task that reads the stream.</param>
    Task ShowAsync(Task reading);
}
