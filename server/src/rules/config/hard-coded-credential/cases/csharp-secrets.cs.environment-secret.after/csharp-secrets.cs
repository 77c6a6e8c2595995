public class Mail
{
                                                             
    private const string ApiKey = "k3y9fQ27xLw81mZ04v";
                                                                       
    private const string PasswordKey = "Mail:Password1";
    public void Open()
    {
                                                   
        using var connection = new SqlConnection(System.Environment.GetEnvironmentVariable("CONNECTION_STRING"));
    }
}
