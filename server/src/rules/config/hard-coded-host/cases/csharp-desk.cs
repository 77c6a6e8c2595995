public class MailSettings
{
    public void Fill(Settings settings, string command)
    {
        if (command == "mailpit")
        {
            // clean-next config/hard-coded-host -- a mail server that only shows a developer what was sent
            settings.Server = "localhost";
        }
        if (command == "relay")
        {
            // expect-next config/hard-coded-host
            settings.Server = "localhost";
        }
    }
}
