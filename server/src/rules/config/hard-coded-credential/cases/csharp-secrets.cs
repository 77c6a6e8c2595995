public class Mail
{
    // expect-next config/hard-coded-credential {name=ApiKey}
    private const string ApiKey = "k3y9fQ27xLw81mZ04v";
    // clean-next config/hard-coded-credential -- the name of a setting
    private const string PasswordKey = "Mail:Password1";
    public void Open()
    {
        // expect-next config/hard-coded-credential
        using var connection = new SqlConnection("Server=db;Database=shop;User Id=sa;Password=Pass1word;");
    }
}
