namespace WebApi.Limits;

/// <summary>Tokens that were taken for an answer. They stay taken until it is known what the answer used.</summary>
internal sealed class TokenReservation(TokenLedger ledger, string user, DateOnly day, long tokens)
{
    private int _isSettled;

    /// <summary>Replaces the guess by what was used. The first call counts.</summary>
    public void Settle(long used)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 0)
        {
            ledger.Correct(user, day, used - tokens);
        }
    }
}
